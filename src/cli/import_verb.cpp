// import: template workbooks into a county file, as one batch.

#include "cli/tr.h"
#include "cli/verbs.h"
#include "standard/standard.h"
#include "workspace/import_plan.h"
#include "workspace/import_preview.h"
#include "workspace/imports.h"

#include <algorithm>

namespace junheng::cli {

namespace {

using model::Change;
using workspace::ImportPreview;
using workspace::Workspace;

constexpr int kListedChanges = 200; ///< lines on the terminal; --json lists them all

QString shown(const model::Item& item, const model::Observation& observation) {
    return observation.isMissing() ? tr("待填报") : model::markedText(item, observation);
}

Json observationJson(const model::Item& item, const model::Observation& observation) {
    return observation.isMissing() ? Json(nullptr) : toJson(model::displayText(item, observation));
}

Json findingsJson(const ImportPreview& preview) {
    Json list = Json::array();
    for (const model::Finding& finding : preview.findings)
        list.push_back({{"severity", finding.severity == model::Severity::Error ? "error" : "notice"},
                        {"code", toJson(finding.code)},
                        {"message", toJson(finding.message)},
                        {"file", toJson(finding.place.file)},
                        {"sheet", toJson(finding.place.sheet)},
                        {"cell", toJson(finding.place.cell)}});
    return list;
}

Json changesJson(const ImportPreview& preview) {
    Json list = Json::array();
    for (const Change& change : preview.changes.changes) {
        if (change.isExistence())
            continue;
        list.push_back({{"sheet", toJson(sheetOf(change.subject.level))},
                        {"school_code", toJson(change.subject.school)},
                        {"part", toJson(model::partLabel(change.subject))},
                        {"item", toJson(change.item->code)},
                        {"label", toJson(change.item->label)},
                        {"before", observationJson(*change.item, change.before)},
                        {"after", observationJson(*change.item, change.after)},
                        {"typed", preview.typedCells.contains({.subject = change.subject, .item = change.item})},
                        {"source", {{"sheet", toJson(change.sheet)}, {"cell", toJson(change.cell)}}}});
    }
    return list;
}

Json offersJson(const ImportPreview& preview) {
    Json list = Json::array();
    for (const QString& offer : preview.offers)
        list.push_back(toJson(offer));
    return list;
}

Json previewJson(const model::CountyYear& year, const ImportPreview& preview, bool committed) {
    return {{"format", 1},
            {"county", countyJson(year.county())},
            {"year", year.year()},
            {"source", {{"file", toJson(preview.changes.file)}, {"sha256", toJson(preview.changes.sha256)}}},
            {"committed", committed},
            {"new_schools", preview.newSchools},
            {"new_rows", preview.newRows},
            {"changed_cells", preview.changedCells},
            {"confirmed_cells", preview.confirmedCells},
            {"unchanged_cells", preview.unchangedCells},
            {"cleared_cells", preview.clearedCells},
            {"kept_cells", preview.keptCells},
            {"typed_cells", preview.typedCells.size()},
            {"absent_rooms", preview.absentRooms},
            {"removed_rooms", preview.removedRooms},
            {"offers", offersJson(preview)},
            {"findings", findingsJson(preview)},
            {"changes", changesJson(preview)}};
}

// What differs in rows that were there before; the cells of new rows are only counted.
void printDifferences(const model::CountyYear& before, const ImportPreview& preview, QTextStream& out) {
    int count = 0;
    for (const Change& change : preview.changes.changes) {
        if (change.isExistence() || !before.exists(change.subject) || ++count > kListedChanges)
            continue;
        const model::CellKey cell{.subject = change.subject, .item = change.item};
        out << QStringLiteral("  %1：%2%3 → %4（%5 %6）\n")
                   .arg(model::describeCell(before.schoolName(change.subject.school), cell),
                        shown(*change.item, change.before),
                        preview.typedCells.contains(cell) ? tr("（手工填写）") : QString(),
                        shown(*change.item, change.after), change.sheet, change.cell);
    }
    if (count > kListedChanges)
        out << tr("  …… 另有 %1 处，用 --json 查看全部").arg(count - kListedChanges) << '\n';
}

void printPreview(const model::CountyYear& before, const ImportPreview& preview, Console& console) {
    console.out << tr("%1，%2").arg(countyHeading(before), preview.changes.label) << '\n';
    printFindings(preview.findings, console.err, console.out);
    if (preview.hasErrors())
        return;
    const QStringList lines = preview.summaryLines();
    for (const QString& line : lines)
        console.out << line << '\n';
    printDifferences(before, preview, console.out);
}

base::Error rejected() {
    return {.code = QStringLiteral("import.rejected"),
            .message = tr("数据表有错误，没有导入任何数据。请按上列提示修改后再导入。")};
}

base::Result<ExitCode> runImport(const Arguments& arguments, Console& console) {
    const auto year = parseYear(arguments.value(QStringLiteral("year")));
    if (!year)
        return std::unexpected(year.error());
    const bool dryRun = arguments.has(QStringLiteral("dry-run"));
    Workspace workspace;
    const auto access = dryRun ? workspace::Access::ReadOnly : workspace::Access::ReadWrite;
    if (const auto opened = workspace.open(arguments.positionals.first(), access, *year); !opened)
        return std::unexpected(opened.error());
    tellUnreadable(workspace, console);
    const model::CountyYear before = workspace.data();
    auto preview = workspace::planImport(arguments.positionals.mid(1), before, workspace.standard(),
                                         arguments.has(QStringLiteral("clear-blanks")), console.job(),
                                         {.removeRooms = arguments.has(QStringLiteral("remove-rooms")),
                                          .conversions = arguments.lists.value(QStringLiteral("convert"))});
    if (!preview)
        return std::unexpected(asInput(preview.error()));
    if (const auto marked = workspace.imports().markTyped(*preview); !marked)
        return std::unexpected(marked.error());

    const bool commits = !dryRun && !preview->hasErrors();
    if (commits) {
        if (const auto committed = workspace.imports().commit(*preview); !committed)
            return std::unexpected(committed.error());
    }
    if (arguments.has(QStringLiteral("json"))) {
        writeJson(previewJson(before, *preview, commits), console.out);
        printFindings(preview->findings, console.err, console.err);
    } else {
        printPreview(before, *preview, console);
        if (dryRun && !preview->hasErrors())
            console.out << tr("以上为试算，没有写入文件。") << '\n';
    }
    if (preview->hasErrors())
        return std::unexpected(rejected());
    return ExitCode::Done;
}

} // namespace

Verb importVerb() {
    return {.spec = {.name = QStringLiteral("import"),
                     .summary = tr("把一份或几份数据表导入县级文件"),
                     .positionals = {QStringLiteral("FILE"), QStringLiteral("SOURCE...")},
                     .options = {yearOption(),
                                 {.name = QStringLiteral("dry-run"), .value = {}, .help = tr("只看会改动什么，不写入")},
                                 {.name = QStringLiteral("clear-blanks"),
                                  .value = {},
                                  .help = tr("数据表中的空白单元格清除已有数据，表中没有的专用教室删除；不用时保留")},
                                 {.name = QStringLiteral("remove-rooms"),
                                  .value = {},
                                  .help = tr("只删除表中没有的专用教室")},
                                 {.name = QStringLiteral("convert"),
                                  .value = QStringLiteral("SHEET!COLUMN=UNIT"),
                                  .help = tr("列名写的是其他单位时换算，如 校区!教学仪器设备资产值=元"),
                                  .many = true},
                                 jsonOption()}},
            .run = runImport};
}

} // namespace junheng::cli
