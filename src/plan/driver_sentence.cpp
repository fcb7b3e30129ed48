#include "plan/driver_sentence.h"

#include "plan/tr.h"

#include <QStringList>

#include <algorithm>

namespace junheng::plan {

namespace {

constexpr std::size_t kNamed = 3;

QString listed(const QStringList& names) {
    return names.join(QChar(u'、'));
}

QString percent(double share) {
    return QString::number(100 * share, 'f', 1) + QChar(u'%');
}

QString sideWord(Side side) {
    switch (side) {
    case Side::Above:
        return tr("高于平均值");
    case Side::Below:
        return tr("低于平均值");
    case Side::At:
        break;
    }
    return tr("等于平均值");
}

QString standing(const standard::Standard& standard, const Balance& balance, const QString& subject) {
    const assess::Coefficient& now = balance.coefficient();
    const bool met = now.status == assess::BalanceStatus::Met;
    const char* text = met ? QT_TRANSLATE_NOOP("plan", "%1的差异系数是 %2，不超过限值 %3，达标。")
                           : QT_TRANSLATE_NOOP("plan", "%1的差异系数是 %2，超过限值 %3，未达标。");
    return tr(text).arg(subject, assess::printedCoefficient(now),
                        assess::printedLimit(standard, balance.stage().stage));
}

QString driversPart(const model::CountyYear& year, const Balance& balance, const std::vector<Driver>& named) {
    QStringList schools;
    for (const Driver& driver : named)
        schools +=
            tr("%1（%2，占 %3）")
                .arg(schoolNameOf(year, balance.stage(), driver.section), sideWord(driver.side), percent(driver.share));
    return tr("差异的 %1 来自 %2 所学校：%3。")
        .arg(percent(named.back().cumulative))
        .arg(named.size())
        .arg(listed(schools));
}

QString directionPart(const model::CountyYear& year, const Balance& balance, const std::vector<Driver>& named,
                      const QString& unit) {
    QStringList raising;
    QStringList lowering;
    QStringList keeping;
    for (const Driver& driver : named) {
        const double change = balance.changeByMore(driver.section, 1);
        QStringList& group = change > 0 ? raising : change < 0 ? lowering : keeping;
        group += schoolNameOf(year, balance.stage(), driver.section);
    }
    QStringList parts;
    if (!raising.isEmpty())
        parts += tr("%1再增加 1 %2，差异系数升高").arg(listed(raising), unit);
    if (!lowering.isEmpty())
        parts += tr("%1再增加 1 %2，差异系数降低").arg(listed(lowering), unit);
    if (!keeping.isEmpty())
        parts += tr("%1再增加 1 %2，差异系数不变").arg(listed(keeping), unit);
    return parts.join(QChar(u'；')) + QChar(u'。');
}

QString missingSentence(const model::CountyYear& year, const Balance& balance, const QString& subject) {
    const std::vector<standard::Obstacle> obstacles = balance.obstacles();
    if (obstacles.empty())
        return tr("%1的全县平均值为 0，差异系数无法计算。").arg(subject);
    QStringList cells;
    for (const standard::Obstacle& obstacle : obstacles) {
        if (std::cmp_equal(cells.size(), kNamed))
            break;
        cells += model::describeCell(year.schoolName(obstacle.cell.subject.school), obstacle.cell);
    }
    const QString names = listed(cells) + (obstacles.size() > kNamed ? tr("等") : QString());
    return tr("%1的差异系数待填报：缺 %2 个数据（%3），填上后才能计算。").arg(subject).arg(obstacles.size()).arg(names);
}

} // namespace

QString schoolNameOf(const model::CountyYear& year, const assess::StageAssessment& stage, int section) {
    return year.schoolName(year.sections().key(stage.sectionRows[static_cast<std::size_t>(section)]).school);
}

QString driverSentence(const model::CountyYear& year, const standard::Standard& standard, const Balance& balance) {
    const standard::ResourceIndicator& rule = standard.balanceIndicator(balance.indicator());
    const QString subject =
        QStringLiteral("%1 %2 %3").arg(model::stageName(balance.stage().stage), rule.id, rule.title);
    if (!balance.isKnown())
        return missingSentence(year, balance, subject);
    std::vector<Driver> named = balance.drivers();
    std::erase_if(named, [](const Driver& driver) { return driver.share <= 0; });
    if (named.empty())
        return standing(standard, balance, subject) +
               (balance.stage().sectionCount() == 1 ? tr("只有 1 所学校。") : tr("各校相同，没有差异。"));
    named.resize(std::min(named.size(), kNamed));
    return standing(standard, balance, subject) + driversPart(year, balance, named) +
           directionPart(year, balance, named, rule.naturalUnit);
}

} // namespace junheng::plan
