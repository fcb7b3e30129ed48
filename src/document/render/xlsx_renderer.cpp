#include "document/render/xlsx_renderer.h"

#include "document/render/row_height.h"
#include "document/tr.h"
#include "sheet/workbook_writer.h"

#include <QTimeZone>

#include <algorithm>
#include <cmath>
#include <utility>

namespace junheng::document {

namespace {

constexpr double kTitlePoints = 16;
constexpr double kTitleHeight = 30;
// Also told apart in black and white: by lightness, and by slant and weight.
constexpr std::uint32_t kFloorFill = 0xFFE699;
constexpr std::uint32_t kFailingFill = 0xF4A870;
constexpr std::uint32_t kMissingFill = 0xE3E3E3;
constexpr std::uint32_t kEnteredFill = 0xDDEBF7;
constexpr std::uint32_t kCheckColour = 0x7F7F7F;
constexpr double kWorkingPoints = 10;
constexpr std::size_t kRowsOfAPage = 30; // of a sheet without head, which would become too small to read

sheet::Format plainFormat(sheet::HorizontalAlignment horizontal) {
    return {.fontName = QStringLiteral("宋体"),
            .fontSize = 11,
            .horizontal = horizontal,
            .vertical = sheet::VerticalAlignment::Centre,
            .wrap = true};
}

sheet::Format titleFormat() {
    sheet::Format format = plainFormat(sheet::HorizontalAlignment::Centre);
    format.fontName = QStringLiteral("黑体");
    format.fontSize = kTitlePoints;
    return format;
}

void applyMark(sheet::Format& format, Mark mark) {
    switch (mark) {
    case Mark::None:
        break;
    case Mark::Floor:
        format.fillColour = kFloorFill;
        format.italic = true;
        break;
    case Mark::Failing:
        format.fillColour = kFailingFill;
        format.bold = true;
        break;
    case Mark::Missing:
        format.fillColour = kMissingFill;
        break;
    }
}

// 0.00"①": the sign is part of the look, so the cell stays a number. Empty for as many decimals as there are.
QString numberFormat(const Cell& cell) {
    const int decimals = cell.number ? cell.number->decimals : cell.decimals;
    if (decimals == kAllDecimals)
        return {};
    QString format = QStringLiteral("0");
    if (decimals > 0)
        format += QChar(u'.') + QString(decimals, QChar(u'0'));
    if (!cell.suffix.isEmpty())
        format += QStringLiteral("\"%1\"").arg(cell.suffix);
    return format;
}

sheet::Format formatOf(const Cell& cell, TableKind kind, bool inHead) {
    constexpr sheet::HorizontalAlignment kAlignments[] = {
        sheet::HorizontalAlignment::Left, sheet::HorizontalAlignment::Centre, sheet::HorizontalAlignment::Right};
    sheet::Format format = plainFormat(kAlignments[std::to_underlying(cell.align)]);
    format.border = sheet::Border::Thin;
    if (kind == TableKind::Working) {
        format.fontSize = kWorkingPoints;
        format.wrap = inHead;
    }
    if (cell.number || !cell.formula.isEmpty())
        format.numberFormat = numberFormat(cell);
    if (cell.role == Role::Entered)
        format.fillColour = kEnteredFill;
    if (cell.role == Role::Check)
        format.fontColour = kCheckColour;
    applyMark(format, cell.mark);
    return format;
}

sheet::ChartRange drawn(const ChartCells& cells) {
    return {.sheet = cells.sheet,
            .range = {.top = cells.firstRow, .left = cells.column, .bottom = cells.lastRow, .right = cells.column}};
}

sheet::WorkbookChart drawn(const Chart& chart) {
    sheet::WorkbookChart result{.title = chart.title,
                                .valueTitle = chart.unit,
                                .fontName = QStringLiteral("宋体"),
                                .categories = drawn(chart.categories),
                                .series = {}};
    for (const ChartSeries& series : chart.series)
        result.series.push_back({.name = series.name,
                                 .cells = drawn(series.cells),
                                 .kind = series.kind == SeriesKind::Bars ? sheet::WorkbookSeriesKind::Bars
                                                                         : sheet::WorkbookSeriesKind::Level});
    return result;
}

/// Writes one table from top to bottom.
class XlsxTableWriter {
public:
    XlsxTableWriter(const Table& table, sheet::SheetWriter sheet) : m_table(table), m_sheet(sheet) {}

    void write() {
        for (std::size_t i = 0; i < m_table.columnWidths.size(); ++i)
            m_sheet.setColumnWidth(static_cast<int>(i), static_cast<int>(i), m_table.columnWidths[i]);
        m_sheet.merge({.top = m_row, .left = 0, .bottom = m_row, .right = lastColumnOfFirstPage()}, m_table.title,
                      titleFormat());
        m_sheet.setRowHeight(m_row++, kTitleHeight);
        if (m_table.kind == TableKind::Working)
            writeLine(m_table.caption.left);
        else
            writeCaption();
        writeHead();
        for (const Row& row : m_table.body)
            writeRow(row, false);
        writeConditionalMarks(m_row - static_cast<int>(m_table.body.size()));
        writeCharts(m_row - static_cast<int>(m_table.body.size()));
        for (const QString& note : m_table.notes)
            writeLine(note);
        if (!m_table.signature.isEmpty())
            writeLine(m_table.signature);
    }

private:
    [[nodiscard]] int lastColumn() const { return static_cast<int>(m_table.columnWidths.size()) - 1; }

    void writeHead() {
        const int firstHeadRow = m_row;
        for (const Row& row : m_table.head)
            writeRow(m_table.kind == TableKind::Working ? withUnitsBelow(row) : row, true);
        if (!m_table.head.empty())
            m_sheet.freeze(m_row, m_table.frozenColumns);
        setPage(m_table.head.empty()
                    ? std::nullopt
                    : std::optional(sheet::CellRange{
                          .top = firstHeadRow, .left = 0, .bottom = m_row - 1, .right = lastColumn()}));
    }

    [[nodiscard]] Row withUnitsBelow(Row row) const {
        for (Cell& cell : row.cells)
            cell.text = withUnitBelow(cell.text, widthOf(cell, m_table.columnWidths));
        return row;
    }

    void writeConditionalMarks(int firstBodyRow) {
        for (const ConditionalMark& conditional : m_table.conditionalMarks) {
            sheet::Format look;
            applyMark(look, conditional.mark);
            m_sheet.formatWhere({.top = firstBodyRow + conditional.firstRow,
                                 .left = conditional.firstColumn,
                                 .bottom = firstBodyRow + conditional.lastRow,
                                 .right = conditional.lastColumn},
                                conditional.formula, look);
        }
    }

    void writeCharts(int firstBodyRow) {
        constexpr double kPixelsAPoint = 96.0 / 72;
        constexpr double kPixelsACharacter = 7;
        constexpr int kColumnPadding = 5; // pixels
        for (const Chart& chart : m_table.charts) {
            const int row = firstBodyRow + chart.bodyRow;
            const double width = m_table.columnWidths[static_cast<std::size_t>(chart.column)] * kPixelsACharacter;
            // From edge to edge: programs that draw columns wider or narrower then stretch the chart with them.
            m_sheet.setRowHeight(row, chart.heightPoints);
            m_sheet.addChart(row, chart.column, static_cast<int>(std::lround(width)) + kColumnPadding,
                             static_cast<int>(std::lround(chart.heightPoints * kPixelsAPoint)), drawn(chart));
        }
    }

    // Pages beside one another.
    [[nodiscard]] int pagesWide() const {
        constexpr double kA3Characters = 360;
        return std::max(1, static_cast<int>(std::ceil(m_table.width() / kA3Characters)));
    }

    // A title across pages would be torn.
    [[nodiscard]] int lastColumnOfFirstPage() const {
        if (pagesWide() == 1)
            return lastColumn();
        const double room = m_table.width() / pagesWide();
        int columns = 0;
        for (double passed = 0; columns <= lastColumn() && passed <= room; ++columns)
            passed += m_table.columnWidths[static_cast<std::size_t>(columns)];
        return std::max(0, columns - 2);
    }

    void setPage(const std::optional<sheet::CellRange>& head) {
        // Pages are scaled to the width of the table; letters keep some six points, and what is wider takes pages
        // beside one another.
        constexpr double kA4Characters = 230;
        const double width = m_table.width();
        m_sheet.setPage(
            {.paper = width > kA4Characters ? sheet::Paper::A3 : sheet::Paper::A4,
             .orientation = width > kUprightCharacters ? sheet::Orientation::Landscape : sheet::Orientation::Portrait,
             .pagesWide = pagesWide(),
             .pagesTall = head || m_table.body.size() > kRowsOfAPage || !m_table.charts.empty() ? 0 : 1,
             .marginLeft = 12,
             .marginRight = 12,
             .marginTop = 15,
             .marginBottom = 18,
             .centredHorizontally = true,
             .footer = tr("&C第 &P 页 共 &N 页"),
             .repeatedRows = head});
    }

    void writeRow(const Row& row, bool inHead) {
        for (const Cell& cell : row.cells)
            writeCell(cell, inHead);
        // The lines of a working sheet have the same height all of them.
        if (inHead || m_table.kind == TableKind::Form)
            m_sheet.setRowHeight(m_row, rowHeight(row, m_table.columnWidths));
        ++m_row;
    }

    void writeCell(const Cell& cell, bool inHead) {
        const sheet::Format format = formatOf(cell, m_table.kind, inHead);
        const bool isMerged = cell.rows > 1 || cell.columns > 1;
        if (isMerged)
            m_sheet.merge({.top = m_row,
                           .left = cell.column,
                           .bottom = m_row + cell.rows - 1,
                           .right = cell.column + cell.columns - 1},
                          cell.formula.isEmpty() && !cell.number ? cell.text : QString(), format);
        if (!cell.formula.isEmpty() && cell.number)
            m_sheet.writeFormula(m_row, cell.column, cell.formula, cell.number->value, format);
        else if (!cell.formula.isEmpty())
            m_sheet.writeFormula(m_row, cell.column, cell.formula, cell.text, format);
        else if (cell.number)
            m_sheet.writeNumber(m_row, cell.column, cell.number->value, format);
        else if (!isMerged)
            m_sheet.writeText(m_row, cell.column, cell.text, format);
    }

    // Three merged parts of about equal width over the table's columns; one line where there are not so many.
    void writeCaption() {
        const Caption& caption = m_table.caption;
        if (lastColumn() < 2)
            return writeLine(QStringList{caption.left, caption.centre, caption.right}.join(QChar(u'　')).trimmed());
        const QString* parts[] = {&caption.left, &caption.centre, &caption.right};
        constexpr sheet::HorizontalAlignment kAlignments[] = {
            sheet::HorizontalAlignment::Left, sheet::HorizontalAlignment::Centre, sheet::HorizontalAlignment::Right};
        int column = 0;
        double passed = 0;
        for (int part = 0; part < 3; ++part) {
            const int left = column;
            const double end = m_table.width() * (part + 1) / 3;
            do
                passed += m_table.columnWidths[static_cast<std::size_t>(column++)];
            while (column <= lastColumn() - (2 - part) && (part == 2 || passed < end));
            m_sheet.merge({.top = m_row, .left = left, .bottom = m_row, .right = column - 1}, *parts[part],
                          plainFormat(kAlignments[part]));
        }
        m_sheet.setRowHeight(m_row++, linesHeight(1));
    }

    void writeLine(const QString& text) {
        sheet::Format format = plainFormat(sheet::HorizontalAlignment::Left);
        format.vertical = sheet::VerticalAlignment::Top;
        m_sheet.merge({.top = m_row, .left = 0, .bottom = m_row, .right = lastColumn()}, text, format);
        m_sheet.setRowHeight(m_row++, linesHeight(lineCount(text, m_table.width())));
    }

    const Table& m_table;
    sheet::SheetWriter m_sheet;
    int m_row = 0;
};

} // namespace

base::Outcome renderXlsx(const Report& report, const QString& path) {
    sheet::WorkbookWriter book(path, {.title = report.title,
                                      .author = report.author,
                                      .created = QDateTime(report.date, QTime(0, 0), QTimeZone::utc())});
    for (const Table& table : report.tables())
        XlsxTableWriter(table, book.addSheet(table.name)).write();
    return book.finish();
}

} // namespace junheng::document
