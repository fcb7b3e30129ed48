// 社会认可度: the questionnaires of all groups.

#include "model/items.h"
#include "report/cells.h"
#include "report/official/survey_totals.h"
#include "workings/parts/digits.h"
#include "workings/parts/part_sheet.h"
#include "workings/parts/rule_sheets.h"
#include "workings/tr.h"

#include <algorithm>

namespace junheng::workings {

using report::SatisfiedShare;
using report::Sources;
using report::SurveyTotals;
using report::surveyTotals;

using document::Cell;
using document::kAllDecimals;
using document::Number;
using document::textCell;

namespace {

constexpr double kTenThousand = 10000;

CellValue shareFigure(const std::optional<base::Rational>& share) {
    return share ? CellValue::of(base::toDouble(*share * kHundred)) : CellValue::of(words().missing.text);
}

CellValue countFigure(const std::optional<std::int64_t>& count) {
    return count ? CellValue::of(static_cast<double>(*count)) : CellValue::of(words().missing.text);
}

class ApprovalLines {
public:
    ApprovalLines(const standard::Approval& approval, const Sources& sources, const RawFigures& raw)
        : m_approval(approval), m_sources(sources), m_raw(raw),
          m_sheet(tr("社会认可度"), tr("社会认可度判定（%1）").arg(approval.title),
                  tr("满意度＝满意问卷数÷回收有效问卷数，各调查对象合计")),
          m_parents(model::itemOf(items::survey_group).choices.at(approval.parents)) {
        m_sheet.addColumn(tr("序号"), 7);
        m_sheet.addColumn(tr("项目"), 60);
        m_sheet.addColumn(tr("单位"), 8);
        m_value = m_sheet.addColumn(tr("数值"), 15);
        m_valueCheck = m_sheet.addCheckColumn();
        m_bound = m_sheet.addColumn(tr("要求"), 8);
        m_limit = m_sheet.addColumn(tr("限值"), 10);
        m_status = m_sheet.addColumn(tr("判定"), 11);
        m_statusCheck = m_sheet.addCheckColumn();
    }

    ApprovalSheet make() {
        const assess::ApprovalResult& result = m_sources.assessment.approval;
        const auto [all, parents] = surveyTotals(m_sources.year, m_approval);
        std::array<std::vector<Live>, 2> totals;
        const Live issued = countLine(items::survey_issued, {}, all.issued);
        const Live valid = countLine(items::survey_valid, {}, all.valid);
        const Live satisfied = countLine(items::survey_satisfied, {}, all.satisfied);
        const Live rate = line(tr("满意度"), percentUnit(), percentOf(satisfied, valid, words().missing),
                               shareFigure(result.rate), kPercentDecimals);
        const int rateRow = m_sheet.rowCount() - 1;
        judge(rateRow, rate);
        if (m_approval.validShare)
            line(tr("有效问卷回收率（不低于%1%）")
                     .arg(base::toString(base::Rational(m_approval.validShare->value * kHundred))),
                 percentUnit(), percentOf(valid, issued, words().missing),
                 shareFigure(m_sources.assessment.approval.validShare), kPercentDecimals);
        addShares(valid, satisfied);
        addRequiredSample();
        totals[0] = {issued, valid, satisfied, rate};
        addVisits(totals[0], {}, all);
        totals[1] = parentsLines(parents);
        for (auto& figures : totals) {
            for (Live& figure : figures)
                figure = m_others.at(figure.text());
        }
        const Live judged = m_sheet.at(rateRow, m_status);
        return {m_sheet.finish(m_value, m_value - 1), judged, std::move(totals)};
    }

private:
    static QString percentUnit() { return QStringLiteral("%"); }

    Live line(const QString& label, const QString& unit, const Live& formula, const CellValue& program, int decimals) {
        const int row = m_sheet.addRow(rowHead(m_sheet.rowCount() + 1, label));
        m_sheet.put(row, textCell(m_value - 1, unit));
        const Live shown = m_sheet.put(row, m_value, formula, decimals);
        m_sheet.putCheck(row, m_valueCheck, shown, program);
        m_others.emplace(shown.text(), m_sheet.at(row, m_value));
        return shown;
    }

    /// Over all groups, or of one; a group without a row adds nothing.
    [[nodiscard]] Live countOf(const char16_t* code, const QString& group) const {
        const LiveRange all = m_raw.survey(code);
        if (all.ranges.isEmpty())
            return words().missing;
        if (group.isEmpty())
            return live::choose(live::anyBlank(all), words().missing, live::sum(all));
        const auto cell = m_raw.surveyOf(group, code);
        return cell ? live::choose(live::isBlank(*cell), words().missing, live::figureOf(*cell)) : Live::number(0.0);
    }

    Live countLine(const char16_t* code, const QString& group, const std::optional<std::int64_t>& program) {
        const QString label =
            group.isEmpty() ? model::itemOf(code).label : tr("%1：%2").arg(group, model::itemOf(code).label);
        return line(label, model::itemOf(code).unitText(), countOf(code, group), countFigure(program), 0);
    }

    /// `ofNothing` where the whole is 0.
    static Live percentOf(const Live& part, const Live& whole, const SheetWord& ofNothing) {
        return live::choose(live::all({live::isNumber(part), live::isNumber(whole)}),
                            live::choose(live::above(live::figureOf(whole), Live::number(0.0)),
                                         live::times(live::dividedBy(part, whole), Live::number(double{kHundred})),
                                         ofNothing),
                            words().missing);
    }

    Live rateLine(const QString& label, const Live& part, const Live& whole, const SatisfiedShare& program) {
        return line(label, percentUnit(), percentOf(part, whole, words().dash),
                    program.empty ? CellValue::of(words().dash.text) : shareFigure(program.value), kPercentDecimals);
    }

    void judge(int row, const Live& rate) {
        const double threshold = base::toDouble(m_approval.threshold.value * kHundred);
        m_sheet.put(row, textCell(m_bound, tr("不低于")));
        const Live least = m_sheet.put(
            row, Cell{.column = m_limit, .text = {}, .number = Number{.value = threshold, .decimals = kAllDecimals}},
            threshold);
        const Live held = live::holds(rate, standard::Bound::AtLeast, least, kRatioDigits);
        const Live verdict = m_sheet.put(
            row, m_status, live::choose(live::isNumber(rate), live::choose(held, words().met, words().unmet), rate));
        m_sheet.putCheck(row, m_statusCheck, verdict,
                         CellValue::of(assess::statusWord(m_sources.assessment.approval.status)));
    }

    // The parents, asked or not, then whoever else was asked.
    void addShares(const Live& valid, const Live& satisfied) {
        const QString least = base::toString(base::Rational(m_approval.parentsShare.value * kHundred));
        addShare(m_parents, tr("%1问卷占有效问卷的比例（原则上不低于%2%）").arg(m_parents, least), valid, satisfied);
        for (const QString& group : model::itemOf(items::survey_group).choices) {
            if (group != m_parents && m_raw.surveyOf(group, items::survey_valid))
                addShare(group, tr("%1问卷占有效问卷的比例").arg(group), valid, satisfied);
        }
    }

    void addShare(const QString& group, const QString& label, const Live& valid, const Live& satisfied) {
        const auto ofGroup = m_raw.surveyOf(group, items::survey_valid);
        const Live answered =
            live::all({live::above(live::figureOf(valid), Live::number(0.0)), live::isNumber(satisfied)});
        const Live part = ofGroup ? live::figureOf(*ofGroup) : Live::number(0.0);
        const Live share = live::times(live::dividedBy(part, valid), Live::number(double{kHundred}));
        line(label, percentUnit(), live::choose(answered, share, words().missing), shareFigure(shareOf(group)),
             kPercentDecimals);
    }

    [[nodiscard]] std::optional<base::Rational> shareOf(const QString& group) const {
        const assess::ApprovalResult& result = m_sources.assessment.approval;
        const auto found = std::ranges::find(result.groupShares, group, &assess::GroupShare::group);
        if (found != result.groupShares.end())
            return found->share;
        return result.rate ? std::optional(base::Rational(0)) : std::nullopt;
    }

    void addRequiredSample() {
        const Live population = m_raw.county(model::itemOf(items::population));
        const Live inhabitants = live::times(population, Live::number(kTenThousand));
        const Live wanted = live::roundedUp(live::times(inhabitants, Live::number(m_approval.sampleShare.value)));
        line(tr("按常住人口应发问卷数"), model::itemOf(items::survey_issued).unitText(),
             live::choose(live::isNumber(population),
                          live::largest({Live::number(static_cast<double>(m_approval.least)), wanted}),
                          words().missing),
             countFigure(m_sources.assessment.approval.requiredSample), 0);
    }

    void addVisits(std::vector<Live>& figures, const QString& group, const SurveyTotals& program) {
        const Live visits = countLine(items::visits, group, program.visits);
        const Live satisfied = countLine(items::visits_satisfied, group, program.visitsSatisfied);
        const QString label = tr("实地走访满意度");
        const Live rate =
            rateLine(group.isEmpty() ? label : tr("%1：%2").arg(group, label), satisfied, visits, program.visitRate());
        figures.insert(figures.end(), {visits, satisfied, rate});
    }

    std::vector<Live> parentsLines(const SurveyTotals& program) {
        const Live issued = countLine(items::survey_issued, m_parents, program.issued);
        const Live valid = countLine(items::survey_valid, m_parents, program.valid);
        const Live satisfied = countLine(items::survey_satisfied, m_parents, program.satisfied);
        const Live rate = rateLine(tr("%1：满意度").arg(m_parents), satisfied, valid, program.rate());
        std::vector<Live> figures{issued, valid, satisfied, rate};
        addVisits(figures, m_parents, program);
        return figures;
    }

    const standard::Approval& m_approval;
    const Sources& m_sources;
    const RawFigures& m_raw;
    LiveSheet m_sheet;
    QString m_parents;                ///< the group
    std::map<QString, Live> m_others; ///< a line's figure seen from other sheets, by its address within this one
    int m_value = 0;
    int m_valueCheck = 0;
    int m_bound = 0;
    int m_limit = 0;
    int m_status = 0;
    int m_statusCheck = 0;
};

} // namespace

ApprovalSheet approvalSheet(const standard::Approval& approval, const Sources& sources, const RawFigures& raw) {
    return ApprovalLines(approval, sources, raw).make();
}

} // namespace junheng::workings
