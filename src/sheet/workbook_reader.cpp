#include "sheet/workbook_reader.h"

#include "base/atomic_file.h"
#include "sheet/package.h"
#include "sheet/reader_errors.h"
#include "sheet/tr.h"
#include "sheet/workbook_parts.h"
#include "sheet/worksheet_parser.h"

#include <algorithm>
#include <array>
#include <deque>
#include <future>
#include <thread>
#include <unordered_set>
#include <utility>

namespace junheng::sheet {

namespace {

base::Result<std::string> findWorkbookPart(Package& package) {
    const auto relationships = readRelationships(package, {});
    if (!relationships)
        return std::unexpected(relationships.error());
    const auto part = partOfKind(package, *relationships, "officeDocument");
    if (!part || part->ends_with(".bin")) // .bin: .xlsb
        return std::unexpected(notAWorkbook(package.file(), QStringLiteral("no workbook part")));
    return *part;
}

// What concerns the whole workbook; anything else is the fault of one part, which only those mind who need it.
bool isOfWholeBook(const base::Error& error) {
    static constexpr std::array kCodes{QLatin1StringView("sheet.too_large_unzipped"),
                                       QLatin1StringView("sheet.too_many_cells"),
                                       QLatin1StringView("sheet.too_much_text"), QLatin1StringView("sheet.encrypted"),
                                       QLatin1StringView("job.cancelled")};
    return std::ranges::find(kCodes, error.code) != kCodes.end();
}

// Shared strings and styles may be missing or damaged as long as no cell refers to them.
base::Result<CellContext> readContext(Package& package, const Relationships& relationships, const WorkbookPart& book,
                                      const Limits& limits) {
    CellContext context{
        .date1904 = book.date1904, .calculation = book.calculation, .tableCalculation = book.tableCalculation};
    const auto part = partOfKind(package, relationships, "sharedStrings");
    auto strings = part ? readSharedStrings(package, *part, limits)
                        : std::unexpected(damaged({.file = package.file()}, tr("缺少存放文字的部件")));
    if (strings)
        context.sharedStrings = std::move(*strings);
    else if (isOfWholeBook(strings.error()))
        return std::unexpected(strings.error());
    else
        context.stringsFault = std::move(strings.error());

    const auto stylesPart = partOfKind(package, relationships, "styles");
    if (!stylesPart)
        return context;
    auto styles = readStyles(package, *stylesPart);
    if (styles)
        context.styles = std::move(*styles);
    else if (isOfWholeBook(styles.error()))
        return std::unexpected(styles.error());
    return context;
}

base::Result<SheetContent> readContent(Package& package, const SheetEntry& entry, const std::string& part,
                                       const CellContext& context, const Limits& limits, BookTotals& totals) {
    WorksheetParser parser({.file = package.file(), .sheet = entry.name}, context, limits, totals);
    if (auto outcome = package.parse(part, parser, entry.name); !outcome) {
        if (isOfWholeBook(outcome.error()))
            return std::unexpected(outcome.error());
        return SheetContent{.fault = outcome.error()};
    }
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
                                  return readContent(own, entry, part, m_context, m_limits, m_totals);
                              })});
        return {};
    }
    // A sheet whose content is not to be found.
    void addWithoutContent(const SheetEntry& entry) {
        std::promise<base::Result<SheetContent>> content;
        content.set_value(
            SheetContent{.fault = damaged({.file = m_package.file(), .sheet = entry.name}, tr("找不到工作表的内容"))});
        m_underWay.push_back({&entry, content.get_future()});
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
        std::future<base::Result<SheetContent>> content;
    };

    base::Outcome takeFirst() {
        UnderWay first = std::move(m_underWay.front());
        m_underWay.pop_front();
        m_job.report(static_cast<int>(m_workbook.sheets.size()), m_total);
        auto content = first.content.get();
        if (!content)
            return std::unexpected(content.error());
        m_workbook.sheets.emplace_back(first.entry->name, first.entry->visibility, *std::move(content));
        return {};
    }

    const Package& m_package;
    const CellContext& m_context;
    const Limits& m_limits;
    const base::Job& m_job;
    int m_total;
    BookTotals m_totals;
    Workbook m_workbook;
    std::deque<UnderWay> m_underWay; ///< the last to go: its threads use the rest
};

} // namespace

base::Result<Workbook> readWorkbook(const QString& path, const Limits& limits, const base::Job& job) {
    const auto bytes = base::readFile(path, limits.fileBytes);
    if (bytes)
        return parseWorkbook(*bytes, path, limits, job);
    if (bytes.error().code == QLatin1StringView("file.too_large"))
        return std::unexpected(tooLarge(path, limits.fileBytes));
    return std::unexpected(bytes.error());
}

base::Result<Workbook> parseWorkbook(const QByteArray& bytes, const QString& file, const Limits& limits,
                                     const base::Job& job) {
    auto package = Package::open(file, bytes, limits, job);
    if (!package)
        return std::unexpected(package.error());
    const auto workbookName = findWorkbookPart(*package);
    if (!workbookName)
        return std::unexpected(workbookName.error());
    const auto workbookPart = readWorkbookPart(*package, *workbookName, limits.sheets);
    if (!workbookPart)
        return std::unexpected(workbookPart.error());
    const auto relationships = readRelationships(*package, *workbookName);
    if (!relationships)
        return std::unexpected(relationships.error());
    const auto context = readContext(*package, *relationships, *workbookPart, limits);
    if (!context)
        return std::unexpected(context.error());

    SheetReader sheets(*package, *context, limits, job, static_cast<int>(workbookPart->sheets.size()));
    std::unordered_set<std::string> partsRead; // a part belongs to one sheet
    for (const SheetEntry& entry : workbookPart->sheets) {
        const auto found = relationships->find(entry.relationship);
        const bool isThere = found != relationships->end();
        if (isThere && found->second.kind != "worksheet")
            continue;
        if (!isThere || !partsRead.insert(found->second.part).second)
            sheets.addWithoutContent(entry);
        else if (auto begun = sheets.read(entry, found->second.part); !begun)
            return std::unexpected(begun.error());
    }
    return sheets.finish();
}

} // namespace junheng::sheet
