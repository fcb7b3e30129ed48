// G7: funds of special schools a pupil.

#include "assess/rules/rules.h"
#include "model/items.h"

namespace junheng::assess {

namespace {

using model::Item;
using model::Stage;
using standard::SpecialFundsRule;

// Positions in figuresOf().
enum FundsFigure : std::size_t { Funds, Pupils, PerPupil, InclusiveFunds, InclusivePupils, InclusivePerPupil };

class SpecialFundsJudge {
public:
    SpecialFundsJudge(const SpecialFundsRule& rule, const standard::Indicator& indicator, Context& context)
        : m_rule(rule), m_context(context), m_budget(context.year().schools(), *rule.schoolFunds),
          m_heads(context.year().sections(), model::itemOf(items::pupils)) {
        m_result.figures.resize(indicator.figures.size());
    }

    IndicatorResult run() {
        const std::vector<int> schools = specialSchools();
        m_result.status = schools.empty() ? judgeCounty() : judgeSchools(schools);
        if (m_rule.inclusiveFunds != nullptr)
            m_result.status = worse(m_result.status, judgePair(*m_rule.inclusiveFunds, *m_rule.inclusivePupils,
                                                               InclusiveFunds, InclusivePupils, InclusivePerPupil));
        m_result.withoutRelaxations = m_result.status;
        return std::move(m_result);
    }

private:
    [[nodiscard]] std::vector<int> specialSchools() const {
        std::vector<int> schools;
        for (int school : m_context.allSchools()) {
            if (m_context.year().schoolType(school) == model::SchoolType::Special &&
                m_context.hasStage(school, Stage::Special))
                schools.push_back(school);
        }
        return schools;
    }

    IndicatorStatus judgeCounty() { return judgePair(*m_rule.funds, *m_rule.pupils, Funds, Pupils, PerPupil); }

    // No pupils: there is nothing to fund.
    IndicatorStatus judgePair(const Item& fundsItem, const Item& pupilsItem, FundsFigure funds, FundsFigure pupils,
                              FundsFigure perPupil) {
        const Reading heads = m_context.county(pupilsItem);
        if (heads.isValue())
            m_result.figures[pupils] = heads.value;
        if (heads.state == model::State::NotApplicable || (heads.isValue() && heads.value == 0))
            return IndicatorStatus::NotApplicable;
        const Reading money = m_context.county(fundsItem);
        if (money.isValue())
            m_result.figures[funds] = money.value;
        if (!heads.isValue() || !money.isValue())
            return IndicatorStatus::Missing;
        const base::Rational figure = inYuan(fundsItem, money.value) / heads.value;
        m_result.figures[perPupil] = figure;
        return compare(figure);
    }

    // Every school on its own; the figures are their sums, where no school's are missing.
    IndicatorStatus judgeSchools(const std::vector<int>& schools) {
        IndicatorStatus status = IndicatorStatus::Met;
        bool complete = true;
        base::Rational funds = 0;
        base::Rational pupils = 0;
        for (int school : schools) {
            const int row = m_context.rowsOf(school).sectionOf(Stage::Special);
            if (!m_heads.isValue(row))
                m_context.missing(m_context.year().sections(), row, m_heads.item());
            if (!m_budget.isValue(school))
                m_context.missing(m_context.year().schools(), school, m_budget.item());
            if (!m_heads.isValue(row) || !m_budget.isValue(school)) {
                status = worse(status, IndicatorStatus::Missing);
                complete = false;
                continue;
            }
            funds += m_budget.value(school);
            pupils += m_heads.value(row);
            const base::Rational figure = inYuan(m_budget.item(), m_budget.value(school)) / m_heads.value(row);
            const IndicatorStatus own = compare(figure);
            status = worse(status, own);
            if (own == IndicatorStatus::Unmet) {
                SchoolResult& result = addSchool(m_result, school);
                result.stage = Stage::Special;
                result.value = figure;
                result.limit = m_rule.limit.value;
            }
        }
        if (complete) {
            m_result.figures[Funds] = funds;
            m_result.figures[Pupils] = pupils;
            m_result.figures[PerPupil] = inYuan(m_budget.item(), funds) / pupils;
        }
        return status;
    }

    IndicatorStatus compare(const base::Rational& figure) {
        m_result.borderline =
            m_result.borderline || printedDiffers(figure, standard::Bound::AtLeast, m_rule.limit.value, 0);
        return figure >= m_rule.limit.value ? IndicatorStatus::Met : IndicatorStatus::Unmet;
    }

    const SpecialFundsRule& m_rule;
    Context& m_context;
    ColumnView m_budget;
    ColumnView m_heads;
    IndicatorResult m_result;
};

} // namespace

IndicatorResult judge(const SpecialFundsRule& rule, const standard::Indicator& indicator, Context& context) {
    return SpecialFundsJudge(rule, indicator, context).run();
}

} // namespace junheng::assess
