#include "report/charts/balance_figures.h"

#include "base/index.h"
#include "model/school_year.h"
#include "plan/balance.h"
#include "plan/driver_sentence.h"
#include "report/cells.h"
#include "report/tr.h"

#include <algorithm>

namespace junheng::report {

using document::Course;
using document::FigureLevel;
using document::FigureValue;
using document::LimitBars;
using document::MeanSide;
using document::Waterfall;
using document::WeightedDistribution;

namespace {

using assess::BalanceStatus;
using assess::Status;
using base::at;

QString indicatorName(const standard::ResourceIndicator& indicator) {
    return QStringLiteral("%1 %2").arg(indicator.id, indicator.title);
}

QString titleOf(const standard::Standard& standard, const assess::StageAssessment& stage, int indicator,
                const QString& what) {
    return QStringLiteral("%1 %2 · %3")
        .arg(model::stageName(stage.stage), indicatorName(standard.balanceIndicator(indicator)), what);
}

QString percent(double share) {
    return QString::number(100 * share, 'f', 1) + QChar(u'%');
}

FigureValue coefficientBar(const standard::Standard& standard, const assess::StageAssessment& stage, int indicator) {
    const standard::ResourceIndicator& rule = standard.balanceIndicator(indicator);
    const assess::Coefficient& coefficient = stage.column(indicator).coefficient;
    const bool known = coefficient.status != BalanceStatus::Missing;
    const QString word = rule.tested ? assess::verdictWord(coefficient.status)
                                     : tr("%1（只列示，不判定）").arg(assess::verdictWord(coefficient.status));
    const QString printed = known ? assess::printedCoefficient(coefficient) : assess::verdictWord(coefficient.status);
    FigureValue bar;
    bar.part.label = QStringLiteral("%1\n%2").arg(rule.id, rule.shortName);
    bar.part.text = printed;
    bar.part.detail = known ? tr("%1 %2：差异系数 %3，限值 %4，%5")
                                  .arg(model::stageName(stage.stage), indicatorName(rule), printed,
                                       assess::printedLimit(standard, stage.stage), word)
                            : tr("%1 %2：差异系数%3").arg(model::stageName(stage.stage), indicatorName(rule), word);
    bar.part.mark = markOf(coefficient.status);
    if (known)
        bar.value = coefficient.cv;
    return bar;
}

// Of the coefficient's square, from where those before it end.
Waterfall::Step stepOf(const model::CountyYear& year, const standard::Standard& standard,
                       const assess::StageAssessment& stage, int indicator, const plan::Driver& driver) {
    const double cv = stage.column(indicator).coefficient.cv;
    const bool above = driver.side == plan::Side::Above;
    Waterfall::Step step;
    step.part.key = driver.section;
    step.part.label = plan::schoolNameOf(year, stage, driver.section);
    step.part.text = percent(driver.share);
    step.part.detail = tr("%1：%2 %3，%4，占差异的 %5，累计 %6")
                           .arg(step.part.label, assess::printedValue(year, standard, stage, driver.section, indicator),
                                standard.balanceIndicator(indicator).unit, above ? tr("高于平均值") : tr("低于平均值"),
                                percent(driver.share), percent(driver.cumulative));
    step.from = (driver.cumulative - driver.share) * cv * cv;
    step.to = driver.cumulative * cv * cv;
    step.side = above ? MeanSide::Above : MeanSide::Below;
    return step;
}

Waterfall::Step restOf(std::size_t count, double from, double to) {
    Waterfall::Step rest{.part = {}, .from = from, .to = to, .side = MeanSide::Both};
    rest.part.label = tr("其余 %1 所").arg(count);
    rest.part.text = percent((to - from) / to);
    rest.part.detail = tr("%1：占差异的 %2").arg(rest.part.label, rest.part.text);
    return rest;
}

} // namespace

LimitBars coefficientBars(const standard::Standard& standard, const assess::Assessment& assessment) {
    LimitBars figure{.title = tr("差异系数与限值"), .groups = {}};
    int key = 0;
    for (const assess::StageAssessment& stage : assessment.stages) {
        LimitBars::Group group{.title = model::stageName(stage.stage),
                               .limit = standard.balanceLimit[standard::stageIndex(stage.stage)].toDouble(),
                               .limitText = tr("限值 %1").arg(assess::printedLimit(standard, stage.stage)),
                               .bars = {}};
        for (int i = 0; i < standard.balanceCount(); ++i) {
            group.bars.push_back(coefficientBar(standard, stage, i));
            group.bars.back().part.key = key++;
        }
        figure.groups.push_back(std::move(group));
    }
    return figure;
}

Waterfall coefficientWaterfall(const model::CountyYear& year, const standard::Standard& standard,
                               const assess::StageAssessment& stage, int indicator, int named) {
    const plan::Balance balance(year, standard, stage, indicator);
    const assess::Coefficient& coefficient = balance.coefficient();
    const double limit = standard.balanceLimit[standard::stageIndex(stage.stage)].toDouble();
    Waterfall figure{
        .title = titleOf(standard, stage, indicator, tr("差异系数的构成")),
        .axis = tr("差异系数的平方"),
        .belowText = tr("低于平均值"),
        .aboveText = tr("高于平均值"),
        .steps = {},
        .total = {},
        .limit = {.value = limit * limit,
                  .text = tr("限值 %1（平方 %2）")
                              .arg(assess::printedLimit(standard, stage.stage), QString::number(limit * limit))},
        .emptyText = balance.isKnown() ? tr("各校没有差异") : tr("差异系数待填报")};
    if (!balance.isKnown())
        return figure;
    std::vector<plan::Driver> drivers = balance.drivers();
    std::erase_if(drivers, [](const plan::Driver& driver) { return driver.share <= 0; });
    const auto shown = std::min(drivers.size(), at(named));
    for (std::size_t i = 0; i < shown; ++i)
        figure.steps.push_back(stepOf(year, standard, stage, indicator, drivers[i]));
    const double square = coefficient.cv * coefficient.cv;
    if (shown < drivers.size())
        figure.steps.push_back(restOf(drivers.size() - shown, figure.steps.back().to, square));
    figure.total.label = tr("差异系数");
    figure.total.text = assess::printedCoefficient(coefficient);
    figure.total.mark = markOf(coefficient.status);
    figure.total.detail =
        tr("差异系数 %1（平方 %2），限值 %3，%4")
            .arg(figure.total.text, QString::number(square, 'f', 3), assess::printedLimit(standard, stage.stage),
                 assess::verdictWord(coefficient.status));
    return figure;
}

WeightedDistribution valueDistribution(const model::CountyYear& year, const standard::Standard& standard,
                                       const assess::StageAssessment& stage, int indicator) {
    const standard::ResourceIndicator& rule = standard.balanceIndicator(indicator);
    const assess::IndicatorColumn& column = stage.column(indicator);
    // A further indicator has no threshold: its figures are not judged.
    const bool judged = at(indicator) < standard.resource.size();
    const standard::Threshold& threshold = rule.threshold[standard::stageIndex(stage.stage)];
    WeightedDistribution figure{.title = titleOf(standard, stage, indicator, tr("各校分布")),
                                .weightAxis = tr("在校学生数（人），按指标值从低到高"),
                                .valueAxis = rule.unit,
                                .columns = {},
                                .mean = {},
                                .threshold = {},
                                .note = {}};
    if (judged)
        figure.threshold = {.value = base::toDouble(threshold.value),
                            .text = tr("标准 %1").arg(threshold.text.toShortString())};
    if (column.coefficient.hasMean)
        figure.mean = {.value = column.coefficient.mean,
                       .text = tr("平均值 %1").arg(assess::printedMean(year, standard, stage, indicator)),
                       .kind = FigureLevel::Kind::Mean};
    std::vector<int> order;
    for (int section = 0; section < stage.sectionCount(); ++section) {
        if (column.statuses[at(section)] != Status::Missing)
            order.push_back(section);
    }
    if (const int missing = stage.sectionCount() - static_cast<int>(order.size()); missing > 0)
        figure.note = tr("%1 所待填报，没有画出").arg(missing);
    std::ranges::stable_sort(order, {}, [&](int section) { return column.values[at(section)]; });
    for (const int section : order) {
        WeightedDistribution::Column shown{
            .part = {}, .weight = stage.pupils[at(section)], .value = column.values[at(section)]};
        shown.part.key = section;
        shown.part.label = plan::schoolNameOf(year, stage, section);
        shown.part.text = assess::printedValue(year, standard, stage, section, indicator);
        shown.part.mark = markOf(column.statuses[at(section)]);
        const QString figures = tr("%1：%2 %3").arg(shown.part.label, shown.part.text, rule.unit);
        const QString status =
            judged ? tr("，%1").arg(assess::statusWord(standard, column.statuses[at(section)])) : QString();
        shown.part.detail = tr("%1%2，在校生 %3 人").arg(figures, status).arg(shown.weight);
        figure.columns.push_back(std::move(shown));
    }
    return figure;
}

Course coefficientCourse(const standard::Standard& standard, model::Stage stage,
                         std::span<const YearAssessment> years) {
    Course figure{.title = tr("%1差异系数历年变化").arg(model::stageName(stage)),
                  .valueAxis = tr("差异系数"),
                  .years = {},
                  .lines = {},
                  .levels = {{.value = standard.balanceLimit[standard::stageIndex(stage)].toDouble(),
                              .text = tr("限值 %1").arg(assess::printedLimit(standard, stage))}}};
    for (const YearAssessment& year : years)
        figure.years.push_back(year.year);
    for (int i = 0; i < standard.balanceCount(); ++i) {
        const standard::ResourceIndicator& rule = standard.balanceIndicator(i);
        Course::Line line{.name = QStringLiteral("%1 %2").arg(rule.id, rule.shortName), .values = {}};
        for (const YearAssessment& year : years) {
            const assess::StageAssessment* assessed = year.assessment->stage(stage);
            FigureValue value;
            if (assessed != nullptr)
                value = coefficientBar(standard, *assessed, i);
            value.part.label = line.name;
            value.part.detail = tr("%1 %2").arg(model::schoolYearName(year.year), value.part.detail);
            line.values.push_back(std::move(value));
        }
        figure.lines.push_back(std::move(line));
    }
    return figure;
}

} // namespace junheng::report
