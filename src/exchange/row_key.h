// Which subject a row is about.
#pragma once

#include "exchange/heading.h"
#include "exchange/import_context.h"
#include "exchange/room_numbers.h"
#include "model/subject.h"

#include <QHash>

#include <optional>
#include <utility>

namespace junheng::exchange {

/// Reads the key columns of one sheet, row by row from above.
class RowKeys {
public:
    RowKeys(const sheet::Sheet& sheet, const SheetLayout& layout, const HeadingRow& headings, ImportContext& context);

    /// Empty after an error, and without one where a key column is absent, which is an error of the sheet.
    /// Errors: "import.missing_key", "import.unknown_school", "import.duplicate_school", "import.duplicate_row",
    /// "import.unknown_indicator", "import.merged_cell", "import.picture", "value.*" and those of the cells.
    std::optional<model::SubjectKey> read(int row);

    /// Whether the row is one of totals or notes, which read() has said already: nothing more is to be read in it.
    [[nodiscard]] bool isTotalOrNote(int row) const;
    /// Null for sheets of other rows than rooms.
    [[nodiscard]] const RoomNumbers* rooms() const { return m_rooms ? &*m_rooms : nullptr; }
    /// The cell that names the row.
    [[nodiscard]] QString keyCell(int row) const { return sheet::cellName(row, m_keyColumn); }
    [[nodiscard]] bool hasSeen(const model::SubjectKey& key) const { return m_rowOf.contains(key); }

private:
    std::optional<QString> readSchool(int row);
    std::optional<QString> readPart(int row, const QString& school);
    std::optional<QString> readCampus(int row, const QString& school);
    std::optional<QString> readChoice(int row, const model::Item& item, bool obligatory);
    std::optional<QString> readIndicator(int row, const model::Item& item);
    std::optional<QString> readMonitored(int row);
    bool isWritten(int row, int column, const model::Item& item);
    bool isFirst(int row, const model::SubjectKey& key);
    std::optional<model::Observation> readKey(int row, int column, const model::Item& item);
    void note(int row, int column, const model::Item& item);
    void fail(int row, int column, const base::Error& error);

    const sheet::Sheet& m_sheet;
    const SheetLayout& m_layout;
    const HeadingRow& m_headings;
    ImportContext& m_context;
    int m_keyColumn = 0;
    int m_wordColumn = 0; ///< where a row of totals or notes has its word: the code of a school, else the key
    QHash<model::SubjectKey, int> m_rowOf;
    std::optional<RoomNumbers> m_rooms;
    QHash<std::pair<QString, QString>, QString> m_campuses; ///< name by school and folded name
};

} // namespace junheng::exchange
