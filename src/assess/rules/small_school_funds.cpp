// G6: schools of fewer than 100 compulsory pupils have the funds of 100 (规程:
// 不足100人的规模较小学校，包括乡镇中心校附设的村小).

#include "assess/funds_register.h"
#include "assess/rules/rules.h"
#include "assess/tr.h"
#include "model/items.h"

#include <algorithm>
#include <map>

namespace junheng::assess {

namespace {

using model::Stage;
using model::SubjectKey;
using standard::SmallSchoolFundsRule;

class FundsJudge {
public:
    FundsJudge(const SmallSchoolFundsRule& rule, Context& context)
        : m_rule(rule), m_context(context), m_schools(context.year().schools()), m_funds(m_schools, *rule.funds),
          m_budget(m_schools, *rule.budget), m_independent(m_schools, model::itemOf(items::independent_accounts)),
          m_parent(m_schools, model::itemOf(items::parent_code)),
          m_pupils(context.year().sections(), model::itemOf(items::pupils)) {}

    IndicatorResult run() {
        for (int school : m_context.compulsorySchools()) {
            if (standard::isSelected(m_context.year(), school, m_rule.schools) == false)
                continue;
            const auto pupils = m_context.compulsoryPupils(school);
            if (pupils && *pupils >= m_rule.minimumPupils)
                continue;
            if (pupils && m_context.belongs(school, m_rule.schools))
                judgeSmall(school, *pupils);
            else
                missUnknown(school);
        }
        for (const auto& [parent, children] : m_atParent)
            judgeParent(parent, children);
        if (m_count == 0 && m_result.status == IndicatorStatus::Met)
            m_result.status = IndicatorStatus::NotApplicable;
        m_result.figures = {base::toRational(m_count), base::toRational(m_heads), std::nullopt};
        if (m_fundsKnown)
            m_result.figures[2] = m_sum;
        m_result.withoutRelaxations = m_result.status;
        return std::move(m_result);
    }

    /// Each school by its row.
    [[nodiscard]] const std::map<int, FundsOfSchool>& told() const { return m_told; }

private:
    [[nodiscard]] bool isDependent(int school) const {
        return m_independent.isValue(school) && m_independent.amount(school) == 0 && !m_funds.isValue(school);
    }
    [[nodiscard]] QString parentCode(int school) const { return m_schools.at(school, m_parent.item()).text; }
    [[nodiscard]] int parentOf(int school) const { return m_schools.find(SubjectKey::ofSchool(parentCode(school))); }

    FundsOfSchool& tell(int school, IndicatorStatus status) {
        FundsOfSchool& told = m_told.try_emplace(school, FundsOfSchool{.schoolRow = school}).first->second;
        told.status = worse(told.status, status);
        return told;
    }

    // It may be small, and its parent may have to pay for it.
    void missUnknown(int school) {
        miss(school);
        const int parent = parentOf(school);
        if (isDependent(school) && parent >= 0)
            tell(parent, IndicatorStatus::Missing).paysForPoints = true;
    }

    // A point that keeps no accounts and has no funds of its own is judged where its money is.
    void judgeSmall(int school, std::int64_t pupils) {
        ++m_count;
        m_heads += pupils;
        if (isDependent(school)) {
            assignToParent(school);
            return;
        }
        const auto quota = quotaOf(school);
        const auto funds = fundsOf(school);
        if (!quota || !funds) {
            miss(school);
            return;
        }
        m_sum += *funds;
        compare(school, *funds, *quota * base::toRational(m_rule.minimumPupils));
    }

    void assignToParent(int school) {
        const QString code = parentCode(school);
        const int parent = parentOf(school);
        if (parent < 0) {
            const QString why = code.isEmpty() ? QString() : tr("没有标识码为 %1 的学校").arg(code);
            m_context.missing(m_schools, school, m_parent.item(), why);
            miss(school);
            return;
        }
        tell(school, IndicatorStatus::NotApplicable).isAtParent = true;
        tell(parent, IndicatorStatus::NotApplicable).paysForPoints = true;
        m_atParent[parent].push_back(school);
    }

    // The parent's budget pays for its own pupils and for 100 of each point; that of one with 高中 pays for other
    // pupils too.
    void judgeParent(int parent, const std::vector<int>& children) {
        base::Rational needed = 0;
        bool known = true;
        for (int child : children) {
            const auto quota = quotaOf(child);
            known = known && quota;
            if (quota)
                needed += *quota * base::toRational(m_rule.minimumPupils);
        }
        const auto own = headsPaidFor(parent);
        const auto ownQuota = quotaOf(parent);
        const auto funds = given(runsSenior(parent) ? m_funds : m_budget, parent);
        if (!known || !own || !ownQuota || !funds) {
            miss(parent);
            return;
        }
        needed += *ownQuota * base::toRational(*own);
        m_fundsKnown = false; // what part of it goes to the points is not stated
        compare(parent, *funds, needed);
    }

    // The pupils of a parent, or the 100 that it is entitled to itself.
    std::optional<std::int64_t> headsPaidFor(int parent) {
        const auto own = m_context.compulsoryPupils(parent);
        if (!own || *own >= m_rule.minimumPupils)
            return own;
        const auto entitled = m_context.belongs(parent, m_rule.schools);
        return entitled ? std::optional(*entitled ? m_rule.minimumPupils : *own) : std::nullopt;
    }

    [[nodiscard]] bool runsSenior(int school) const {
        return m_context.hasStage(school, Stage::Senior) || m_context.lacksRow(school, Stage::Senior);
    }

    // Funds of the compulsory stages in 元: as assessed for 100 pupils, else the budget of a school without 高中.
    std::optional<base::Rational> fundsOf(int school) {
        return given(m_funds.isValue(school) || runsSenior(school) ? m_funds : m_budget, school);
    }

    // In 元; a blank is an obstacle.
    std::optional<base::Rational> given(const ColumnView& column, int school) {
        if (column.isValue(school))
            return inYuan(column.item(), column.value(school));
        m_context.missing(m_schools, school, column.item());
        return std::nullopt;
    }

    // 元 a pupil, weighted by the pupils of its stages.
    std::optional<base::Rational> quotaOf(int school) {
        base::Rational weighted = 0;
        std::int64_t heads = 0;
        bool known = true;
        for (Stage stage : standard::kJudgedStages) {
            const int row = m_context.rowsOf(school).sectionOf(stage);
            if (row < 0 || !m_pupils.isValue(row) || m_pupils.amount(row) == 0)
                continue;
            const model::Item& item = *m_rule.quota[standard::stageIndex(stage)];
            const Reading quota = m_context.county(item);
            if (quota.state == model::State::NotApplicable)
                m_context.missing(SubjectKey::ofCounty(), item, tr("这个学段有在校学生，不能是不适用"));
            known = known && quota.isValue();
            heads += m_pupils.amount(row);
            weighted += quota.value * base::toRational(m_pupils.amount(row));
        }
        if (!known)
            return std::nullopt;
        return heads == 0 ? base::Rational(0) : base::Rational(weighted / base::toRational(heads));
    }

    void compare(int school, const base::Rational& funds, const base::Rational& needed) {
        const bool met = funds >= needed;
        tell(school, met ? IndicatorStatus::Met : IndicatorStatus::Unmet);
        m_result.borderline = m_result.borderline || printedDiffers(funds, standard::Bound::AtLeast, needed, 0);
        if (met)
            return;
        m_result.status = IndicatorStatus::Unmet;
        SchoolResult& result = addSchool(m_result, school);
        result.value = funds;
        result.limit = needed;
    }

    void miss(int school) {
        tell(school, IndicatorStatus::Missing);
        m_result.status = worse(m_result.status, IndicatorStatus::Missing);
        m_fundsKnown = false;
    }

    const SmallSchoolFundsRule& m_rule;
    Context& m_context;
    const model::LevelTable& m_schools;
    ColumnView m_funds;
    ColumnView m_budget;
    ColumnView m_independent;
    ColumnView m_parent;
    ColumnView m_pupils;
    std::map<int, std::vector<int>> m_atParent; ///< small schools by the school that keeps their accounts
    std::map<int, FundsOfSchool> m_told;
    std::int64_t m_count = 0;
    std::int64_t m_heads = 0;
    base::Rational m_sum = 0;
    bool m_fundsKnown = true;
    IndicatorResult m_result{.status = IndicatorStatus::Met};
};

} // namespace

IndicatorResult judge(const SmallSchoolFundsRule& rule, const standard::Indicator& indicator, Context& context) {
    if (!context.hasSchools())
        return {.figures = std::vector<std::optional<base::Rational>>(indicator.figures.size())};
    return FundsJudge(rule, context).run();
}

base::Rational fundsPerPupil(const model::Item& item, std::int64_t amount, std::int64_t pupils) {
    return inYuan(item, base::toRational(base::Decimal(amount, item.decimals))) / base::toRational(pupils);
}

std::vector<FundsOfSchool> fundsRegister(const model::CountyYear& year, const SmallSchoolFundsRule& rule) {
    Context context(year, {}, IndicatorStatus::Met, IndicatorStatus::Met);
    FundsJudge judge(rule, context);
    judge.run();
    std::vector<FundsOfSchool> list;
    for (const auto& [row, school] : judge.told())
        list.push_back(school);
    return list;
}

} // namespace junheng::assess
