#include "document/render/pdf_finish.h"

#include "document/render/to_unicode.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>

namespace junheng::document {

namespace {

// Of the font that is the object of a number: its codes, and the characters that they stand for.
using FarCodes = std::map<int, std::map<int, char32_t>>;

/// Each glyph stands at the place that is the number of its character.
class SpecimenReader : public QPDFObjectHandle::ParserCallbacks {
public:
    SpecimenReader(const std::vector<char32_t>& shown, const QPDFObjectHandle& fonts, FarCodes& codes)
        : m_shown(shown), m_fonts(fonts), m_codes(codes) {}

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

// Reads the specimens and takes their pages out.
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

QPDFObjectHandle textOf(const QString& text) {
    return QPDFObjectHandle::newUnicodeString(text.toStdString());
}

// ABCDEF+, by which PDF tells subsets of a font apart.
std::string subsetTag(int number) {
    constexpr int kLetters = 26;
    std::string tag = "AAAAAA+";
    for (auto letter = tag.rbegin() + 1; number > 0; ++letter, number /= kLetters)
        *letter = static_cast<char>('A' + number % kLetters);
    return tag;
}

// Qt's own tags follow the seed of its hashes, and stand in one of three places.
void nameSubset(QPDFObjectHandle font, int number) {
    QPDFObjectHandle descendant = font.getKey("/DescendantFonts").getArrayItem(0);
    const std::string plain = font.getKey("/BaseFont").getName().substr(1);
    const auto name = QPDFObjectHandle::newName(std::string("/").append(subsetTag(number)).append(plain));
    font.replaceKey("/BaseFont", name);
    descendant.replaceKey("/BaseFont", name);
    descendant.getKey("/FontDescriptor").replaceKey("/FontName", name);
}

void mendFonts(QPDF& pdf, const QHash<char16_t, char16_t>& characters, const FarCodes& far) {
    int number = 0;
    for (QPDFObjectHandle& object : pdf.getAllObjects()) {
        if (!object.isDictionaryOfType("/Font", "/Type0"))
            continue;
        nameSubset(object, number++);
        QPDFObjectHandle stream = object.getKey("/ToUnicode");
        const auto data = stream.getStreamData();
        const QByteArray map(reinterpret_cast<const char*>(data->getBuffer()), static_cast<qsizetype>(data->getSize()));
        const auto codes = far.find(object.getObjectID());
        const QByteArray meant =
            withMeantCharacters(map, characters, codes == far.end() ? std::map<int, char32_t>() : codes->second);
        stream.replaceStreamData(meant.toStdString(), QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
    }
}

/// Links the bookmarks into a tree.
class BookmarkTree {
public:
    BookmarkTree(QPDF& pdf, const std::vector<Bookmark>& bookmarks) : m_pdf(pdf), m_bookmarks(bookmarks) {
        for (const auto& page : QPDFPageDocumentHelper(pdf).getAllPages())
            m_pages.push_back(page.getObjectHandle());
    }

    void write() {
        if (m_bookmarks.empty())
            return;
        QPDFObjectHandle root = m_pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        root.replaceKey("/Type", QPDFObjectHandle::newName("/Outlines"));
        writeChildren(root, -1);
        m_pdf.getRoot().replaceKey("/Outlines", root);
        m_pdf.getRoot().replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
    }

private:
    // Takes what follows as long as it is deeper than `level`; returns how many entries that are.
    int writeChildren(QPDFObjectHandle& parent, int level) {
        int count = 0;
        QPDFObjectHandle before;
        while (m_next < m_bookmarks.size() && m_bookmarks[m_next].level > level) {
            const Bookmark& bookmark = m_bookmarks[m_next++];
            QPDFObjectHandle entry = entryOf(bookmark);
            entry.replaceKey("/Parent", parent);
            if (before.isInitialized()) {
                before.replaceKey("/Next", entry);
                entry.replaceKey("/Prev", before);
            } else {
                parent.replaceKey("/First", entry);
            }
            count += 1 + writeChildren(entry, bookmark.level);
            before = entry;
        }
        if (count > 0) {
            parent.replaceKey("/Last", before);
            parent.replaceKey("/Count", QPDFObjectHandle::newInteger(count));
        }
        return count;
    }

    QPDFObjectHandle entryOf(const Bookmark& bookmark) {
        QPDFObjectHandle place = QPDFObjectHandle::newArray();
        place.appendItem(m_pages.at(static_cast<std::size_t>(bookmark.page)));
        place.appendItem(QPDFObjectHandle::newName("/XYZ"));
        place.appendItem(QPDFObjectHandle::newNull());
        place.appendItem(QPDFObjectHandle::newReal(bookmark.y, 1));
        place.appendItem(QPDFObjectHandle::newNull());
        QPDFObjectHandle entry = m_pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        entry.replaceKey("/Title", textOf(bookmark.text));
        entry.replaceKey("/Dest", place);
        return entry;
    }

    QPDF& m_pdf;
    const std::vector<Bookmark>& m_bookmarks;
    std::vector<QPDFObjectHandle> m_pages;
    std::size_t m_next = 0;
};

void writeDescription(QPDF& pdf, const PdfFinish& finish) {
    QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
    info.replaceKey("/Title", textOf(finish.title));
    if (!finish.author.isEmpty())
        info.replaceKey("/Author", textOf(finish.author));
    info.replaceKey("/Producer", QPDFObjectHandle::newString("Junheng " JUNHENG_VERSION));
    const std::string date = "D:" + finish.date.toString(QStringLiteral("yyyyMMdd")).toStdString() + "000000Z";
    info.replaceKey("/CreationDate", QPDFObjectHandle::newString(date));
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
    // Random, and made anew from the contents.
    pdf.getTrailer().removeKey("/ID");
    QPDFObjectHandle root = pdf.getRoot();
    root.removeKey("/Metadata");
    root.replaceKey("/Lang", QPDFObjectHandle::newString("zh-CN"));
    QPDFObjectHandle preferences = QPDFObjectHandle::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
    root.replaceKey("/ViewerPreferences", preferences);
}

} // namespace

QByteArray finishPdf(const QByteArray& raw, const PdfFinish& finish) {
    QPDF pdf;
    pdf.processMemoryFile("report", raw.constData(), static_cast<std::size_t>(raw.size()));
    const FarCodes far = takeSpecimens(pdf, finish.specimens);
    mendFonts(pdf, finish.characters, far);
    BookmarkTree(pdf, finish.bookmarks).write();
    writeDescription(pdf, finish);
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    // Object streams would be sorted by Qt's numbers of objects, which follow the seed of its hashes.
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.write();
    const auto bytes = writer.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char*>(bytes->getBuffer()), static_cast<qsizetype>(bytes->getSize()));
}

} // namespace junheng::document
