#include "assess/trace.h"

#include "assess/exact.h"
#include "assess/tr.h"
#include "assess/trace_words.h"

#include <algorithm>
#include <numeric>

namespace junheng::assess {

namespace {

using standard::ResourceIndicator;
using standard::stageIndex;
using standard::Standard;

QString sectionName(const model::CountyYear& year, const StageAssessment& stage, int section) {
    const model::SubjectKey& key = year.sections().key(stage.sectionRows[static_cast<std::size_t>(section)]);
    return year.schoolName(key.school) + QChar(u' ') + model::partLabel(key);
}

// Of a figure that is known.
QString judgement(const Standard& rules, const ResourceIndicator& rule, model::Stage stage, const QString& printed,
                  Status status) {
    const standard::Threshold& threshold = rule.threshold[stageIndex(stage)];
    const QString floor = fullDigits(threshold.floor);
    const QString share = floorPercent(rules);
    if (status == Status::Met)
        return tr("%1 ≥ 标准 %2 %3：达标").arg(printed, threshold.text.toShortString(), rule.unit);
    if (status == Status::Floor)
        return tr("%1 < 标准 %2 %3，≥ %4% 下限 %5：未达标，%6")
            .arg(printed, threshold.text.toShortString(), rule.unit, share, floor, statusWord(rules, status));
    return tr("%1 < %2% 下限 %3（标准 %4 %5）：未达标，%6")
        .arg(printed, share, floor, threshold.text.toShortString(), rule.unit, statusWord(rules, status));
}

void append(Trace& trace, const standard::Expression& expression, const QString& what) {
    trace.lines << what + QStringLiteral(" = ") + expression.namesText();
    trace.lines << QStringLiteral("　= ") + expression.numbersText();
    trace.lines << QStringLiteral("　= ") + fullDigits(expression.value());
}

} // namespace

QString Trace::toString() const {
    return title + QChar(u'\n') + lines.join(QChar(u'\n'));
}

Trace traceOf(const model::CountyYear& year, const Standard& rules, const StageAssessment& stage, int section,
              int indicator) {
    const ResourceIndicator& rule = rules.balanceIndicator(indicator);
    const IndicatorColumn& column = stage.column(indicator);
    const auto s = static_cast<std::size_t>(section);
    const auto derivation = standard::deriveIndicator(rules, year, stage.sectionRows[s], indicator);
    Trace trace;
    trace.title = QStringLiteral("%1 · %2 %3").arg(sectionName(year, stage, section), rule.id, rule.title);
    trace.obstacles = derivation.obstacles;
    if (!derivation.figure) {
        trace.lines << tr("待填报，缺少：");
        for (const auto& obstacle : derivation.obstacles)
            trace.lines << QStringLiteral("　○ ") + obstacleSentence(year, obstacle);
        return trace;
    }
    if (rule.split && derivation.figure->cells().size() > 3)
        trace.lines << tr("一贯制学校、完全中学按小学 : 初中 : 高中 = 1 : 1.1 : 1.32 折算学生数拆分，拆分后不取整。");
    append(trace, *derivation.figure, rule.title);
    const QString printed = printedValue(year, rules, stage, section, indicator);
    // A further indicator has no threshold: its coefficient alone is judged.
    if (static_cast<std::size_t>(indicator) < rules.resource.size())
        trace.lines << judgement(rules, rule, stage.stage, fullDigits(derivation.figure->value()), column.statuses[s]);
    if (column.borderline[s] != 0)
        trace.lines << tr("临界：表中印作 %1，按未取整的数值判定。").arg(printed);
    if (derivation.relaxation != nullptr) {
        trace.lines << tr("适用放宽条件：%1。").arg(derivation.relaxation->title);
        const base::Rational without = derivation.without->value();
        trace.lines << tr("不适用放宽条件时：%1")
                           .arg(judgement(rules, rule, stage.stage, fullDigits(without),
                                          standard::judge(without, rule.threshold[stageIndex(stage.stage)])));
    }
    trace.cells = derivation.figure->cells();
    return trace;
}

Trace verdictTraceOf(const model::CountyYear& year, const Standard& rules, const StageAssessment& stage, int section) {
    const auto s = static_cast<std::size_t>(section);
    Trace trace;
    trace.title = QStringLiteral("%1 · %2").arg(sectionName(year, stage, section), tr("综合评估"));
    trace.lines << tr("规则：至少 %1 项达标，其余各项不低于标准的 %2%。").arg(rules.rowsMet).arg(floorPercent(rules));
    for (std::size_t i = 0; i < stage.indicators.size(); ++i) {
        const Status status = stage.indicators[i].statuses[s];
        const QString value = printedValue(year, rules, stage, section, static_cast<int>(i));
        trace.lines << QStringLiteral("%1 %2：%3 %4")
                           .arg(rules.resource[i].id, rules.resource[i].title,
                                value.isEmpty() ? QStringLiteral("—") : value, statusWord(rules, status));
    }
    trace.lines << tr("%1：%2").arg(remarkOf(rules, stage, section), verdictWord(stage.verdicts[s]));
    return trace;
}

Trace coefficientTraceOf(const model::CountyYear& year, const Standard& rules, const StageAssessment& stage,
                         int indicator) {
    const ResourceIndicator& rule = rules.balanceIndicator(indicator);
    const IndicatorColumn& column = stage.column(indicator);
    const Coefficient& coefficient = column.coefficient;
    Trace trace;
    trace.title =
        QStringLiteral("%1 · %2 %3 · %4").arg(model::stageName(stage.stage), rule.id, rule.title, tr("校际差异系数"));
    if (!coefficient.hasMean) {
        trace.lines << tr("待填报，缺少：");
        for (int section = 0; section < stage.sectionCount(); ++section) {
            if (column.statuses[static_cast<std::size_t>(section)] != Status::Missing)
                continue;
            for (const auto& obstacle : obstaclesOf(year, rules, stage, section, indicator)) {
                trace.obstacles.push_back(obstacle);
                trace.lines << QStringLiteral("　○ ") + obstacleSentence(year, obstacle);
            }
        }
        return trace;
    }
    const auto shares = exactShares(year, rules, stage, indicator, true);
    base::Rational resource = 0;
    base::Rational pupils = 0;
    for (const ExactShare& share : shares) {
        resource += share.resource;
        pupils += share.pupils;
    }
    trace.lines << tr("全县平均值 = 各校总量之和 ÷ 在校学生数之和 = %1 ÷ %2 = %3")
                       .arg(fullDigits(resource), fullDigits(pupils), fullDigits(resource / pupils));
    trace.lines << tr("标准差 = √[Σ 学生数 × (学校值 − 平均值)² ÷ Σ 学生数] = %1（%2 所，按在校学生数加权）")
                       .arg(fullDigits(base::Rational(coefficient.standardDeviation)))
                       .arg(stage.sectionCount());
    const QString limit = printedLimit(rules, stage.stage);
    if (coefficient.status == BalanceStatus::Missing) {
        trace.lines << tr("平均值为 0，差异系数无法计算：待填报");
        return trace;
    }
    trace.lines << tr("差异系数 = 标准差 ÷ 平均值 = %1").arg(fullDigits(base::Rational(coefficient.cv)));
    trace.lines << (coefficient.status == BalanceStatus::Met ? tr("≤ 限值 %1：达标").arg(limit)
                                                             : tr("> 限值 %1：未达标").arg(limit));
    if (coefficient.borderline)
        trace.lines << tr("临界：表中印作 %1，按未取整的数值判定。").arg(coefficient.printed.toString());

    std::vector<int> order(static_cast<std::size_t>(stage.sectionCount()));
    std::iota(order.begin(), order.end(), 0);
    const std::vector<double> contributions = stage.contributions(indicator);
    const auto contribution = [&](int section) { return contributions[static_cast<std::size_t>(section)]; };
    const auto top = order.begin() + std::min<std::ptrdiff_t>(3, stage.sectionCount());
    std::ranges::partial_sort(order, top, std::greater(), contribution);
    for (auto it = order.begin(); it != top && contribution(*it) > 0; ++it)
        trace.lines << tr("　%1：%2，占差异的 %3%")
                           .arg(sectionName(year, stage, *it), printedValue(year, rules, stage, *it, indicator),
                                QString::number(100 * contribution(*it), 'f', 1));
    return trace;
}

} // namespace junheng::assess
