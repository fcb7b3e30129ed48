// Rules over single figures of the county, and the attested conclusion.

#include "model/items.h"
#include "report/cells.h"
#include "workings/parts/digits.h"
#include "workings/parts/rules.h"

#include "workings/tr.h"

namespace junheng::workings {

namespace {

constexpr int kAmountDecimals = 2;

void stateAsAssessed(const QString& label, PartSheet& part) {
    part.line(label);
    part.status(Live::text(assess::statusWord(part.result().status)));
}

} // namespace

void describeRule(const standard::AmountsRule& rule, const RuleSources& from, PartSheet& part) {
    for (const auto& amount : rule.amounts) {
        const Live given = part.figure(amount.item->code, known(from.raw.county(*amount.item), *amount.item));
        part.judge(given, standard::Bound::AtLeast, amount.limit.value, kAmountDigits);
    }
}

void describeRule(const standard::ComparisonRule& rule, const RuleSources& from, PartSheet& part) {
    const Live amount = part.figure(rule.amount->code, known(from.raw.county(*rule.amount), *rule.amount));
    const Live least = part.figure(rule.atLeast->code, known(from.raw.county(*rule.atLeast), *rule.atLeast));
    part.line(tr("%1不低于%2").arg(rule.amount->label, rule.atLeast->label), rule.amount->unitText(),
              live::choose(live::all({live::isNumber(amount), live::isNumber(least)}), live::minus(amount, least),
                           words().dash),
              kAmountDecimals);
    const Live held = live::holds(amount, standard::Bound::AtLeast, least, kAmountDigits);
    part.status(live::choose(
        live::all({live::isNumber(amount), live::isNumber(least)}), live::choose(held, words().met, words().unmet),
        live::choose(live::any({live::equal(amount, words().missing), live::equal(least, words().missing)}),
                     words().missing, words().notApplicable)));
}

void describeRule(const standard::AttestedRule&, const RuleSources&, PartSheet&) {}

void describeRule(const standard::YearsSinceRule& rule, const RuleSources& from, PartSheet& part) {
    const int year = from.sources.year.year();
    const Live given = from.raw.county(*rule.since);
    const Live since = part.figure(rule.since->code, known(given, *rule.since));
    const Live years =
        part.figure(QStringLiteral("years"),
                    live::choose(live::isNumber(since), live::minus(Live::number(static_cast<double>(year)), since),
                                 words().missing));
    if (!rule.holdsIn(year))
        return part.judge(years, standard::Bound::AtLeast, rule.years, 0);
    const Live limit = part.limit(standard::Bound::AtLeast, rule.years);
    const Live held = live::holds(years, standard::Bound::AtLeast, limit, 0);
    part.status(live::choose(
        live::isBlank(given), words().met,
        live::choose(live::isNumber(since), live::choose(held, words().met, words().unmet), words().missing)));
}

void describeRule(const standard::PriorYearsRule&, const RuleSources&, PartSheet& part) {
    stateAsAssessed(tr("前几个学年的数据不在本工作簿，按程序的结果列出"), part);
}

void describeRule(const standard::BalanceRule&, const RuleSources&, PartSheet& part) {
    stateAsAssessed(tr("校际差异系数，按程序的结果列出"), part);
}

void describeRule(const standard::SchoolByPopulationRule&, const RuleSources&, PartSheet& part) {
    stateAsAssessed(tr("按常住人口应设的学校，按程序的结果列出"), part);
}

void describeRule(const standard::ReachedRule&, const RuleSources&, PartSheet& part) {
    stateAsAssessed(tr("其他指标达到要求，按程序的结果列出"), part);
}

Live conclusionStatus(const RawFigures& raw, const QString& indicatorId) {
    const QStringList& choices = model::itemOf(items::conclusion).choices;
    const Live given = raw.conclusion(indicatorId);
    const auto is = [&](const QString& word) { return live::equal(given, Live::text(word)); };
    return live::choose(
        is(choices.at(0)), words().met,
        live::choose(is(choices.at(1)), words().unmet,
                     live::choose(live::equal(given, words().notApplicable), words().notApplicable, words().missing)));
}

} // namespace junheng::workings
