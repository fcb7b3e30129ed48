// The sheets of a template that is being written: columns, rows, and how formulas refer to them.
#pragma once

#include "exchange/template_layout.h"
#include "model/county_year.h"

#include <QString>

#include <vector>

namespace junheng::exchange {

struct TemplateColumn {
    enum class Kind : std::uint8_t { Item, SchoolName, IndicatorName, Check };
    Kind kind = Kind::Item;
    const model::Item* item = nullptr; ///< of Kind::Item

    /// With the unit on a line of its own.
    [[nodiscard]] QString heading() const;
};

/// One sheet but 县级, whose items are rows. Rows and columns count from 0; row 0 holds the headings.
class TemplateSheet {
public:
    /// The rows of `data`, those that every template has, and spare ones. Null: a blank template.
    TemplateSheet(const SheetLayout& layout, const model::CountyYear* data,
                  std::span<const model::FurtherIndicator> further);

    [[nodiscard]] const SheetLayout& layout() const { return *m_layout; }
    /// The identifiers that its rows may have, where they are named by indicators; else empty.
    [[nodiscard]] const QStringList& indicators() const { return m_indicators; }
    [[nodiscard]] const std::vector<TemplateColumn>& columns() const { return m_columns; }
    /// The rows that have a key; the first stands in row 1.
    [[nodiscard]] const std::vector<model::SubjectKey>& rows() const { return m_rows; }
    /// The last row that is ready to be filled in.
    [[nodiscard]] int lastRow() const { return m_lastRow; }
    [[nodiscard]] int keyColumns() const;

    [[nodiscard]] int columnOf(QStringView code) const;
    /// "C2", and "$C2" for formulas that serve several columns.
    [[nodiscard]] QString cell(QStringView code, int row) const;
    [[nodiscard]] QString cellOfColumn(QStringView code, int row) const;
    /// "$C$2:$C$400".
    [[nodiscard]] QString column(QStringView code) const;
    /// "学校!$C$2:$C$400".
    [[nodiscard]] QString columnFromOutside(QStringView code) const;

private:
    const SheetLayout* m_layout;
    QStringList m_indicators;
    std::vector<TemplateColumn> m_columns;
    std::vector<model::SubjectKey> m_rows;
    int m_lastRow = 0;
};

/// All sheets but 县级.
class TemplateSheets {
public:
    /// `layout` must outlive it.
    TemplateSheets(const TemplateLayout& layout, const model::CountyYear* data,
                   std::span<const model::FurtherIndicator> further = {});
    [[nodiscard]] const TemplateSheet& at(model::Level level) const;

private:
    std::vector<TemplateSheet> m_sheets;
};

/// The cell of the sheet 县级 that holds the value of an item: "B5".
QString countyCell(const SheetLayout& county, QStringView code);

/// Whether rows of this level get a column of cross-checks.
bool hasChecks(model::Level level);

/// The name of a column: "A", "AB".
QString columnName(int column);

} // namespace junheng::exchange
