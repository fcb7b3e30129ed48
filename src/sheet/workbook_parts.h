// The parts of a workbook beside its worksheets.
#pragma once

#include "base/error.h"
#include "sheet/number_format.h"
#include "sheet/package.h"
#include "sheet/rich_text.h"

#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace junheng::sheet {

struct Relationship {
    std::string kind; ///< last word of the type ("worksheet"): its front differs between the editions of the format
    std::string part; ///< name of the part in the package
};

/// By id. A part without relationships has none.
using Relationships = std::unordered_map<std::string, Relationship>;

/// The relationships of `part`; those of the package itself for "".
base::Result<Relationships> readRelationships(Package& package, const std::string& part);
/// The part that a relationship of this kind leads to, for kinds of which there is one at most. One that leads nowhere
/// is passed over: programs that write into a workbook leave such behind.
std::optional<std::string> partOfKind(const Package& package, const Relationships& relationships,
                                      std::string_view kind);

struct SheetEntry {
    QString name;
    Visibility visibility = Visibility::Visible;
    std::string relationship;
};

struct WorkbookPart {
    bool date1904 = false;
    Calculation calculation = Calculation::Done;      ///< of its formulas
    Calculation tableCalculation = Calculation::Done; ///< of its data tables (what-if analysis)
    std::vector<SheetEntry> sheets;
};

/// Errors also: "sheet.not_a_workbook" when the part is a document of another kind, "sheet.too_many_sheets".
base::Result<WorkbookPart> readWorkbookPart(Package& package, const std::string& part, int mostSheets);

/// The shared strings by their index. Errors also: "sheet.too_many_cells", "sheet.too_much_text".
base::Result<std::vector<StoredText>> readSharedStrings(Package& package, const std::string& part,
                                                        const Limits& limits);

struct CellStyle {
    int format = 0; ///< index into CellStyles::formats
    bool struckOut = false;
};

/// The styles of cells by their index.
struct CellStyles {
    std::vector<NumberFormat> formats;
    std::vector<CellStyle> styles;

    /// nullptr when there is no such style.
    [[nodiscard]] const CellStyle* find(int style) const;
};

base::Result<CellStyles> readStyles(Package& package, const std::string& part);

} // namespace junheng::sheet
