// history: the batches of a county file, or what happened to the cells of a school or an item.

#include "cli/tr.h"
#include "cli/verbs.h"
#include "model/record_kind.h"
#include "workspace/history.h"
#include "workspace/history_entry.h"
#include "workspace/school_years.h"

#include <algorithm>

namespace junheng::cli {

namespace {

using model::CellKey;
using model::Level;
using model::SubjectKey;
using workspace::CellHistoryEntry;
using workspace::HistoryEntry;
using workspace::Workspace;

struct CellLine {
    int year; ///< 0: of a record of no year
    CellKey cell;
    QString school; ///< its name
    CellHistoryEntry entry;
};

Json batchJson(int year, const HistoryEntry& entry) {
    return {{"batch", static_cast<std::int64_t>(entry.batch)},
            {"year", year},
            {"at", toJson(entry.at.toUTC().toString(Qt::ISODate))},
            {"who", toJson(entry.who)},
            {"what", toJson(entry.what)},
            {"file", toJson(entry.file)}};
}

QString stamp(int year, const HistoryEntry& entry) {
    return tr("#%1 %2 %3 %4")
        .arg(QString::number(entry.batch), entry.at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")),
             entry.who, year == 0 ? tr("不分学年") : tr("%1 学年").arg(year));
}

base::Result<std::vector<HistoryEntry>> batchesOf(Workspace& workspace) {
    std::vector<HistoryEntry> batches;
    const auto years = workspace.schoolYears().inJournal();
    if (!years)
        return std::unexpected(years.error());
    for (const int year : *years) {
        if (const auto set = workspace.setYear(year); !set)
            return std::unexpected(set.error());
        const auto entries = workspace.history().batches();
        if (!entries)
            return std::unexpected(entries.error());
        std::ranges::copy(*entries, std::back_inserter(batches));
    }
    std::ranges::sort(batches, std::greater(), &HistoryEntry::batch);
    // One of several years, or of none, is in the history of each.
    const auto repeated = std::ranges::unique(batches, {}, &HistoryEntry::batch);
    batches.erase(repeated.begin(), repeated.end());
    return batches;
}

// The rows of a level, of one school where one is asked for. A school's own row and its sections are asked for even
// when they are not there now: they may have been.
std::vector<SubjectKey> subjectsOf(const model::CountyYear& year, Level level, const QString& school) {
    std::vector<SubjectKey> subjects;
    const model::LevelTable& table = year.table(level);
    for (int row = 0; row < table.rowCount(); ++row) {
        if (school.isEmpty() || table.key(row).school == school)
            subjects.push_back(table.key(row));
    }
    if (school.isEmpty())
        return subjects;
    std::vector<SubjectKey> former;
    if (level == Level::School)
        former.push_back(SubjectKey::ofSchool(school));
    for (int stage = 0; level == Level::Section && stage < model::kStageCount; ++stage)
        former.push_back({.level = level, .school = school, .part = model::stageId(static_cast<model::Stage>(stage))});
    for (const SubjectKey& key : former) {
        if (!year.exists(key))
            subjects.push_back(key);
    }
    return subjects;
}

base::Outcome collect(const Workspace& workspace, const model::Item& item, const QString& school,
                      std::vector<CellLine>& lines) {
    const model::CountyYear& year = workspace.data();
    for (const SubjectKey& subject : subjectsOf(year, item.level, school)) {
        const CellKey cell{.subject = subject, .item = &item};
        const auto entries = workspace.history().ofCell(cell);
        if (!entries)
            return std::unexpected(entries.error());
        for (const CellHistoryEntry& entry : *entries)
            lines.push_back({.year = model::kindOf(subject.level).ofYear ? year.year() : 0,
                             .cell = cell,
                             .school = subject.school.isEmpty() ? QString() : year.schoolName(subject.school),
                             .entry = entry});
    }
    return {};
}

base::Result<std::vector<CellLine>> cellsOf(Workspace& workspace, const QString& school, const QString& itemCode) {
    std::vector<CellLine> lines;
    const auto years = workspace.schoolYears().inJournal();
    if (!years)
        return std::unexpected(years.error());
    for (const int year : *years) {
        if (const auto set = workspace.setYear(year); !set)
            return std::unexpected(set.error());
        for (const model::Item& item : workspace.data().items().all()) {
            if (item.key || (!itemCode.isEmpty() && item.code != itemCode))
                continue;
            if (!model::kindOf(item.level).ofYear && year != years->back())
                continue; // the same in every year
            if (const auto collected = collect(workspace, item, school, lines); !collected)
                return std::unexpected(collected.error());
        }
    }
    std::ranges::stable_sort(lines, std::greater(), [](const CellLine& line) { return line.entry.batch.batch; });
    return lines;
}

void printBatches(const Workspace& workspace, const std::vector<HistoryEntry>& batches, bool asJson, Console& console) {
    Json list = Json::array();
    for (const HistoryEntry& batch : batches) {
        Json json = batchJson(batch.year, batch);
        json["changes"] = batch.changeCount;
        list.push_back(std::move(json));
        if (!asJson)
            console.out
                << tr("%1　%2，%3 处").arg(stamp(batch.year, batch), batch.what, QString::number(batch.changeCount))
                << '\n';
    }
    if (asJson)
        writeJson({{"format", 1}, {"county", countyJson(workspace.data().county())}, {"batches", std::move(list)}},
                  console.out);
    else if (batches.empty())
        console.out << tr("还没有记录。") << '\n';
}

Json cellJson(const CellLine& line) {
    Json json = batchJson(line.year, line.entry.batch);
    json["sheet"] = toJson(sheetOf(line.cell.subject.level));
    json["school_code"] = toJson(line.cell.subject.school);
    json["school"] = toJson(line.school);
    json["part"] = toJson(model::partLabel(line.cell.subject));
    json["item"] = toJson(line.cell.item->code);
    json["label"] = toJson(line.cell.item->label);
    json["before"] = toJson(line.entry.before);
    json["after"] = toJson(line.entry.after);
    json["source"] = {{"sheet", toJson(line.entry.sheet)}, {"cell", toJson(line.entry.cell)}};
    return json;
}

void printCells(const Workspace& workspace, const std::vector<CellLine>& lines, bool asJson, Console& console) {
    Json list = Json::array();
    for (const CellLine& line : lines) {
        list.push_back(cellJson(line));
        if (asJson)
            continue;
        console.out << tr("%1　%2：%3 → %4（%5 %6 %7）")
                           .arg(stamp(line.year, line.entry.batch), model::describeCell(line.school, line.cell),
                                line.entry.before, line.entry.after, line.entry.batch.what, line.entry.sheet,
                                line.entry.cell)
                           .replace(QStringLiteral(" ）"), QStringLiteral("）"))
                    << '\n';
    }
    if (asJson)
        writeJson({{"format", 1}, {"county", countyJson(workspace.data().county())}, {"cells", std::move(list)}},
                  console.out);
    else if (lines.empty())
        console.out << tr("没有有关的记录。") << '\n';
}

base::Result<ExitCode> runHistory(const Arguments& arguments, Console& console) {
    QString school;
    if (arguments.has(QStringLiteral("school"))) {
        const auto code = model::parseSchoolCode(arguments.value(QStringLiteral("school")));
        if (!code)
            return std::unexpected(
                base::Error{.code = QStringLiteral("usage.bad_school"), .message = code.error().message});
        school = *code;
    }
    const QString item = arguments.value(QStringLiteral("item"));
    Workspace workspace;
    if (const auto opened = workspace.open(arguments.positionals.first(), workspace::Access::ReadOnly); !opened)
        return std::unexpected(opened.error());
    if (!item.isEmpty() && workspace.data().items().find(item) == nullptr)
        return std::unexpected(
            base::Error{.code = QStringLiteral("usage.bad_item"),
                        .message = tr("没有代码为“%1”的数据项。代码如 pupils（在校学生数）。").arg(item)});
    tellUnreadable(workspace, console);
    const bool asJson = arguments.has(QStringLiteral("json"));
    if (school.isEmpty() && item.isEmpty()) {
        const auto batches = batchesOf(workspace);
        if (!batches)
            return std::unexpected(batches.error());
        printBatches(workspace, *batches, asJson, console);
        return ExitCode::Done;
    }
    const auto cells = cellsOf(workspace, school, item);
    if (!cells)
        return std::unexpected(cells.error());
    printCells(workspace, *cells, asJson, console);
    return ExitCode::Done;
}

} // namespace

Verb historyVerb() {
    return {.spec = {.name = QStringLiteral("history"),
                     .summary = tr("查看改动记录"),
                     .positionals = {QStringLiteral("FILE")},
                     .options = {{.name = QStringLiteral("school"),
                                  .value = QStringLiteral("CODE"),
                                  .help = tr("只看一所学校的数据，写十位标识码")},
                                 {.name = QStringLiteral("item"),
                                  .value = QStringLiteral("CODE"),
                                  .help = tr("只看一个数据项，如 pupils")},
                                 jsonOption()}},
            .run = runHistory};
}

} // namespace junheng::cli
