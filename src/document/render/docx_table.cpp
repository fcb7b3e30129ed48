#include "document/render/docx_table.h"

#include <algorithm>

namespace junheng::document {

namespace {

constexpr int kSidePadding = 60;   // twips
constexpr int kHeightPadding = 44; // as much as on paper, so that pages break alike

QString number(int value) {
    return QString::number(value);
}

void writeLine(DocxXml& xml, DocxStyle style, const QString& text) {
    xml.begin(QStringLiteral("p"));
    xml.begin(QStringLiteral("pPr"));
    xml.value(QStringLiteral("pStyle"), docxStyleId(style));
    xml.end();
    xml.run(text);
    xml.end();
}

/// Writes the rows of one table.
class DocxTableWriter {
public:
    DocxTableWriter(DocxXml& xml, const Table& table, int width) : m_xml(xml), m_table(table) {
        const double characters = table.width();
        double left = 0;
        m_lefts.push_back(0);
        for (const double column : table.columnWidths) {
            left += column;
            m_lefts.push_back(static_cast<int>(left * width / characters));
        }
    }

    void write() {
        m_xml.begin(QStringLiteral("tbl"));
        writeProperties();
        m_xml.begin(QStringLiteral("tblGrid"));
        for (std::size_t i = 0; i + 1 < m_lefts.size(); ++i)
            m_xml.empty(QStringLiteral("gridCol"), {{QStringLiteral("w"), number(m_lefts[i + 1] - m_lefts[i])}});
        m_xml.end();
        writeRows(m_table.head, true);
        writeRows(m_table.body, false);
        m_xml.end();
    }

private:
    void writeProperties() {
        m_xml.begin(QStringLiteral("tblPr"));
        m_xml.empty(QStringLiteral("tblW"),
                    {{QStringLiteral("w"), number(m_lefts.back())}, {QStringLiteral("type"), QStringLiteral("dxa")}});
        m_xml.value(QStringLiteral("jc"), QStringLiteral("center"));
        m_xml.begin(QStringLiteral("tblBorders"));
        for (const char* edge : {"top", "left", "bottom", "right", "insideH", "insideV"})
            m_xml.empty(QString::fromLatin1(edge), {{QStringLiteral("val"), QStringLiteral("single")},
                                                    {QStringLiteral("sz"), QStringLiteral("4")},
                                                    {QStringLiteral("space"), QStringLiteral("0")},
                                                    {QStringLiteral("color"), QStringLiteral("000000")}});
        m_xml.end();
        m_xml.empty(QStringLiteral("tblLayout"), {{QStringLiteral("type"), QStringLiteral("fixed")}});
        m_xml.begin(QStringLiteral("tblCellMar"));
        for (const auto& [edge, padding] : {std::pair("top", kHeightPadding), std::pair("left", kSidePadding),
                                            std::pair("bottom", kHeightPadding), std::pair("right", kSidePadding)})
            m_xml.empty(QString::fromLatin1(edge),
                        {{QStringLiteral("w"), number(padding)}, {QStringLiteral("type"), QStringLiteral("dxa")}});
        m_xml.end();
        m_xml.end();
    }

    void writeRows(const std::vector<Row>& rows, bool inHead) {
        // How many more rows the cell that covers a column still has, and how wide it is.
        std::vector<int> rowsLeft(m_table.columnWidths.size(), 0);
        std::vector<int> widths(m_table.columnWidths.size(), 1);
        for (const Row& row : rows) {
            m_inLastRow = !inHead && &row == &rows.back();
            m_xml.begin(QStringLiteral("tr"));
            m_xml.begin(QStringLiteral("trPr"));
            m_xml.empty(QStringLiteral("cantSplit"));
            if (inHead)
                m_xml.empty(QStringLiteral("tblHeader"));
            m_xml.end();
            auto next = row.cells.begin();
            for (int column = 0; column < static_cast<int>(rowsLeft.size());) {
                const auto index = static_cast<std::size_t>(column);
                if (next != row.cells.end() && next->column == column) {
                    writeCell(*next, inHead);
                    rowsLeft[index] = next->rows - 1;
                    widths[index] = next->columns;
                    ++next;
                } else if (rowsLeft[index] > 0) {
                    --rowsLeft[index];
                    writeCovered(column, widths[index], inHead);
                } else {
                    widths[index] = 1;
                    writeCovered(column, 0, inHead);
                }
                column += widths[index];
            }
            m_xml.end();
        }
    }

    [[nodiscard]] DocxStyle styleOf(bool inHead) const {
        if (m_table.onOwnPages)
            return inHead ? DocxStyle::HeadCell : DocxStyle::Cell;
        return inHead ? DocxStyle::InlineHead : DocxStyle::InlineCell;
    }

    void beginCell(int column, int columns, const QString& merge, const QString& fill) {
        m_xml.begin(QStringLiteral("tc"));
        m_xml.begin(QStringLiteral("tcPr"));
        const auto first = static_cast<std::size_t>(column);
        m_xml.empty(QStringLiteral("tcW"),
                    {{QStringLiteral("w"), number(m_lefts[first + static_cast<std::size_t>(columns)] - m_lefts[first])},
                     {QStringLiteral("type"), QStringLiteral("dxa")}});
        if (columns > 1)
            m_xml.value(QStringLiteral("gridSpan"), columns);
        if (!merge.isEmpty())
            m_xml.value(QStringLiteral("vMerge"), merge);
        if (!fill.isEmpty())
            m_xml.empty(QStringLiteral("shd"), {{QStringLiteral("val"), QStringLiteral("clear")},
                                                {QStringLiteral("color"), QStringLiteral("auto")},
                                                {QStringLiteral("fill"), fill}});
        m_xml.value(QStringLiteral("vAlign"), QStringLiteral("center"));
        m_xml.end();
    }

    void writeCell(const Cell& cell, bool inHead) {
        beginCell(cell.column, cell.columns, cell.rows > 1 ? QStringLiteral("restart") : QString(),
                  inHead ? QStringLiteral("F0F0F0") : docxFill(cell.mark));
        m_xml.begin(QStringLiteral("p"));
        m_xml.begin(QStringLiteral("pPr"));
        m_xml.value(QStringLiteral("pStyle"), docxStyleId(styleOf(inHead)));
        if (!m_table.onOwnPages && !m_inLastRow)
            m_xml.empty(QStringLiteral("keepNext")); // a small table stays whole
        if (const Align align = printedAlign(cell); !inHead && align != Align::Left)
            m_xml.value(QStringLiteral("jc"),
                        align == Align::Right ? QStringLiteral("right") : QStringLiteral("center"));
        m_xml.end();
        // The shading of the cell says 待填报 already.
        m_xml.run(cell.text + cell.suffix, cell.mark == Mark::Missing ? Mark::None : cell.mark);
        m_xml.end();
        m_xml.end();
    }

    // A place below a merged cell, or one where the model has none.
    void writeCovered(int column, int columns, bool inHead) {
        beginCell(column, std::max(columns, 1), columns > 0 ? QStringLiteral("continue") : QString(),
                  inHead ? QStringLiteral("F0F0F0") : QString());
        m_xml.empty(QStringLiteral("p"));
        m_xml.end();
    }

    DocxXml& m_xml;
    const Table& m_table;
    bool m_inLastRow = false;
    std::vector<int> m_lefts; ///< of every column, and the right edge
};

// Left, centre and right of one line.
void writeCaption(DocxXml& xml, const Caption& caption, int width) {
    if (caption.left.isEmpty() && caption.centre.isEmpty() && caption.right.isEmpty())
        return;
    xml.begin(QStringLiteral("p"));
    xml.begin(QStringLiteral("pPr"));
    xml.value(QStringLiteral("pStyle"), docxStyleId(DocxStyle::Cell));
    xml.empty(QStringLiteral("keepNext"));
    xml.begin(QStringLiteral("tabs"));
    xml.empty(QStringLiteral("tab"),
              {{QStringLiteral("val"), QStringLiteral("center")}, {QStringLiteral("pos"), number(width / 2)}});
    xml.empty(QStringLiteral("tab"),
              {{QStringLiteral("val"), QStringLiteral("right")}, {QStringLiteral("pos"), number(width)}});
    xml.end();
    xml.end();
    xml.run(caption.left);
    for (const QString& part : {caption.centre, caption.right}) {
        xml.begin(QStringLiteral("r"));
        xml.empty(QStringLiteral("tab"));
        xml.end();
        xml.run(part);
    }
    xml.end();
}

} // namespace

void writeDocxTable(DocxXml& xml, const Table& table, int width) {
    if (!table.title.isEmpty())
        writeLine(xml, DocxStyle::TableTitle, table.title);
    writeCaption(xml, table.caption, width);
    DocxTableWriter(xml, table, width).write();
    const DocxStyle style = table.onOwnPages ? DocxStyle::Cell : DocxStyle::InlineCell;
    for (const QString& note : table.notes)
        writeLine(xml, style, note);
    if (!table.signature.isEmpty())
        writeLine(xml, style, table.signature);
    else if (table.notes.isEmpty())
        writeLine(xml, style, {}); // two tables without a paragraph between them would become one
}

} // namespace junheng::document
