#include "report/dossier/dossier_figures.h"

#include "report/tr.h"

#include <algorithm>

namespace junheng::report {

using document::Course;
using document::FigureLevel;
using document::FigureValue;
using document::Mark;
using document::Radar;

namespace {

using assess::Status;
using plan::SectionPlace;
using standard::ResourceIndicator;

double thresholdOf(const ResourceIndicator& indicator, model::Stage stage) {
    return base::toDouble(indicator.threshold[standard::stageIndex(stage)].value);
}

// The section's figure of an indicator as a multiple of its threshold.
FigureValue sectionValue(const standard::Standard& standard, const ShownYear& year, int indicator) {
    const ResourceIndicator& rule = standard.resource[at(indicator)];
    const SectionPlace& place = *year.place;
    const assess::IndicatorColumn& column = place.stage->indicators[at(indicator)];
    const Status status = column.statuses[at(place.section)];
    FigureValue figure;
    figure.part.label = indicatorLabel(rule.id, rule.shortName);
    figure.part.mark = markOf(status);
    figure.part.text = status == Status::Missing
                           ? assess::statusWord(standard, status)
                           : assess::printedValue(*year.data, standard, *place.stage, place.section, indicator);
    figure.part.detail =
        tr("%1：%2 %3，%4").arg(figure.part.label, figure.part.text, rule.unit, assess::statusWord(standard, status));
    if (status != Status::Missing)
        figure.value = column.values[at(place.section)] / thresholdOf(rule, place.stage->stage);
    return figure;
}

FigureValue meanValue(const SchoolView& school, const assess::StageAssessment& stage, int indicator) {
    const ResourceIndicator& rule = school.standard().resource[at(indicator)];
    const QString printed = assess::printedMean(school.year(), school.standard(), stage, indicator);
    FigureValue figure;
    figure.part.label = indicatorLabel(rule.id, rule.shortName);
    figure.part.text = printed.isEmpty() ? assess::statusWord(Status::Missing) : printed;
    figure.part.mark = printed.isEmpty() ? Mark::Missing : Mark::None;
    figure.part.detail = tr("%1：全县平均 %2").arg(figure.part.label, figure.part.text);
    if (!printed.isEmpty())
        figure.value = stage.indicators[at(indicator)].coefficient.mean / thresholdOf(rule, stage.stage);
    return figure;
}

} // namespace

std::vector<ShownYear> shownYears(const SchoolView& school, model::Stage stage) {
    std::vector<ShownYear> years;
    const auto add = [&](const model::CountyYear& data, const assess::Assessment& assessment) {
        years.push_back(
            {.data = &data, .assessment = &assessment, .place = placeIn(data, assessment, school.code, stage)});
    };
    for (const EarlierYear& year : school.earlier)
        add(year.data, year.assessment);
    add(school.year(), school.sources.assessment);
    return years;
}

Radar indicatorRadar(const SchoolView& school, const SectionPlace& place) {
    const ShownYear year{.data = &school.year(), .assessment = &school.sources.assessment, .place = place};
    Radar figure;
    figure.title = tr("%1各项指标与标准、全县平均的比较（标准为1）").arg(school.stageTitle(place.stage->stage));
    figure.thresholdText = tr("标准");
    Radar::Line own{.name = tr("本校"), .values = {}};
    Radar::Line mean{.name = tr("全县平均"), .values = {}};
    for (int i = 0; i < static_cast<int>(school.standard().resource.size()); ++i) {
        own.values.push_back(sectionValue(school.standard(), year, i));
        mean.values.push_back(meanValue(school, *place.stage, i));
        figure.axes << own.values.back().part.label;
    }
    figure.lines = {std::move(own), std::move(mean)};
    return figure;
}

Course indicatorCourse(const SchoolView& school, model::Stage stage, const std::vector<ShownYear>& years) {
    Course figure;
    figure.title = tr("%1各项指标的历年变化").arg(school.stageTitle(stage));
    figure.valueAxis = tr("标准的倍数");
    figure.levels = {{.value = 1, .text = tr("标准"), .kind = FigureLevel::Kind::Threshold}};
    for (const ShownYear& year : years)
        figure.years.push_back(year.data->year());
    for (int i = 0; i < static_cast<int>(school.standard().resource.size()); ++i) {
        const ResourceIndicator& rule = school.standard().resource[at(i)];
        Course::Line line{.name = rule.id, .values = {}};
        for (const ShownYear& year : years)
            line.values.push_back(year.place ? sectionValue(school.standard(), year, i) : FigureValue{});
        figure.lines.push_back(std::move(line));
    }
    return figure;
}

} // namespace junheng::report
