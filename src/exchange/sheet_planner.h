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
    /// "import.converted", "import.kept_blank", "import.cleared_blank", "import.absent_row", "import.absent_rooms",
    /// "import.removed_rooms", "import.guessed_rooms".
    void plan();

private:
    [[nodiscard]] bool isBlankRow(int row) const;
    void planRow(int row);
    void planCell(int row, int column, const model::SubjectKey* key, int storedRow);
    void planBlank(int row, int column, const model::SubjectKey& key, const model::Observation& stored);
    [[nodiscard]] base::Place placeOf(int row, int column) const;
    void notePupils(int row, int column, const model::SubjectKey& key);
    void reportBlanks();
    void reportConversions();
    void reportAbsentRows();
    [[nodiscard]] std::vector<int> absentRows() const;
    void planRooms(const RoomNumbers& numbers);
    void takeOut(int row);

    const sheet::Sheet& m_sheet;
    const SheetLayout& m_layout;
    ImportContext& m_context;
    const model::LevelTable& m_stored;
    HeadingRow m_headings;
    RowKeys m_keys;
    std::vector<int> m_blanks; ///< by column: blank cells over stored values
    std::vector<int> m_converted;
    std::vector<int> m_roundedConversions;
};

/// Parses a cell and reports its error, what noticesOf says of it, characters of private use
/// ("import.private_character"), or its rounding ("import.rounded"); empty after an error, which is
/// "import.merged_cell" where its figure stands in another cell. `conversion` may be null; what was rounded by it is
/// left to the caller.
std::optional<model::ParsedObservation> readReported(const sheet::Sheet& sheet, int row, int column,
                                                     const model::Item& item, const Conversion* conversion,
                                                     FindingList& findings);

} // namespace junheng::exchange
