// The one formula of a resource indicator, over two algebras: doubles for the columns of a whole county, expressions
// for exact verdicts and for the derivation shown to the user.
#pragma once

#include "model/asked.h"
#include "standard/expression.h"
#include "standard/standard.h"

#include <algorithm>
#include <optional>

namespace junheng::standard {

/// The items and columns that the formula reads, looked up once.
class FormulaInputs {
public:
    explicit FormulaInputs(const model::CountyYear& year);

    [[nodiscard]] const model::CountyYear& year() const { return *m_year; }

    const model::Item* pupils;
    std::array<const model::Item*, 3> campusPupils; ///< by stage: primary, junior, senior

private:
    const model::CountyYear* m_year;
};

/// What stands in the way of a figure: the cell, and why when it is not simply blank.
struct Obstacle {
    model::CellKey cell;
    QString why;
};

/// Stages that share premises.
inline constexpr std::array kSplitStages{model::Stage::Primary, model::Stage::Junior, model::Stage::Senior};

/// Numbers as doubles. Obstacles are not recorded.
class DoubleAlgebra {
public:
    using Value = double;
    explicit DoubleAlgebra(const Standard& standard) {
        for (std::size_t i = 0; i < kSplitStages.size(); ++i)
            m_weight[i] = base::toDouble(standard.splitWeight[i]);
    }

    static Value cell(const model::LevelTable& table, int row, const model::Item& item) {
        return static_cast<double>(table.column(item).amounts[static_cast<std::size_t>(row)]) / kUnit[item.decimals];
    }
    static Value scaled(Value value, const ResourceIndicator& indicator) { return value * indicator.scaleFactor; }
    [[nodiscard]] Value weight(std::size_t splitStage) const { return m_weight[splitStage]; }
    static Value add(Value a, Value b) { return a + b; }
    static Value subtract(Value a, Value b) { return a - b; }
    static Value multiply(Value a, Value b) { return a * b; }
    static Value divide(Value a, Value b) { return a / b; }
    static void obstacle(const model::LevelTable&, int, const model::Item&) {}
    static void obstacle(const Obstacle&) {}
    /// Whether the caller wants to know all obstacles rather than the first.
    static constexpr bool kWantsObstacles = false;

private:
    static constexpr std::array<double, 5> kUnit{1, 10, 100, 1000, 10000};
    std::array<double, 3> m_weight{};
};

/// Numbers as expressions.
class ExpressionAlgebra {
public:
    using Value = Expression;
    explicit ExpressionAlgebra(const Standard& standard) : m_standard(&standard) {}

    static Value cell(const model::LevelTable& table, int row, const model::Item& item);
    static Value scaled(const Value& value, const ResourceIndicator& indicator);
    [[nodiscard]] Value weight(std::size_t splitStage) const;
    static Value add(const Value& a, const Value& b);
    static Value subtract(const Value& a, const Value& b) { return Expression::difference(a, b); }
    static Value multiply(const Value& a, const Value& b) { return Expression::product({a, b}); }
    static Value divide(const Value& a, const Value& b) { return Expression::quotient(a, b); }
    void obstacle(const model::LevelTable& table, int row, const model::Item& item);
    void obstacle(const Obstacle& found) { m_obstacles.push_back(found); }
    static constexpr bool kWantsObstacles = true;

    [[nodiscard]] const std::vector<Obstacle>& obstacles() const { return m_obstacles; }

private:
    const Standard* m_standard;
    std::vector<Obstacle> m_obstacles;
};

/// Computes indicator figures of one school after another.
template <class Algebra> class Formula {
public:
    using Value = typename Algebra::Value;
    using Maybe = std::optional<Value>;

    Formula(const FormulaInputs& inputs, const Standard& standard)
        : m_inputs(inputs), m_year(inputs.year()), m_algebra(standard) {}

    [[nodiscard]] Algebra& algebra() { return m_algebra; }
    [[nodiscard]] const Algebra& algebra() const { return m_algebra; }

    /// Fixes the school; premises are divided once for its four split indicators.
    void enter(const model::SchoolRows& rows) {
        m_rows = &rows;
        m_divided = false;
        for (std::size_t k = 0; k < kSplitStages.size(); ++k)
            m_heads[k] = headsIn(m_year.sections(), rows.section[k], *m_inputs.pupils);
    }

    /// Pupils of 小学 and 初中 of the whole school; empty when one of them is not given.
    [[nodiscard]] std::optional<std::int64_t> compulsoryPupils() const {
        std::int64_t total = 0;
        for (model::Stage stage : kJudgedStages) {
            const int row = m_rows->sectionOf(stage);
            if (row < 0)
                continue;
            if (stateOf(m_year.sections(), row, *m_inputs.pupils) != model::State::Value)
                return std::nullopt;
            total += m_heads[static_cast<std::size_t>(stage)];
        }
        return total;
    }

    /// The section's part of what the indicator counts, before scale and pupils; empty when something is missing.
    /// `extra` items are added where given. The section must have a row.
    Maybe numerator(const ResourceIndicator& indicator, model::Stage stage,
                    const std::vector<const model::Item*>& extra) {
        const auto& plus = indicator.plus[stageIndex(stage)];
        if (!indicator.split)
            return sectionNumerator(plus, indicator.minus, extra, stage);
        return splitNumerator(plus, indicator.minus, extra, stage);
    }

    /// numerator x scale / pupils.
    Maybe perPupil(const ResourceIndicator& indicator, model::Stage stage, const Maybe& numerator) {
        const Maybe pupils = stagePupils(stage);
        if (!numerator || !pupils)
            return std::nullopt;
        return m_algebra.divide(m_algebra.scaled(*numerator, indicator), *pupils);
    }

    /// Whether a relaxation's conditions hold for the school.
    [[nodiscard]] bool applies(const Relaxation& relaxation) const {
        if (relaxation.flag != nullptr && !isFlagged(*relaxation.flag) &&
            (!relaxation.withoutFlag || isSelected(m_year, m_rows->school, *relaxation.withoutFlag) != true))
            return false;
        if (relaxation.compulsoryPupils) {
            const auto pupils = compulsoryPupils();
            return pupils && *pupils >= relaxation.compulsoryPupils->first &&
                   *pupils <= relaxation.compulsoryPupils->second;
        }
        return true;
    }

    Maybe stagePupils(model::Stage stage) {
        const int row = m_rows->sectionOf(stage);
        const model::LevelTable& sections = m_year.sections();
        if (stateOf(sections, row, *m_inputs.pupils) == model::State::Value)
            return m_algebra.cell(sections, row, *m_inputs.pupils);
        m_algebra.obstacle(sections, row, *m_inputs.pupils);
        return std::nullopt;
    }

private:
    static model::State stateOf(const model::LevelTable& table, int row, const model::Item& item) {
        return table.column(item).states[static_cast<std::size_t>(row)];
    }

    [[nodiscard]] bool isFlagged(const model::Item& flag) const {
        const model::Column& flags = m_year.schools().column(flag);
        const auto i = static_cast<std::size_t>(m_rows->school);
        return flags.states[i] == model::State::Value && flags.amounts[i] != 0;
    }

    void add(Maybe& total, const Value& term) const { total = total ? m_algebra.add(*total, term) : term; }

    struct Net {
        Maybe value = {};       ///< empty when nothing was given
        bool complete = true;   ///< nothing is missing
        bool anyAddend = false; ///< at least one positive addend is a figure
    };

    // Sum of plus minus sum of minus in one row. A not-applicable addend adds nothing; an extra one that is blank
    // neither.
    Net netOf(const model::LevelTable& table, int row, const std::vector<const model::Item*>& plus,
              const std::vector<const model::Item*>& minus, const std::vector<const model::Item*>& extra) {
        Net net;
        for (const model::Item* item : plus)
            takeAddend(table, row, *item, net);
        for (const model::Item* item : extra) {
            if (stateOf(table, row, *item) == model::State::Value)
                add(net.value, m_algebra.cell(table, row, *item));
        }
        for (const model::Item* item : minus) {
            const model::State state = stateOf(table, row, *item);
            if (state == model::State::Missing) {
                m_algebra.obstacle(table, row, *item);
                net.complete = false;
            } else if (state == model::State::Value && net.value) {
                net.value = m_algebra.subtract(*net.value, m_algebra.cell(table, row, *item));
            }
        }
        return net;
    }

    void takeAddend(const model::LevelTable& table, int row, const model::Item& item, Net& net) {
        const model::State state = stateOf(table, row, item);
        if (state == model::State::Missing) {
            m_algebra.obstacle(table, row, item);
            net.complete = false;
        } else if (state == model::State::Value) {
            net.anyAddend = true;
            add(net.value, m_algebra.cell(table, row, item));
        }
    }

    Maybe sectionNumerator(const std::vector<const model::Item*>& plus, const std::vector<const model::Item*>& minus,
                           const std::vector<const model::Item*>& extra, model::Stage stage) {
        const int row = m_rows->sectionOf(stage);
        const Net net = netOf(m_year.sections(), row, plus, minus, extra);
        if (!net.complete)
            return std::nullopt;
        if (!net.anyAddend) {
            m_algebra.obstacle(m_year.sections(), row, *plus.front());
            return std::nullopt;
        }
        return net.value;
    }

    Maybe splitNumerator(const std::vector<const model::Item*>& plus, const std::vector<const model::Item*>& minus,
                         const std::vector<const model::Item*>& extra, model::Stage stage) {
        divide();
        const model::LevelTable& campuses = m_year.campuses();
        if (!m_sharesKnown && !Algebra::kWantsObstacles)
            return std::nullopt;
        bool complete = m_sharesKnown;
        int serving = -1; // a campus that serves the stage
        bool anyAddend = false;
        Maybe total;
        for (int row = m_rows->firstCampus; row < m_rows->endCampus; ++row) {
            if (m_sharesKnown && headsAt(row, static_cast<std::size_t>(stage)) == 0)
                continue; // what is blank there does not concern this stage
            serving = row;
            const Net net = netOf(campuses, row, plus, minus, extra);
            complete = complete && net.complete;
            anyAddend = anyAddend || net.anyAddend;
            if (complete && net.value)
                addShare(total, *net.value, row, stage);
        }
        if (serving < 0)
            m_algebra.obstacle({.cell = {.subject = {.level = model::Level::Campus,
                                                     .school = m_year.schools().key(m_rows->school).school},
                                         .item = plus.front()},
                                .why = {}});
        else if (!anyAddend && complete)
            m_algebra.obstacle(campuses, serving, *plus.front());
        return complete && anyAddend ? total : std::nullopt;
    }

    // Adds the stage's share of one campus. A campus that serves the stage alone goes to it whole.
    void addShare(Maybe& total, const Value& net, int campusRow, model::Stage stage) {
        const auto s = static_cast<std::size_t>(stage);
        bool alone = true;
        for (std::size_t k = 0; k < kSplitStages.size(); ++k)
            alone = alone && (k == s || headsAt(campusRow, k) == 0);
        if (alone) {
            add(total, net);
            return;
        }
        Maybe weighted;
        for (std::size_t k = 0; k < kSplitStages.size(); ++k) {
            if (headsAt(campusRow, k) != 0)
                add(weighted, weightedPupils(campusRow, k));
        }
        add(total, m_algebra.multiply(net, m_algebra.divide(weightedPupils(campusRow, s), *weighted)));
    }

    // A school of one campus, and a campus without pupils, are divided by the whole school's pupils.
    [[nodiscard]] bool hasOwnPupils(int campusRow) const {
        return !m_ownPupils.empty() && m_ownPupils[static_cast<std::size_t>(campusRow - m_rows->firstCampus)];
    }
    [[nodiscard]] std::int64_t headsAt(int campusRow, std::size_t k) const {
        return hasOwnPupils(campusRow) ? campusHeads(campusRow, k) : m_heads[k];
    }

    Value weightedPupils(int campusRow, std::size_t k) {
        const Value pupils = hasOwnPupils(campusRow)
                                 ? m_algebra.cell(m_year.campuses(), campusRow, *m_inputs.campusPupils[k])
                                 : m_algebra.cell(m_year.sections(), m_rows->section[k], *m_inputs.pupils);
        return m_algebra.multiply(pupils, m_algebra.weight(k));
    }

    // 0 where there is no row or no figure.
    [[nodiscard]] static std::int64_t headsIn(const model::LevelTable& table, int row, const model::Item& item) {
        if (row < 0)
            return 0;
        const model::Column& column = table.column(item);
        const auto i = static_cast<std::size_t>(row);
        return column.states[i] == model::State::Value ? column.amounts[i] : 0;
    }
    [[nodiscard]] std::int64_t campusHeads(int row, std::size_t k) const {
        return headsIn(m_year.campuses(), row, *m_inputs.campusPupils[k]);
    }

    // Finds out whether every stage's pupils, and those of every campus, are known.
    void divide() {
        if (m_divided && !Algebra::kWantsObstacles)
            return;
        m_divided = true;
        m_sharesKnown = true;
        m_ownPupils.clear();
        const model::LevelTable& sections = m_year.sections();
        if (const auto type = m_year.schoolType(m_rows->school)) {
            for (model::Stage stage : model::obligatoryStages(*type)) {
                if (m_rows->sectionOf(stage) < 0)
                    block({.cell = {.subject = {.level = model::Level::Section,
                                                .school = m_year.schools().key(m_rows->school).school,
                                                .part = model::stageId(stage)},
                                    .item = m_inputs.pupils},
                           .why = {}});
            }
        }
        for (model::Stage stage : kSplitStages) {
            const int row = m_rows->sectionOf(stage);
            if (row >= 0 && stateOf(sections, row, *m_inputs.pupils) != model::State::Value) {
                m_algebra.obstacle(sections, row, *m_inputs.pupils);
                m_sharesKnown = false;
            }
        }
        if (m_rows->endCampus - m_rows->firstCampus > 1)
            divideCampuses();
    }

    void block(const Obstacle& obstacle) {
        m_algebra.obstacle(obstacle);
        m_sharesKnown = false;
    }

    void divideCampuses() {
        const model::LevelTable& campuses = m_year.campuses();
        for (std::size_t k = 0; k < kSplitStages.size(); ++k) {
            const int section = m_rows->section[k];
            const bool known = section < 0
                                   ? m_sharesKnown
                                   : stateOf(m_year.sections(), section, *m_inputs.pupils) == model::State::Value;
            std::int64_t sum = 0;
            bool given = true;
            for (int row = m_rows->firstCampus; row < m_rows->endCampus; ++row) {
                if (m_heads[k] != 0 && stateOf(campuses, row, *m_inputs.campusPupils[k]) == model::State::Missing) {
                    m_algebra.obstacle(campuses, row, *m_inputs.campusPupils[k]);
                    m_sharesKnown = given = false;
                }
                sum += campusHeads(row, k);
            }
            if (given && known && sum != m_heads[k])
                block(mismatch(k, sum, m_heads[k]));
        }
        for (int row = m_rows->firstCampus; row < m_rows->endCampus; ++row)
            m_ownPupils.push_back(campusHeads(row, 0) + campusHeads(row, 1) + campusHeads(row, 2) > 0);
    }

    [[nodiscard]] Obstacle mismatch(std::size_t k, std::int64_t sum, std::int64_t expected) const;

    const FormulaInputs& m_inputs;
    const model::CountyYear& m_year;
    Algebra m_algebra;
    const model::SchoolRows* m_rows = nullptr;
    std::array<std::int64_t, 3> m_heads{}; ///< pupils of the sections that share the premises; 0 where not given
    bool m_divided = false;
    bool m_sharesKnown = true;
    std::vector<bool> m_ownPupils; ///< per campus of a school of several: it has pupils of its own
};

/// "各校区小学在校学生数之和为 390，应等于学段在校学生数 400".
QString campusSumSentence(model::Stage stage, std::int64_t sum, std::int64_t expected);

template <class Algebra>
Obstacle Formula<Algebra>::mismatch(std::size_t k, std::int64_t sum, std::int64_t expected) const {
    return {.cell = {.subject = m_year.campuses().key(m_rows->firstCampus), .item = m_inputs.campusPupils[k]},
            .why = campusSumSentence(kSplitStages[k], sum, expected)};
}

/// How one section's figure comes about, or what it lacks.
struct Derivation {
    std::optional<Expression> figure;  ///< the value judged, relaxations included
    std::optional<Expression> without; ///< where a relaxation applied: the value without it
    const Relaxation* relaxation = nullptr;
    std::vector<Obstacle> obstacles; ///< each cell once; empty when there is a figure
};

/// Exact, of Standard::balanceIndicator(indicator), for the section in this row of year.sections(); it must have pupils
/// above 0 or not given.
Derivation deriveIndicator(const Standard& standard, const model::CountyYear& year, int sectionRow, int indicator);

} // namespace junheng::standard
