// Figures as values: what is shown and what is said of it. ui/figures places and paints them, on screen and on paper
// alike.
#pragma once

#include "document/mark.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace junheng::document {

/// What can be pointed at in a figure.
struct FigurePart {
    int key = -1;   ///< by which its maker knows it again; -1: it stands for nothing single
    QString label;  ///< what it is
    QString text;   ///< its figure as printed
    QString detail; ///< label, figure and judgement in one line
    Mark mark = Mark::None;
};

struct FigureValue {
    FigurePart part;
    std::optional<double> value = {}; ///< empty: missing
};

/// A figure to compare with.
struct FigureLevel {
    enum class Kind : std::uint8_t { Threshold, Floor, Mean };
    double value = 0;
    QString text = {}; ///< "平均值 6.33"
    Kind kind = Kind::Threshold;
};

/// Bars beside one another, each group with the limit that its bars must not exceed.
struct LimitBars {
    struct Group {
        QString title;
        double limit = 0;
        QString limitText;
        std::vector<FigureValue> bars;
    };
    QString title;
    std::vector<Group> groups;
};

/// Where a value lies beside the mean; Both for several together.
enum class MeanSide : std::uint8_t { Below, Above, Both };

/// What a total is made of, the largest first, each step standing on those before it.
struct Waterfall {
    struct Step {
        FigurePart part;
        double from = 0;
        double to = 0;
        MeanSide side = MeanSide::Both;
    };
    QString title;
    QString axis;
    QString belowText; ///< what the sides mean
    QString aboveText;
    std::vector<Step> steps; ///< empty: there is nothing that a total could be made of
    FigurePart total;
    FigureLevel limit; ///< of the total, on the axis of the steps
    QString emptyText;
};

/// Values in ascending order, each as wide as its weight: the area is the whole resource.
struct WeightedDistribution {
    struct Column {
        FigurePart part;
        double weight = 0;
        double value = 0;
    };
    QString title;
    QString weightAxis;
    QString valueAxis;
    std::vector<Column> columns;
    std::optional<FigureLevel> mean;
    FigureLevel threshold;
    QString note; ///< what is left out; may be empty
};

/// One subject on several axes, each value as a multiple of what is asked, beside what it is compared with.
struct Radar {
    struct Line {
        QString name;
        std::vector<FigureValue> values; ///< one an axis; a missing one leaves a gap
    };
    QString title;
    QStringList axes;        ///< three at least
    std::vector<Line> lines; ///< the subject first: its printed figures and marks stand beside the axes
    QString thresholdText;   ///< of the ring at 1, which is always drawn
    double cap = 2;          ///< greater values are drawn here, and marked
};

/// Values over years, one line a subject, with the levels to compare with.
struct Course {
    struct Line {
        QString name;
        std::vector<FigureValue> values; ///< one a year; a missing one leaves a gap
    };
    QString title;
    QString valueAxis;
    std::vector<int> years; ///< in which the school years begin, ascending
    std::vector<Line> lines;
    std::vector<FigureLevel> levels;
};

/// Subjects by indicators, each cell filled by its mark.
struct HeatMap {
    struct Row {
        FigurePart part;
        std::vector<FigurePart> cells; ///< one a column; Mark::None is met
    };
    struct Group {
        QString title;
        std::vector<Row> rows;
    };
    QString title;
    QStringList columns;
    std::vector<Group> groups;
    QString note;            ///< what is left out; may be empty
    QStringList legend = {}; ///< what met, floor, failing and missing are called
};

/// Values in ascending order, one bar a subject.
struct RankedBars {
    QString title;
    QString valueAxis;
    std::vector<FigureValue> bars; ///< all with a value
    std::vector<FigureLevel> levels;
    QString note;            ///< what is left out; may be empty
    QStringList legend = {}; ///< as of a HeatMap
};

using Figure = std::variant<LimitBars, Waterfall, WeightedDistribution, HeatMap, RankedBars, Radar, Course>;

} // namespace junheng::document
