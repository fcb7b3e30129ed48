// G5: no class larger than the limit of its stage, by the bands of class sizes or by the largest class.

#include "assess/rules/rules.h"
#include "base/exact_sum.h"

namespace junheng::assess {

namespace {

using model::Stage;
using standard::ClassSizeRule;

class ClassSizeJudge {
public:
    ClassSizeJudge(const ClassSizeRule& rule, Context& context)
        : m_rule(rule), m_context(context), m_largest(context.year().sections(), *rule.largest) {
        for (const auto& band : rule.bands)
            m_bands.emplace_back(context.year().sections(), *band.item);
    }

    IndicatorResult run() {
        for (int school : m_context.compulsorySchools()) {
            for (Stage stage : standard::kJudgedStages) {
                if (m_context.lacksRow(school, stage))
                    lacks(school, stage);
                else if (m_context.hasStage(school, stage))
                    judgeSection(school, stage);
            }
        }
        for (Stage stage : standard::kJudgedStages) {
            const std::size_t s = standard::stageIndex(stage);
            m_result.figures.push_back(m_counted[s] ? std::optional(m_over[s].total()) : std::nullopt);
        }
        m_result.withoutRelaxations = m_result.status;
        return std::move(m_result);
    }

private:
    // Classes in the bands above the limit; empty where one of these bands is not given.
    struct Over {
        base::ExactSum known = {};
        bool complete = true;
    };

    [[nodiscard]] Over classesOver(int row, std::int64_t limit) const {
        Over over;
        for (std::size_t i = 0; i < m_bands.size(); ++i) {
            if (m_rule.bands[i].from <= limit)
                continue;
            if (m_bands[i].isValue(row))
                over.known += m_bands[i].amount(row);
            else if (m_bands[i].isMissing(row))
                over.complete = false;
        }
        return over;
    }

    void lacks(int school, Stage stage) {
        m_counted[standard::stageIndex(stage)] = false;
        m_context.missingRow(school, stage);
        m_result.status = worse(m_result.status, IndicatorStatus::Missing);
    }

    void judgeSection(int school, Stage stage) {
        const std::size_t s = standard::stageIndex(stage);
        const int row = m_context.rowsOf(school).sectionOf(stage);
        const Over over = classesOver(row, m_rule.limit[s]);
        const bool largestOver = m_largest.isValue(row) && m_largest.amount(row) > m_rule.limit[s];
        m_over[s] += over.known;
        m_counted[s] = m_counted[s] && over.complete;
        if (over.known.total() == 0 && !largestOver) {
            if (!over.complete && m_largest.isMissing(row))
                conclude(IndicatorStatus::Missing, row);
            return;
        }
        SchoolResult& result = addSchool(m_result, school);
        result.stage = stage;
        result.limit = base::toRational(m_rule.limit[s]);
        if (m_largest.isValue(row))
            result.value = base::toRational(m_largest.amount(row));
        conclude(IndicatorStatus::Unmet, row);
    }

    void conclude(IndicatorStatus status, int row) {
        m_result.status = worse(m_result.status, status);
        if (status == IndicatorStatus::Missing)
            m_context.missing(m_context.year().sections(), row, *m_rule.largest);
    }

    const ClassSizeRule& m_rule;
    Context& m_context;
    ColumnView m_largest;
    std::vector<ColumnView> m_bands;
    std::array<base::ExactSum, 2> m_over{};
    std::array<bool, 2> m_counted{true, true};
    IndicatorResult m_result{.status = IndicatorStatus::Met};
};

} // namespace

IndicatorResult judge(const ClassSizeRule& rule, const standard::Indicator& indicator, Context& context) {
    if (!context.hasSchools())
        return {.figures = std::vector<std::optional<base::Rational>>(indicator.figures.size())};
    return ClassSizeJudge(rule, context).run();
}

} // namespace junheng::assess
