#include "document/render/docx_renderer.h"

#include "document/lengths.h"
#include "document/render/docx_table.h"
#include "document/render/docx_xml.h"
#include "sheet/zip_writer.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <iterator>

namespace junheng::document {

namespace {

constexpr int kDotsPerInch = 200;
constexpr int kTwipsPerInch = 1440;
constexpr int kEmuPerTwip = 635;

const QString kFooterId = QStringLiteral("rIdFooter");

bool isAcross(const Block& block) {
    const auto* table = std::get_if<Table>(&block);
    return table != nullptr && table->onOwnPages && table->width() > kUprightCharacters;
}

/// word/document.xml and the pictures in it.
class Body {
public:
    Body(const Report& report, const FigurePainter& figures) : m_report(report), m_figures(figures), m_xml(&m_bytes) {}

    void write() {
        m_xml.begin(QStringLiteral("document"));
        m_xml.begin(QStringLiteral("body"));
        for (std::size_t i = 0; i < m_report.blocks.size(); ++i) {
            const Block& block = m_report.blocks[i];
            if (i > 0 && (isAcross(block) != m_page.across || beginsPage(block)))
                endSection();
            m_page = {.across = isAcross(block), .style = m_report.style};
            std::visit([this](const auto& any) { writeBlock(any); }, block);
        }
        m_xml.sectionProperties(m_page, kFooterId);
        m_xml.end();
        m_xml.end();
    }

    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }
    [[nodiscard]] const std::vector<QByteArray>& pictures() const { return m_pictures; }

private:
    static bool beginsPage(const Block& block) {
        const auto* table = std::get_if<Table>(&block);
        const auto* heading = std::get_if<Heading>(&block);
        return (table != nullptr && table->onOwnPages) || (heading != nullptr && heading->onNewPage);
    }

    // The properties of a section stand in its last paragraph, which is as low as can be.
    void endSection() {
        m_xml.begin(QStringLiteral("p"));
        m_xml.begin(QStringLiteral("pPr"));
        m_xml.empty(QStringLiteral("spacing"), {{QStringLiteral("line"), QStringLiteral("20")},
                                                {QStringLiteral("lineRule"), QStringLiteral("exact")}});
        m_xml.sectionProperties(m_page, kFooterId);
        m_xml.end();
        m_xml.end();
    }

    void beginParagraph(DocxStyle style) {
        m_xml.begin(QStringLiteral("p"));
        m_xml.begin(QStringLiteral("pPr"));
        m_xml.value(QStringLiteral("pStyle"), docxStyleId(style));
        m_xml.end();
    }

    void writeBlock(const Heading& heading) {
        constexpr DocxStyle kStyles[] = {DocxStyle::Title, DocxStyle::Heading1, DocxStyle::Heading2,
                                         DocxStyle::Heading3};
        beginParagraph(kStyles[heading.level]);
        m_xml.run(heading.text);
        m_xml.end();
    }

    void writeBlock(const Paragraph& paragraph) {
        constexpr DocxStyle kStyles[] = {DocxStyle::Body, DocxStyle::Plain, DocxStyle::Note, DocxStyle::Centred,
                                         DocxStyle::Closing};
        beginParagraph(kStyles[static_cast<std::size_t>(paragraph.kind)]);
        for (const Span& span : paragraph.spans)
            m_xml.run(span.text, span.mark);
        m_xml.end();
    }

    void writeBlock(const Table& table) { writeDocxTable(m_xml, table, m_page.textWidth()); }

    void writeBlock(const Plot& plot) {
        if (!m_figures)
            return;
        const int height = twipsOf(plot.heightMillimetres);
        m_pictures.push_back(picture(plot, m_page.textWidth(), height));
        // A line of exact height would cut the picture off.
        m_xml.begin(QStringLiteral("p"));
        m_xml.begin(QStringLiteral("pPr"));
        m_xml.value(QStringLiteral("snapToGrid"), QStringLiteral("0"));
        m_xml.empty(QStringLiteral("spacing"), {{QStringLiteral("line"), QStringLiteral("240")},
                                                {QStringLiteral("lineRule"), QStringLiteral("auto")}});
        m_xml.end();
        m_xml.begin(QStringLiteral("r"));
        m_xml.begin(QStringLiteral("drawing"));
        writeInline(static_cast<int>(m_pictures.size()), descriptionOf(plot), m_page.textWidth() * kEmuPerTwip,
                    height * kEmuPerTwip);
        m_xml.end();
        m_xml.end();
        m_xml.end();
    }

    static QString descriptionOf(const Plot& plot) {
        const auto title = [](const auto& any) { return any.title; };
        const QString description = std::visit(title, plot.figure);
        return plot.beside ? description + QChar(u'；') + std::visit(title, *plot.beside) : description;
    }

    [[nodiscard]] QByteArray picture(const Plot& plot, int width, int height) const {
        const auto dots = [](int twips) { return twips * kDotsPerInch / kTwipsPerInch; };
        QImage image(dots(width), dots(height), QImage::Format_RGB32);
        constexpr double kInchesPerMetre = 1000 / kMillimetresPerInch;
        image.setDotsPerMeterX(qRound(kDotsPerInch * kInchesPerMetre));
        image.setDotsPerMeterY(qRound(kDotsPerInch * kInchesPerMetre));
        image.fill(Qt::white);
        QPainter painter(&image);
        paintPlot(painter, image.rect(), kDotsPerInch / kUnitsPerInch, plot, QFont(QStringLiteral("Noto Sans CJK SC")),
                  m_figures);
        painter.end();
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        return png;
    }

    void writeInline(int number, const QString& description, int width, int height) {
        QXmlStreamWriter& xml = m_xml.stream();
        const auto extent = [&](const QString& name) {
            xml.writeEmptyElement(name);
            xml.writeAttribute(QStringLiteral("cx"), QString::number(width));
            xml.writeAttribute(QStringLiteral("cy"), QString::number(height));
        };
        const auto begin = [&](const QString& name) { xml.writeStartElement(name); };
        const auto named = [&](const QString& name) {
            xml.writeEmptyElement(name);
            xml.writeAttribute(QStringLiteral("id"), QString::number(number));
            xml.writeAttribute(QStringLiteral("name"), QStringLiteral("Figure %1").arg(number));
            xml.writeAttribute(QStringLiteral("descr"), description);
        };
        begin(QStringLiteral("wp:inline"));
        xml.writeNamespace(QStringLiteral("http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
                           QStringLiteral("wp"));
        extent(QStringLiteral("wp:extent"));
        named(QStringLiteral("wp:docPr"));
        begin(QStringLiteral("a:graphic"));
        xml.writeNamespace(QStringLiteral("http://schemas.openxmlformats.org/drawingml/2006/main"),
                           QStringLiteral("a"));
        begin(QStringLiteral("a:graphicData"));
        const QString pictures = QStringLiteral("http://schemas.openxmlformats.org/drawingml/2006/picture");
        xml.writeAttribute(QStringLiteral("uri"), pictures);
        begin(QStringLiteral("pic:pic"));
        xml.writeNamespace(pictures, QStringLiteral("pic"));
        begin(QStringLiteral("pic:nvPicPr"));
        named(QStringLiteral("pic:cNvPr"));
        xml.writeEmptyElement(QStringLiteral("pic:cNvPicPr"));
        xml.writeEndElement();
        begin(QStringLiteral("pic:blipFill"));
        xml.writeEmptyElement(QStringLiteral("a:blip"));
        xml.writeAttribute(QStringLiteral("r:embed"), QStringLiteral("rIdPicture%1").arg(number));
        begin(QStringLiteral("a:stretch"));
        xml.writeEmptyElement(QStringLiteral("a:fillRect"));
        xml.writeEndElement();
        xml.writeEndElement();
        begin(QStringLiteral("pic:spPr"));
        begin(QStringLiteral("a:xfrm"));
        xml.writeEmptyElement(QStringLiteral("a:off"));
        xml.writeAttribute(QStringLiteral("x"), QStringLiteral("0"));
        xml.writeAttribute(QStringLiteral("y"), QStringLiteral("0"));
        extent(QStringLiteral("a:ext"));
        xml.writeEndElement();
        begin(QStringLiteral("a:prstGeom"));
        xml.writeAttribute(QStringLiteral("prst"), QStringLiteral("rect"));
        xml.writeEmptyElement(QStringLiteral("a:avLst"));
        xml.writeEndElement();
        for (int open = 0; open < 5; ++open) // spPr, pic, graphicData, graphic, inline
            xml.writeEndElement();
    }

    const Report& m_report;
    const FigurePainter& m_figures;
    QByteArray m_bytes;
    DocxXml m_xml;
    DocxPage m_page;
    std::vector<QByteArray> m_pictures;
};

QByteArray footer(const QString& foot) {
    QByteArray bytes;
    DocxXml xml(&bytes);
    xml.begin(QStringLiteral("ftr"));
    xml.begin(QStringLiteral("p"));
    xml.begin(QStringLiteral("pPr"));
    xml.value(QStringLiteral("pStyle"), docxStyleId(DocxStyle::Footer));
    xml.end();
    if (!foot.isEmpty())
        xml.run(foot + QStringLiteral("　"));
    xml.pageNumbers();
    xml.end();
    xml.end();
    return bytes;
}

/// A part of plain elements, without the prefix w.
class PlainXml {
public:
    PlainXml(const QString& root, const QString& nameSpace) : m_stream(&m_bytes) {
        m_stream.writeStartDocument(QStringLiteral("1.0"), true);
        m_stream.writeStartElement(root);
        m_stream.writeDefaultNamespace(nameSpace);
    }
    void add(const QString& name, const QList<std::pair<QString, QString>>& attributes) {
        m_stream.writeEmptyElement(name);
        for (const auto& [attribute, value] : attributes)
            m_stream.writeAttribute(attribute, value);
    }
    QByteArray finish() {
        m_stream.writeEndDocument();
        return m_bytes;
    }

private:
    QByteArray m_bytes;
    QXmlStreamWriter m_stream;
};

const QString kWordTypes = QStringLiteral("application/vnd.openxmlformats-officedocument.wordprocessingml.");
const QString kRelationTypes = QStringLiteral("http://schemas.openxmlformats.org/officeDocument/2006/relationships/");
const QString kPackage = QStringLiteral("http://schemas.openxmlformats.org/package/2006/");

QByteArray contentTypes() {
    PlainXml xml(QStringLiteral("Types"), kPackage + QStringLiteral("content-types"));
    const auto byExtension = [&](const char* extension, const QString& type) {
        xml.add(QStringLiteral("Default"),
                {{QStringLiteral("Extension"), QString::fromLatin1(extension)}, {QStringLiteral("ContentType"), type}});
    };
    const auto byName = [&](const char* part, const QString& type) {
        xml.add(QStringLiteral("Override"),
                {{QStringLiteral("PartName"), QString::fromLatin1(part)}, {QStringLiteral("ContentType"), type}});
    };
    byExtension("rels", QStringLiteral("application/vnd.openxmlformats-package.relationships+xml"));
    byExtension("xml", QStringLiteral("application/xml"));
    byExtension("png", QStringLiteral("image/png"));
    byName("/word/document.xml", kWordTypes + QStringLiteral("document.main+xml"));
    byName("/word/styles.xml", kWordTypes + QStringLiteral("styles+xml"));
    byName("/word/footer1.xml", kWordTypes + QStringLiteral("footer+xml"));
    byName("/docProps/core.xml", QStringLiteral("application/vnd.openxmlformats-package.core-properties+xml"));
    return xml.finish();
}

struct DocxRelationship {
    QString id;
    QString type;
    QString target;
};

QByteArray relationships(const std::vector<DocxRelationship>& list) {
    PlainXml xml(QStringLiteral("Relationships"), kPackage + QStringLiteral("relationships"));
    for (const DocxRelationship& relationship : list)
        xml.add(QStringLiteral("Relationship"), {{QStringLiteral("Id"), relationship.id},
                                                 {QStringLiteral("Type"), relationship.type},
                                                 {QStringLiteral("Target"), relationship.target}});
    return xml.finish();
}

QByteArray coreProperties(const Report& report) {
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    const QString dublinCore = QStringLiteral("http://purl.org/dc/elements/1.1/");
    const QString terms = QStringLiteral("http://purl.org/dc/terms/");
    const QString instance = QStringLiteral("http://www.w3.org/2001/XMLSchema-instance");
    xml.writeStartDocument(QStringLiteral("1.0"), true);
    xml.writeStartElement(QStringLiteral("cp:coreProperties"));
    xml.writeNamespace(kPackage + QStringLiteral("metadata/core-properties"), QStringLiteral("cp"));
    xml.writeNamespace(dublinCore, QStringLiteral("dc"));
    xml.writeNamespace(terms, QStringLiteral("dcterms"));
    xml.writeNamespace(instance, QStringLiteral("xsi"));
    xml.writeTextElement(QStringLiteral("dc:title"), report.title);
    xml.writeTextElement(QStringLiteral("dc:creator"), report.author);
    xml.writeStartElement(QStringLiteral("dcterms:created"));
    xml.writeAttribute(QStringLiteral("xsi:type"), QStringLiteral("dcterms:W3CDTF"));
    xml.writeCharacters(report.date.toString(Qt::ISODate) + QStringLiteral("T00:00:00Z"));
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

std::vector<sheet::ZipPart> partsOf(const Report& report, const FigurePainter& figures) {
    Body body(report, figures);
    body.write();
    std::vector<DocxRelationship> ofDocument{
        {QStringLiteral("rIdStyles"), kRelationTypes + QStringLiteral("styles"), QStringLiteral("styles.xml")},
        {kFooterId, kRelationTypes + QStringLiteral("footer"), QStringLiteral("footer1.xml")}};
    std::vector<sheet::ZipPart> pictures;
    for (std::size_t i = 0; i < body.pictures().size(); ++i) {
        const QString target = QStringLiteral("media/figure%1.png").arg(i + 1);
        ofDocument.push_back(
            {QStringLiteral("rIdPicture%1").arg(i + 1), kRelationTypes + QStringLiteral("image"), target});
        pictures.push_back({QStringLiteral("word/") + target, body.pictures()[i]});
    }
    std::vector<sheet::ZipPart> parts{
        {QStringLiteral("[Content_Types].xml"), contentTypes()},
        {QStringLiteral("_rels/.rels"),
         relationships({{QStringLiteral("rId1"), kRelationTypes + QStringLiteral("officeDocument"),
                         QStringLiteral("word/document.xml")},
                        {QStringLiteral("rId2"), kPackage + QStringLiteral("relationships/metadata/core-properties"),
                         QStringLiteral("docProps/core.xml")}})},
        {QStringLiteral("word/document.xml"), body.bytes()},
        {QStringLiteral("word/styles.xml"), docxStyles(report.style)},
        {QStringLiteral("word/footer1.xml"), footer(report.foot)},
        {QStringLiteral("word/_rels/document.xml.rels"), relationships(ofDocument)},
        {QStringLiteral("docProps/core.xml"), coreProperties(report)}};
    std::ranges::move(pictures, std::back_inserter(parts));
    return parts;
}

} // namespace

base::Outcome renderDocx(const Report& report, const FigurePainter& figures, const QString& path) {
    return sheet::writeZip(path, partsOf(report, figures));
}

} // namespace junheng::document
