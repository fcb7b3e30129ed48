// A section whose pupils grow, in a copy of the year. Internal to this room.
#pragma once

#include "standard/formula.h"
#include "standard/standard.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace junheng::plan {

/// Sets an amount in `trial` and puts the former observation back when it goes.
class TrialAmount {
public:
    TrialAmount(model::CountyYear& trial, const model::SubjectKey& subject, const model::Item& item);
    ~TrialAmount();
    TrialAmount(const TrialAmount&) = delete;
    TrialAmount& operator=(const TrialAmount&) = delete;

    /// The former amount and so much more.
    void add(std::int64_t more);
    [[nodiscard]] std::int64_t before() const { return m_before.amount; }

private:
    void put(const model::Observation& observation);

    model::CountyYear& m_trial;
    model::ChangeSet m_change; ///< reused: one change
    model::Observation m_before;
};

/// All pupils that come go to one campus, where the school has several. The section's indicators must not be missing
/// that are asked about.
class Growth {
public:
    /// `campusRow` is -1 where it does not matter.
    Growth(model::CountyYear& trial, const standard::Standard& standard, int sectionRow, int campusRow);

    /// Until `indicator` is below its threshold; -1 where it is now.
    [[nodiscard]] std::int64_t untilUnmet(int indicator);
    /// Until two indicators are below their threshold or one below its floor, as the standard counts; -1 if that is so
    /// now.
    [[nodiscard]] std::int64_t untilFailing();

private:
    [[nodiscard]] base::Rational valueAt(int indicator, std::int64_t pupils);
    [[nodiscard]] standard::Status statusAt(int indicator, std::int64_t pupils);
    [[nodiscard]] std::vector<standard::Status> statusesAt(std::int64_t pupils);
    [[nodiscard]] bool passes(const std::vector<standard::Status>& statuses) const;
    [[nodiscard]] const standard::Threshold& thresholdOf(int indicator) const;
    [[nodiscard]] std::int64_t lastBeforeRulesChange(std::int64_t pupils) const;
    [[nodiscard]] std::int64_t lastAtLeast(int indicator, const base::Rational& bound, std::int64_t from,
                                           std::int64_t end);
    [[nodiscard]] std::int64_t searchLast(int indicator, const base::Rational& bound, std::int64_t from,
                                          std::int64_t end);

    model::CountyYear& m_trial;
    const standard::Standard& m_standard;
    int m_sectionRow;
    TrialAmount m_pupils;
    std::optional<TrialAmount> m_campusPupils;
    std::int64_t m_most;                     ///< pupils that can be added at all
    std::vector<std::int64_t> m_ruleChanges; ///< additions at which a relaxation begins or ceases to apply, ascending
};

} // namespace junheng::plan
