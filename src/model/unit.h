// Units of figures: their spellings, and what one is in another.
#pragma once

#include "base/decimal.h"

#include <QString>
#include <QStringView>

#include <cstdint>
#include <optional>

namespace junheng::model {

/// One spelling for each unit: "m2" and "平方米" are "㎡", "人民币元" is "元". What is no unit is only folded.
QString unitName(QStringView text);

/// Whether the name (as of unitName) is a unit that figures are given in.
bool isUnit(const QString& name);

/// One `from` is times / over of `to`.
struct UnitRatio {
    std::int64_t times = 1;
    std::int64_t over = 1;
};

/// Empty where the two do not measure the same (元 and ㎡), and where they are the same unit.
std::optional<UnitRatio> unitRatio(const QString& from, const QString& to);

/// `number` in the other unit, rounded half up to `decimals` digits behind the point.
struct Converted {
    QString text; ///< "20.01"
    bool exact = true;
};
Converted converted(const base::Decimal& number, const UnitRatio& ratio, int decimals);

} // namespace junheng::model
