#include "assess/rules/context.h"

#include "assess/tr.h"
#include "model/asked.h"
#include "model/items.h"

#include <algorithm>
#include <array>

namespace junheng::assess {

namespace {

using model::Item;
using model::Level;
using model::Stage;
using model::State;

const Item& pupilsItem() {
    static const Item& item = model::itemOf(items::pupils);
    return item;
}

} // namespace

base::Rational ColumnView::value(int row) const {
    return base::toRational(base::Decimal(amount(row), m_column->item->decimals));
}

Context::Context(const model::CountyYear& year, std::span<const PriorYear> priorYears, IndicatorStatus balance,
                 IndicatorStatus balanceWithout)
    : m_year(year), m_priorYears(priorYears), m_balance(balance), m_balanceWithout(balanceWithout),
      m_pupils(year.sections(), pupilsItem()) {
    m_compulsory.reserve(year.schoolRows().size());
    m_all.reserve(year.schoolRows().size());
    for (const model::SchoolRows& rows : year.schoolRows()) {
        const bool special = year.schoolType(rows.school) == model::SchoolType::Special;
        const bool compulsory = !special && std::ranges::any_of(standard::kJudgedStages, [&](Stage stage) {
            return hasStage(rows.school, stage) || lacksRow(rows.school, stage);
        });
        if (compulsory)
            m_compulsory.push_back(rows.school);
        if (compulsory || special)
            m_all.push_back(rows.school);
    }
}

bool Context::isEmpty(int sectionRow) const {
    return m_pupils.isValue(sectionRow) && m_pupils.amount(sectionRow) == 0;
}

bool Context::hasStage(int school, Stage stage) const {
    const int row = rowsOf(school).sectionOf(stage);
    return row >= 0 && !isEmpty(row);
}

bool Context::lacksRow(int school, Stage stage) const {
    if (rowsOf(school).sectionOf(stage) >= 0)
        return false;
    const auto type = m_year.schoolType(school);
    if (!type)
        return false;
    const auto stages = model::obligatoryStages(*type);
    return std::ranges::find(stages, stage) != stages.end();
}

void Context::missingRow(int school, Stage stage) {
    if (gathers())
        missing({.level = Level::Section, .school = codeOf(school), .part = model::stageId(stage)}, pupilsItem());
}

std::optional<std::int64_t> Context::compulsoryPupils(int school) {
    std::int64_t total = 0;
    bool known = true;
    for (Stage stage : standard::kJudgedStages) {
        const int row = rowsOf(school).sectionOf(stage);
        if (lacksRow(school, stage)) {
            missingRow(school, stage);
            known = false;
        }
        if (row < 0)
            continue;
        if (m_pupils.isValue(row)) {
            total += m_pupils.amount(row);
        } else {
            missing(m_year.sections(), row, pupilsItem());
            known = false;
        }
    }
    return known ? std::optional(total) : std::nullopt;
}

std::optional<bool> Context::belongs(int school, const standard::SchoolSelection& selection) {
    const auto selected = standard::isSelected(m_year, school, selection);
    if (!selected && gathers()) {
        for (const model::CellKey& cell : standard::undecided(m_year, school, selection))
            missing(cell.subject, *cell.item);
    }
    return selected;
}

Reading Context::peekCounty(const Item& item) const {
    const ColumnView column(m_year.table(Level::County), item);
    Reading reading{.state = column.state(0)};
    if (reading.isValue())
        reading.value = column.value(0);
    return reading;
}

Reading Context::county(const Item& item) {
    const Reading reading = peekCounty(item);
    if (reading.state == State::Missing)
        missing(model::SubjectKey::ofCounty(), item);
    return reading;
}

IndicatorStatus attestedStatus(const model::Observation& conclusion) {
    // In the order of its choices.
    constexpr std::array kStatuses{IndicatorStatus::Met, IndicatorStatus::Unmet, IndicatorStatus::Missing};
    if (conclusion.state == State::NotApplicable)
        return IndicatorStatus::NotApplicable;
    return conclusion.isValue() ? kStatuses.at(static_cast<std::size_t>(conclusion.amount)) : IndicatorStatus::Missing;
}

IndicatorStatus Context::conclusion(const QString& indicatorId) {
    static const Item& item = model::itemOf(items::conclusion);
    const model::SubjectKey subject{.level = Level::Attested, .part = indicatorId};
    const model::Observation given = m_year.value(subject, item);
    const IndicatorStatus status = attestedStatus(given);
    if (status == IndicatorStatus::Missing)
        missing(subject, item, given.isValue() ? tr("结论为“待定”") : QString());
    return status;
}

void Context::missing(const model::LevelTable& table, int row, const Item& item, const QString& why) {
    if (gathers())
        missing(table.key(row), item, why);
}

void Context::missing(const model::SubjectKey& subject, const Item& item, const QString& why) {
    if (!gathers())
        return;
    const std::pair cell(subject, item.code + why);
    if (m_gathered.contains(cell))
        return;
    m_gathered.insert(cell);
    m_obstacles->push_back({.cell = {.subject = subject, .item = &item}, .why = why});
}

SchoolResult& addSchool(IndicatorResult& result, int school, IndicatorStatus status) {
    // A vector that grows copies its fractions, which takes longer than making them: it grows seldom.
    constexpr std::size_t kFew = 32;
    constexpr std::size_t kGrowth = 8;
    if (result.schools.size() == result.schools.capacity())
        result.schools.reserve(std::max(kFew, kGrowth * result.schools.size()));
    SchoolResult& added = result.schools.emplace_back();
    added.schoolRow = school;
    added.status = status;
    return added;
}

IndicatorStatus worse(IndicatorStatus a, IndicatorStatus b) {
    constexpr std::array kOrder{IndicatorStatus::Unmet, IndicatorStatus::Missing, IndicatorStatus::Met};
    for (IndicatorStatus status : kOrder) {
        if (a == status || b == status)
            return status;
    }
    return IndicatorStatus::NotApplicable;
}

bool holds(const base::Rational& value, standard::Bound bound, const base::Rational& limit) {
    switch (bound) {
    case standard::Bound::AtLeast:
        return value >= limit;
    case standard::Bound::AtMost:
        return value <= limit;
    case standard::Bound::Above:
        return value > limit;
    case standard::Bound::Below:
        break;
    }
    return value < limit;
}

base::Rational inYuan(const Item& item, const base::Rational& value) {
    constexpr int kTenThousand = 10000;
    return item.isInTenThousandYuan() ? base::Rational(value * kTenThousand) : value;
}

} // namespace junheng::assess
