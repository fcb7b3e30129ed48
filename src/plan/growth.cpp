#include "plan/growth.h"

#include "base/rounding.h"
#include "model/items.h"

#include <algorithm>

namespace junheng::plan {

using standard::Status;

namespace {

constexpr std::int64_t kMostPupils = 9'999'999; // the largest count that can be entered

const model::Item& pupilsItem() {
    return model::itemOf(items::pupils);
}

model::Stage stageOf(const model::CountyYear& year, int sectionRow) {
    return *model::stageFromId(year.sections().key(sectionRow).part);
}

// Pupils of 小学 and 初中 of the section's school; empty when one of them is not given.
std::optional<std::int64_t> compulsoryPupils(const model::CountyYear& year, int sectionRow) {
    const int school = year.schools().find(model::SubjectKey::ofSchool(year.sections().key(sectionRow).school));
    const model::SchoolRows& rows = year.schoolRows()[static_cast<std::size_t>(school)];
    std::int64_t total = 0;
    for (const model::Stage stage : standard::kJudgedStages) {
        const int row = rows.sectionOf(stage);
        if (row < 0)
            continue;
        const model::Observation pupils = year.sections().at(row, pupilsItem());
        if (!pupils.isValue())
            return std::nullopt;
        total += pupils.amount;
    }
    return total;
}

} // namespace

TrialAmount::TrialAmount(model::CountyYear& trial, const model::SubjectKey& subject, const model::Item& item)
    : m_trial(trial), m_before(trial.value(subject, item)) {
    m_change.changes.push_back({.subject = subject, .item = &item});
}

TrialAmount::~TrialAmount() {
    put(m_before);
}

void TrialAmount::add(std::int64_t more) {
    put(model::Observation::ofAmount(m_before.amount + more));
}

void TrialAmount::put(const model::Observation& observation) {
    m_change.changes.front().after = observation;
    m_trial.apply(m_change);
}

Growth::Growth(model::CountyYear& trial, const standard::Standard& standard, int sectionRow, int campusRow)
    : m_trial(trial), m_standard(standard), m_sectionRow(sectionRow),
      m_pupils(trial, trial.sections().key(sectionRow), pupilsItem()), m_most(kMostPupils - m_pupils.before()) {
    if (campusRow >= 0) {
        const standard::FormulaInputs inputs(trial);
        const auto stage = static_cast<std::size_t>(stageOf(trial, sectionRow));
        m_campusPupils.emplace(trial, trial.campuses().key(campusRow), *inputs.campusPupils[stage]);
    }
    const auto compulsory = compulsoryPupils(trial, sectionRow);
    for (const standard::Relaxation& relaxation : standard.relaxations) {
        if (!compulsory || !relaxation.compulsoryPupils)
            continue;
        const auto& [least, most] = *relaxation.compulsoryPupils;
        m_ruleChanges.push_back(least - *compulsory);
        m_ruleChanges.push_back(most + 1 - *compulsory);
    }
    std::ranges::sort(m_ruleChanges);
}

const standard::Threshold& Growth::thresholdOf(int indicator) const {
    return m_standard.resource[static_cast<std::size_t>(indicator)]
        .threshold[standard::stageIndex(stageOf(m_trial, m_sectionRow))];
}

base::Rational Growth::valueAt(int indicator, std::int64_t pupils) {
    m_pupils.add(pupils);
    if (m_campusPupils)
        m_campusPupils->add(pupils);
    return standard::deriveIndicator(m_standard, m_trial, m_sectionRow, indicator).figure->value();
}

Status Growth::statusAt(int indicator, std::int64_t pupils) {
    return standard::judge(valueAt(indicator, pupils), thresholdOf(indicator));
}

std::vector<Status> Growth::statusesAt(std::int64_t pupils) {
    std::vector<Status> statuses;
    for (int i = 0; i < static_cast<int>(m_standard.resource.size()); ++i)
        statuses.push_back(statusAt(i, pupils));
    return statuses;
}

bool Growth::passes(const std::vector<Status>& statuses) const {
    return std::ranges::find(statuses, Status::Below) == statuses.end() &&
           std::ranges::count(statuses, Status::Met) >= m_standard.rowsMet;
}

std::int64_t Growth::lastBeforeRulesChange(std::int64_t pupils) const {
    const auto next = std::ranges::upper_bound(m_ruleChanges, pupils);
    return next == m_ruleChanges.end() ? m_most : std::min(*next - 1, m_most);
}

// The last number up to `end` from which down to `from` the figure reaches `bound`, as it does at `from`. Between two
// changes of the rules the numerator is a concave function of the pupils, so the numbers that reach a bound are
// neighbours, and halving finds the last one.
std::int64_t Growth::lastAtLeast(int indicator, const base::Rational& bound, std::int64_t from, std::int64_t end) {
    const bool movesShares = m_campusPupils && m_standard.resource[static_cast<std::size_t>(indicator)].split;
    if (movesShares || from == end)
        return searchLast(indicator, bound, from, end);
    // Pupils per unit rise by the same amount with every pupil.
    const base::Rational now = 1 / valueAt(indicator, from);
    const base::Rational step = 1 / valueAt(indicator, from + 1) - now;
    const base::Rational room = (1 / bound - now) / step;
    return room >= base::toRational(end - from) ? end : from + base::roundDown(room);
}

std::int64_t Growth::searchLast(int indicator, const base::Rational& bound, std::int64_t from, std::int64_t end) {
    std::int64_t good = from;
    std::int64_t bad = end + 1;
    for (std::int64_t step = 1; good + step < bad; step *= 2) {
        if (valueAt(indicator, good + step) >= bound)
            good += step;
        else
            bad = good + step;
    }
    while (bad - good > 1) {
        const std::int64_t middle = good + (bad - good) / 2;
        (valueAt(indicator, middle) >= bound ? good : bad) = middle;
    }
    return good;
}

std::int64_t Growth::untilUnmet(int indicator) {
    const base::Rational& threshold = thresholdOf(indicator).value;
    std::int64_t last = -1;
    while (last < m_most && statusAt(indicator, last + 1) == Status::Met)
        last = lastAtLeast(indicator, threshold, last + 1, lastBeforeRulesChange(last + 1));
    return last;
}

// A status can only become worse where a figure leaves a bound that it reached.
std::int64_t Growth::untilFailing() {
    std::int64_t last = -1;
    while (last < m_most) {
        const std::vector<Status> statuses = statusesAt(last + 1);
        if (!passes(statuses))
            break;
        std::int64_t next = lastBeforeRulesChange(last + 1);
        for (std::size_t i = 0; i < statuses.size(); ++i) {
            const auto indicator = static_cast<int>(i);
            const standard::Threshold& threshold = thresholdOf(indicator);
            next = std::min(next, lastAtLeast(indicator, statuses[i] == Status::Met ? threshold.value : threshold.floor,
                                              last + 1, next));
        }
        last = next;
    }
    return last;
}

} // namespace junheng::plan
