#include "workings/working_sheets.h"

#include "report/lists/lists.h"
#include "workings/contents.h"
#include "workings/cover.h"
#include "workings/form_links.h"
#include "workings/parts/rule_sheets.h"
#include "workings/resources/working_parts.h"

#include <algorithm>
#include <future>
#include <iterator>

namespace junheng::workings {

using report::listTable;
using report::officialTables;
using report::ReportInfo;
using report::SchoolList;
using report::Sources;

using document::Report;
using document::Table;

namespace {

std::vector<Table> rawTables(const WorkingSources& from) {
    std::vector<Table> tables;
    tables.push_back(rawSchoolsTable(from));
    for (const WorkingStage& stage : from.layout.stages())
        tables.push_back(rawSectionsTable(from, stage));
    tables.push_back(rawCampusesTable(from));
    return tables;
}

// Each is made from the ones before it.
std::vector<Table> stageTables(const WorkingSources& from, const WorkingStage& stage) {
    LiveSheet split = splitSheet(from, stage);
    LiveSheet values = valuesSheet(from, stage, split);
    Table verdicts = verdictsTable(from, stage, values);
    Table balance = balanceSheetTable(from, stage, values);
    std::vector<Table> tables;
    tables.push_back(split.release(kPartConditionColumn));
    tables.push_back(values.release(kFirstValueColumn));
    tables.push_back(std::move(verdicts));
    tables.push_back(std::move(balance));
    return tables;
}

} // namespace

Report workbookReport(const model::CountyYear& year, const standard::Standard& standard,
                      const assess::Assessment& assessment, const ReportInfo& info) {
    const WorkingLayout layout(year, standard, assessment);
    const Sources sources{.year = year, .standard = standard, .assessment = assessment};
    SchoolShapes shapes(standard, year);
    const WorkingSources from{.sources = sources, .layout = layout, .shapes = shapes};
    // They only read what they share, so they are made beside one another.
    std::vector<std::future<std::vector<Table>>> tables;
    tables.push_back(std::async([&] { return rawTables(from); }));
    for (const WorkingStage& stage : layout.stages())
        tables.push_back(std::async([&] { return stageTables(from, stage); }));
    RuleTables rules = ruleTables(sources, layout);
    Report report = officialTables(sources, info);
    linkForm(report, sources, layout, rules.form);
    for (const SchoolList list : {SchoolList::BelowFloor, SchoolList::Failing, SchoolList::Relaxations})
        report.blocks.emplace_back(listTable(sources, list, info));
    std::optional<Table> chartData;
    if (auto charts = chartTables(from)) {
        report.blocks.emplace_back(std::move(charts->first));
        chartData = std::move(charts->second);
    }
    for (auto& made : tables)
        std::ranges::move(made.get(), std::back_inserter(report.blocks));
    std::ranges::move(rules.tables, std::back_inserter(report.blocks));
    if (chartData)
        report.blocks.emplace_back(std::move(*chartData));
    Table contents = contentsTable(year, report);
    Table cover = coverTable(from, info, contents, rules.verdicts);
    report.blocks.insert(report.blocks.begin(), {std::move(cover), std::move(contents)});
    return report;
}

} // namespace junheng::workings
