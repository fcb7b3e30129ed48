// The parts of `assess --json` that are judged by indicators. Internal to this room.
#pragma once

#include "assess/assessment.h"
#include "cli/json_text.h"

namespace junheng::cli {

/// Cells that are in the way, each with sheet, school, part, item and why.
Json cellsJson(const model::CountyYear& year, const std::vector<standard::Obstacle>& obstacles);

/// What it is given must outlive it.
class IndicatorJson {
public:
    IndicatorJson(const model::CountyYear& year, const standard::Standard& standard,
                  const assess::Assessment& assessment, const std::vector<assess::PriorYear>& priorYears)
        : m_year(year), m_standard(standard), m_assessment(assessment), m_priorYears(priorYears) {}

    [[nodiscard]] Json government() const { return listJson(m_standard.government, m_assessment.government); }
    [[nodiscard]] Json quality() const { return listJson(m_standard.quality, m_assessment.quality); }
    [[nodiscard]] Json eligibility() const { return listJson(m_standard.eligibility, m_assessment.eligibility); }
    [[nodiscard]] Json targets() const;
    [[nodiscard]] Json approval() const;
    [[nodiscard]] Json vetoes() const;
    [[nodiscard]] Json reasons() const;

private:
    [[nodiscard]] Json listJson(const std::vector<standard::Indicator>& indicators,
                                const std::vector<assess::IndicatorResult>& results) const;
    [[nodiscard]] Json indicatorJson(const standard::Indicator& indicator, const assess::IndicatorResult& result) const;
    [[nodiscard]] Json schoolsJson(const standard::Indicator& indicator, const assess::IndicatorResult& result) const;
    [[nodiscard]] Json missingJson(const QString& id, bool isMissing) const;

    const model::CountyYear& m_year;
    const standard::Standard& m_standard;
    const assess::Assessment& m_assessment;
    const std::vector<assess::PriorYear>& m_priorYears;
};

} // namespace junheng::cli
