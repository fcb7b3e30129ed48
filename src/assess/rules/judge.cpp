// From an indicator to the rule of its kind; approval and vetoes.

#include "assess/rules/rules.h"
#include "base/rounding.h"
#include "model/items.h"

namespace junheng::assess {

namespace {

// One item over all groups; empty where a group has none.
std::optional<std::int64_t> sumOf(const model::LevelTable& groups, const char16_t* code) {
    const ColumnView column(groups, model::itemOf(code));
    std::int64_t total = 0;
    for (int row = 0; row < groups.rowCount(); ++row) {
        if (column.isMissing(row))
            return std::nullopt;
        if (column.isValue(row))
            total += column.amount(row);
    }
    return total;
}

void nameBlankAnswers(const model::LevelTable& groups, Context& context) {
    for (const char16_t* code : {items::survey_valid, items::survey_satisfied}) {
        const ColumnView column(groups, model::itemOf(code));
        for (int row = 0; row < groups.rowCount(); ++row) {
            if (column.isMissing(row))
                context.missing(groups, row, column.item());
        }
        if (groups.rowCount() == 0)
            context.missing({.level = model::Level::Survey}, column.item());
    }
}

// Of county items that nothing waits for.
std::optional<base::Rational> amountOf(const standard::Quantity& quantity, const Context& context) {
    base::Rational amount = 0;
    for (const auto* items : {&quantity.plus, &quantity.minus}) {
        for (const model::Item* item : *items) {
            const Reading given = context.peekCounty(*item);
            if (!given.isValue())
                return std::nullopt;
            amount += items == &quantity.plus ? given.value : base::Rational(-given.value);
        }
    }
    return amount;
}

} // namespace

IndicatorResult judgeIndicator(const standard::Indicator& indicator, Context& context) {
    if (!indicator.concerns(context.year().county().code))
        return {.status = IndicatorStatus::NotApplicable,
                .withoutRelaxations = IndicatorStatus::NotApplicable,
                .figures = std::vector<std::optional<base::Rational>>(indicator.figures.size())};
    IndicatorResult result =
        std::visit([&](const auto& rule) { return judge(rule, indicator, context); }, indicator.rule);
    if (indicator.conclusion) {
        const IndicatorStatus conclusion = context.conclusion(indicator.id);
        result.status = worse(result.status, conclusion);
        result.withoutRelaxations = worse(result.withoutRelaxations, conclusion);
    }
    return result;
}

ApprovalResult judgeApproval(const standard::Approval& approval, Context& context) {
    const model::LevelTable& groups = context.year().table(model::Level::Survey);
    ApprovalResult result;
    if (const Reading population = context.peekCounty(model::itemOf(items::population)); population.isValue()) {
        constexpr int kTenThousand = 10000;
        result.requiredSample = approval.requiredSample(population.value * kTenThousand);
    }
    if (groups.rowCount() > 0) {
        result.issued = sumOf(groups, items::survey_issued);
        result.valid = sumOf(groups, items::survey_valid);
        result.satisfied = sumOf(groups, items::survey_satisfied);
    }
    if (result.valid && result.issued && *result.issued > 0)
        result.validShare = base::toRational(*result.valid) / base::toRational(*result.issued);
    if (!result.valid || !result.satisfied || *result.valid == 0) {
        nameBlankAnswers(groups, context);
        return result;
    }
    result.rate = base::toRational(*result.satisfied) / base::toRational(*result.valid);
    const bool met = *result.rate >= approval.threshold.value;
    result.status = met ? IndicatorStatus::Met : IndicatorStatus::Unmet;
    constexpr int kHundred = 100;
    result.borderline =
        printedDiffers(*result.rate * kHundred, standard::Bound::AtLeast, approval.threshold.value * kHundred, 1);
    const QStringList& names = model::itemOf(items::survey_group).choices;
    result.parentsShare = 0;
    for (const QString& group : names) {
        const model::Observation answered =
            context.year().value({.level = model::Level::Survey, .part = group}, model::itemOf(items::survey_valid));
        if (!answered.isValue())
            continue;
        const base::Rational share = base::toRational(answered.amount) / base::toRational(*result.valid);
        result.groupShares.push_back({.group = group, .share = share});
        if (group == names.at(approval.parents))
            result.parentsShare = share;
    }
    return result;
}

VetoResult judgeVeto(const standard::Veto& veto, Context& context) {
    const model::SubjectKey subject{.level = model::Level::Veto, .part = veto.id};
    const model::Observation given = context.year().value(subject, model::itemOf(items::veto_present));
    VetoResult result;
    for (const standard::Veto::Figure& figure : veto.figures)
        result.figures.push_back(amountOf(figure.quantity, context));
    if (given.isMissing())
        context.missing(subject, model::itemOf(items::veto_present));
    else
        result.present = given.isValue() && given.amount != 0;
    return result;
}

bool printedDiffers(const base::Rational& value, standard::Bound bound, const base::Rational& limit, int decimals) {
    return holds(base::roundHalfUp(value, decimals), bound, base::roundHalfUp(limit, decimals)) !=
           holds(value, bound, limit);
}

} // namespace junheng::assess
