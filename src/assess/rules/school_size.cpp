// G4: compulsory pupils of a whole school, limited by its type.

#include "assess/rules/rules.h"
#include "model/items.h"

#include <algorithm>

namespace junheng::assess {

namespace {

using standard::SchoolSizeRule;

class SizeJudge {
public:
    SizeJudge(const SchoolSizeRule& rule, const standard::Indicator& indicator, Context& context)
        : m_rule(rule), m_indicator(indicator), m_context(context),
          m_types(context.year().schools(), model::itemOf(items::school_type)), m_counts(indicator.figures.size(), 0) {
        for (const auto& limit : rule.limits) {
            const auto& specs = indicator.figures;
            const auto figure = std::ranges::find(specs, limit.countedAs, &standard::FigureSpec::name);
            m_figureOf.push_back(static_cast<std::size_t>(figure - specs.begin()));
        }
    }

    IndicatorResult run() {
        for (int school : m_context.compulsorySchools())
            judgeSchool(school);
        m_result.figures.assign(m_counts.size(), std::nullopt);
        if (m_complete) {
            for (std::size_t i = 0; i < m_counts.size(); ++i)
                m_result.figures[i] = base::toRational(m_counts[i]);
        }
        return std::move(m_result);
    }

private:
    void judgeSchool(int school) {
        const auto pupils = m_context.compulsoryPupils(school);
        if (m_types.isMissing(school))
            m_context.missing(m_context.year().schools(), school, m_types.item());
        if (!pupils || m_types.isMissing(school)) {
            conclude(IndicatorStatus::Missing, IndicatorStatus::Missing);
            return;
        }
        const auto type = static_cast<model::SchoolType>(m_types.amount(school));
        if (std::ranges::find(m_rule.barred, type) != m_rule.barred.end()) {
            ++m_counts.back();
            SchoolResult& barred = addSchool(m_result, school);
            barred.value = base::toRational(*pupils);
            conclude(IndicatorStatus::Unmet, IndicatorStatus::Unmet);
            return;
        }
        for (std::size_t part = 0; part < m_rule.limits.size(); ++part) {
            const auto& limit = m_rule.limits[part];
            if (std::ranges::find(limit.types, type) != limit.types.end() && *pupils > limit.limit.value)
                judgeLarge(school, part, *pupils);
        }
    }

    // The form counts every school over the printed limit; a relaxation may let it pass all the same.
    void judgeLarge(int school, std::size_t part, std::int64_t pupils) {
        ++m_counts[m_figureOf[part]];
        SchoolResult& over = addSchool(m_result, school);
        over.part = static_cast<int>(part);
        over.value = base::toRational(pupils);
        over.limit = m_rule.limits[part].limit.value;
        for (std::size_t i = 0; i < m_indicator.relaxations.size(); ++i) {
            const auto& relaxation = m_indicator.relaxations[i];
            const auto& relaxed = relaxation.limits[part];
            // Of several, the most favourable.
            if (!relaxed || relaxed->value <= *over.limit || !applies(relaxation, school, m_context))
                continue;
            over.limit = relaxed->value;
            over.relaxation = static_cast<int>(i);
        }
        const bool passes = base::toRational(pupils) <= *over.limit;
        over.status = passes ? IndicatorStatus::Met : IndicatorStatus::Unmet;
        if (over.relaxation >= 0) {
            over.valueWithout = over.value;
            over.limitWithout = m_rule.limits[part].limit.value;
        }
        conclude(over.status, IndicatorStatus::Unmet);
    }

    void conclude(IndicatorStatus with, IndicatorStatus without) {
        m_result.status = worse(m_result.status, with);
        m_result.withoutRelaxations = worse(m_result.withoutRelaxations, without);
        m_complete = m_complete && with != IndicatorStatus::Missing;
    }

    const SchoolSizeRule& m_rule;
    const standard::Indicator& m_indicator;
    Context& m_context;
    ColumnView m_types;
    std::vector<std::size_t> m_figureOf; ///< per limit
    std::vector<std::int64_t> m_counts;  ///< per figure
    IndicatorResult m_result{.status = IndicatorStatus::Met, .withoutRelaxations = IndicatorStatus::Met};
    bool m_complete = true;
};

} // namespace

IndicatorResult judge(const SchoolSizeRule& rule, const standard::Indicator& indicator, Context& context) {
    if (!context.hasSchools())
        return {.figures = std::vector<std::optional<base::Rational>>(indicator.figures.size())};
    return SizeJudge(rule, indicator, context).run();
}

} // namespace junheng::assess
