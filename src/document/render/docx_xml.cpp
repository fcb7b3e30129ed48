#include "document/render/docx_xml.h"

#include "document/paper/fills.h"
#include "document/tr.h"
#include "sheet/writer_text.h"

#include <array>
#include <utility>

namespace junheng::document {

namespace {

constexpr int kShortEdge = 11906; // A4
constexpr int kLongEdge = 16838;

struct Margins {
    int top;
    int bottom;
    int left;
    int right;
};

// GB/T 9704: 37 mm above, 28 mm beside the binding, a text area of 156 x 225 mm; forms as they are printed elsewhere.
Margins marginsOf(const DocxPage& page) {
    if (page.style == Style::Official && !page.across)
        return {.top = twipsOf(37), .bottom = twipsOf(35), .left = twipsOf(28), .right = twipsOf(26)};
    return {.top = twipsOf(15), .bottom = twipsOf(18), .left = twipsOf(14), .right = twipsOf(14)};
}

// 22 lines of 28 characters: 637.8 / 22 points a line; 442.2 / 28 = 15.79 points a character, 0.25 less than its size.
// Said of every run and not by a grid of characters, in which LibreOffice gives such a character two places.
constexpr int kOfficialLinePitch = 579;
constexpr int kOfficialSpacing = -5;
constexpr int kOfficialBody = 32; // 三号

const QString kRelations = QStringLiteral("http://schemas.openxmlformats.org/officeDocument/2006/relationships");

struct StyleLook {
    DocxStyle style;
    const char* id;
    const char* name;      ///< as Word names it, so that its own lists know it
    const char* eastAsian; ///< in an official document
    int size;              ///< half points, official
    const char* formFace;
    int formSize;
    bool bold;
    int outline; ///< level of the outline, from 0; -1: none

    [[nodiscard]] constexpr int sizeIn(Style document) const { return document == Style::Official ? size : formSize; }
};

constexpr std::array<StyleLook, 15> kLooks{{
    {DocxStyle::Title, "Title", "Title", "方正小标宋简体", 44, "黑体", 32, false, -1},
    {DocxStyle::Heading1, "Heading1", "heading 1", "黑体", 32, "黑体", 28, false, 0},
    {DocxStyle::Heading2, "Heading2", "heading 2", "楷体_GB2312", 32, "黑体", 24, false, 1},
    {DocxStyle::Heading3, "Heading3", "heading 3", "仿宋_GB2312", 32, "黑体", 21, true, 2},
    {DocxStyle::TableTitle, "TableTitle", "Table Title", "黑体", 28, "黑体", 28, false, 1},
    {DocxStyle::Body, "BodyText", "Body Text", "仿宋_GB2312", 32, "宋体", 21, false, -1},
    {DocxStyle::Plain, "PlainText", "Plain Text", "仿宋_GB2312", 32, "宋体", 21, false, -1},
    {DocxStyle::Note, "Note", "Note", "仿宋_GB2312", 24, "宋体", 18, false, -1},
    {DocxStyle::Centred, "Subtitle", "Subtitle", "楷体_GB2312", 32, "宋体", 21, false, -1},
    {DocxStyle::Closing, "Closing", "Closing", "仿宋_GB2312", 32, "宋体", 21, false, -1},
    {DocxStyle::Cell, "TableCell", "Table Cell", "宋体", 18, "宋体", 18, false, -1},
    {DocxStyle::HeadCell, "TableHead", "Table Head", "黑体", 18, "黑体", 18, false, -1},
    {DocxStyle::InlineCell, "InlineCell", "Inline Cell", "宋体", 21, "宋体", 18, false, -1},
    {DocxStyle::InlineHead, "InlineHead", "Inline Head", "黑体", 21, "黑体", 18, false, -1},
    {DocxStyle::Footer, "Footer", "footer", "宋体", 28, "宋体", 18, false, -1},
}};

const StyleLook& lookOf(DocxStyle style) {
    return kLooks[static_cast<std::size_t>(std::to_underlying(style))];
}

bool isHeading(DocxStyle style) {
    return style <= DocxStyle::TableTitle;
}

// In and around tables, where the lines of the page do not count.
bool isOfTable(DocxStyle style) {
    return style == DocxStyle::TableTitle || style == DocxStyle::Note ||
           (style >= DocxStyle::Cell && style <= DocxStyle::InlineHead);
}

void writeFace(DocxXml& xml, const DocxFace& face) {
    xml.empty(QStringLiteral("rFonts"), {{QStringLiteral("ascii"), face.latin},
                                         {QStringLiteral("hAnsi"), face.latin},
                                         {QStringLiteral("eastAsia"), face.eastAsian},
                                         {QStringLiteral("cs"), face.latin}});
    if (face.bold)
        xml.empty(QStringLiteral("b"));
    if (face.italic)
        xml.empty(QStringLiteral("i"));
    if (face.spacing != 0)
        xml.value(QStringLiteral("spacing"), face.spacing);
    if (face.size > 0) {
        xml.value(QStringLiteral("sz"), face.size);
        xml.value(QStringLiteral("szCs"), face.size);
    }
}

void writeSpacing(DocxXml& xml, DocxStyle style, Style document) {
    if (isOfTable(style) || document == Style::Form)
        xml.empty(QStringLiteral("spacing"),
                  {{QStringLiteral("before"), isHeading(style) ? QStringLiteral("120") : QStringLiteral("0")},
                   {QStringLiteral("after"), isHeading(style) ? QStringLiteral("60") : QStringLiteral("0")}});
    else
        xml.empty(QStringLiteral("spacing"),
                  {{QStringLiteral("line"), QString::number(style == DocxStyle::Title ? 700 : kOfficialLinePitch)},
                   {QStringLiteral("lineRule"), QStringLiteral("exact")}});
}

void writeParagraphLook(DocxXml& xml, DocxStyle style, Style document) {
    xml.begin(QStringLiteral("pPr"));
    if (isHeading(style)) {
        xml.empty(QStringLiteral("keepNext"));
        xml.empty(QStringLiteral("keepLines"));
    }
    xml.empty(QStringLiteral("widowControl"));
    if (isOfTable(style) || style == DocxStyle::Footer)
        xml.value(QStringLiteral("snapToGrid"), QStringLiteral("0"));
    writeSpacing(xml, style, document);
    const bool indented = style == DocxStyle::Body || (document == Style::Official && isHeading(style) &&
                                                       style != DocxStyle::Title && style != DocxStyle::TableTitle);
    if (indented)
        xml.empty(QStringLiteral("ind"), {{QStringLiteral("firstLineChars"), QStringLiteral("200")},
                                          {QStringLiteral("firstLine"), QString::number(2 * 10 * lookOf(style).size)}});
    if (style == DocxStyle::Title || style == DocxStyle::Centred || style == DocxStyle::TableTitle ||
        style == DocxStyle::HeadCell || style == DocxStyle::InlineHead || style == DocxStyle::Footer)
        xml.value(QStringLiteral("jc"), QStringLiteral("center"));
    else if (style == DocxStyle::Closing)
        xml.value(QStringLiteral("jc"), QStringLiteral("right"));
    if (lookOf(style).outline >= 0)
        xml.value(QStringLiteral("outlineLvl"), lookOf(style).outline);
    xml.end();
}

void writeStyle(DocxXml& xml, const StyleLook& look, Style document) {
    const bool official = document == Style::Official;
    xml.begin(QStringLiteral("style"), {{QStringLiteral("type"), QStringLiteral("paragraph")},
                                        {QStringLiteral("styleId"), QString::fromLatin1(look.id)}});
    xml.value(QStringLiteral("name"), QString::fromUtf8(look.name));
    xml.value(QStringLiteral("basedOn"), QStringLiteral("Normal"));
    xml.empty(QStringLiteral("qFormat"));
    writeParagraphLook(xml, look.style, document);
    xml.begin(QStringLiteral("rPr"));
    writeFace(xml, {.eastAsian = QString::fromUtf8(official ? look.eastAsian : look.formFace),
                    .latin = QStringLiteral("Times New Roman"),
                    .size = look.sizeIn(document),
                    .spacing = official && look.size == kOfficialBody ? kOfficialSpacing : 0,
                    .bold = look.bold});
    xml.end();
    xml.end();
}

} // namespace

int DocxPage::width() const {
    return across ? kLongEdge : kShortEdge;
}

int DocxPage::height() const {
    return across ? kShortEdge : kLongEdge;
}

int DocxPage::textWidth() const {
    const Margins margins = marginsOf(*this);
    return width() - margins.left - margins.right;
}

int DocxPage::textHeight() const {
    const Margins margins = marginsOf(*this);
    return height() - margins.top - margins.bottom;
}

QString docxStyleId(DocxStyle style) {
    return QString::fromLatin1(lookOf(style).id);
}

QString docxFill(Mark mark) {
    const QColor fill = fillOf(mark);
    return fill.isValid() ? fill.name().mid(1).toUpper() : QString();
}

QByteArray docxStyles(Style style) {
    QByteArray bytes;
    DocxXml xml(&bytes);
    xml.begin(QStringLiteral("styles"));
    xml.begin(QStringLiteral("docDefaults"));
    xml.begin(QStringLiteral("rPrDefault"));
    xml.begin(QStringLiteral("rPr"));
    writeFace(xml, {.eastAsian = QStringLiteral("宋体"), .latin = QStringLiteral("Times New Roman"), .size = 21});
    xml.empty(QStringLiteral("lang"), {{QStringLiteral("val"), QStringLiteral("en-US")},
                                       {QStringLiteral("eastAsia"), QStringLiteral("zh-CN")}});
    xml.end();
    xml.end();
    xml.end();
    xml.begin(QStringLiteral("style"), {{QStringLiteral("type"), QStringLiteral("paragraph")},
                                        {QStringLiteral("default"), QStringLiteral("1")},
                                        {QStringLiteral("styleId"), QStringLiteral("Normal")}});
    xml.value(QStringLiteral("name"), QStringLiteral("Normal"));
    xml.end();
    for (const StyleLook& look : kLooks)
        writeStyle(xml, look, style);
    xml.end();
    return bytes;
}

DocxXml::DocxXml(QByteArray* target) : m_stream(target) {
    m_stream.writeStartDocument(QStringLiteral("1.0"), true);
    m_stream.writeNamespace(QStringLiteral("http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
                            QStringLiteral("w"));
    m_stream.writeNamespace(kRelations, QStringLiteral("r"));
}

DocxXml::~DocxXml() {
    m_stream.writeEndDocument();
}

void DocxXml::attributes(const Attributes& attributes) {
    for (const auto& [name, value] : attributes)
        m_stream.writeAttribute(name.contains(QChar(u':')) ? name : QStringLiteral("w:") + name, value);
}

void DocxXml::begin(const QString& name, const Attributes& list) {
    m_stream.writeStartElement(QStringLiteral("w:") + name);
    attributes(list);
}

void DocxXml::end() {
    m_stream.writeEndElement();
}

void DocxXml::empty(const QString& name, const Attributes& list) {
    m_stream.writeEmptyElement(QStringLiteral("w:") + name);
    attributes(list);
}

void DocxXml::value(const QString& name, const QString& value) {
    empty(name, {{QStringLiteral("val"), value}});
}

void DocxXml::text(const QString& text) {
    m_stream.writeStartElement(QStringLiteral("w:t"));
    m_stream.writeAttribute(QStringLiteral("xml:space"), QStringLiteral("preserve"));
    m_stream.writeCharacters(text);
    m_stream.writeEndElement();
}

void DocxXml::run(const QString& words, Mark mark, const DocxFace* face) {
    begin(QStringLiteral("r"));
    if (mark != Mark::None || face != nullptr) {
        begin(QStringLiteral("rPr"));
        if (face != nullptr)
            writeFace(*this, *face);
        if (mark == Mark::Failing)
            empty(QStringLiteral("b"));
        if (mark == Mark::Floor)
            empty(QStringLiteral("i"));
        if (mark == Mark::Missing)
            empty(QStringLiteral("shd"), {{QStringLiteral("val"), QStringLiteral("clear")},
                                          {QStringLiteral("color"), QStringLiteral("auto")},
                                          {QStringLiteral("fill"), docxFill(mark)}});
        end();
    }
    const QStringList lines = QString::fromStdString(sheet::xmlText(words)).split(QChar(u'\n'));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i > 0)
            empty(QStringLiteral("br"));
        text(lines[i]);
    }
    end();
}

void DocxXml::field(const QString& instruction) {
    begin(QStringLiteral("fldSimple"), {{QStringLiteral("instr"), instruction}});
    run(QStringLiteral("1"));
    end();
}

void DocxXml::pageNumbers() {
    run(tr("第 "));
    field(QStringLiteral("PAGE"));
    run(tr(" 页 共 "));
    field(QStringLiteral("NUMPAGES"));
    run(tr(" 页"));
}

void DocxXml::sectionProperties(const DocxPage& page, const QString& footerId) {
    const Margins margins = marginsOf(page);
    begin(QStringLiteral("sectPr"));
    empty(QStringLiteral("footerReference"),
          {{QStringLiteral("type"), QStringLiteral("default")}, {QStringLiteral("r:id"), footerId}});
    value(QStringLiteral("type"), QStringLiteral("nextPage"));
    Attributes size{{QStringLiteral("w"), QString::number(page.width())},
                    {QStringLiteral("h"), QString::number(page.height())}};
    if (page.across)
        size.append({QStringLiteral("orient"), QStringLiteral("landscape")});
    empty(QStringLiteral("pgSz"), size);
    empty(QStringLiteral("pgMar"), {{QStringLiteral("top"), QString::number(margins.top)},
                                    {QStringLiteral("right"), QString::number(margins.right)},
                                    {QStringLiteral("bottom"), QString::number(margins.bottom)},
                                    {QStringLiteral("left"), QString::number(margins.left)},
                                    {QStringLiteral("header"), QString::number(twipsOf(10))},
                                    {QStringLiteral("footer"), QString::number(margins.bottom - twipsOf(10))},
                                    {QStringLiteral("gutter"), QStringLiteral("0")}});
    if (page.style == Style::Official && !page.across)
        empty(QStringLiteral("docGrid"), {{QStringLiteral("type"), QStringLiteral("lines")},
                                          {QStringLiteral("linePitch"), QString::number(kOfficialLinePitch)}});
    end();
}

} // namespace junheng::document
