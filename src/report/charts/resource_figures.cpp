#include "report/charts/resource_figures.h"

#include "base/index.h"
#include "plan/driver_sentence.h"
#include "report/cells.h"
#include "report/tr.h"

#include <algorithm>

namespace junheng::report {

using document::FigureLevel;
using document::FigurePart;
using document::HeatMap;
using document::RankedBars;

namespace {

using assess::Status;
using base::at;

constexpr std::size_t kRowsOfPage = 36;
constexpr std::size_t kPagesOfStage = 2;

bool isMissing(const assess::StageAssessment& stage, int section, int indicator) {
    return stage.indicators[at(indicator)].statuses[at(section)] == Status::Missing;
}

// Label, printed figure and status of a section's indicator.
FigurePart partOf(const model::CountyYear& year, const standard::Standard& standard,
                  const assess::StageAssessment& stage, int section, int indicator) {
    const standard::ResourceIndicator& rule = standard.resource[at(indicator)];
    const Status status = stage.indicators[at(indicator)].statuses[at(section)];
    FigurePart part;
    part.label = plan::schoolNameOf(year, stage, section);
    part.mark = markOf(status);
    const QString what = tr("%1（%2）%3 %4").arg(part.label, model::stageName(stage.stage), rule.id, rule.title);
    if (status == Status::Missing) {
        part.text = assess::statusWord(standard, status);
        part.detail = tr("%1：%2").arg(what, part.text);
        return part;
    }
    part.text = assess::printedValue(year, standard, stage, section, indicator);
    part.detail =
        tr("%1：%2 %3，标准 %4，%5")
            .arg(what, part.text, rule.unit, rule.threshold[standard::stageIndex(stage.stage)].text.toShortString(),
                 assess::statusWord(standard, status));
    return part;
}

HeatMap::Row rowOf(const model::CountyYear& year, const standard::Standard& standard,
                   const assess::StageAssessment& stage, int section) {
    HeatMap::Row row;
    row.part.label = plan::schoolNameOf(year, stage, section);
    row.part.text = assess::verdictWord(stage.verdicts[at(section)]);
    row.part.mark = markOf(stage.verdicts[at(section)]);
    row.part.detail = tr("%1（%2）：%3，%4")
                          .arg(row.part.label, model::stageName(stage.stage), row.part.text,
                               assess::remarkOf(standard, stage, section));
    for (int i = 0; i < static_cast<int>(standard.resource.size()); ++i)
        row.cells.push_back(partOf(year, standard, stage, section, i));
    return row;
}

QStringList legendOf(const standard::Standard& standard) {
    QStringList words;
    for (const Status status : {Status::Met, Status::Floor, Status::Below, Status::Missing})
        words << assess::statusWord(standard, status);
    return words;
}

HeatMap emptyMap(const standard::Standard& standard, const QString& title) {
    HeatMap map{.title = title, .columns = {}, .groups = {}, .note = {}, .legend = legendOf(standard)};
    for (const standard::ResourceIndicator& indicator : standard.resource)
        map.columns << QStringLiteral("%1\n%2").arg(indicator.id, indicator.shortName);
    return map;
}

HeatMap::Group groupOf(const model::CountyYear& year, const standard::Standard& standard,
                       const assess::StageAssessment& stage, std::span<const int> sections) {
    HeatMap::Group group{.title = tr("%1（%2 所）").arg(model::stageName(stage.stage)).arg(sections.size()),
                         .rows = {}};
    for (const int section : sections)
        group.rows.push_back(rowOf(year, standard, stage, section));
    return group;
}

// Those that meet fewest first, else in the order of the stage.
std::vector<int> shortfallsOf(const assess::StageAssessment& stage) {
    const auto indicators = static_cast<int>(stage.indicators.size());
    std::vector<int> sections;
    for (int section = 0; section < stage.sectionCount(); ++section) {
        if (stage.met[at(section)] < indicators)
            sections.push_back(section);
    }
    std::ranges::stable_sort(sections, {}, [&](int section) { return stage.met[at(section)]; });
    return sections;
}

} // namespace

HeatMap resourceHeatMap(const model::CountyYear& year, const standard::Standard& standard,
                        std::span<const StageSections> shown) {
    HeatMap map = emptyMap(standard, tr("各校资源配置达标情况"));
    int key = 0;
    for (const StageSections& part : shown) {
        map.groups.push_back(groupOf(year, standard, *part.stage, part.sections));
        for (HeatMap::Row& row : map.groups.back().rows) {
            row.part.key = key++;
            for (FigurePart& cell : row.cells)
                cell.key = key++;
        }
    }
    return map;
}

std::vector<HeatMap> shortfallHeatMaps(const model::CountyYear& year, const standard::Standard& standard,
                                       const assess::Assessment& assessment) {
    std::vector<HeatMap> maps;
    for (const assess::StageAssessment& stage : assessment.stages) {
        const std::vector<int> all = shortfallsOf(stage);
        const std::size_t shown = std::min(all.size(), kRowsOfPage * kPagesOfStage);
        for (std::size_t from = 0; from < shown; from += kRowsOfPage) {
            const std::span<const int> page(all.data() + from, std::min(kRowsOfPage, shown - from));
            HeatMap map = emptyMap(standard, tr("%1指标未全部达标的学校").arg(model::stageName(stage.stage)));
            if (from > 0)
                map.title += tr("（续）");
            map.groups.push_back(groupOf(year, standard, stage, page));
            map.groups.back().title = QString();
            maps.push_back(std::move(map));
        }
        if (shown < all.size())
            maps.back().note = tr("只画出达标项数最少的 %1 所，另有 %2 所见表Ⅱ-2。").arg(shown).arg(all.size() - shown);
    }
    return maps;
}

RankedBars rankedValues(const model::CountyYear& year, const standard::Standard& standard, const StageSections& shown,
                        int indicator) {
    const assess::StageAssessment& stage = *shown.stage;
    const standard::ResourceIndicator& rule = standard.resource[at(indicator)];
    const standard::Threshold& threshold = rule.threshold[standard::stageIndex(stage.stage)];
    const assess::IndicatorColumn& column = stage.indicators[at(indicator)];
    RankedBars figure{.title = tr("%1 %2 %3 · 各校排序").arg(model::stageName(stage.stage), rule.id, rule.title),
                      .valueAxis =
                          tr("%1 %2 %3（%4）").arg(model::stageName(stage.stage), rule.id, rule.shortName, rule.unit),
                      .bars = {},
                      .levels = {{.value = base::toDouble(threshold.value),
                                  .text = tr("标准 %1").arg(threshold.text.toShortString()),
                                  .kind = FigureLevel::Kind::Threshold}},
                      .note = {},
                      .legend = legendOf(standard)};
    const double floor = base::toDouble(threshold.floor);
    figure.levels.push_back(
        {.value = floor,
         .text = tr("标准的 %1%：%2").arg(assess::floorPercent(standard), QString::number(floor, 'g', 8)),
         .kind = FigureLevel::Kind::Floor});
    if (column.coefficient.hasMean)
        figure.levels.push_back({.value = column.coefficient.mean,
                                 .text = tr("全县平均值 %1").arg(assess::printedMean(year, standard, stage, indicator)),
                                 .kind = FigureLevel::Kind::Mean});
    std::vector<int> order = shown.sections;
    const auto missing = std::erase_if(order, [&](int section) { return isMissing(stage, section, indicator); });
    if (missing > 0)
        figure.note = tr("%1 所待填报，没有画出").arg(missing);
    std::ranges::stable_sort(order, {}, [&](int section) { return column.values[at(section)]; });
    for (const int section : order) {
        figure.bars.push_back(
            {.part = partOf(year, standard, stage, section, indicator), .value = column.values[at(section)]});
        figure.bars.back().part.key = section;
    }
    return figure;
}

} // namespace junheng::report
