// What the rules of indicators read, and where they note what is in their way. Internal to assess.
#pragma once

#include "assess/assessment.h"
#include "model/county_year.h"
#include "standard/formula.h"

#include <QSet>

#include <span>

namespace junheng::assess {

/// A figure as entered: exact, in the unit of its item.
struct Reading {
    model::State state = model::State::Missing;
    base::Rational value = 0;

    [[nodiscard]] bool isValue() const { return state == model::State::Value; }
};

/// One item of a table, for loops over many rows. The table must outlive it.
class ColumnView {
public:
    ColumnView(const model::LevelTable& table, const model::Item& item) : m_column(&table.column(item)) {}

    [[nodiscard]] model::State state(int row) const { return m_column->states[static_cast<std::size_t>(row)]; }
    [[nodiscard]] bool isValue(int row) const { return state(row) == model::State::Value; }
    [[nodiscard]] bool isMissing(int row) const { return state(row) == model::State::Missing; }
    /// Scaled by the decimals of the item; only where isValue().
    [[nodiscard]] std::int64_t amount(int row) const { return m_column->amounts[static_cast<std::size_t>(row)]; }
    [[nodiscard]] base::Rational value(int row) const;
    [[nodiscard]] const model::Item& item() const { return *m_column->item; }

private:
    const model::Column* m_column;
};

/// One year while its indicators are judged.
class Context {
public:
    /// `balance` is the verdict over the coefficients, with relaxations and without.
    Context(const model::CountyYear& year, std::span<const PriorYear> priorYears, IndicatorStatus balance,
            IndicatorStatus balanceWithout);

    [[nodiscard]] const model::CountyYear& year() const { return m_year; }
    [[nodiscard]] std::span<const PriorYear> priorYears() const { return m_priorYears; }
    [[nodiscard]] IndicatorStatus balance() const { return m_balance; }
    [[nodiscard]] IndicatorStatus balanceWithout() const { return m_balanceWithout; }
    [[nodiscard]] bool hasSchools() const { return m_year.schools().rowCount() > 0; }

    /// Schools with 小学 or 初中 pupils (given, or not yet), but for special schools: rows of year().schools().
    [[nodiscard]] const std::vector<int>& compulsorySchools() const { return m_compulsory; }
    /// Those and the special schools.
    [[nodiscard]] const std::vector<int>& allSchools() const { return m_all; }
    [[nodiscard]] const model::SchoolRows& rowsOf(int school) const {
        return m_year.schoolRows()[static_cast<std::size_t>(school)];
    }
    [[nodiscard]] const QString& codeOf(int school) const { return m_year.schools().key(school).school; }
    /// The section of this row is known to have no pupils. What it gives counts, but it need not give anything.
    [[nodiscard]] bool isEmpty(int sectionRow) const;
    /// A section that has a row and is not empty.
    [[nodiscard]] bool hasStage(int school, model::Stage stage) const;
    /// A stage that the type of the school runs has no row: nothing of it is known. A row with 0 pupils says "none".
    [[nodiscard]] bool lacksRow(int school, model::Stage stage) const;
    /// The row that is lacking is an obstacle.
    void missingRow(int school, model::Stage stage);
    /// 小学 and 初中 together; empty, and an obstacle, where one is not given or its row is lacking.
    std::optional<std::int64_t> compulsoryPupils(int school);

    /// An item of the county; a missing one is an obstacle.
    Reading county(const model::Item& item);
    /// The same where a blank is in nobody's way.
    [[nodiscard]] Reading peekCounty(const model::Item& item) const;
    /// Whether a clause is about the school; empty, and an obstacle, where a blank cell decides it.
    std::optional<bool> belongs(int school, const standard::SchoolSelection& selection);
    /// The attested conclusion; 待定 and blank are missing, and obstacles.
    IndicatorStatus conclusion(const QString& indicatorId);

    /// What is judged already, for targets that rest on it; both must outlive this.
    void rememberJudged(const standard::Standard& rules, const Assessment& judged) {
        m_rules = &rules;
        m_judged = &judged;
    }
    /// Both null until it is remembered.
    [[nodiscard]] const standard::Standard* rules() const { return m_rules; }
    [[nodiscard]] const Assessment* judged() const { return m_judged; }

    /// Asks for the cells in the way; without it they are not gathered.
    void gatherObstacles(std::vector<standard::Obstacle>* sink) { m_obstacles = sink; }
    void missing(const model::LevelTable& table, int row, const model::Item& item, const QString& why = {});
    void missing(const model::SubjectKey& subject, const model::Item& item, const QString& why = {});
    [[nodiscard]] bool gathers() const { return m_obstacles != nullptr; }

private:
    const model::CountyYear& m_year;
    std::span<const PriorYear> m_priorYears;
    IndicatorStatus m_balance;
    IndicatorStatus m_balanceWithout;
    const standard::Standard* m_rules = nullptr;
    const Assessment* m_judged = nullptr;
    std::vector<standard::Obstacle>* m_obstacles = nullptr;
    QSet<std::pair<model::SubjectKey, QString>> m_gathered; ///< each cell is told once
    std::vector<int> m_compulsory;
    std::vector<int> m_all;
    ColumnView m_pupils;
};

/// What a conclusion (自评结论) says; 待定 and blank are missing.
IndicatorStatus attestedStatus(const model::Observation& conclusion);

/// A school added to a result.
SchoolResult& addSchool(IndicatorResult& result, int school, IndicatorStatus status = IndicatorStatus::Unmet);

/// The one that decides when both must hold: unmet before missing before met before not applicable.
IndicatorStatus worse(IndicatorStatus a, IndicatorStatus b);

/// Exact.
bool holds(const base::Rational& value, standard::Bound bound, const base::Rational& limit);

/// `amount` / 10^decimals as 元 where the item is in 万元.
base::Rational inYuan(const model::Item& item, const base::Rational& value);

} // namespace junheng::assess
