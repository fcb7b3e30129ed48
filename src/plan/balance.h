// Who drives a coefficient, and what it would be if a section were absent or had another figure.
#pragma once

#include "assess/assessment.h"

#include <optional>
#include <vector>

namespace junheng::plan {

enum class Side : std::uint8_t { Below, At, Above }; ///< of the county's mean

/// One section's part in a coefficient.
struct Driver {
    int section = 0;       ///< position in the StageAssessment
    double share = 0;      ///< P(X - mean)^2 / sum P(X - mean)^2, 0 to 1
    double cumulative = 0; ///< share of this one and all larger ones
    Side side = Side::At;
};

/// The values of one section, the others unchanged, at which the coefficient equals its limit; unrounded, at least 0.
struct Crossings {
    std::optional<double> below; ///< the nearest one below the section's value
    std::optional<double> above; ///< the nearest one above it
};

/// One coefficient of a stage, open to trials. Nothing is changed by them. A trial costs one pass over the sections;
/// its verdict is exact like any other. Refers to what it was made from, which must outlive it unchanged.
class Balance {
public:
    /// `stage` must be a stage of the assessment of this year by this standard. `indicator`: as for
    /// Standard::balanceIndicator().
    Balance(const model::CountyYear& year, const standard::Standard& standard, const assess::StageAssessment& stage,
            int indicator);

    /// Whether there is a coefficient. Every other function but obstacles() asks for that.
    [[nodiscard]] bool isKnown() const;
    [[nodiscard]] const assess::Coefficient& coefficient() const { return m_column->coefficient; }
    [[nodiscard]] const assess::StageAssessment& stage() const { return *m_stage; }
    [[nodiscard]] int indicator() const { return m_indicator; }

    /// The cells that leave the coefficient missing, each once; empty also where it is missing because the mean is 0.
    [[nodiscard]] std::vector<standard::Obstacle> obstacles() const;

    /// All sections, the largest share first, equal ones in the order of the stage.
    [[nodiscard]] std::vector<Driver> drivers() const;
    /// mean x (1 + cv^2): a section above it raises the coefficient with the next small piece of resource, one below
    /// lowers it.
    [[nodiscard]] double turningPoint() const;

    /// The coefficient of all other sections; empty when there is none or their mean is 0.
    [[nodiscard]] std::optional<assess::Coefficient> without(int section) const;
    /// The coefficient if the section's value were this one (at least 0); missing when the mean would be 0.
    [[nodiscard]] assess::Coefficient with(int section, const base::Rational& value) const;
    [[nodiscard]] Crossings crossings(int section) const;

    /// By how much the coefficient changes when the section has so many natural units (人, ㎡, 元, 间) more, computed
    /// without loss of digits: its sign is right for the smallest change.
    [[nodiscard]] double changeByMore(int section, double units) const;

    /// What the section has, in natural units; of shared premises its part.
    [[nodiscard]] double amountOf(int section) const;
    /// The value of a section that has so many natural units.
    [[nodiscard]] base::Rational valueOf(int section, const base::Rational& amount) const;

private:
    [[nodiscard]] int signOfMore(int section, const base::Rational& gained) const;
    [[nodiscard]] double valueAt(int section) const { return m_column->values[static_cast<std::size_t>(section)]; }
    [[nodiscard]] double pupilsAt(int section) const { return m_stage->pupils[static_cast<std::size_t>(section)]; }

    const model::CountyYear* m_year;
    const standard::Standard* m_standard;
    const assess::StageAssessment* m_stage;
    const assess::IndicatorColumn* m_column;
    int m_indicator;
    base::Rational m_naturalScale;
};

} // namespace junheng::plan
