#include "ui/pages/overview/overview_lists.h"

#include "base/rounding.h"
#include "ui/widgets/tr.h"

#include <algorithm>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t kMostGaps = 10;
constexpr int kMostMargins = 20;

// A row that begins with stage and school, and leads to the section on 资源配置.
OverviewRow sectionRow(const workspace::Workspace& workspace, const assess::StageAssessment& stage, int section,
                       const QString& indicator) {
    const model::CountyYear& year = workspace.data();
    const model::SubjectKey& key = year.sections().key(stage.sectionRows[static_cast<std::size_t>(section)]);
    return {.cells = {{.text = model::stageName(stage.stage)}, {.text = year.schoolName(key.school)}},
            .toolTip = {},
            .target = {.page = OverviewTarget::Page::Resources, .section = key, .indicator = indicator}};
}

QString remedyText(const standard::Standard& standard, const plan::UnmetFigure& figure) {
    if (!figure.decides)
        return tr("已达 %1 项，可不补").arg(standard.rowsMet);
    return plan::remedyText(standard, plan::remedyOf(standard, *figure.place.stage, figure.place.section));
}

OverviewRow gapRow(const workspace::Workspace& workspace, const plan::UnmetFigure& figure, const plan::Gap& gap) {
    const standard::Standard& standard = workspace.standard();
    const auto& [stage, section] = figure.place;
    const auto indicator = static_cast<std::size_t>(figure.indicator);
    const standard::ResourceIndicator& rule = standard.resource[indicator];
    const QString threshold = rule.threshold[standard::stageIndex(stage->stage)].text.toShortString();
    OverviewRow row = sectionRow(workspace, *stage, section, rule.id);
    row.cells.push_back({.text = rule.id});
    row.cells.push_back(
        {.text = u"%1 / %2"_s.arg(assess::printedValue(workspace.data(), standard, *stage, section, figure.indicator),
                                  threshold),
         .tone = toneOf(stage->indicators[indicator].statuses[static_cast<std::size_t>(section)])});
    row.cells.push_back({.text = plan::amountText(standard, gap, gap.toThreshold)});
    row.cells.push_back({.text = gap.toFloor ? plan::amountText(standard, gap, *gap.toFloor) : u"—"_s});
    row.cells.push_back({.text = remedyText(standard, figure)});
    row.toolTip = tr("%1 %2，标准 %3%4").arg(rule.id, rule.title, threshold, rule.unit);
    return row;
}

} // namespace

std::vector<OverviewColumn> gapColumns(const standard::Standard& standard) {
    return {{.heading = tr("学段")},     {.heading = tr("学校")},
            {.heading = tr("指标")},     {.heading = tr("现值 / 标准"), .side = Qt::AlignRight},
            {.heading = tr("达标还差")}, {.heading = tr("到 %1% 还差").arg(assess::floorPercent(standard))},
            {.heading = tr("怎样过关")}};
}

GapRows gapRows(const workspace::Workspace& workspace, plan::GapFinder& finder) {
    const auto unmet = plan::unmetFigures(workspace.standard(), workspace.assessment());
    GapRows result{.rows = {}, .unmet = static_cast<int>(unmet.size())};
    for (std::size_t i = 0; i < std::min(unmet.size(), kMostGaps); ++i) {
        if (const auto gap = finder.gap(unmet[i].place, unmet[i].indicator))
            result.rows.push_back(gapRow(workspace, unmet[i], *gap));
    }
    return result;
}

std::vector<OverviewColumn> marginColumns() {
    return {{.heading = tr("学段")},
            {.heading = tr("学校")},
            {.heading = tr("在校生（人）"), .side = Qt::AlignRight},
            {.heading = tr("达标项数"), .side = Qt::AlignRight},
            {.heading = tr("学生增加多少即不达标"), .side = Qt::AlignRight}};
}

std::vector<OverviewRow> marginRows(const workspace::Workspace& workspace, plan::GapFinder& finder) {
    std::vector<OverviewRow> rows;
    for (const auto& [place, margin] : finder.nearestToFailing(workspace.assessment(), kMostMargins)) {
        const auto section = static_cast<std::size_t>(place.section);
        QString more = tr("再增加 %1 人").arg(margin.pupils + 1);
        if (!margin.campus.school.isEmpty())
            more += tr("（%1）").arg(model::partLabel(margin.campus));
        OverviewRow row = sectionRow(workspace, *place.stage, place.section, {});
        row.cells.push_back({.text = QString::number(place.stage->pupils[section], 'f', 0)});
        row.cells.push_back({.text = u"%1 / %2"_s.arg(place.stage->met[section]).arg(place.stage->indicators.size())});
        row.cells.push_back({.text = more});
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<OverviewColumn> relaxedColumns() {
    return {{.heading = tr("学段")},
            {.heading = tr("学校")},
            {.heading = tr("指标")},
            {.heading = tr("放宽"), .side = Qt::AlignRight},
            {.heading = tr("不放宽"), .side = Qt::AlignRight}};
}

std::vector<OverviewRow> relaxedRows(const workspace::Workspace& workspace) {
    const standard::Standard& standard = workspace.standard();
    std::vector<OverviewRow> rows;
    for (const assess::StageAssessment& stage : workspace.assessment().stages) {
        if (!stage.withoutRelaxations)
            continue;
        for (const assess::WithoutRelaxation& strict : stage.withoutRelaxations->figures) {
            const auto section = static_cast<std::size_t>(strict.section);
            const auto indicator = static_cast<std::size_t>(strict.indicator);
            const assess::IndicatorColumn& column = stage.indicators[indicator];
            const QString& id = standard.resource[indicator].id;
            OverviewRow row = sectionRow(workspace, stage, strict.section, id);
            row.cells.push_back({.text = id});
            row.cells.push_back(
                {.text = assess::printedValue(workspace.data(), standard, stage, strict.section, strict.indicator),
                 .tone = toneOf(column.statuses[section])});
            row.cells.push_back(
                {.text = base::printHalfUp(strict.value, standard.valueDecimals, {}), .tone = toneOf(strict.status)});
            row.toolTip = standard.relaxations[static_cast<std::size_t>(column.relaxation[section])].title;
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

} // namespace junheng::ui
