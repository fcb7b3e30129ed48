#include "report/render/pdf_finish.h"

#include "report/render/character_forms.h"

#include <QCoreApplication>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>

namespace junheng::report {

namespace {

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
class Outline {
public:
    Outline(QPDF& pdf, const std::vector<Bookmark>& bookmarks) : m_pdf(pdf), m_bookmarks(bookmarks) {
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

base::Result<QByteArray> finishPdf(const QByteArray& raw, const PdfFinish& finish) {
    try {
        QPDF pdf;
        pdf.processMemoryFile("report", raw.constData(), static_cast<std::size_t>(raw.size()));
        const FarCodes far = takeSpecimens(pdf, finish.specimens);
        mendFonts(pdf, finish.characters, far);
        Outline(pdf, finish.bookmarks).write();
        writeDescription(pdf, finish);
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        // Object streams would be sorted by Qt's numbers of objects, which follow the seed of its hashes.
        writer.setObjectStreamMode(qpdf_o_disable);
        writer.write();
        const auto bytes = writer.getBufferSharedPointer();
        return QByteArray(reinterpret_cast<const char*>(bytes->getBuffer()), static_cast<qsizetype>(bytes->getSize()));
    } catch (const std::exception& failure) {
        return std::unexpected(base::Error{.code = QStringLiteral("pdf.damaged"),
                                           .message = QCoreApplication::translate(
                                               "paper", "无法生成 PDF 文件：内部出错，请把文件和这句话告诉开发者。"),
                                           .detail = QString::fromUtf8(failure.what())});
    }
}

} // namespace junheng::report
