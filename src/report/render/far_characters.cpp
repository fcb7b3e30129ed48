#include "report/render/far_characters.h"

#include "report/paper/faces.h"
#include "report/texts.h"

#include <QPainter>
#include <QPdfWriter>

#include <cmath>
#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <set>
#include <string>

namespace junheng::report {

namespace {

constexpr char32_t kBeyondFirstPlane = 0x10000;
constexpr int kBaseline = 100;

/// Each glyph stands at the place that is the number of its character.
class SpecimenReader : public QPDFObjectHandle::ParserCallbacks {
public:
    SpecimenReader(const std::vector<char32_t>& shown, QPDFObjectHandle fonts, FarCodes& codes)
        : m_shown(shown), m_fonts(std::move(fonts)), m_codes(codes) {}

    void handleObject(QPDFObjectHandle object, std::size_t /*offset*/, std::size_t /*length*/) override {
        if (!object.isOperator()) {
            m_operands.push_back(object);
            return;
        }
        const std::string name = object.getOperatorValue();
        if (name == "Tf" && m_operands.size() == 2 && m_operands[0].isName())
            m_font = m_fonts.getKey(m_operands[0].getName()).getObjectID();
        else if (name == "BT")
            m_place.reset();
        else if (name == "Td" && m_operands.size() == 2 && m_operands[0].isNumber())
            place(m_operands[0].getNumericValue());
        else if (name == "Tj" && m_operands.size() == 1 && m_operands[0].isString())
            show(m_operands[0].getStringValue());
        m_operands.clear();
    }
    void handleEOF() override {}

private:
    // Only the first glyph of a text: further ones stand beside it.
    void place(double x) {
        const auto rounded = static_cast<std::size_t>(std::lround(std::max(x, 0.0)));
        m_place = m_place ? m_shown.size() : rounded;
    }
    void show(const std::string& bytes) {
        if (!m_place || *m_place >= m_shown.size() || bytes.size() != 2)
            return;
        constexpr int kByte = 256;
        const int code = static_cast<unsigned char>(bytes[0]) * kByte + static_cast<unsigned char>(bytes[1]);
        if (code != 0) // the glyph of what is missing
            m_codes[m_font][code] = m_shown[*m_place];
    }

    const std::vector<char32_t>& m_shown;
    QPDFObjectHandle m_fonts;
    FarCodes& m_codes;
    std::vector<QPDFObjectHandle> m_operands;
    int m_font = 0;
    std::optional<std::size_t> m_place;
};

} // namespace

std::vector<char32_t> farCharactersOf(const Report& report) {
    std::set<char32_t> found;
    for (const QString& text : textsOf(report)) {
        for (qsizetype i = 0; i + 1 < text.size(); ++i) {
            if (text[i].isHighSurrogate() && text[i + 1].isLowSurrogate())
                found.insert(QChar::surrogateToUcs4(text[i], text[i + 1]));
        }
    }
    return {found.begin(), found.end()};
}

Specimen paintSpecimen(int page, const std::vector<char32_t>& characters, const std::vector<QFont>& fonts,
                       QPdfWriter& device, QPainter& painter) {
    if (painter.isActive())
        device.newPage();
    else
        painter.begin(&device);
    painter.save();
    for (const QFont& font : fonts) {
        for (const Mark mark : {Mark::None, Mark::Floor, Mark::Failing}) {
            painter.setFont(marked(font, mark));
            for (std::size_t i = 0; i < characters.size(); ++i)
                painter.drawText(QPointF(static_cast<double>(i), kBaseline), QString::fromUcs4(&characters[i], 1));
        }
    }
    painter.restore();
    return {.page = page, .shown = characters};
}

FarCodes takeSpecimens(QPDF& pdf, const std::vector<Specimen>& specimens) {
    FarCodes codes;
    QPDFPageDocumentHelper document(pdf);
    const auto pages = document.getAllPages();
    for (const Specimen& specimen : specimens) {
        QPDFObjectHandle page = pages.at(static_cast<std::size_t>(specimen.page)).getObjectHandle();
        SpecimenReader reader(specimen.shown, page.getKey("/Resources").getKey("/Font"), codes);
        page.parsePageContents(&reader);
        document.removePage(page);
    }
    return codes;
}

} // namespace junheng::report
