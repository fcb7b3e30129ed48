#include "exchange/template_reader.h"

#include "exchange/county_sheet.h"
#include "exchange/given_values.h"
#include "exchange/heading.h"
#include "exchange/import_context.h"
#include "exchange/sheet_notices.h"
#include "exchange/sheet_planner.h"
#include "exchange/template_layout.h"
#include "exchange/title_rows.h"
#include "exchange/tr.h"
#include "model/observation.h"
#include "model/typed_text.h"

#include <QHash>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace junheng::exchange {

namespace {

using model::Level;

constexpr int kMostSchools = 5000;

using SheetsByLevel = QHash<Level, const sheet::Sheet*>;

// The sheets of the template by their names; the rest and sheets named twice are reported.
SheetsByLevel findSheets(const sheet::Workbook& book, const TemplateLayout& layout, FindingList& findings) {
    SheetsByLevel result;
    QStringList unknown;
    for (const sheet::Sheet& sheet : book.sheets) {
        const QString name = model::foldText(sheet.name());
        const auto known = std::ranges::find(layout.sheets(), name, &SheetLayout::name);
        if (known == layout.sheets().end()) {
            if (sheet.rowCount() > 0 && name != guideSheetName())
                unknown << tr("“%1”").arg(sheet.name());
        } else if (const sheet::Sheet* first = result.value(known->level)) {
            findings.error(
                "import.duplicate_sheet",
                tr("工作表“%1”有两张（“%2”%3和“%4”%5）。请只保留一张。")
                    .arg(known->name, first->name(), hiddenRemark(*first), sheet.name(), hiddenRemark(sheet)),
                sheet.name());
        } else {
            result.insert(known->level, &sheet);
        }
    }
    if (!unknown.isEmpty())
        findings.notice("import.unknown_sheet",
                        tr("以下工作表不在数据表模板中，没有导入：%1。").arg(unknown.join(QChar(u'、'))));
    return result;
}

void reportAbsentSheets(const SheetsByLevel& sheets, const TemplateLayout& layout, FindingList& findings) {
    QStringList absent;
    for (const SheetLayout& sheet : layout.sheets()) {
        if (sheets.contains(sheet.level))
            continue;
        if (sheet.obligatory)
            findings.error("import.missing_sheet",
                           tr("没有必需的工作表“%1”。数据表必须有“学校”“学段”“校区”三张工作表，请使用数据表模板。")
                               .arg(sheet.name),
                           sheet.name);
        else
            absent << tr("“%1”").arg(sheet.name);
    }
    if (!absent.isEmpty())
        findings.notice("import.absent_sheet",
                        tr("没有以下工作表，已有数据保留不变：%1。").arg(absent.join(QChar(u'、'))));
    if (!sheets.contains(Level::County))
        findings.notice("import.no_identity",
                        tr("没有工作表“县级”，未注明县（市、区）名称、行政区划代码和学年，未能核对，请确认文件无误。"));
}

void planSheet(const sheet::Sheet& sheet, const SheetLayout& layout, ImportContext& context) {
    if (reportFault(sheet, context.findings) || reportTitleRows(sheet, layout, context.findings)) {
        context.pupils.doubtAll();
        return;
    }
    if (layout.level == Level::County) {
        const CountySheet county(sheet, context);
        county.checkIdentity(context);
        county.plan(context);
    } else if (sheet.rowCount() > 0 || layout.obligatory) {
        SheetPlanner(sheet, layout, context).plan();
    }
}

void checkSchools(const model::CountyYear& after, const SheetsByLevel& sheets, ImportContext& context) {
    const sheet::Sheet* sheet = sheets.value(Level::School);
    if (sheet == nullptr)
        return;
    if (context.schoolsReadable && context.schoolRows == 0)
        context.findings.error("import.no_schools",
                               tr("工作表“%1”没有学校。请从第二行起每行填写一所学校。").arg(sheet->name()),
                               sheet->name());
    const int schools = after.schools().rowCount();
    if (schools > kMostSchools)
        context.findings.error(
            "import.too_many_schools",
            tr("导入后共有 %1 所学校，最多 %2 所。请核对是否混入了其他县的学校。").arg(schools).arg(kMostSchools),
            sheet->name());
}

int rowsInAll(const SheetsByLevel& sheets) {
    int rows = 0;
    for (const sheet::Sheet* sheet : sheets)
        rows += std::max(0, sheet->rowCount() - 1);
    return rows;
}

ImportPlan cancelledPlan(const SourceFile& file) {
    ImportPlan plan;
    plan.findings.push_back({.code = QStringLiteral("job.cancelled"),
                             .message = tr("导入已取消，没有改动任何数据。"),
                             .place = {.file = file.name}});
    return plan;
}

base::Error asError(const model::Finding& finding) {
    return {.code = finding.code, .message = finding.message, .place = finding.place};
}

} // namespace

base::Result<BookIdentity> identify(const sheet::Workbook& book, const QString& fileName) {
    const model::CountyYear none({}, 0);
    const ImportOptions options;
    const base::Job job;
    PupilsCheck pupils;
    ImportContext context{
        .current = none, .options = options, .job = job, .findings = FindingList(fileName), .pupils = pupils};
    FindingList& findings = context.findings;
    const SheetsByLevel sheets = findSheets(book, context.layout, findings);
    // Of a sheet that cannot be read the import would say so; whose data it is may depend on it.
    for (const sheet::Sheet* one : sheets) {
        if (one->fault())
            return std::unexpected(*one->fault());
    }
    const sheet::Sheet* sheet = sheets.value(Level::County);
    if (sheet == nullptr)
        return std::unexpected(base::Error{.code = QStringLiteral("import.no_identity"),
                                           .message = tr("没有工作表“县级”，无法确定是哪个县、哪个学年的数据。请使用数"
                                                         "据表模板，填写县（市、区）名称、行政区划代码和学年。"),
                                           .place = {.file = fileName}});
    if (reportTitleRows(*sheet, context.layout.at(Level::County), findings))
        return std::unexpected(asError(std::move(findings).take().front()));
    const CountySheet county(*sheet, context);
    const auto name = county.countyName(findings);
    const auto code = county.countyCode(findings);
    const auto year = county.schoolYear(findings);
    if (findings.hasErrors())
        return std::unexpected(asError(std::move(findings).take().front()));
    if (!name.value || !code.value || !year.value)
        return std::unexpected(base::Error{
            .code = QStringLiteral("import.no_identity"),
            .message =
                tr("没有填写完整的县（市、区）名称、行政区划代码和学年，无法确定是哪个县、哪个学年的数据。请补填。"),
            .place = {.file = fileName, .sheet = sheet->name()}});
    return BookIdentity{.county = {.code = *code.value, .name = *name.value}, .year = *year.value};
}

ImportPlan planImport(const sheet::Workbook& book, const SourceFile& file, const model::CountyYear& current,
                      const ImportOptions& options, const base::Job& job) {
    PupilsCheck pupils;
    ImportContext context{.current = current,
                          .options = options,
                          .job = job,
                          .findings = FindingList(file.name),
                          .pupils = options.given == nullptr ? pupils : options.given->pupils(),
                          .file = file.name};
    const SheetsByLevel sheets = findSheets(book, context.layout, context.findings);
    reportAbsentSheets(sheets, context.layout, context.findings);
    context.rowsInAll = rowsInAll(sheets);
    for (const SheetLayout& layout : context.layout.sheets()) {
        if (const sheet::Sheet* sheet = sheets.value(layout.level))
            planSheet(*sheet, layout, context);
        if (job.cancelled())
            return cancelledPlan(file);
    }

    context.codes.report(context.findings);

    model::ChangeSet changes{.kind = model::BatchKind::Import,
                             .label = tr("导入 %1").arg(file.name),
                             .file = file.name,
                             .sha256 = file.sha256,
                             .changes = std::move(context.changes)};
    model::CountyYear after = current;
    after.apply(changes);
    checkSchools(after, sheets, context);
    if (options.given == nullptr) // else another file may give what fits
        pupils.report(after, context.sectionsReadable, context.findings);

    ImportPlan plan{.changes = std::move(changes),
                    .summary = context.summary,
                    .offers = std::move(context.offers),
                    .conversions = std::move(context.conversions)};
    if (context.findings.hasErrors()) {
        plan.changes.changes.clear();
        plan.summary = {};
    }
    plan.findings = std::move(context.findings).take();
    job.report(context.rowsInAll, context.rowsInAll);
    return plan;
}

} // namespace junheng::exchange
