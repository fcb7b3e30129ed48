// The sheet 县级: one item a row, and whose data it is.
#pragma once

#include "exchange/conversion.h"
#include "exchange/import_context.h"
#include "sheet/workbook.h"

#include <QString>
#include <QStringList>

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
    /// "import.missing_key", and those of headingRefusal. Notices: "import.unknown_item", "import.unknown_column".
    CountySheet(const sheet::Sheet& sheet, ImportContext& context);

    /// Errors: those of the cells.
    [[nodiscard]] IdentityLine<QString> countyName(FindingList& findings) const;
    /// Errors: "import.bad_county_code" (six digits; of the nine or twelve of the statistics the first six are named).
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
        std::optional<Conversion> conversion = {};
    };

    bool findColumns(FindingList& findings);
    void addLine(int row, ImportContext& context);
    void planLine(const Line& line, ImportContext& context, QStringList& blanks) const;
    void noteFundYear(ImportContext& context) const;
    [[nodiscard]] const Line* find(const char16_t* code) const;
    [[nodiscard]] IdentityLine<QString> word(const char16_t* code, FindingList& findings) const;

    const sheet::Sheet& m_sheet;
    int m_itemColumn = -1;
    int m_valueColumn = -1;
    std::vector<Line> m_lines;
};

} // namespace junheng::exchange
