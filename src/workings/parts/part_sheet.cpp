#include "workings/parts/part_sheet.h"

#include "report/cells.h"
#include "workings/formula/excel_formula.h"
#include "workings/tr.h"

#include <algorithm>

namespace junheng::workings {

using document::Cell;
using document::kAllDecimals;
using document::leftCell;
using document::Number;
using document::Table;
using document::textCell;

namespace {

using assess::IndicatorStatus;
using standard::FigureFormat;

constexpr int kIdColumn = 0;
constexpr int kLabelColumn = 1;
constexpr int kUnitColumn = 2;
constexpr int kFigureColumn = 3;
constexpr int kBoundColumn = 5;
constexpr int kLimitColumn = 6;
constexpr int kLineStatusColumn = 7;
constexpr int kStatusColumn = 8;
constexpr int kStatusCheckColumn = 9;
constexpr int kPercent = 100;

QString boundWord(standard::Bound bound) {
    switch (bound) {
    case standard::Bound::AtLeast:
        return tr("不低于");
    case standard::Bound::AtMost:
        return tr("不超过");
    case standard::Bound::Above:
        return tr("高于");
    case standard::Bound::Below:
        break;
    }
    return tr("低于");
}

int decimalsOf(FigureFormat format) {
    switch (format) {
    case FigureFormat::Percentage:
    case FigureFormat::TenThousandYuan:
        return 4;
    case FigureFormat::Yuan:
        return 2;
    case FigureFormat::Count:
    case FigureFormat::Year:
    case FigureFormat::Level:
        return 0;
    default:
        return kAllDecimals;
    }
}

QString unitOf(const standard::FigureSpec& spec, const model::ItemDictionary& items) {
    if (const model::Item* item = items.find(spec.name))
        return item->unitText();
    switch (spec.format) {
    case FigureFormat::Percentage:
        return QStringLiteral("%");
    case FigureFormat::TenThousandYuan:
        return tr("万元");
    case FigureFormat::Yuan:
        return tr("元");
    default:
        return {};
    }
}

// As the sheet shows it: a share in percent, a level by its sign.
std::optional<CellValue> shownFigure(FigureFormat format, const std::optional<base::Rational>& figure) {
    if (!figure)
        return std::nullopt;
    if (format == FigureFormat::Level)
        return CellValue::of(assess::printedFigure(format, figure));
    return CellValue::of(
        base::toDouble(format == FigureFormat::Percentage ? base::Rational(*figure * kPercent) : *figure));
}

} // namespace

Live gravest(const LiveRange& statuses, const SheetWord& none) {
    const auto any = [&](const SheetWord& word) {
        return live::above(live::countWord(statuses, word), Live::number(0.0));
    };
    return live::choose(
        any(words().unmet), words().unmet,
        live::choose(any(words().missing), words().missing, live::choose(any(words().met), words().met, none)));
}

Live metUnless(const LiveRange& statuses) {
    const auto any = [&](const SheetWord& word) {
        return live::above(live::countWord(statuses, word), Live::number(0.0));
    };
    return live::choose(any(words().unmet), words().unmet,
                        live::choose(any(words().missing), words().missing, words().met));
}

PartSheet::PartSheet(const QString& name, const QString& title, const model::ItemDictionary& items)
    : m_sheet(name, title, tr("每项指标：原始数据→（逐校）→数值→与限值比较→指标判定；全部指标达标（或不适用）为达标")),
      m_items(items) {
    m_sheet.addColumn(tr("编号"), 7);
    m_sheet.addColumn(tr("指标、项目"), 60);
    m_sheet.addColumn(tr("单位"), 8);
    m_sheet.addColumn(tr("数值"), 15);
    m_sheet.addCheckColumn();
    m_sheet.addColumn(tr("要求"), 8);
    m_sheet.addColumn(tr("限值"), 10);
    m_sheet.addColumn(tr("分项判定"), 11);
    m_sheet.addColumn(tr("指标判定"), 11);
    m_sheet.addCheckColumn();
    m_sheet.addRow(); // of the verdict
}

Cell PartSheet::labelCell(const QString& label) {
    return leftCell(kLabelColumn, QStringLiteral("　") + label);
}

void PartSheet::begin(const standard::Indicator& indicator, const assess::IndicatorResult& result) {
    m_indicator = &indicator;
    m_result = &result;
    m_figures.clear();
    m_headRow = m_row =
        m_sheet.addRow({{textCell(kIdColumn, indicator.id), leftCell(kLabelColumn, indicator.shortName)}});
}

std::optional<std::size_t> PartSheet::indexOf(const QString& name) const {
    const auto found = std::ranges::find(m_indicator->figures, name, &standard::FigureSpec::name);
    if (found == m_indicator->figures.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - m_indicator->figures.begin());
}

bool PartSheet::hasFigure(const QString& name) const {
    return indexOf(name).has_value();
}

Live PartSheet::figure(const QString& name, const Live& value) {
    if (const auto known = m_figures.find(name); known != m_figures.end())
        return known->second;
    const std::size_t index = indexOf(name).value();
    const standard::FigureSpec& spec = m_indicator->figures[index];
    const Live shown = line(spec.label, unitOf(spec, m_items), value, decimalsOf(spec.format));
    const auto program = shownFigure(spec.format, m_result->figures[index]);
    if (program)
        m_sheet.putCheck(m_row, kFigureColumn + 1, shown, *program);
    else
        m_sheet.putCheck(m_row, kFigureColumn + 1, live::isNot(live::isNumber(shown)));
    m_figures.emplace(name, shown);
    return shown;
}

Live PartSheet::line(const QString& label, const QString& unit, const Live& value, int decimals) {
    line(label);
    m_sheet.put(m_row, textCell(kUnitColumn, unit));
    return m_sheet.put(m_row, kFigureColumn, value, decimals);
}

Live PartSheet::limit(standard::Bound bound, const base::Rational& value) {
    m_sheet.put(m_row, textCell(kBoundColumn, boundWord(bound)));
    const double number = base::toDouble(value);
    Cell cell{.column = kLimitColumn, .text = {}, .number = Number{.value = number, .decimals = kAllDecimals}};
    return m_sheet.put(m_row, cell, number);
}

Live PartSheet::status(const Live& status) {
    return m_sheet.put(m_row, kLineStatusColumn, status);
}

void PartSheet::judge(const Live& figure, standard::Bound bound, const base::Rational& value, int digits) {
    const Live held = live::holds(figure, bound, limit(bound, value), digits);
    status(live::choose(live::isNumber(figure), live::choose(held, words().met, words().unmet), figure));
}

Live PartSheet::end() {
    const Live status =
        m_sheet.put(m_headRow, kStatusColumn,
                    gravest(m_sheet.ownColumnPart(kLineStatusColumn, m_headRow, m_row), words().notApplicable));
    m_sheet.putCheck(m_headRow, kStatusCheckColumn, status, CellValue::of(assess::statusWord(m_result->status)));
    return m_sheet.at(m_headRow, kStatusColumn);
}

Live PartSheet::conclude(assess::Verdict verdict) {
    constexpr int kVerdictRow = 0;
    m_sheet.put(kVerdictRow, leftCell(kLabelColumn, tr("全部指标")));
    const Live found = m_sheet.put(kVerdictRow, kStatusColumn,
                                   metUnless(m_sheet.ownColumnPart(kStatusColumn, 1, m_sheet.rowCount() - 1)));
    m_sheet.putCheck(kVerdictRow, kStatusCheckColumn, found, CellValue::of(assess::verdictWord(verdict)));
    return m_sheet.at(kVerdictRow, kStatusColumn);
}

Table PartSheet::finish() {
    return m_sheet.finish(kFigureColumn, kUnitColumn);
}

Live known(const Live& entered, const model::Item& item) {
    const Live given = item.kind == model::ItemKind::Flag
                           ? live::choose(live::equal(entered, yesWord()), Live::number(1.0),
                                          live::choose(live::equal(entered, noWord()), Live::number(0.0), entered))
                           : entered;
    return live::choose(live::isBlank(entered), words().missing, given);
}

double yuanIn(const model::Item& item) {
    constexpr double kTenThousand = 10000;
    return item.isInTenThousandYuan() ? kTenThousand : 1;
}

Live inYuan(const Live& figure, const model::Item& item) {
    const double factor = yuanIn(item);
    return factor == 1 ? figure : live::times(figure, Live::number(factor));
}

const assess::SchoolResult* schoolResult(const assess::IndicatorResult& result, int school,
                                         std::optional<model::Stage> stage, int part) {
    const auto found = std::ranges::find_if(result.schools, [&](const assess::SchoolResult& one) {
        return one.schoolRow == school && one.part == part && (!stage || one.stage == stage);
    });
    return found == result.schools.end() ? nullptr : &*found;
}

Live agreesUnmet(const Live& status, const assess::SchoolResult* found) {
    const bool unmet = found != nullptr && found->status == IndicatorStatus::Unmet;
    const Live same = live::equal(status, words().unmet);
    return unmet ? same : live::isNot(same);
}

} // namespace junheng::workings
