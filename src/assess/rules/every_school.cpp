// What every school must have: a share (Q4), a flag (Q3), a grade (Q6); a flag may be asked of some of them only.

#include "assess/rules/rules.h"
#include "model/items.h"

#include <limits>

namespace junheng::assess {

namespace {

using model::State;
using standard::Indicator;

std::vector<std::optional<base::Rational>> noFigures(const Indicator& indicator) {
    return std::vector<std::optional<base::Rational>>(indicator.figures.size());
}

// Counts schools judged and schools that fall short; both are known only where nothing is missing.
class Count {
public:
    void met() { ++m_schools; }
    void unmet() {
        ++m_schools;
        ++m_short;
    }
    void missing() { m_complete = false; }

    void finish(IndicatorResult& result) const {
        result.status = m_short > 0      ? IndicatorStatus::Unmet
                        : !m_complete    ? IndicatorStatus::Missing
                        : m_schools == 0 ? IndicatorStatus::NotApplicable
                                         : IndicatorStatus::Met;
        result.withoutRelaxations = result.status;
        if (m_complete) {
            result.figures[0] = base::toRational(m_schools);
            result.figures[1] = base::toRational(m_short);
        }
    }
    [[nodiscard]] bool complete() const { return m_complete; }

    /// In place of finish(), where a share of the schools suffices: none of those that fall short is at fault.
    void finishShare(const base::Rational& share, IndicatorResult& result) const {
        finish(result);
        result.schools.clear();
        if (!m_complete)
            result.status = IndicatorStatus::Missing;
        if (m_complete && m_schools > 0) {
            const base::Rational held = base::toRational(m_schools - m_short) / base::toRational(m_schools);
            result.figures[2] = held;
            result.status = held >= share ? IndicatorStatus::Met : IndicatorStatus::Unmet;
            constexpr int kHundred = 100;
            result.borderline = printedDiffers(held * kHundred, standard::Bound::AtLeast, share * kHundred, 1);
        }
        result.withoutRelaxations = result.status;
    }

private:
    std::int64_t m_schools = 0;
    std::int64_t m_short = 0;
    bool m_complete = true;
};

// What one stored unit of an item is: 1 元 of 万元 with four decimals.
double yuanOfUnit(const model::Item& item) {
    return base::toDouble(inYuan(item, base::toRational(base::Decimal(1, item.decimals))));
}

class ShareJudge {
public:
    ShareJudge(const standard::SchoolShareRule& rule, const Indicator& indicator, Context& context)
        : m_rule(rule), m_context(context), m_schools(context.year().schools()),
          m_numerator(m_schools, *rule.numerator), m_denominator(m_schools, *rule.denominator),
          m_independent(m_schools, model::itemOf(items::independent_accounts)),
          m_limit(base::toDouble(rule.limit.value)),
          m_unit(yuanOfUnit(*rule.denominator) / yuanOfUnit(*rule.numerator)) {
        m_result.figures = noFigures(indicator);
    }

    IndicatorResult run() {
        for (int school : m_context.allSchools())
            judgeSchool(school);
        m_count.finish(m_result);
        if (m_count.complete() && m_leastSchool >= 0)
            m_result.figures[2] = exactShare(m_leastSchool);
        return std::move(m_result);
    }

private:
    void judgeSchool(int school) {
        const bool parentPays = m_independent.isValue(school) && m_independent.amount(school) == 0;
        const State state = m_denominator.state(school);
        if (parentPays || state == State::NotApplicable || (state == State::Value && m_denominator.amount(school) == 0))
            return;
        if (state == State::Missing || m_numerator.isMissing(school)) {
            note(school, m_denominator);
            note(school, m_numerator);
            m_count.missing();
            return;
        }
        const double share = shareOf(school);
        if (share < m_least) {
            m_least = share;
            m_leastSchool = school;
        }
        // Doubles decide where the share is nowhere near its limit or a printed tie at it.
        constexpr double kFar = 1.02;
        if (share > kFar * m_limit) {
            m_count.met();
            return;
        }
        const base::Rational exact = exactShare(school);
        constexpr int kHundred = 100;
        m_result.borderline = m_result.borderline || printedDiffers(exact * kHundred, standard::Bound::AtLeast,
                                                                    m_rule.limit.value * kHundred, 1);
        if (exact >= m_rule.limit.value) {
            m_count.met();
            return;
        }
        m_count.unmet();
        SchoolResult& below = addSchool(m_result, school);
        below.value = exact;
        below.limit = m_rule.limit.value;
    }

    void note(int school, const ColumnView& column) {
        if (column.isMissing(school))
            m_context.missing(m_schools, school, column.item());
    }

    // A numerator that is not applicable is nothing.
    [[nodiscard]] double shareOf(int school) const {
        if (!m_numerator.isValue(school))
            return 0;
        return static_cast<double>(m_numerator.amount(school)) /
               (static_cast<double>(m_denominator.amount(school)) * m_unit);
    }
    [[nodiscard]] base::Rational exactShare(int school) const {
        if (!m_numerator.isValue(school))
            return 0;
        return inYuan(m_numerator.item(), m_numerator.value(school)) /
               inYuan(m_denominator.item(), m_denominator.value(school));
    }

    const standard::SchoolShareRule& m_rule;
    Context& m_context;
    const model::LevelTable& m_schools;
    ColumnView m_numerator;
    ColumnView m_denominator;
    ColumnView m_independent;
    double m_limit;
    double m_unit; ///< stored units of the numerator in one of the denominator
    double m_least = std::numeric_limits<double>::infinity();
    int m_leastSchool = -1;
    Count m_count;
    IndicatorResult m_result;
};

} // namespace

IndicatorResult judge(const standard::SchoolShareRule& rule, const Indicator& indicator, Context& context) {
    if (!context.hasSchools())
        return {.figures = noFigures(indicator)};
    return ShareJudge(rule, indicator, context).run();
}

IndicatorResult judge(const standard::SchoolFlagRule& rule, const Indicator& indicator, Context& context) {
    IndicatorResult result{.figures = noFigures(indicator)};
    if (!context.hasSchools())
        return result;
    const model::LevelTable& schools = context.year().schools();
    const ColumnView flags(schools, *rule.flag);
    Count count;
    for (int school : context.allSchools()) {
        if (flags.isMissing(school)) {
            context.missing(schools, school, *rule.flag);
            count.missing();
        } else if (flags.isValue(school) && flags.amount(school) == 0) {
            count.unmet();
            addSchool(result, school);
        } else if (flags.isValue(school)) {
            count.met();
        }
    }
    if (rule.share)
        count.finishShare(rule.share->value, result);
    else
        count.finish(result);
    return result;
}

// Graded school by school; where no school has a grade, the conclusion stands for all.
IndicatorResult judge(const standard::SchoolGradeRule& rule, const Indicator& indicator, Context& context) {
    IndicatorResult result{.figures = noFigures(indicator)};
    const model::LevelTable& schools = context.year().schools();
    const ColumnView grades(schools, *rule.grade);
    bool anyGrade = false;
    for (int school : context.allSchools())
        anyGrade = anyGrade || !grades.isMissing(school);
    if (!anyGrade) {
        result.status = result.withoutRelaxations = context.conclusion(indicator.id);
        return result;
    }
    Count count;
    for (int school : context.allSchools()) {
        if (grades.isMissing(school)) {
            context.missing(schools, school, *rule.grade);
            count.missing();
        } else if (grades.isValue(school) && grades.amount(school) > rule.worst) {
            count.unmet();
            SchoolResult& below = addSchool(result, school);
            below.value = base::toRational(grades.amount(school));
            below.limit = base::toRational(std::int64_t{rule.worst});
        } else if (grades.isValue(school)) {
            count.met();
        }
    }
    count.finish(result);
    return result;
}

} // namespace junheng::assess
