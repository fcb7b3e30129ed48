#include "document/render/far_characters.h"

#include "document/paper/faces.h"
#include "document/texts.h"

#include <QPainter>
#include <QPdfWriter>

#include <set>

namespace junheng::document {

namespace {

constexpr int kBaseline = 100;

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

} // namespace junheng::document
