// The parts of a workbook beside its worksheets.
#pragma once

#include "base/error.h"
#include "sheet/package.h"

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
/// The part of the relationship of this kind, for kinds of which there is one at most.
std::optional<std::string> partOfKind(const Relationships& relationships, std::string_view kind);

struct SheetEntry {
    QString name;
    bool hidden = false;
    std::string relationship;
};

struct WorkbookPart {
    bool date1904 = false;
    std::vector<SheetEntry> sheets;
};

/// Errors also: "sheet.not_a_workbook" when the part is a document of another kind.
base::Result<WorkbookPart> readWorkbookPart(Package& package, const std::string& part);

/// The shared strings by their index. Errors also: "sheet.too_many_cells".
base::Result<std::vector<QString>> readSharedStrings(Package& package, const std::string& part, int limit);

/// For each cell style whether it shows a date.
base::Result<std::vector<bool>> readDateStyles(Package& package, const std::string& part);

} // namespace junheng::sheet
