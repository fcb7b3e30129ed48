#include "plan/balance.h"

#include "assess/coefficient.h"
#include "assess/exact.h"
#include "plan/natural_unit.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace junheng::plan {

namespace {

// Closer than this, relatively, fractions decide.
constexpr double kNear = 1e-9;

using assess::BalanceStatus;
using assess::Coefficient;
using assess::ConstColumn;

Coefficient coefficientOf(const std::vector<double>& values, const std::vector<double>& pupils,
                          const standard::Standard& rules, model::Stage stage,
                          const std::function<std::vector<assess::ExactShare>()>& exact) {
    const auto count = static_cast<Eigen::Index>(values.size());
    return assess::weightedCoefficientOfVariation(ConstColumn(values.data(), count), ConstColumn(pupils.data(), count),
                                                  rules.balanceLimit[standard::stageIndex(stage)],
                                                  rules.coefficientDecimals, exact);
}

// Real roots of a x^2 - 2 h x + c, by the form that loses no digits.
std::vector<double> rootsOf(double a, double h, double c) {
    if (a == 0)
        return h == 0 ? std::vector<double>{} : std::vector{c / (2 * h)};
    const double discriminant = h * h - a * c;
    if (discriminant < 0)
        return {};
    const double q = h + std::copysign(std::sqrt(discriminant), h);
    if (q == 0)
        return {0};
    return {q / a, c / q};
}

} // namespace

Balance::Balance(const model::CountyYear& year, const standard::Standard& standard,
                 const assess::StageAssessment& stage, int indicator)
    : m_year(&year), m_standard(&standard), m_stage(&stage), m_column(&stage.column(indicator)), m_indicator(indicator),
      m_naturalScale(naturalScale(standard.balanceIndicator(indicator))) {}

bool Balance::isKnown() const {
    return m_column->coefficient.status != BalanceStatus::Missing;
}

std::vector<standard::Obstacle> Balance::obstacles() const {
    std::vector<standard::Obstacle> found;
    for (int section = 0; section < m_stage->sectionCount(); ++section) {
        if (m_column->statuses[static_cast<std::size_t>(section)] != assess::Status::Missing)
            continue;
        for (const auto& obstacle : assess::obstaclesOf(*m_year, *m_standard, *m_stage, section, m_indicator))
            found.push_back(obstacle);
    }
    return found;
}

std::vector<Driver> Balance::drivers() const {
    const double mean = m_column->coefficient.mean;
    const std::vector<double> shares = m_stage->contributions(m_indicator);
    std::vector<Driver> drivers;
    drivers.reserve(shares.size());
    for (int section = 0; section < m_stage->sectionCount(); ++section) {
        const double value = valueAt(section);
        drivers.push_back({.section = section,
                           .share = shares[static_cast<std::size_t>(section)],
                           .cumulative = 0,
                           .side = value > mean   ? Side::Above
                                   : value < mean ? Side::Below
                                                  : Side::At});
    }
    std::ranges::stable_sort(drivers, std::greater(), &Driver::share);
    double sum = 0;
    for (Driver& driver : drivers)
        driver.cumulative = sum += driver.share;
    return drivers;
}

double Balance::turningPoint() const {
    const Coefficient& now = m_column->coefficient;
    return now.mean * (1 + now.cv * now.cv);
}

std::optional<Coefficient> Balance::without(int section) const {
    if (m_stage->sectionCount() < 2)
        return std::nullopt;
    std::vector<double> values = m_column->values;
    std::vector<double> pupils = m_stage->pupils;
    values.erase(values.begin() + section);
    pupils.erase(pupils.begin() + section);
    Coefficient result = coefficientOf(values, pupils, *m_standard, m_stage->stage, [&] {
        auto shares = assess::exactShares(*m_year, *m_standard, *m_stage, m_indicator, true);
        shares.erase(shares.begin() + section);
        return shares;
    });
    if (result.status == BalanceStatus::Missing)
        return std::nullopt;
    return result;
}

Coefficient Balance::with(int section, const base::Rational& value) const {
    const auto s = static_cast<std::size_t>(section);
    std::vector<double> values = m_column->values;
    values[s] = base::toDouble(value);
    return coefficientOf(values, m_stage->pupils, *m_standard, m_stage->stage, [&] {
        auto shares = assess::exactShares(*m_year, *m_standard, *m_stage, m_indicator, true);
        shares[s].resource = value * shares[s].pupils;
        return shares;
    });
}

// With m and S = sum P (X - m)^2 of the others and y = x - m, the coefficient equals the limit L where
// N S + P (N - P) y^2 = L^2 (N m + P y)^2.
Crossings Balance::crossings(int section) const {
    const double own = pupilsAt(section);
    const double all = m_stage->totalPupils();
    const double others = all - own;
    if (others <= 0)
        return {};
    const auto count = static_cast<Eigen::Index>(m_column->values.size());
    Eigen::ArrayXd pupils = ConstColumn(m_stage->pupils.data(), count);
    const ConstColumn values(m_column->values.data(), count);
    pupils[section] = 0;
    const double mean = (values * pupils).sum() / others;
    const double squares = (pupils * (values - mean).square()).sum();
    const double limit = m_standard->balanceLimit[standard::stageIndex(m_stage->stage)].toDouble();
    const double limitSquared = limit * limit;

    Crossings crossings;
    for (const double root : rootsOf(own * (others - limitSquared * own), limitSquared * all * mean * own,
                                     all * squares - limitSquared * all * all * mean * mean)) {
        const double value = mean + root;
        // Where the mean would not be positive there is no coefficient.
        if (value < 0 || others * mean + own * value <= 0)
            continue;
        if (value < valueAt(section))
            crossings.below = std::max(value, crossings.below.value_or(value));
        else if (value > valueAt(section))
            crossings.above = std::min(value, crossings.above.value_or(value));
    }
    return crossings;
}

// With e = what the value gains and D = X - mean: the squared coefficient changes by
// P e (2 D + e (1 - P/N) - cv^2 (2 mean + P e / N)) / (N mean'^2).
double Balance::changeByMore(int section, double units) const {
    const Coefficient& now = m_column->coefficient;
    const double own = pupilsAt(section);
    const double part = own / m_stage->totalPupils();
    const double gain = units * base::toDouble(m_naturalScale) / own;
    const double spread = 2 * (valueAt(section) - now.mean) + gain * (1 - part);
    const double pull = now.cv * now.cv * (2 * now.mean + part * gain);
    const double newMean = now.mean + part * gain;
    double squaredChange = part * gain * (spread - pull) / (newMean * newMean);
    if (std::abs(spread - pull) <= kNear * (std::abs(spread) + pull))
        squaredChange = std::abs(squaredChange) * signOfMore(section, base::Rational(units) * m_naturalScale);
    const double newCv = std::sqrt(std::max(0.0, now.cv * now.cv + squaredChange));
    return squaredChange == 0 ? 0 : squaredChange / (newCv + now.cv);
}

// N Q / R^2 = 1 + cv^2 with Q = sum r^2 / P, before and after, in fractions.
int Balance::signOfMore(int section, const base::Rational& gained) const {
    const auto shares = assess::exactShares(*m_year, *m_standard, *m_stage, m_indicator, true);
    base::Rational resource = 0;
    base::Rational squares = 0;
    for (const assess::ExactShare& share : shares) {
        resource += share.resource;
        squares += share.resource * share.resource / share.pupils;
    }
    const assess::ExactShare& own = shares[static_cast<std::size_t>(section)];
    const base::Rational more = resource + gained;
    const base::Rational moreSquares = squares + gained * (2 * own.resource + gained) / own.pupils;
    return sgn(base::Rational(moreSquares * resource * resource - squares * more * more));
}

double Balance::amountOf(int section) const {
    return valueAt(section) * pupilsAt(section) / base::toDouble(m_naturalScale);
}

base::Rational Balance::valueOf(int section, const base::Rational& amount) const {
    return amount * m_naturalScale / base::Rational(pupilsAt(section));
}

} // namespace junheng::plan
