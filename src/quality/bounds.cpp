// Figures that are outside of what they can be in any county, or far from those of the other schools: mostly another
// unit, of one figure or of a whole column.

#include "model/items.h"
#include "quality/collector.h"
#include "quality/measure.h"
#include "quality/unit_slip.h"

#include <algorithm>
#include <array>

namespace junheng::quality {

namespace {

using model::Bounds;
using model::CellKey;
using model::Item;
using model::Level;
using model::PlausibleRatio;
using model::Stage;
using model::SubjectKey;

// A figure ten times the usual one is mostly in another unit: 元 for 万元, 亩 for ㎡.
constexpr double kFarFromUsual = 10;
constexpr std::size_t kFewestToCompare = 5; // schools that make up what is usual
constexpr int kMostNames = 5;
constexpr std::size_t kMostCells = 40;

// What every school has about as much of, to a pupil, as the others.
constexpr std::array kOfOneMagnitude{items::teachers,        items::teaching_area,      items::sports_ground_area,
                                     items::equipment_value, items::multimedia_rooms,   items::computers,
                                     items::books,           items::public_funds_budget};

// "0.003—10", "不超过 1"
QString boundsText(const Bounds& bounds) {
    if (!bounds.low)
        return tr("不超过 %1").arg(plainNumber(*bounds.high));
    if (!bounds.high)
        return tr("不低于 %1").arg(plainNumber(*bounds.low));
    return tr("%1—%2").arg(plainNumber(*bounds.low), plainNumber(*bounds.high));
}

// "教学仪器设备资产值平均每个学生 2530 万元"
QString ratioText(const PlausibleRatio& ratio, double value) {
    const QString number = plainNumber(value);
    const QString unit = ratio.numerator->hasUnit() ? QChar(u' ') + ratio.numerator->unitText() : QString();
    if (ratio.denominator == nullptr)
        return ratio.numerator->label + QChar(u' ') + number + unit;
    const QString& beside = ratio.denominator->code;
    if (beside == QStringView(items::pupils) || beside == QStringView(items::special_pupils) ||
        beside == QStringView(items::inclusive_pupils))
        return tr("%1平均每个学生 %2%3").arg(ratio.numerator->label, number, unit);
    if (beside == QStringView(items::classes))
        return tr("%1平均每个班 %2%3").arg(ratio.numerator->label, number, unit);
    return tr("%1是%2的 %3 倍").arg(ratio.numerator->label, ratio.denominator->label, number);
}

struct StageMeasures {
    std::optional<Stage> stage = {};
    PlausibleRatio ratio = {};
    std::vector<Measure> measures = {};
    std::optional<Shift> shift = {};
};

std::optional<Shift> shiftIn(const PlausibleRatio& ratio, const std::vector<Measure>& measures) {
    std::vector<double> values;
    for (const Measure& measure : measures)
        values.push_back(measure.value);
    const Level level = ratio.numerator->level;
    const bool ofSchools =
        level == Level::School || level == Level::Section || level == Level::Campus || level == Level::Room;
    return ofSchools ? shiftOf(*ratio.numerator, values, ratio.usual) : std::nullopt;
}

class BoundsCheck {
public:
    explicit BoundsCheck(Collector& found) : m_found(found), m_year(found.year()) {}

    void run() {
        const std::vector<PlausibleRatio>& all = model::plausibleRatios();
        for (auto first = all.begin(); first != all.end();) {
            const auto end = std::find_if(first, all.end(), [&](const PlausibleRatio& ratio) {
                return ratio.numerator != first->numerator || ratio.denominator != first->denominator;
            });
            checkColumn(std::vector(first, end));
            first = end;
        }
        for (const Item& item : m_year.items().all()) {
            const Bounds bounds = model::plausibleBounds(item);
            if (item.isNumeric() && !item.key && hasOneOutside(item, bounds))
                checkColumn({{.numerator = &item, .possible = bounds, .usual = bounds}});
        }
    }

private:
    [[nodiscard]] bool hasOneOutside(const Item& item, const Bounds& bounds) const {
        const model::Column& column = m_year.table(item.level).column(item);
        for (std::size_t i = 0; i < column.amounts.size(); ++i) {
            if (column.states[i] == model::State::Value && column.amounts[i] != 0 &&
                !bounds.contains(numberOf(item, column.amounts[i])))
                return true;
        }
        return false;
    }

    // The same figures beside one another, by stage where the bounds differ or the figures are those of sections.
    void checkColumn(const std::vector<PlausibleRatio>& ratios) {
        std::vector<StageMeasures> parts;
        for (const PlausibleRatio& ratio : ratios) {
            std::vector<std::optional<Stage>> stages{ratio.stage};
            if (!ratio.stage && ratio.denominator != nullptr && ratio.numerator->level == Level::Section)
                stages = {Stage::Primary, Stage::Junior};
            for (const auto stage : stages)
                parts.push_back(
                    {.stage = stage, .ratio = ratio, .measures = measuresOf(m_year, ratio, stage, m_corrections)});
        }
        std::erase_if(parts, [](const StageMeasures& part) { return part.measures.empty(); });
        for (StageMeasures& part : parts)
            part.shift = shiftIn(part.ratio, part.measures);
        reportColumns(parts);
        for (const StageMeasures& part : parts)
            reportSingles(part);
        compare(parts);
    }

    // ---- columns

    void reportColumns(const std::vector<StageMeasures>& parts) {
        const bool alike = parts.size() > 1 && std::ranges::all_of(parts, [&](const StageMeasures& part) {
                               return part.shift && part.shift->whole &&
                                      part.shift->slip.isSame(parts.front().shift->slip) &&
                                      isOfDenominator(part) == isOfDenominator(parts.front());
                           });
        if (alike) {
            reportColumn(parts, std::nullopt);
            return;
        }
        for (const StageMeasures& part : parts) {
            if (part.shift)
                reportColumn({part}, part.stage);
        }
    }

    // Of pupils and classes, the classes are wrong where teachers and pupils agree; of graduates and entrants, the
    // entrants where there are as many graduates as pupils of a few years.
    [[nodiscard]] bool isOfDenominator(const StageMeasures& part) const {
        const Item& item = *part.ratio.numerator;
        if (part.ratio.denominator == nullptr)
            return false;
        if (item.is(items::graduates))
            return isSound({.numerator = &item, .denominator = &model::itemOf(items::pupils), .usual = {0.08, 1}},
                           part);
        const auto& all = model::plausibleRatios();
        const auto other = std::ranges::find_if(all, [&](const PlausibleRatio& ratio) {
            return ratio.numerator == &model::itemOf(items::teachers) && ratio.stage == part.stage;
        });
        return item.is(items::pupils) && other != all.end() && isSound(*other, part);
    }

    // It can be told of most of the rows of the part, and no unit is wrong in it.
    [[nodiscard]] bool isSound(const PlausibleRatio& ratio, const StageMeasures& part) const {
        const std::vector<Measure> measures = measuresOf(m_year, ratio, part.stage, m_corrections);
        return measures.size() * 2 > part.measures.size() && !shiftIn(ratio, measures);
    }

    void reportColumn(const std::vector<StageMeasures>& parts, std::optional<Stage> stage) {
        const StageMeasures& first = parts.front();
        const bool ofDenominator = isOfDenominator(first);
        const Item& item = ofDenominator ? *first.ratio.denominator : *first.ratio.numerator;
        Slip slip = first.shift->slip;
        if (ofDenominator)
            slip = {.times = 1 / slip.times};
        std::vector<CellKey> cells;
        QStringList schools;
        std::size_t all = 0;
        for (const StageMeasures& part : parts) {
            all += part.measures.size();
            for (const std::size_t row : part.shift->rows) {
                const Measure& measure = part.measures[row];
                std::ranges::copy(ofDenominator ? measure.beside : measure.own, std::back_inserter(cells));
                schools << m_year.schoolName(measure.subject.school);
            }
        }
        schools.removeDuplicates();
        const SubjectKey subject =
            stage ? SubjectKey{.level = Level::Section, .part = model::stageId(*stage)} : SubjectKey{};
        const QString head =
            first.shift->whole
                ? tr("整列像是错了")
                : tr("这一列中有 %1 所学校像是错了（%2）").arg(QString::number(schools.size()), namesText(schools));
        const QString message = tr("%1：%2（中位数），常见的是 %3；%4")
                                    .arg(head, ratioText(first.ratio, first.shift->middle),
                                         boundsText(first.ratio.usual), slipText(item, slip));
        const std::vector<CellKey> shown(
            cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(std::min(cells.size(), kMostCells)));
        if (first.shift->whole)
            cells = wholeColumn(item, stage);
        for (const CellKey& cell : cells)
            m_corrections.insert(cell, slip.times);
        m_found.addColumn(QStringLiteral("unit_%1").arg(item.code), subject, message, shown, cells);
        m_shifted.push_back(&item);
    }

    static QString namesText(const QStringList& names) {
        return names.size() > kMostNames ? names.mid(0, kMostNames).join(tr("、")) + tr("等") : names.join(tr("、"));
    }

    [[nodiscard]] std::vector<CellKey> wholeColumn(const Item& item, std::optional<Stage> stage) const {
        std::vector<CellKey> cells;
        eachRow(m_year.table(item.level), [&](int row) {
            const SubjectKey& subject = m_year.table(item.level).key(row);
            if (item.level != Level::Section || !stage || subject.part == model::stageId(*stage))
                cells.push_back({.subject = subject, .item = &item});
        });
        return cells;
    }

    // ---- single figures

    void reportSingles(const StageMeasures& part) {
        for (std::size_t i = 0; i < part.measures.size(); ++i) {
            const Measure& measure = part.measures[i];
            const bool shifted = part.shift && std::ranges::find(part.shift->rows, i) != part.shift->rows.end();
            if (shifted || !measure.compared || part.ratio.possible.contains(measure.value) || isTold(measure))
                continue;
            const Item& item = *part.ratio.numerator;
            const auto slip = likelySlip(item, measure.value, part.ratio.usual);
            m_found.add(checkOf(item), CheckSeverity::Doubt, measure.subject,
                        tr("%1，不可能（应为 %2）；%3")
                            .arg(ratioText(part.ratio, measure.value), boundsText(part.ratio.possible),
                                 slip ? slipText(item, *slip) : tr("请核对单位和小数点")),
                        cellsOf(measure));
            std::ranges::copy(measure.own, std::back_inserter(m_told));
        }
    }

    static QString checkOf(const Item& item) { return QStringLiteral("unusual_%1").arg(item.code); }

    static std::vector<CellKey> cellsOf(const Measure& measure) {
        std::vector<CellKey> cells = measure.own;
        std::ranges::copy(measure.beside, std::back_inserter(cells));
        return cells;
    }

    // Its figures were found before: in a narrower comparison, or to contradict one another.
    [[nodiscard]] bool isTold(const Measure& measure) const {
        const auto told = [&](const CellKey& cell) { return std::ranges::find(m_told, cell) != m_told.end(); };
        const auto known = [&](const CellKey& cell) { return told(cell) || m_corrections.contains(cell); };
        return std::ranges::any_of(measure.own, known) || std::ranges::any_of(measure.beside, told) ||
               m_found.relates(measure.own, measure.beside);
    }

    // ---- beside the other schools

    void compare(const std::vector<StageMeasures>& parts) {
        if (parts.empty())
            return;
        const PlausibleRatio& ratio = parts.front().ratio;
        const Item& item = *ratio.numerator;
        const bool alike = std::ranges::any_of(kOfOneMagnitude, [&](const char16_t* code) { return item.is(code); });
        if (!alike || ratio.denominator == nullptr || !ratio.denominator->is(items::pupils) ||
            std::ranges::find(m_shifted, &item) != m_shifted.end())
            return;
        std::vector<const Measure*> measures;
        std::vector<double> values;
        for (const StageMeasures& part : parts) {
            for (const Measure& measure : part.measures) {
                if (!measure.compared)
                    continue;
                measures.push_back(&measure);
                values.push_back(measure.value);
            }
        }
        if (values.size() < kFewestToCompare)
            return;
        const double usual = medianOf(std::move(values));
        for (const Measure* measure : measures)
            reportFarFromUsual(item, *measure, usual);
    }

    void reportFarFromUsual(const Item& item, const Measure& measure, double usual) {
        const bool above = measure.value > usual * kFarFromUsual;
        if ((!above && measure.value * kFarFromUsual >= usual) || isTold(measure))
            return;
        const double times = above ? measure.value / usual : usual / measure.value;
        m_found.add(checkOf(item), CheckSeverity::Doubt, measure.subject,
                    tr("%1平均每个学生 %2 %3，%4；请核对单位和小数点")
                        .arg(item.label, plainNumber(measure.value), item.unitText(),
                             above ? tr("是全县中位数 %1 的 %2 倍").arg(plainNumber(usual), plainNumber(times))
                                   : tr("只有全县中位数 %1 的 %2 分之一").arg(plainNumber(usual), plainNumber(times))),
                    cellsOf(measure));
        std::ranges::copy(measure.own, std::back_inserter(m_told));
    }

    Collector& m_found;
    const model::CountyYear& m_year;
    Corrections m_corrections;
    std::vector<CellKey> m_told;
    std::vector<const Item*> m_shifted;
};

} // namespace

void findOutOfBounds(Collector& found) {
    BoundsCheck(found).run();
}

} // namespace junheng::quality
