// 社会认可度: the questionnaires of all groups.

#include "report/cells.h"
#include "report/rules/part_sheet.h"
#include "report/rules/rule_sheets.h"

namespace junheng::report {

namespace {

constexpr int kHundred = 100;
constexpr int kPercentDecimals = 4;
constexpr int kDigits = 10;
constexpr double kTenThousand = 10000;

CellValue shareFigure(const std::optional<base::Rational>& share) {
    return share ? CellValue::of(base::toDouble(*share * kHundred)) : CellValue::of(words().missing.text);
}

CellValue countFigure(const std::optional<std::int64_t>& count) {
    return count ? CellValue::of(static_cast<double>(*count)) : CellValue::of(words().missing.text);
}

} // namespace

std::pair<Table, Live> approvalTable(const standard::Approval& approval, const Sources& sources,
                                     const RawFigures& raw) {
    const assess::ApprovalResult& result = sources.assessment.approval;
    const model::ItemDictionary& items = model::ItemDictionary::instance();
    LiveSheet sheet(tr("社会认可度"), tr("社会认可度判定（%1）").arg(approval.title),
                    tr("满意度＝满意问卷数÷回收有效问卷数，各调查对象合计"));
    sheet.addColumn(tr("序号"), 7);
    sheet.addColumn(tr("项目"), 60);
    sheet.addColumn(tr("单位"), 8);
    const int value = sheet.addColumn(tr("数值"), 15);
    const int valueCheck = sheet.addCheckColumn();
    const int bound = sheet.addColumn(tr("要求"), 8);
    const int limit = sheet.addColumn(tr("限值"), 10);
    const int status = sheet.addColumn(tr("判定"), 11);
    const int statusCheck = sheet.addCheckColumn();
    const auto line = [&](const QString& label, const QString& unit, const Live& formula, const CellValue& program,
                          int decimals) {
        const int row = sheet.addRow(rowHead(sheet.rowCount() + 1, label));
        sheet.put(row, textCell(value - 1, unit));
        const Live shown = sheet.put(row, value, formula, decimals);
        sheet.putCheck(row, valueCheck, shown, program);
        return shown;
    };
    const auto sumOf = [&](const char16_t* code) {
        const LiveRange cells = raw.survey(code);
        const Live missing = cells.ranges.isEmpty() ? Live(QStringLiteral("TRUE"), true) : live::anyBlank(cells);
        return live::choose(missing, words().missing, live::sum(cells));
    };
    const auto label = [&](const char16_t* code) { return items.at(QStringView(code)).label; };
    const auto unit = [&](const char16_t* code) { return items.at(QStringView(code)).unit; };

    line(label(u"survey_issued"), unit(u"survey_issued"), sumOf(u"survey_issued"), countFigure(result.issued), 0);
    const Live valid =
        line(label(u"survey_valid"), unit(u"survey_valid"), sumOf(u"survey_valid"), countFigure(result.valid), 0);
    const Live satisfied = line(label(u"survey_satisfied"), unit(u"survey_satisfied"), sumOf(u"survey_satisfied"),
                                countFigure(result.satisfied), 0);
    const Live answered = live::all({live::above(live::figureOf(valid), Live::number(0.0)), live::isNumber(satisfied)});
    const auto percent = [&](const Live& share) {
        return live::choose(answered, live::times(share, Live::number(double{kHundred})), words().missing);
    };
    const Live rate = line(tr("满意度"), QStringLiteral("%"), percent(live::dividedBy(satisfied, valid)),
                           shareFigure(result.rate), kPercentDecimals);
    const int rateRow = sheet.rowCount() - 1;
    const double threshold = base::toDouble(approval.threshold.value * kHundred);
    sheet.put(rateRow, textCell(bound, tr("不低于")));
    const Live least = sheet.put(
        rateRow, Cell{.column = limit, .text = {}, .number = Number{.value = threshold, .decimals = kAllDecimals}},
        threshold);
    const Live held = live::holds(rate, standard::Bound::AtLeast, least, kDigits);
    const Live verdict = sheet.put(
        rateRow, status, live::choose(live::isNumber(rate), live::choose(held, words().met, words().unmet), rate));
    sheet.putCheck(rateRow, statusCheck, verdict, CellValue::of(assess::statusWord(result.status)));

    const QString parents = items.at(u"survey_group").choices.at(approval.parents);
    const auto ofParents = raw.surveyOf(parents, u"survey_valid");
    const Live parentsValid = ofParents ? live::figureOf(*ofParents) : Live::number(0.0);
    line(tr("%1问卷占有效问卷的比例（原则上不低于%2%）")
             .arg(parents, base::toString(base::Rational(approval.parentsShare.value * kHundred))),
         QStringLiteral("%"), percent(live::dividedBy(parentsValid, valid)), shareFigure(result.parentsShare),
         kPercentDecimals);
    const Live population = raw.county(items.at(u"population"));
    const Live inhabitants = live::times(population, Live::number(kTenThousand));
    const Live wanted = live::roundedUp(live::times(inhabitants, Live::number(approval.sampleShare.value)));
    line(tr("按常住人口应发问卷数"), unit(u"survey_issued"),
         live::choose(live::isNumber(population),
                      live::largest({Live::number(static_cast<double>(approval.least)), wanted}), words().missing),
         countFigure(result.requiredSample), 0);
    const Live judged = sheet.at(rateRow, status);
    return {sheet.finish(value, value - 1), judged};
}

} // namespace junheng::report
