// The sheet 县级: one item a row, and whose data it is.
#pragma once

#include "exchange/import_context.h"
#include "sheet/workbook.h"

#include <QString>

#include <optional>
#include <vector>

namespace junheng::exchange {

/// One line of identity: its value, empty when absent or blank.
template <class T> struct IdentityLine {
    std::optional<T> value = {};
    QString cell = {};
};

class CountySheet {
public:
    /// Finds the rows. Errors: "import.missing_column", "import.duplicate_column", "import.duplicate_item",
    /// "import.wrong_unit", "import.missing_key". Notices: "import.unknown_item", "import.unknown_column".
    CountySheet(const sheet::Sheet& sheet, FindingList& findings);

    /// Errors: those of the cells.
    [[nodiscard]] IdentityLine<QString> countyName(FindingList& findings) const;
    /// Errors: "import.bad_county_code" (six digits).
    [[nodiscard]] IdentityLine<QString> countyCode(FindingList& findings) const;
    /// Errors: "import.bad_year". "2025", "2025学年" and "2025-2026学年" are the same year.
    [[nodiscard]] IdentityLine<int> schoolYear(FindingList& findings) const;

    /// Errors: "import.other_county", "import.other_year" and those above. Notice: "import.no_identity".
    void checkIdentity(ImportContext& context) const;
    /// Adds the changes of the county's items. Findings as in SheetPlanner.
    void plan(ImportContext& context) const;

private:
    struct Line {
        const model::Item* item = nullptr;
        int row = 0;
    };

    bool findColumns(FindingList& findings);
    void addLine(int row, FindingList& findings);
    [[nodiscard]] const Line* find(const char16_t* code) const;
    [[nodiscard]] IdentityLine<QString> word(const char16_t* code, FindingList& findings) const;

    const sheet::Sheet& m_sheet;
    int m_itemColumn = -1;
    int m_valueColumn = -1;
    std::vector<Line> m_lines;
};

} // namespace junheng::exchange
