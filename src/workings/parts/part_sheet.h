// 政府保障, 教育质量: every indicator of a part with its figures, limits and status, and the part's verdict.
#pragma once

#include "workings/parts/school_scope.h"

namespace junheng::workings {

/// 达标, 未达标, 待填报, 不适用: the gravest of the cells; `none` where there is none of these.
Live gravest(const LiveRange& statuses, const SheetWord& none);
/// The same of one that is met unless something says otherwise.
Live metUnless(const LiveRange& statuses);

/// What is entered, or 待填报.
Live known(const Live& entered, const model::Item& item);
/// 10000 where the item is in 万元, else 1.
double yuanIn(const model::Item& item);
/// In 元, of a figure that is given.
Live inYuan(const Live& figure, const model::Item& item);

class PartSheet {
public:
    PartSheet(const QString& name, const QString& title, const model::ItemDictionary& items);

    /// Begins an indicator; what follows is about it, until end().
    void begin(const standard::Indicator& indicator, const assess::IndicatorResult& result);

    /// A line of a figure (FigureSpec::name), with its check. A share is given as such and shown in percent; the answer
    /// is what is shown.
    Live figure(const QString& name, const Live& value);
    /// A line of anything else.
    Live line(const QString& label, const QString& unit, const Live& value, int decimals);
    /// A line that has a status only.
    void line(const QString& label) { m_row = m_sheet.addRow({{labelCell(label)}}); }
    /// What the figure of the last line must hold against; the answer is the limit's cell.
    Live limit(standard::Bound bound, const base::Rational& value);
    /// What became of the last line.
    Live status(const Live& status);
    /// 达标 or 未达标 of the last line's figure where it is a number, else the word that it is.
    void judge(const Live& figure, standard::Bound bound, const base::Rational& value, int digits);

    /// The indicator's status over the lines, seen from another sheet.
    Live end();
    [[nodiscard]] bool hasFigure(const QString& name) const;
    [[nodiscard]] const assess::IndicatorResult& result() const { return *m_result; }
    [[nodiscard]] const standard::Indicator& indicator() const { return *m_indicator; }

    /// The verdict over the indicators, seen from another sheet.
    Live conclude(assess::Verdict verdict);
    /// Ends the work.
    document::Table finish();

private:
    static document::Cell labelCell(const QString& label);
    [[nodiscard]] std::optional<std::size_t> indexOf(const QString& name) const;
    void check(int column, const std::optional<CellValue>& program);

    LiveSheet m_sheet;
    const model::ItemDictionary& m_items; ///< whose units the figures have
    const standard::Indicator* m_indicator = nullptr;
    const assess::IndicatorResult* m_result = nullptr;
    std::map<QString, Live> m_figures; ///< of the indicator, as shown
    int m_headRow = 0;
    int m_row = 0; ///< of the last line
};

/// What the rules are described from.
struct RuleSources {
    const report::Sources& sources;
    const RawFigures& raw;
    const SchoolScope& scope;
    std::vector<document::Table>& sheets; ///< of single schools, in the order of the indicators
};

/// What the assessment says of a school; nullptr when it says nothing: it meets the indicator, or lacks what it needs.
const assess::SchoolResult* schoolResult(const assess::IndicatorResult& result, int school,
                                         std::optional<model::Stage> stage = {}, int part = -1);
/// Whether a school's status is 未达标 exactly where the assessment says so.
Live agreesUnmet(const Live& status, const assess::SchoolResult* found);

} // namespace junheng::workings
