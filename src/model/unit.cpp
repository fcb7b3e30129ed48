#include "model/unit.h"

#include "base/rounding.h"
#include "model/typed_text.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>
#include <utility>

namespace junheng::model {

namespace {

enum class Dimension : std::uint8_t { Money, Area, Heads, Pieces, Other, OwnWord };

// One of it is times / over of the first unit of its dimension. An OwnWord stands in the dictionary alone.
struct UnitFacts {
    Unit unit;
    std::u16string_view name;
    Dimension dimension;
    std::int64_t times;
    std::int64_t over = 1;
};

// 1 亩 = 2000/3 ㎡ (国务院关于在我国统一实行法定计量单位的命令: 1 公顷 = 15 亩).
constexpr std::array kUnits{UnitFacts{Unit::Yuan, u"元", Dimension::Money, 1},
                            UnitFacts{Unit::HundredYuan, u"百元", Dimension::Money, 100},
                            UnitFacts{Unit::ThousandYuan, u"千元", Dimension::Money, 1'000},
                            UnitFacts{Unit::TenThousandYuan, u"万元", Dimension::Money, 10'000},
                            UnitFacts{Unit::HundredThousandYuan, u"十万元", Dimension::Money, 100'000},
                            UnitFacts{Unit::MillionYuan, u"百万元", Dimension::Money, 1'000'000},
                            UnitFacts{Unit::TenMillionYuan, u"千万元", Dimension::Money, 10'000'000},
                            UnitFacts{Unit::HundredMillionYuan, u"亿元", Dimension::Money, 100'000'000},
                            UnitFacts{Unit::SquareMetre, u"㎡", Dimension::Area, 1},
                            UnitFacts{Unit::HundredSquareMetres, u"百㎡", Dimension::Area, 100},
                            UnitFacts{Unit::ThousandSquareMetres, u"千㎡", Dimension::Area, 1'000},
                            UnitFacts{Unit::TenThousandSquareMetres, u"万㎡", Dimension::Area, 10'000},
                            UnitFacts{Unit::Mu, u"亩", Dimension::Area, 2'000, 3},
                            UnitFacts{Unit::TenThousandMu, u"万亩", Dimension::Area, 20'000'000, 3},
                            UnitFacts{Unit::Are, u"公亩", Dimension::Area, 100},
                            UnitFacts{Unit::Hectare, u"公顷", Dimension::Area, 10'000},
                            UnitFacts{Unit::SquareKilometre, u"平方公里", Dimension::Area, 1'000'000},
                            UnitFacts{Unit::Person, u"人", Dimension::Heads, 1},
                            UnitFacts{Unit::TenPersons, u"十人", Dimension::Heads, 10},
                            UnitFacts{Unit::HundredPersons, u"百人", Dimension::Heads, 100},
                            UnitFacts{Unit::ThousandPersons, u"千人", Dimension::Heads, 1'000},
                            UnitFacts{Unit::TenThousandPersons, u"万人", Dimension::Heads, 10'000},
                            UnitFacts{Unit::Volume, u"册", Dimension::Pieces, 1},
                            UnitFacts{Unit::HundredVolumes, u"百册", Dimension::Pieces, 100},
                            UnitFacts{Unit::ThousandVolumes, u"千册", Dimension::Pieces, 1'000},
                            UnitFacts{Unit::TenThousandVolumes, u"万册", Dimension::Pieces, 10'000},
                            UnitFacts{Unit::Room, u"间", Dimension::Other, 1},
                            UnitFacts{Unit::Set, u"台", Dimension::Other, 1},
                            UnitFacts{Unit::Copy, u"份", Dimension::Other, 1},
                            UnitFacts{Unit::Piece, u"个", Dimension::Other, 1},
                            UnitFacts{Unit::Year, u"年", Dimension::Other, 1},
                            UnitFacts{Unit::Percent, u"%", Dimension::Other, 1},
                            UnitFacts{Unit::PerMille, u"‰", Dimension::Other, 1},
                            UnitFacts{Unit::PersonTime, u"人次", Dimension::Other, 1},
                            UnitFacts{Unit::Post, u"名", Dimension::OwnWord, 1},
                            UnitFacts{Unit::Grade, u"级", Dimension::OwnWord, 1},
                            UnitFacts{Unit::Byte, u"字节", Dimension::OwnWord, 1}};

const UnitFacts* find(QStringView name) {
    const auto found =
        std::ranges::find_if(kUnits, [&](const UnitFacts& facts) { return name == QStringView(facts.name); });
    return found == kUnits.end() ? nullptr : found;
}

} // namespace

QString printedUnit(Unit unit) {
    const auto found = std::ranges::find(kUnits, unit, &UnitFacts::unit);
    return found == kUnits.end() ? QString() : QStringView(found->name).toString();
}

std::optional<Unit> unitNamed(QStringView name) {
    if (name.isEmpty())
        return Unit::None;
    const UnitFacts* found = find(name);
    return found == nullptr ? std::nullopt : std::optional(found->unit);
}

QString unitName(QStringView text) {
    static const std::array<std::pair<QString, QString>, 8> kSpellings{
        {{QStringLiteral("平方公里"), QStringLiteral("平方公里")}, // before the spellings that it contains
         {QStringLiteral("km2"), QStringLiteral("平方公里")},
         {QStringLiteral("km²"), QStringLiteral("平方公里")},
         {QStringLiteral("m2"), QStringLiteral("㎡")},
         {QStringLiteral("m²"), QStringLiteral("㎡")},
         {QStringLiteral("m^2"), QStringLiteral("㎡")},
         {QStringLiteral("平方米"), QStringLiteral("㎡")},
         {QStringLiteral("平米"), QStringLiteral("㎡")}}};
    QString name = foldCode(text).toLower();
    for (const auto& prefix : {QStringLiteral("人民币"), QStringLiteral("rmb")}) {
        if (name.startsWith(prefix) && name.size() > prefix.size())
            name.remove(0, prefix.size());
    }
    for (const auto& [spelling, unit] : kSpellings) {
        if (name.endsWith(spelling)) // 万平方米
            return name.chopped(spelling.size()) + unit;
    }
    return name == QStringLiteral("名") ? QStringLiteral("人") : name;
}

bool isUnit(const QString& name) {
    const UnitFacts* found = find(name);
    return found != nullptr && found->dimension != Dimension::OwnWord;
}

std::optional<UnitRatio> unitRatio(const QString& from, const QString& to) {
    const UnitFacts* given = find(from);
    const UnitFacts* asked = find(to);
    if (given == nullptr || asked == nullptr || given == asked || given->dimension != asked->dimension ||
        given->dimension == Dimension::Other || given->dimension == Dimension::OwnWord)
        return std::nullopt;
    const std::int64_t times = given->times * asked->over;
    const std::int64_t over = given->over * asked->times;
    const std::int64_t common = std::gcd(times, over);
    return UnitRatio{.times = times / common, .over = over / common};
}

Converted converted(const base::Decimal& number, const UnitRatio& ratio, int decimals) {
    const base::Rational exact =
        base::toRational(number) * base::toRational(ratio.times) / base::toRational(ratio.over);
    return {.text = base::printHalfUp(exact, decimals), .exact = base::roundHalfUp(exact, decimals) == exact};
}

} // namespace junheng::model
