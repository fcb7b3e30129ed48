#include "exchange/template_sheet.h"

#include "model/asked.h"
#include "sheet/workbook.h"

#include <algorithm>

namespace junheng::exchange {

namespace {

using model::Item;
using model::Level;
using model::SubjectKey;

constexpr int kBlankRows = 300;
constexpr int kLeastSpareRows = 50;
constexpr int kMostSpareRows = 200;
constexpr int kMonitoringRows = 30;

std::vector<TemplateColumn> columnsOf(const SheetLayout& layout, bool byIndicator) {
    std::vector<TemplateColumn> columns;
    for (const Item* item : layout.columns) {
        columns.push_back({.item = item});
        if (columns.size() == 1 && layout.isPartOfSchool())
            columns.push_back({.kind = TemplateColumn::Kind::SchoolName});
        if (columns.size() == 1 && byIndicator)
            columns.push_back({.kind = TemplateColumn::Kind::IndicatorName});
    }
    if (hasChecks(layout.level))
        columns.push_back({.kind = TemplateColumn::Kind::Check});
    return columns;
}

// The rows of the data, and those that a blank template has already.
std::vector<SubjectKey> rowsOf(Level level, const model::CountyYear* data, const QStringList& prepared,
                               const QStringList& order) {
    std::vector<SubjectKey> rows;
    if (data != nullptr) {
        for (int row = 0; row < data->table(level).rowCount(); ++row)
            rows.push_back(data->table(level).key(row));
    }
    for (const QString& part : prepared) {
        const SubjectKey key{.level = level, .part = part};
        if (std::ranges::find(rows, key) == rows.end())
            rows.push_back(key);
    }
    std::ranges::stable_sort(rows, {}, [&](const SubjectKey& key) { return order.indexOf(key.part); });
    return rows;
}

int spareRows(const SheetLayout& layout, int rows) {
    if (layout.level == Level::Monitoring)
        return kMonitoringRows;
    if (layout.level != Level::School && !layout.isPartOfSchool())
        return 0; // every row there can be is prepared
    return rows == 0 ? kBlankRows : std::clamp(rows / 4, kLeastSpareRows, kMostSpareRows);
}

} // namespace

QString TemplateColumn::heading() const {
    switch (kind) {
    case Kind::SchoolName:
        return schoolNameHeading();
    case Kind::IndicatorName:
        return indicatorNameHeading();
    case Kind::Check:
        return checkHeading();
    case Kind::Item:
        break;
    }
    return item->hasUnit() ? QStringLiteral("%1\n（%2）").arg(item->label, item->unitText()) : item->label;
}

TemplateSheet::TemplateSheet(const SheetLayout& layout, const model::CountyYear* data,
                             std::span<const model::FurtherIndicator> further)
    : m_layout(&layout), m_indicators(allowedIndicators(layout.level, further)),
      m_columns(columnsOf(layout, !m_indicators.isEmpty())) {
    const QStringList prepared = model::askedParts(layout.level, further);
    m_rows = rowsOf(layout.level, data, prepared, m_indicators.isEmpty() ? prepared : m_indicators);
    const int rows = static_cast<int>(m_rows.size());
    m_lastRow = rows + spareRows(layout, rows);
}

int TemplateSheet::keyColumns() const {
    const auto notKey = [](const TemplateColumn& column) { return column.item != nullptr && !column.item->key; };
    return static_cast<int>(std::ranges::find_if(m_columns, notKey) - m_columns.begin());
}

int TemplateSheet::columnOf(QStringView code) const {
    const auto found = std::ranges::find_if(
        m_columns, [&](const TemplateColumn& column) { return column.item != nullptr && column.item->is(code); });
    Q_ASSERT(found != m_columns.end());
    return static_cast<int>(found - m_columns.begin());
}

QString TemplateSheet::cell(QStringView code, int row) const {
    return sheet::cellName(row, columnOf(code));
}

QString TemplateSheet::cellOfColumn(QStringView code, int row) const {
    return QChar(u'$') + cell(code, row);
}

QString TemplateSheet::column(QStringView code) const {
    const QString name = columnName(columnOf(code));
    return QStringLiteral("$%1$2:$%1$%2").arg(name).arg(m_lastRow + 1);
}

QString TemplateSheet::columnFromOutside(QStringView code) const {
    return m_layout->name + QChar(u'!') + column(code);
}

TemplateSheets::TemplateSheets(const TemplateLayout& layout, const model::CountyYear* data,
                               std::span<const model::FurtherIndicator> further) {
    for (const SheetLayout& sheet : layout.sheets()) {
        if (sheet.level != Level::County)
            m_sheets.emplace_back(sheet, data, further);
    }
}

const TemplateSheet& TemplateSheets::at(Level level) const {
    return *std::ranges::find_if(m_sheets, [&](const TemplateSheet& sheet) { return sheet.layout().level == level; });
}

QString countyCell(const SheetLayout& county, QStringView code) {
    const auto& items = county.columns;
    const auto found = std::ranges::find(items, code, &Item::code);
    Q_ASSERT(found != items.end());
    return sheet::cellName(static_cast<int>(found - items.begin()) + 1, 1);
}

bool hasChecks(Level level) {
    return level == Level::School || level == Level::Section || level == Level::Campus || level == Level::Room ||
           level == Level::Survey || level == Level::County;
}

QString columnName(int column) {
    QString name = sheet::cellName(0, column);
    name.chop(1);
    return name;
}

} // namespace junheng::exchange
