#include "sheet/workbook_reader.h"

#include "base/atomic_file.h"
#include "sheet/package.h"
#include "sheet/reader_errors.h"
#include "sheet/workbook_parts.h"
#include "sheet/worksheet_parser.h"

#include <QCoreApplication>

#include <utility>

namespace junheng::sheet {

namespace {

base::Result<Package> openPackage(const QString& path, const Limits& limits, const base::Job& job) {
    auto bytes = base::readFile(path, limits.fileBytes);
    if (bytes)
        return Package::open(path, std::move(*bytes), limits, job);
    if (bytes.error().code == QLatin1StringView("file.too_large"))
        return std::unexpected(tooLarge(path, limits.fileBytes));
    return std::unexpected(bytes.error());
}

base::Result<std::string> findWorkbookPart(Package& package) {
    const auto relationships = readRelationships(package, {});
    if (!relationships)
        return std::unexpected(relationships.error());
    const auto part = partOfKind(*relationships, "officeDocument");
    if (!part || !package.contains(*part) || part->ends_with(".bin")) // .bin: .xlsb
        return std::unexpected(notAWorkbook(package.file(), QStringLiteral("no workbook part")));
    return *part;
}

// Shared strings and styles may be missing as long as no cell refers to them.
base::Result<CellContext> readContext(Package& package, const Relationships& relationships, bool date1904,
                                      const Limits& limits) {
    CellContext context{.date1904 = date1904, .sharedStrings = {}, .dateStyles = {}};
    if (const auto part = partOfKind(relationships, "sharedStrings"); part && package.contains(*part)) {
        auto strings = readSharedStrings(package, *part, limits.cells);
        if (!strings)
            return std::unexpected(strings.error());
        context.sharedStrings = std::move(*strings);
    }
    if (const auto part = partOfKind(relationships, "styles"); part && package.contains(*part)) {
        auto styles = readDateStyles(package, *part);
        if (!styles)
            return std::unexpected(styles.error());
        context.dateStyles = std::move(*styles);
    }
    return context;
}

base::Result<std::vector<PlacedCell>> readCells(Package& package, const SheetEntry& entry, const std::string& part,
                                                const CellContext& context, const Limits& limits, int cellsLeft) {
    WorksheetParser parser({.file = package.file(), .sheet = entry.name}, context, limits, cellsLeft);
    if (auto outcome = package.parse(part, parser, entry.name); !outcome)
        return std::unexpected(outcome.error());
    return parser.take();
}

} // namespace

base::Result<Workbook> readWorkbook(const QString& path, const Limits& limits, const base::Job& job) {
    auto package = openPackage(path, limits, job);
    if (!package)
        return std::unexpected(package.error());
    const auto workbookName = findWorkbookPart(*package);
    if (!workbookName)
        return std::unexpected(workbookName.error());
    const auto workbookPart = readWorkbookPart(*package, *workbookName);
    if (!workbookPart)
        return std::unexpected(workbookPart.error());
    const auto relationships = readRelationships(*package, *workbookName);
    if (!relationships)
        return std::unexpected(relationships.error());
    const auto context = readContext(*package, *relationships, workbookPart->date1904, limits);
    if (!context)
        return std::unexpected(context.error());

    Workbook workbook;
    int cellsLeft = limits.cells;
    const int total = static_cast<int>(workbookPart->sheets.size());
    for (int done = 0; const SheetEntry& entry : workbookPart->sheets) {
        job.report(done++, total);
        const auto found = relationships->find(entry.relationship);
        if (found == relationships->end())
            return std::unexpected(damaged({.file = path, .sheet = entry.name},
                                           QCoreApplication::translate("sheet", "找不到工作表的内容")));
        if (found->second.kind != "worksheet")
            continue;
        auto cells = readCells(*package, entry, found->second.part, *context, limits, cellsLeft);
        if (!cells)
            return std::unexpected(cells.error());
        cellsLeft -= static_cast<int>(cells->size());
        workbook.sheets.emplace_back(entry.name, entry.hidden, std::move(*cells));
    }
    job.report(total, total);
    return workbook;
}

} // namespace junheng::sheet
