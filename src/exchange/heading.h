// Headings of a workbook against the labels of the dictionary.
#pragma once

#include "exchange/conversion.h"
#include "exchange/import_context.h"
#include "exchange/template_layout.h"
#include "sheet/workbook.h"

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace junheng::exchange {

struct HeadingMatch {
    const model::Item* item = nullptr;    ///< null when the heading names no column of the sheet
    QString unit = {};                    ///< another unit than the item's that it names, as of model::unitName
    QString addition = {};                ///< what else it says that may change what is counted
    const model::Item* similar = nullptr; ///< without an item: the one whose label it resembles

    /// Names the column and nothing that its figures could be mistaken by.
    [[nodiscard]] bool isClean() const { return item != nullptr && unit.isEmpty() && addition.isEmpty(); }
};

/// The item that a heading names, whatever else it says; null when it names no column of the sheet.
const model::Item* headingItem(QStringView heading, const SheetLayout& layout);

/// The item's own unit and known remarks (必填, 学年初) beside the label are tolerated, in brackets or not.
HeadingMatch matchHeading(QStringView heading, const SheetLayout& layout, int year);

/// Why the figures under a heading cannot be taken; notes in the context where a conversion could be agreed to.
/// Codes: "import.wrong_unit",
/// "import.unknown_addition".
base::Error headingRefusal(QStringView heading, const HeadingMatch& match, ImportContext& context);
/// The conversion agreed to for the unit that the heading names.
std::optional<Conversion> agreedConversion(const HeadingMatch& match, const ImportOptions& options);

/// The first row of a sheet.
struct HeadingRow {
    std::vector<const model::Item*> items;              ///< by column; null where the column is none of the template
    std::vector<std::optional<Conversion>> conversions; ///< by column: to be converted into the item's unit

    /// -1 when the sheet has no such column.
    [[nodiscard]] int columnOf(const model::Item& item) const;
    /// Null where the figures are in the item's own unit.
    [[nodiscard]] const Conversion* conversionOf(int column) const;
};

/// Errors: "import.missing_column", "import.duplicate_column", and those of headingRefusal. Notices:
/// "import.unknown_column", "import.unnamed_column" (content below a blank heading), "import.absent_columns".
HeadingRow readHeadings(const sheet::Sheet& sheet, const SheetLayout& layout, ImportContext& context);

} // namespace junheng::exchange
