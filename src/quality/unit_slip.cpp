#include "quality/unit_slip.h"

#include "quality/collector.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace junheng::quality {

namespace {

using model::Bounds;
using model::Item;

constexpr std::size_t kFewestInColumn = 3; // below it each is told by itself
constexpr double kMu = 10000.0 / 15;       // ㎡ of a 亩
constexpr double kMonthsOfYear = 12;

struct SlipUnit {
    const char* name;
    double times; ///< a figure in it, by one in the unit of the item
    bool ofMonth = false;
};

constexpr std::array kOfTenThousandYuan{
    SlipUnit{QT_TRANSLATE_NOOP("quality", "元"), 1e4}, SlipUnit{QT_TRANSLATE_NOOP("quality", "百元"), 1e2},
    SlipUnit{QT_TRANSLATE_NOOP("quality", "千元"), 10}, SlipUnit{QT_TRANSLATE_NOOP("quality", "百万元"), 1e-2},
    SlipUnit{QT_TRANSLATE_NOOP("quality", "亿元"), 1e-4}};
constexpr std::array kOfYuan{SlipUnit{QT_TRANSLATE_NOOP("quality", "千元"), 1e-3},
                             SlipUnit{QT_TRANSLATE_NOOP("quality", "万元"), 1e-4}};
constexpr std::array kOfSalary{kOfYuan[0], kOfYuan[1],
                               SlipUnit{QT_TRANSLATE_NOOP("quality", "月收入"), 1 / kMonthsOfYear, true}};
constexpr std::array kOfArea{SlipUnit{QT_TRANSLATE_NOOP("quality", "百㎡"), 1e-2},
                             SlipUnit{QT_TRANSLATE_NOOP("quality", "亩"), 1 / kMu},
                             SlipUnit{QT_TRANSLATE_NOOP("quality", "公顷或万㎡"), 1e-4}};
constexpr std::array kOfTenThousandHeads{
    SlipUnit{QT_TRANSLATE_NOOP("quality", "人"), 1e4}, SlipUnit{QT_TRANSLATE_NOOP("quality", "百人"), 1e2},
    SlipUnit{QT_TRANSLATE_NOOP("quality", "千人"), 10}, SlipUnit{QT_TRANSLATE_NOOP("quality", "百万人"), 1e-2}};
constexpr std::array kOfPercent{SlipUnit{QT_TRANSLATE_NOOP("quality", "小数"), 1e-2},
                                SlipUnit{QT_TRANSLATE_NOOP("quality", "千分数"), 10}};
constexpr std::array kOfShare{SlipUnit{QT_TRANSLATE_NOOP("quality", "百分数"), 1e2}};
// Of what is counted one by one: 百人, 千册, 万册.
constexpr std::array kOfCount{SlipUnit{QT_TRANSLATE_NOOP("quality", "百%1"), 1e-2},
                              SlipUnit{QT_TRANSLATE_NOOP("quality", "千%1"), 1e-3},
                              SlipUnit{QT_TRANSLATE_NOOP("quality", "万%1"), 1e-4}};

std::span<const SlipUnit> unitsOf(const Item& item) {
    switch (item.unit) {
    case model::Unit::TenThousandYuan:
        return kOfTenThousandYuan;
    case model::Unit::Yuan:
        return item.code.endsWith(QStringLiteral("_salary")) ? std::span<const SlipUnit>(kOfSalary) : kOfYuan;
    case model::Unit::SquareMetre:
        return kOfArea;
    case model::Unit::TenThousandPersons:
        return kOfTenThousandHeads;
    case model::Unit::Percent:
        return kOfPercent;
    default:
        break;
    }
    if (item.kind == model::ItemKind::Count)
        return kOfCount;
    return item.kind == model::ItemKind::Decimal && !item.hasUnit() ? std::span<const SlipUnit>(kOfShare)
                                                                    : std::span<const SlipUnit>();
}

// How far a figure is from what is usual; open bounds have no middle.
double distance(double figure, const Bounds& usual, double times) {
    if (!usual.low || !usual.high || *usual.low <= 0)
        return std::abs(std::log10(times));
    return std::abs(std::log10(figure / std::sqrt(*usual.low * *usual.high)));
}

// 10,000
QString factorText(double factor) {
    QString text = QString::number(factor, 'f', 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    for (qsizetype at = (text.contains(u'.') ? text.indexOf(u'.') : text.size()) - 3; at > 0; at -= 3)
        text.insert(at, QChar(u','));
    return text;
}

// The figures that are nearer to `middle` than to what is right beside it.
std::vector<std::size_t> rowsNear(std::span<const double> figures, double middle, double times) {
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (std::abs(std::log(figures[i] / middle)) < std::abs(std::log(figures[i] * times / middle)))
            rows.push_back(i);
    }
    return rows;
}

Shift shiftOfRows(const Slip& slip, std::vector<std::size_t> rows, std::span<const double> figures) {
    constexpr std::size_t kHardlyAny = 5; // a fifth
    std::vector<double> shifted;
    for (const std::size_t row : rows)
        shifted.push_back(figures[row]);
    const bool whole = (figures.size() - rows.size()) * kHardlyAny <= figures.size();
    return {.slip = slip, .rows = std::move(rows), .middle = medianOf(std::move(shifted)), .whole = whole};
}

// The largest group of figures that one slip sets apart from a middle that is right.
std::optional<Shift> shiftOfSome(const Item& item, std::span<const double> figures, double middle,
                                 const Bounds& usual) {
    constexpr std::size_t kFewestOf = 5; // a fifth of the column
    constexpr double kAlike = 2.5;       // as the right ones are
    const double apart = std::sqrt(10.0);
    const Bounds around{.low = std::max(middle / kAlike, usual.low.value_or(0)),
                        .high = std::min(middle * kAlike, usual.high.value_or(middle * kAlike))};
    std::vector<std::pair<Slip, std::vector<std::size_t>>> groups;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const bool far = figures[i] > middle * apart || figures[i] * apart < middle;
        const auto slip = far && !usual.contains(figures[i]) ? likelySlip(item, figures[i], around) : std::nullopt;
        if (!slip)
            continue;
        const auto known = std::ranges::find_if(groups, [&](const auto& group) { return group.first.isSame(*slip); });
        if (known == groups.end())
            groups.emplace_back(*slip, std::vector{i});
        else
            known->second.push_back(i);
    }
    const auto largest = std::ranges::max_element(groups, {}, [](const auto& group) { return group.second.size(); });
    if (largest == groups.end() || largest->second.size() < std::max(kFewestInColumn, figures.size() / kFewestOf))
        return std::nullopt;
    return shiftOfRows(largest->first, std::move(largest->second), figures);
}

} // namespace

bool Slip::isSame(const Slip& other) const {
    return std::abs(std::log10(times / other.times)) < 0.01;
}

std::optional<Slip> likelySlip(const Item& item, double figure, const Bounds& usual) {
    std::optional<Slip> best;
    const auto consider = [&](const Slip& slip) {
        const double right = figure / slip.times;
        if (usual.contains(right) &&
            (!best || distance(right, usual, slip.times) < distance(figure / best->times, usual, best->times)))
            best = slip;
    };
    for (const SlipUnit& unit : unitsOf(item)) {
        const QString name = tr(unit.name);
        consider({.times = unit.times,
                  .unit = name.contains(QStringLiteral("%1")) ? name.arg(item.unitText()) : name,
                  .ofMonth = unit.ofMonth});
    }
    if (best)
        return best;
    for (const double times : {1e1, 1e-1, 1e2, 1e-2, 1e3, 1e-3, 1e4, 1e-4})
        consider({.times = times});
    return best;
}

QString slipText(const Item& item, const Slip& slip) {
    const QString remedy =
        slip.times > 1 ? tr("除以 %1").arg(factorText(slip.times)) : tr("乘以 %1").arg(factorText(1 / slip.times));
    if (slip.unit.isEmpty())
        return tr("很可能小数点错了 %1 位 → %2").arg(std::lround(std::abs(std::log10(slip.times)))).arg(remedy);
    const QString right = !item.hasUnit()       ? tr("小数")
                          : item.isPercentage() ? tr("百分数")
                          : slip.ofMonth        ? tr("年收入")
                                                : item.unitText();
    return tr("很可能以%1填报，应为%2 → %3").arg(slip.unit, right, remedy);
}

double medianOf(std::vector<double> figures) {
    const auto middle = figures.begin() + static_cast<std::ptrdiff_t>(figures.size() / 2);
    std::ranges::nth_element(figures, middle);
    return *middle;
}

std::optional<Shift> shiftOf(const Item& item, std::span<const double> figures, const Bounds& usual) {
    if (figures.size() < kFewestInColumn)
        return std::nullopt;
    const double middle = medianOf({figures.begin(), figures.end()});
    if (usual.contains(middle))
        return shiftOfSome(item, figures, middle, usual);
    const auto slip = likelySlip(item, middle, usual);
    if (!slip)
        return std::nullopt;
    std::vector<std::size_t> rows = rowsNear(figures, middle, slip->times);
    if (rows.size() < kFewestInColumn)
        return std::nullopt;
    return shiftOfRows(*slip, std::move(rows), figures);
}

} // namespace junheng::quality
