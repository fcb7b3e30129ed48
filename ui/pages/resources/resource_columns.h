// The columns that the table of sections and the strip of coefficients below it have in common.
#pragma once

#include "standard/standard.h"

#include <QString>

#include <optional>

namespace junheng::ui {

/// 学段, 学校, 在校生, one column an indicator, 达标项数, 结论.
class ResourceColumns {
public:
    static constexpr int kStage = 0;
    static constexpr int kSchool = 1;
    static constexpr int kPupils = 2;
    static constexpr int kFirstIndicator = 3;

    explicit ResourceColumns(int indicators = 0) : m_indicators(indicators) {}

    [[nodiscard]] int count() const { return kFirstIndicator + m_indicators + 2; }
    [[nodiscard]] int met() const { return kFirstIndicator + m_indicators; }
    [[nodiscard]] int verdict() const { return met() + 1; }
    /// Empty for the columns that belong to no indicator.
    [[nodiscard]] std::optional<int> indicator(int column) const;

private:
    int m_indicators;
};

/// "教学用房\nR4 ㎡/生\n≥4.5/5.8": name, unit, thresholds of 小学 and 初中.
QString indicatorHeading(const standard::ResourceIndicator& indicator);
/// The official wording, unit, thresholds and floors in full.
QString indicatorToolTip(const standard::Standard& standard, const standard::ResourceIndicator& indicator);

} // namespace junheng::ui
