// Figures as values: what is shown and what is said of it. ui/figures places and paints them, on screen and on paper
// alike.
#pragma once

#include "report/mark.h"

#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace junheng::report {

/// What can be pointed at in a figure.
struct FigurePart {
    int key = -1;   ///< by which its maker knows it again; -1: it stands for nothing single
    QString label;  ///< what it is
    QString text;   ///< its figure as printed
    QString detail; ///< label, figure and judgement in one line
    Mark mark = Mark::None;
};

/// Bars beside one another, each group with the limit that its bars must not exceed.
struct LimitBars {
    struct Bar {
        FigurePart part;
        std::optional<double> value; ///< empty: missing
    };
    struct Group {
        QString title;
        double limit = 0;
        QString limitText;
        std::vector<Bar> bars;
    };
    QString title;
    std::vector<Group> groups;
};

/// Shares of a whole, the largest first, with what they amount to together.
struct RankedShares {
    enum class Side : std::uint8_t { Below, Above, Both };
    struct Share {
        FigurePart part;
        double share = 0; ///< 0 to 1
        double cumulative = 0;
        Side side = Side::Both; ///< of the mean; Both for a rest
    };
    QString title;
    QString belowText; ///< what the sides mean
    QString aboveText;
    std::vector<Share> shares; ///< empty: there is nothing to share out
    QString emptyText;
};

/// Values in ascending order, each as wide as its weight: the area is the whole resource.
struct WeightedDistribution {
    struct Column {
        FigurePart part;
        double weight = 0;
        double value = 0;
    };
    struct Level {
        double value = 0;
        QString text; ///< "平均值 6.33"
    };
    QString title;
    QString weightAxis;
    QString valueAxis;
    std::vector<Column> columns;
    std::optional<Level> mean;
    Level threshold;
    QString note; ///< what is left out; may be empty
};

using Figure = std::variant<LimitBars, RankedShares, WeightedDistribution>;

} // namespace junheng::report
