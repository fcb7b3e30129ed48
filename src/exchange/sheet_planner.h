// One sheet of rows and columns as changes.
#pragma once

#include "exchange/heading.h"
#include "exchange/import_context.h"
#include "exchange/row_key.h"

#include <optional>
#include <vector>

namespace junheng::exchange {

/// For every sheet of the template but 县级.
class SheetPlanner {
public:
    SheetPlanner(const sheet::Sheet& sheet, const SheetLayout& layout, ImportContext& context);

    /// Findings: those of readHeadings, RowKeys, readReported, reportHeadings and reportHidden; notices
    /// "import.kept_blank", "import.cleared_blank", "import.absent_row".
    void plan();

private:
    [[nodiscard]] bool isBlankRow(int row) const;
    void planRow(int row);
    void planCell(int row, int column, const model::SubjectKey* key, int storedRow);
    void planBlank(int row, int column, const model::SubjectKey& key, const model::Observation& stored);
    void notePupils(int row, int column, const model::SubjectKey& key);
    void reportBlanks();
    void reportAbsentRows();

    const sheet::Sheet& m_sheet;
    const SheetLayout& m_layout;
    ImportContext& m_context;
    const model::Table& m_stored;
    HeadingRow m_headings;
    RowKeys m_keys;
    std::vector<int> m_blanks; ///< by column: blank cells over stored values
};

/// Parses a cell and reports its error, what noticesOf says of it, or its rounding ("import.rounded"); empty after an
/// error, which is "import.merged_cell" where its figure stands in another cell.
std::optional<model::Observation> readReported(const sheet::Sheet& sheet, int row, int column, const model::Item& item,
                                               FindingList& findings);

} // namespace junheng::exchange
