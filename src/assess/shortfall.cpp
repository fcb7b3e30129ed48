#include "assess/shortfall.h"

#include "assess/rules/context.h"
#include "assess/tr.h"
#include "base/rounding.h"

#include <algorithm>

namespace junheng::assess {

namespace {

using standard::Bound;
using standard::Indicator;

// Up to the next multiple of the last digit; the one after it where the limit itself does not suffice.
base::Rational steps(const base::Rational& amount, int decimals, bool strict) {
    const base::Rational unit = base::toRational(base::powerOfTen(decimals));
    std::int64_t count = base::roundUp(amount * unit);
    if (strict && base::toRational(count) == amount * unit)
        ++count;
    return base::toRational(count) / unit;
}

class ShortfallFinder {
public:
    ShortfallFinder(const model::CountyYear& year, const Indicator& indicator, const IndicatorResult& result)
        : m_year(year), m_indicator(indicator), m_result(result) {}

    std::vector<Shortfall> operator()(const standard::RatioRule& rule) const {
        std::vector<Shortfall> found;
        for (std::size_t i = 0; i < rule.parts.size(); ++i) {
            if (auto shortfall = ofPart(rule.parts[i], rule)) {
                shortfall->part = static_cast<int>(i);
                found.push_back(std::move(*shortfall));
            }
        }
        return found;
    }
    std::vector<Shortfall> operator()(const standard::SchoolSizeRule&) const { return perSchool(tr("人"), 0); }
    std::vector<Shortfall> operator()(const standard::RoomsRule&) const { return perSchool(tr("间"), 0); }
    // Where the bands tell of a class larger than the one said to be the largest, by how much is not known.
    std::vector<Shortfall> operator()(const standard::ClassSizeRule&) const {
        std::vector<Shortfall> found = perSchool(tr("人"), 0);
        std::erase_if(found, [](const Shortfall& shortfall) { return !shortfall.excess; });
        return found;
    }
    std::vector<Shortfall> operator()(const standard::SmallSchoolFundsRule&) const { return perSchool(tr("元"), 0); }
    std::vector<Shortfall> operator()(const standard::SpecialFundsRule& rule) const {
        if (!m_result.schools.empty())
            return perSchool(tr("元/生"), 0);
        const auto& figure = m_result.figures.at(2);
        if (!figure || *figure >= rule.limit.value)
            return {};
        return {{.amount = steps(rule.limit.value - *figure, 0, false), .unit = tr("元/生")}};
    }
    std::vector<Shortfall> operator()(const standard::AmountsRule& rule) const {
        std::vector<Shortfall> found;
        for (std::size_t i = 0; i < rule.amounts.size(); ++i) {
            const auto& figure = m_result.figures[i];
            const auto& amount = rule.amounts[i];
            if (figure && *figure < amount.limit.value)
                found.push_back({.part = static_cast<int>(i),
                                 .amount = base::Rational(amount.limit.value - *figure),
                                 .unit = amount.item->unitText(),
                                 .decimals = amount.item->decimals});
        }
        return found;
    }
    std::vector<Shortfall> operator()(const standard::ComparisonRule& rule) const {
        const auto& amount = m_result.figures.at(0);
        const auto& least = m_result.figures.at(1);
        if (!amount || !least || *amount >= *least)
            return {};
        return {{.amount = base::Rational(*least - *amount),
                 .unit = rule.amount->unitText(),
                 .decimals = rule.amount->decimals}};
    }
    // In 元: what the school's budget asks for and its training money lacks.
    std::vector<Shortfall> operator()(const standard::SchoolShareRule& rule) const {
        const ColumnView budget(m_year.schools(), *rule.denominator);
        std::vector<Shortfall> found;
        for (const SchoolResult& school : m_result.schools) {
            const base::Rational lacks = (*school.limit - *school.value) * budget.value(school.schoolRow);
            found.push_back({.schoolRow = school.schoolRow,
                             .amount = inYuan(*rule.denominator, steps(lacks, rule.numerator->decimals, false)),
                             .unit = tr("元"),
                             .decimals = 2,
                             .percentagePoints = base::Rational((*school.limit - *school.value) * 100)});
        }
        return found;
    }
    std::vector<Shortfall> operator()(const standard::SchoolFlagRule& rule) const {
        if (rule.share) {
            const base::Rational& schools = m_result.figures.at(0).value();
            const std::int64_t wanted = base::roundUp(rule.share->value * schools);
            const base::Rational held = schools - m_result.figures.at(1).value();
            return {{.amount = base::Rational(base::toRational(wanted) - held), .unit = tr("所学校")}};
        }
        if (m_result.schools.empty())
            return {};
        return {{.amount = base::toRational(static_cast<std::int64_t>(m_result.schools.size())), .unit = tr("所学校")}};
    }
    // The largest step down that a 校际差异率 lacks: it must stay below the limit.
    std::vector<Shortfall> operator()(const standard::MonitoringRule& rule) const {
        std::vector<Shortfall> found;
        for (std::size_t i = 1; i < m_result.figures.size(); i += 2) {
            const auto& gap = m_result.figures[i];
            if (gap && *gap >= rule.gap.value)
                found.push_back({.part = static_cast<int>(i / 2),
                                 .amount = steps(*gap - rule.gap.value, 3, true),
                                 .unit = {},
                                 .decimals = 3,
                                 .excess = true});
        }
        return found;
    }
    template <class Rule> std::vector<Shortfall> operator()(const Rule&) const { return {}; }

private:
    [[nodiscard]] std::optional<base::Rational> figure(const QString& name) const {
        const auto& specs = m_indicator.figures;
        const auto found = std::ranges::find(specs, name, &standard::FigureSpec::name);
        return found == specs.end() ? std::nullopt : m_result.figures[static_cast<std::size_t>(found - specs.begin())];
    }

    [[nodiscard]] base::Rational sumOf(const standard::RatioPart& part, const standard::Quantity& quantity) const {
        base::Rational total = 0;
        for (const auto* items : {&quantity.plus, &quantity.minus}) {
            for (const model::Item* item : *items) {
                auto value = figure(part.id + QChar(u'_') + item->code);
                if (!value)
                    value = figure(item->code);
                if (value)
                    total += items == &quantity.plus ? *value : base::Rational(-*value);
            }
        }
        return total;
    }

    [[nodiscard]] std::optional<Shortfall> ofPart(const standard::RatioPart& part, const standard::RatioRule&) const {
        const auto ratio = figure(part.id);
        if (!ratio || !part.limit || holds(*ratio, part.bound, part.limit->value))
            return std::nullopt;
        const base::Rational difference =
            part.limit->value * sumOf(part, part.denominator) - sumOf(part, part.numerator);
        const bool strict = part.bound == Bound::Above || part.bound == Bound::Below;
        const model::Item& item = *part.numerator.plus.front();
        return Shortfall{.amount = steps(abs(difference), item.decimals, strict),
                         .unit = item.unitText(),
                         .decimals = item.decimals,
                         .excess = part.bound == Bound::AtMost || part.bound == Bound::Below,
                         .percentagePoints = base::Rational(abs(part.limit->value - *ratio) * 100)};
    }

    [[nodiscard]] std::vector<Shortfall> perSchool(const QString& unit, int decimals) const {
        std::vector<Shortfall> found;
        for (const SchoolResult& school : m_result.schools) {
            if (school.status != IndicatorStatus::Unmet || !school.value || !school.limit)
                continue;
            found.push_back({.schoolRow = school.schoolRow,
                             .stage = school.stage,
                             .part = school.part,
                             .amount = steps(abs(*school.limit - *school.value), decimals, false),
                             .unit = unit,
                             .decimals = decimals,
                             .excess = *school.value > *school.limit});
        }
        return found;
    }

    const model::CountyYear& m_year;
    const Indicator& m_indicator;
    const IndicatorResult& m_result;
};

} // namespace

std::vector<Shortfall> shortfallsOf(const model::CountyYear& year, const Indicator& indicator,
                                    const IndicatorResult& result) {
    if (result.status != IndicatorStatus::Unmet)
        return {};
    return std::visit(ShortfallFinder(year, indicator, result), indicator.rule);
}

std::optional<std::int64_t> shortfallOf(const standard::Approval& approval, const ApprovalResult& result) {
    if (result.status != IndicatorStatus::Unmet)
        return std::nullopt;
    return base::roundUp(approval.threshold.value * base::toRational(*result.valid)) - *result.satisfied;
}

QString shortfallSentence(const Shortfall& shortfall) {
    const QString amount = base::printHalfUp(shortfall.amount, shortfall.decimals);
    const QString unit = shortfall.unit.isEmpty() ? QString() : QChar(u' ') + shortfall.unit;
    QString sentence = (shortfall.excess ? tr("超出 %1%2") : tr("还差 %1%2")).arg(amount, unit);
    if (shortfall.percentagePoints)
        sentence += tr("（%1 个百分点）").arg(base::printHalfUp(*shortfall.percentagePoints, 1));
    return sentence;
}

} // namespace junheng::assess
