#include "sheet/workbook_reader.h"

#include "base/atomic_file.h"
#include "sheet/package.h"
#include "sheet/reader_errors.h"
#include "sheet/workbook_parts.h"
#include "sheet/worksheet_parser.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <deque>
#include <future>
#include <thread>
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

using Cells = base::Result<std::vector<PlacedCell>>;

Cells readCells(Package& package, const SheetEntry& entry, const std::string& part, const CellContext& context,
                const Limits& limits, std::atomic<int>& cellsOfBook) {
    WorksheetParser parser({.file = package.file(), .sheet = entry.name}, context, limits, cellsOfBook);
    if (auto outcome = package.parse(part, parser, entry.name); !outcome)
        return std::unexpected(outcome.error());
    return parser.take();
}

// In a thread of its own, or later in this one where the system has none to give.
constexpr auto kBeside = std::launch::async | std::launch::deferred;

// The sheets of a workbook, several at a time, as each takes long to parse and none needs another.
class SheetReader {
public:
    SheetReader(const Package& package, const CellContext& context, const Limits& limits, const base::Job& job,
                int sheets)
        : m_package(package), m_context(context), m_limits(limits), m_job(job), m_total(sheets) {}

    base::Outcome read(const SheetEntry& entry, const std::string& part) {
        if (m_underWay.size() >= std::max(1U, std::thread::hardware_concurrency())) {
            if (auto outcome = takeFirst(); !outcome)
                return outcome;
        }
        auto package = m_package.another();
        if (!package)
            return std::unexpected(package.error());
        m_underWay.push_back({&entry, std::async(kBeside, [this, &entry, part, own = *std::move(package)]() mutable {
                                  return readCells(own, entry, part, m_context, m_limits, m_cellsOfBook);
                              })});
        return {};
    }
    base::Result<Workbook> finish() {
        while (!m_underWay.empty()) {
            if (auto outcome = takeFirst(); !outcome)
                return std::unexpected(outcome.error());
        }
        m_job.report(m_total, m_total);
        return std::move(m_workbook);
    }

private:
    struct UnderWay {
        const SheetEntry* entry;
        std::future<Cells> cells;
    };

    base::Outcome takeFirst() {
        UnderWay first = std::move(m_underWay.front());
        m_underWay.pop_front();
        m_job.report(static_cast<int>(m_workbook.sheets.size()), m_total);
        auto cells = first.cells.get();
        if (!cells)
            return std::unexpected(cells.error());
        m_workbook.sheets.emplace_back(first.entry->name, first.entry->hidden, *std::move(cells));
        return {};
    }

    const Package& m_package;
    const CellContext& m_context;
    const Limits& m_limits;
    const base::Job& m_job;
    int m_total;
    std::atomic<int> m_cellsOfBook = 0;
    Workbook m_workbook;
    std::deque<UnderWay> m_underWay; ///< the last to go: its threads use the rest
};

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

    SheetReader sheets(*package, *context, limits, job, static_cast<int>(workbookPart->sheets.size()));
    for (const SheetEntry& entry : workbookPart->sheets) {
        const auto found = relationships->find(entry.relationship);
        if (found == relationships->end())
            return std::unexpected(damaged({.file = path, .sheet = entry.name},
                                           QCoreApplication::translate("sheet", "找不到工作表的内容")));
        if (found->second.kind != "worksheet")
            continue;
        if (auto begun = sheets.read(entry, found->second.part); !begun)
            return std::unexpected(begun.error());
    }
    return sheets.finish();
}

} // namespace junheng::sheet
