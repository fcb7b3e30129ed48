// An assessment in words and printed figures.

#include "assess/assessment.h"
#include "assess/exact.h"
#include "assess/tr.h"
#include "assess/trace_words.h"
#include "base/rounding.h"

#include <QStringList>

#include <algorithm>

namespace junheng::assess {

namespace {

QString namesWith(const QStringList& names, const StageAssessment& stage, int section, Status status) {
    QStringList with;
    for (std::size_t i = 0; i < stage.indicators.size(); ++i) {
        if (stage.indicators[i].statuses[static_cast<std::size_t>(section)] == status)
            with << names[static_cast<qsizetype>(i)];
    }
    return with.join(QChar(u'、'));
}

QString wordOf(Status status, const QString& floorPercent) {
    switch (status) {
    case Status::Met:
        return tr("达标");
    case Status::Floor:
        return tr("%1%以上").arg(floorPercent);
    case Status::Below:
        return tr("低于%1%").arg(floorPercent);
    case Status::Missing:
        break;
    }
    return tr("待填报");
}

} // namespace

std::vector<standard::Obstacle> inputFaults(const model::CountyYear& year, const standard::Standard& standard) {
    std::vector<standard::Obstacle> faults;
    const Assessment assessment = assess(year, standard);
    for (const StageAssessment& stage : assessment.stages) {
        for (std::size_t i = 0; i < stage.indicators.size(); ++i) {
            for (int section = 0; section < stage.sectionCount(); ++section) {
                if (stage.indicators[i].statuses[static_cast<std::size_t>(section)] != Status::Missing)
                    continue;
                for (const auto& obstacle : obstaclesOf(year, standard, stage, section, static_cast<int>(i))) {
                    if (year.value(obstacle.cell.subject, *obstacle.cell.item).state == model::State::NotApplicable)
                        faults.push_back(obstacle);
                }
            }
        }
    }
    return faults;
}

std::vector<standard::Obstacle> obstaclesOf(const model::CountyYear& year, const standard::Standard& standard,
                                            const StageAssessment& stage, int section, int indicator) {
    return standard::deriveIndicator(standard, year, stage.sectionRows[static_cast<std::size_t>(section)], indicator)
        .obstacles;
}

QString remarkOf(const standard::Standard& standard, const StageAssessment& stage, int section) {
    QStringList ids;
    for (const standard::ResourceIndicator& indicator : standard.resource)
        ids << indicator.id;
    return remarkOf(standard, stage, section, ids);
}

QString remarkOf(const standard::Standard& standard, const StageAssessment& stage, int section,
                 const QStringList& names) {
    QStringList parts{tr("达标%1项").arg(stage.met[static_cast<std::size_t>(section)])};
    for (const Status status : {Status::Floor, Status::Below, Status::Missing}) {
        if (const QString with = namesWith(names, stage, section, status); !with.isEmpty())
            parts << tr("%1：%2").arg(statusWord(standard, status), with);
    }
    return parts.join(QChar(u'；'));
}

QString verdictWord(Verdict verdict) {
    switch (verdict) {
    case Verdict::Pass:
        return tr("达标");
    case Verdict::Fail:
        return tr("未达标");
    case Verdict::Missing:
        break;
    }
    return tr("待填报");
}

QString verdictWord(const Assessment& assessment, Verdict Verdicts::* part) {
    const Verdict verdict = assessment.verdicts.*part;
    if (!assessment.relaxationsOpen || (*assessment.withoutRelaxations).*part == verdict)
        return verdictWord(verdict);
    return tr("放宽 %1／不放宽 %2").arg(verdictWord(verdict), verdictWord((*assessment.withoutRelaxations).*part));
}

QString overallWord(const Assessment& assessment) {
    return verdictWord(assessment, &Verdicts::overall);
}

QString verdictWord(BalanceStatus status) {
    switch (status) {
    case BalanceStatus::Met:
        return verdictWord(Verdict::Pass);
    case BalanceStatus::Unmet:
        return verdictWord(Verdict::Fail);
    case BalanceStatus::Missing:
        break;
    }
    return verdictWord(Verdict::Missing);
}

QString floorPercent(const standard::Standard& standard) {
    return fullDigits(standard.floorShare * 100);
}

QString statusWord(const standard::Standard& standard, Status status) {
    return wordOf(status, floorPercent(standard));
}

QString statusWord(Status status) {
    return wordOf(status, QStringLiteral("85"));
}

QString printedValue(const model::CountyYear& year, const standard::Standard& standard, const StageAssessment& stage,
                     int section, int indicator) {
    const IndicatorColumn& column = stage.column(indicator);
    const auto s = static_cast<std::size_t>(section);
    if (column.statuses[s] == Status::Missing)
        return {};
    return base::printHalfUp(column.values[s], standard.valueDecimals,
                             [&] { return exactValue(year, standard, stage.sectionRows[s], indicator, true); });
}

QString printedMean(const model::CountyYear& year, const standard::Standard& standard, const StageAssessment& stage,
                    int indicator) {
    const Coefficient& coefficient = stage.column(indicator).coefficient;
    if (!coefficient.hasMean)
        return {};
    return base::printHalfUp(coefficient.mean, standard.valueDecimals, [&] {
        base::Rational resource = 0;
        base::Rational pupils = 0;
        for (const ExactShare& share : exactShares(year, standard, stage, indicator, true)) {
            resource += share.resource;
            pupils += share.pupils;
        }
        return base::Rational(resource / pupils);
    });
}

QString printedLimit(const standard::Standard& standard, model::Stage stage) {
    constexpr int kLeastDecimals = 2;
    const base::Decimal& limit = standard.balanceLimit[standard::stageIndex(stage)];
    return base::printHalfUp(base::toRational(limit), std::max(kLeastDecimals, limit.scale()));
}

QString printedCoefficient(const Coefficient& coefficient) {
    return coefficient.status == BalanceStatus::Missing ? QString() : coefficient.printed.toString();
}

} // namespace junheng::assess
