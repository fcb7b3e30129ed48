// What a figure may plausibly be.
#pragma once

#include <QString>

#include <optional>

namespace junheng::model {

/// Inclusive, in the unit of the figure; an empty side is open.
struct Bounds {
    std::optional<double> low = {};
    std::optional<double> high = {};

    [[nodiscard]] bool contains(double figure) const {
        return figure >= low.value_or(figure) && figure <= high.value_or(figure);
    }
    /// As two columns of a table of data/ have them: a number, or blank for an open side.
    static Bounds read(const QString& low, const QString& high) {
        const auto side = [](const QString& text) {
            return text.isEmpty() ? std::nullopt : std::optional(text.toDouble());
        };
        return {.low = side(low), .high = side(high)};
    }
};

} // namespace junheng::model
