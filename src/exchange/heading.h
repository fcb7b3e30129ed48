// Headings of a workbook against the labels of the dictionary.
#pragma once

#include "exchange/finding_list.h"
#include "exchange/template_layout.h"
#include "sheet/workbook.h"

#include <QString>
#include <QStringView>

#include <vector>

namespace junheng::exchange {

/// Folded (blanks, line breaks, full-width forms), without the asterisk of obligatory columns, dashes alike.
QString foldHeading(QStringView heading);

struct HeadingMatch {
    const model::Item* item = nullptr; ///< null when the heading names no column of the sheet
    QString otherUnit = {};            ///< the unit in brackets, when it is another one than the item's
};

/// A unit or remark in brackets behind the label is tolerated.
HeadingMatch matchHeading(QStringView heading, const SheetLayout& layout);

/// The first row of a sheet.
struct HeadingRow {
    std::vector<const model::Item*> items; ///< by column; null where the column is none of the template

    /// -1 when the sheet has no such column.
    [[nodiscard]] int columnOf(const model::Item& item) const;
};

/// Errors: "import.missing_column", "import.duplicate_column", "import.wrong_unit". Notices: "import.unknown_column",
/// "import.unnamed_column" (content below a blank heading), "import.absent_columns".
HeadingRow readHeadings(const sheet::Sheet& sheet, const SheetLayout& layout, FindingList& findings);

} // namespace junheng::exchange
