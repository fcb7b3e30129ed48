#include "workings/working_sheets.h"

#include "report/lists/lists.h"
#include "workings/contents.h"
#include "workings/cover.h"
#include "workings/form_links.h"
#include "workings/parts/rule_sheets.h"
#include "workings/resources/working_parts.h"

#include <algorithm>
#include <functional>
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

Report workbookReport(const model::CountyYear& year, const standard::Standard& standard,
                      const assess::Assessment& assessment, const ReportInfo& info) {
    const WorkingLayout layout(year, standard, assessment);
    const Sources sources{.year = year, .standard = standard, .assessment = assessment};
    SchoolShapes shapes(standard, year);
    const WorkingSources from{.sources = sources, .layout = layout, .shapes = shapes};
    // They only read what they share, so they are made beside one another.
    std::vector<std::future<Table>> tables;
    const auto make = [&](auto table, auto... of) {
        tables.push_back(std::async([&from, table, of...] { return table(from, of.get()...); }));
    };
    make(rawSchoolsTable);
    for (const WorkingStage& stage : layout.stages())
        make(rawSectionsTable, std::cref(stage));
    make(rawCampusesTable);
    for (const WorkingStage& stage : layout.stages()) {
        for (const auto table : {splitTable, valuesTable, verdictsTable, balanceSheetTable})
            make(table, std::cref(stage));
    }
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
    for (std::future<Table>& table : tables)
        report.blocks.emplace_back(table.get());
    std::ranges::move(rules.tables, std::back_inserter(report.blocks));
    if (chartData)
        report.blocks.emplace_back(std::move(*chartData));
    Table contents = contentsTable(year, report);
    Table cover = coverTable(from, info, contents, rules.verdicts);
    report.blocks.insert(report.blocks.begin(), {std::move(cover), std::move(contents)});
    return report;
}

} // namespace junheng::workings
