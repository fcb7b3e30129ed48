// WordprocessingML: elements in the order in which ECMA-376 wants the children of each.
#pragma once

#include "document/report.h"

#include <QByteArray>
#include <QList>
#include <QXmlStreamWriter>

#include <cmath>

namespace junheng::document {

/// Lengths are twips: 1/20 point, 1/1440 inch.
inline int twipsOf(double millimetres) {
    return static_cast<int>(std::lround(millimetres * 1440 / 25.4));
}

/// One sheet of paper and what is left of it for text. A4.
struct DocxPage {
    bool across = false;
    Style style = Style::Form;

    [[nodiscard]] int width() const;
    [[nodiscard]] int height() const;
    [[nodiscard]] int textWidth() const;
    [[nodiscard]] int textHeight() const;
};

/// Fonts as documents name them; size in half points.
struct DocxFace {
    QString eastAsian;
    QString latin;
    int size = 0;
    int spacing = 0; ///< between characters, twips
    bool bold = false;
    bool italic = false;
};

/// What a paragraph is set in: the names of the document's styles.
enum class DocxStyle : std::uint8_t {
    Title,
    Heading1,
    Heading2,
    Heading3,
    TableTitle, ///< a heading of level 2, by its look a table's title
    Body,
    Plain,
    Note,
    Centred,
    Closing,
    Cell,
    HeadCell,
    InlineCell, ///< of a table in the running text
    InlineHead,
    Footer
};

/// The id of a style, as a paragraph refers to it.
QString docxStyleId(DocxStyle style);
/// word/styles.xml.
QByteArray docxStyles(Style style);

/// Writes elements of the prefix w.
class DocxXml {
public:
    explicit DocxXml(QByteArray* target);
    ~DocxXml();
    DocxXml(const DocxXml&) = delete;
    DocxXml& operator=(const DocxXml&) = delete;

    using Attributes = QList<std::pair<QString, QString>>;

    void begin(const QString& name, const Attributes& attributes = {});
    void end();
    void empty(const QString& name, const Attributes& attributes = {});
    /// <w:name w:val="value"/>
    void value(const QString& name, const QString& value);
    void value(const QString& name, int number) { value(name, QString::number(number)); }
    /// A run of text; line breaks become <w:br/>.
    void run(const QString& text, Mark mark = Mark::None, const DocxFace* face = nullptr);
    /// 第 x 页 共 y 页 by fields.
    void pageNumbers();
    void sectionProperties(const DocxPage& page, const QString& footerId);
    [[nodiscard]] QXmlStreamWriter& stream() { return m_stream; }

private:
    void attributes(const Attributes& attributes);
    void text(const QString& text);
    void field(const QString& instruction);

    QXmlStreamWriter m_stream;
};

/// The colour behind what is marked, "F6E7B0"; empty for none.
QString docxFill(Mark mark);

} // namespace junheng::document
