// Units of figures: their spellings, and what one is in another.
#pragma once

#include "base/decimal.h"

#include <QString>
#include <QStringView>

#include <cstdint>
#include <optional>

namespace junheng::model {

enum class Unit : std::uint8_t {
    None,
    Yuan,
    HundredYuan,
    ThousandYuan,
    TenThousandYuan,
    HundredThousandYuan,
    MillionYuan,
    TenMillionYuan,
    HundredMillionYuan,
    SquareMetre,
    HundredSquareMetres,
    ThousandSquareMetres,
    TenThousandSquareMetres,
    Mu,
    TenThousandMu,
    Are,
    Hectare,
    SquareKilometre,
    Person,
    TenPersons,
    HundredPersons,
    ThousandPersons,
    TenThousandPersons,
    Volume,
    HundredVolumes,
    ThousandVolumes,
    TenThousandVolumes,
    Room,
    Set, ///< 台
    Copy,
    Piece,
    Year,
    Percent,
    PerMille,
    PersonTime,
    Post, ///< 名
    Grade,
    Byte,
};

/// "万元", "㎡"; empty for None.
QString printedUnit(Unit unit);
/// Of the name that printedUnit() gives; empty where there is no such unit.
std::optional<Unit> unitNamed(QStringView name);

/// One spelling for each unit: "m2" and "平方米" are "㎡", "人民币元" is "元". What is no unit is only folded.
QString unitName(QStringView text);

/// Whether the name (as of unitName) is a unit that a heading or a cell may give figures in.
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
