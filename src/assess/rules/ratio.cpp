// Ratios of sums: over the county's own row, or over the sections in scope.

#include "assess/rules/rules.h"
#include "model/items.h"

#include "base/exact_sum.h"
#include "base/rounding.h"

#include <QCoreApplication>

#include <algorithm>

namespace junheng::assess {

namespace {

using model::Item;
using model::Stage;
using model::State;
using standard::RatioPart;
using standard::SectionScope;

// What became of a sum, or of one item of it.
struct Sum {
    base::Rational value = 0;
    bool complete = true;  ///< nothing is missing
    bool anyValue = false; ///< at least one figure; else it is not applicable, or missing

    [[nodiscard]] std::optional<base::Rational> known() const {
        return complete && anyValue ? std::optional(value) : std::nullopt;
    }
};

// Decides section by section whether it is in scope; what is blank there is an obstacle.
class ScopeFilter {
public:
    ScopeFilter(const SectionScope& scope, Context& context)
        : m_scope(scope), m_context(context), m_sponsors(context.year().schools(), model::itemOf(items::sponsor)),
          m_localities(context.year().schools(), model::itemOf(items::locality)),
          m_boarding(context.year().schools(), model::itemOf(items::boarding)),
          m_sectionBoarding(context.year().sections(), model::itemOf(items::section_boarding)) {}

    /// Rows of sections; `complete` is false where it is not known whether one belongs, or one has no row.
    std::vector<int> rows() {
        std::vector<int> rows;
        for (const model::SchoolRows& school : m_context.year().schoolRows()) {
            if (leavesOut(school.school))
                continue;
            for (Stage stage : m_scope.stages) {
                const int row = school.sectionOf(stage);
                if (row >= 0 && contains(school.school, row, !m_context.isEmpty(row)))
                    rows.push_back(row);
                else if (m_context.lacksRow(school.school, stage) && contains(school.school, row, true))
                    lacks(school.school, stage);
            }
        }
        return rows;
    }
    [[nodiscard]] bool complete() const { return m_complete; }

private:
    // A special school belongs only where 特教 does, whatever stages it runs.
    [[nodiscard]] bool leavesOut(int school) const {
        return m_context.year().schoolType(school) == model::SchoolType::Special &&
               std::ranges::find(m_scope.stages, Stage::Special) == m_scope.stages.end();
    }

    void lacks(int school, Stage stage) {
        m_context.missingRow(school, stage);
        m_complete = false;
    }

    // A condition known not to hold leaves the section out, whatever else is blank; `section` is -1 where it has no
    // row. A section that is not `needed` may be blank: it has no pupils.
    bool contains(int school, int section, bool needed) {
        const bool anySponsor = m_scope.sponsorsExcept.empty();
        const bool anyLocality = m_scope.localities.empty();
        const bool ownBoarding = section >= 0 && m_sectionBoarding.isValue(section);
        const ColumnView& boarding = ownBoarding ? m_sectionBoarding : m_boarding;
        const int boardingRow = ownBoarding ? section : school;
        if (!anySponsor && m_sponsors.isValue(school) && among(m_scope.sponsorsExcept, m_sponsors.amount(school)))
            return false;
        if (!anyLocality && m_localities.isValue(school) && !among(m_scope.localities, m_localities.amount(school)))
            return false;
        if (m_scope.withoutBoarding && boarding.isValue(boardingRow) && boarding.amount(boardingRow) != 0)
            return false;
        const bool sponsor = anySponsor || known(m_sponsors, school, needed);
        const bool locality = anyLocality || known(m_localities, school, needed);
        const bool boards = !m_scope.withoutBoarding || ownBoarding || known(m_boarding, school, needed);
        m_complete = m_complete && (!needed || (sponsor && locality && boards));
        return sponsor && locality && boards;
    }

    static bool among(const std::vector<int>& choices, std::int64_t choice) {
        return std::ranges::find(choices, choice) != choices.end();
    }

    bool known(const ColumnView& column, int school, bool needed) {
        if (!column.isMissing(school))
            return true;
        if (needed)
            m_context.missing(m_context.year().schools(), school, column.item());
        return false;
    }

    const SectionScope& m_scope;
    Context& m_context;
    ColumnView m_sponsors;
    ColumnView m_localities;
    ColumnView m_boarding;
    ColumnView m_sectionBoarding;
    bool m_complete = true;
};

// One item over the sections. A section without pupils may leave its cells blank: it had no teachers left, or never
// ran.
Sum sumOver(const std::vector<int>& rows, const Item& item, bool tested, Context& context) {
    const model::LevelTable& table = context.year().sections();
    const ColumnView column(table, item);
    base::ExactSum total;
    Sum sum;
    for (int row : rows) {
        const State state = column.state(row);
        if (state == State::Value) {
            total += column.amount(row);
            sum.anyValue = true;
        } else if (state == State::Missing && !context.isEmpty(row)) {
            if (tested)
                context.missing(table, row, item);
            sum.complete = false;
        }
    }
    sum.value = total.total() / base::toRational(base::powerOfTen(item.decimals));
    return sum;
}

Sum sumOfCounty(const Item& item, bool tested, Context& context) {
    const Reading reading = tested ? context.county(item) : context.peekCounty(item);
    return {.value = reading.value, .complete = reading.state != State::Missing, .anyValue = reading.isValue()};
}

// The two sides of a part, with the items they consist of noted as figures.
class PartJudge {
public:
    PartJudge(const RatioPart& part, const standard::Indicator& indicator, Context& context, IndicatorResult& result)
        : m_part(part), m_indicator(indicator), m_context(context), m_result(result) {
        if (part.sections) {
            ScopeFilter filter(*part.sections, context);
            m_rows = filter.rows();
            m_scopeKnown = filter.complete();
        }
    }

    /// Of a part that is only shown: missing where an item is blank that is to be entered in any case.
    IndicatorStatus run() {
        const IndicatorStatus status = judgePart();
        return m_part.limit || m_blocked ? status : IndicatorStatus::NotApplicable;
    }

private:
    IndicatorStatus judgePart() {
        if (m_part.sections && !m_context.hasSchools())
            return IndicatorStatus::Missing;
        const Sum denominator = sideOf(m_part.denominator, true);
        const bool ofNothing =
            m_scopeKnown && denominator.complete && (!denominator.anyValue || denominator.value <= 0);
        // What is blank there stands in nobody's way.
        const Sum numerator = sideOf(m_part.numerator, !ofNothing);
        for (const Item* item : m_part.shown)
            note(item->code, sumOf(*item, false).known());
        if (m_part.numerator.plus.size() > 1)
            note(m_part.id + QStringLiteral("_sum"), numerator.known());
        if (ofNothing)
            return IndicatorStatus::NotApplicable;
        if (!m_scopeKnown || !denominator.complete)
            return IndicatorStatus::Missing;
        if (!numerator.complete)
            return IndicatorStatus::Missing;
        if (!numerator.anyValue)
            return m_part.limit ? nothingCounted() : IndicatorStatus::NotApplicable;
        const base::Rational ratio = numerator.value / denominator.value;
        note(m_part.id, ratio);
        return m_part.limit ? compare(ratio, m_part.limit->value) : IndicatorStatus::NotApplicable;
    }

    IndicatorStatus compare(const base::Rational& ratio, const base::Rational& limit) {
        constexpr int kHundred = 100;
        m_result.borderline =
            m_result.borderline || printedDiffers(ratio * kHundred, m_part.bound, limit * kHundred, 1);
        return holds(ratio, m_part.bound, limit) ? IndicatorStatus::Met : IndicatorStatus::Unmet;
    }

    // What is only shown is no obstacle, unless the item is to be entered in any case.
    Sum sumOf(const Item& item, bool tested) {
        if (!m_part.sections)
            return sumOfCounty(item, tested, m_context);
        Sum sum = sumOver(m_rows, item, tested, m_context);
        sum.complete = sum.complete && m_scopeKnown;
        return sum;
    }

    Sum sideOf(const standard::Quantity& quantity, bool wanted) {
        Sum side;
        for (const auto* items : {&quantity.plus, &quantity.minus}) {
            for (const Item* item : *items) {
                const Sum sum = sumOf(*item, wanted && (m_part.limit.has_value() || item->required));
                m_blocked = m_blocked || (wanted && !sum.complete && item->required);
                if (items == &quantity.plus) {
                    side.value += sum.value;
                    side.anyValue = side.anyValue || sum.anyValue;
                } else {
                    side.value -= sum.value;
                }
                side.complete = side.complete && sum.complete;
                note(item->code, sum.known());
            }
        }
        return side;
    }

    // Where there is something to count in, "not applicable" cannot be what was counted.
    IndicatorStatus nothingCounted() {
        const QString why = QCoreApplication::translate("assess", "不能全部为“不适用”");
        const Item& item = *m_part.numerator.plus.front();
        if (m_part.sections)
            m_context.missing(m_context.year().sections(), m_rows.front(), item, why);
        else
            m_context.missing(model::SubjectKey::ofCounty(), item, why);
        return IndicatorStatus::Missing;
    }

    // Under its own name, or under that of the part where several parts sum the same item.
    void note(const QString& name, const std::optional<base::Rational>& value) {
        for (const QString& known : {m_part.id + QChar(u'_') + name, name}) {
            const auto& specs = m_indicator.figures;
            const auto found = std::ranges::find(specs, known, &standard::FigureSpec::name);
            if (found != specs.end()) {
                m_result.figures[static_cast<std::size_t>(found - specs.begin())] = value;
                return;
            }
        }
    }

    const RatioPart& m_part;
    const standard::Indicator& m_indicator;
    Context& m_context;
    IndicatorResult& m_result;
    std::vector<int> m_rows;
    bool m_scopeKnown = true;
    bool m_blocked = false;
};

} // namespace

IndicatorResult judge(const standard::RatioRule& rule, const standard::Indicator& indicator, Context& context) {
    IndicatorResult result;
    result.figures.resize(indicator.figures.size());
    result.status = IndicatorStatus::NotApplicable;
    for (const RatioPart& part : rule.parts)
        result.status = worse(result.status, PartJudge(part, indicator, context, result).run());
    result.withoutRelaxations = result.status;
    return result;
}

std::vector<model::CellKey> countedCells(const RatioPart& part, const Item& item, Context& context) {
    std::vector<model::CellKey> cells;
    if (!part.sections)
        return {{.subject = model::SubjectKey::ofCounty(), .item = &item}};
    const ColumnView column(context.year().sections(), item);
    for (int row : ScopeFilter(*part.sections, context).rows()) {
        if (column.isValue(row))
            cells.push_back({.subject = context.year().sections().key(row), .item = &item});
    }
    return cells;
}

} // namespace junheng::assess
