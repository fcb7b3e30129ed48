// G7: funds of special schools a pupil: of every special school with pupils, else of the county's sums.

#include "model/items.h"
#include "report/cells.h"
#include "workings/parts/digits.h"
#include "workings/parts/rules.h"

#include "workings/tr.h"

namespace junheng::workings {

using document::kAllDecimals;
using document::Table;

namespace {

using model::Item;
using model::Stage;
using standard::SpecialFundsRule;

/// The special schools.
class SpecialSheet {
public:
    SpecialSheet(const SpecialFundsRule& rule, const RuleSources& from, const PartSheet& part)
        : m_rule(rule), m_from(from), m_part(part),
          m_sheet(
              schoolsSheet(part.indicator(), tr("有学生的特殊教育学校逐校判定；没有特殊教育学校的，按县级合计判定"))) {
        m_scope = m_sheet.addColumn(tr("参评范围"), 12);
        m_pupils = m_sheet.addColumn(tr("特教学生数"), 12);
        m_budget = m_sheet.addColumn(rule.schoolFunds->heading(), 18);
        m_perPupil = m_sheet.addColumn(tr("生均公用经费（元）"), 16);
        m_status = m_sheet.addColumn(tr("判定"), 12);
        m_check = m_sheet.addCheckColumn();
        for (const model::SchoolRows& rows : from.sources.year.schoolRows()) {
            if (rows.sectionOf(Stage::Special) >= 0)
                addSchool(rows.school, rows.sectionOf(Stage::Special));
        }
    }

    [[nodiscard]] Live hasSchools() const {
        return live::above(live::countWord(m_sheet.column(m_scope), words().inScope), Live::number(0.0));
    }
    [[nodiscard]] Live status() const { return metUnless(m_sheet.column(m_status)); }
    /// Over all schools; 待填报 where something is.
    [[nodiscard]] Live pupils() const { return summed(m_pupils); }
    [[nodiscard]] Live funds() const { return summed(m_budget); }
    [[nodiscard]] bool isEmpty() const { return m_sheet.rowCount() == 0; }

    Table finish() { return m_sheet.finish(m_scope, kFirstSchoolsColumn); }

private:
    [[nodiscard]] Live summed(int column) const {
        const Live missing = live::countWord(m_sheet.column(m_status), words().missing);
        return live::choose(live::above(missing, Live::number(0.0)), words().missing,
                            live::sum(m_sheet.column(column)));
    }

    void addSchool(int school, int section) {
        const int row = m_sheet.addRow(schoolHead(m_from.sources.year, m_sheet.rowCount() + 1, school));
        const QStringList& types = model::itemOf(items::school_type).choices;
        const Live special = live::equal(m_from.raw.school(school, items::school_type),
                                         Live::text(types.at(static_cast<qsizetype>(model::SchoolType::Special))));
        const Live scope = m_sheet.put(row, m_scope,
                                       live::choose(live::all({special, m_from.scope.hasStage(school, Stage::Special)}),
                                                    words().inScope, words().outOfScope));
        const Live inScope = live::equal(scope, words().inScope);
        const auto given = [&](const Live& entered) {
            return live::choose(inScope, live::choose(live::isNumber(entered), entered, words().missing), words().dash);
        };
        const Live pupils = m_sheet.put(row, m_pupils, given(m_from.raw.section(section, items::pupils)));
        const Live budget =
            m_sheet.put(row, m_budget, given(m_from.raw.school(school, *m_rule.schoolFunds)), kAllDecimals);
        const Live figure = live::choose(live::all({live::isNumber(pupils), live::isNumber(budget)}),
                                         live::dividedBy(inYuan(budget, *m_rule.schoolFunds), pupils), words().missing);
        const Live perPupil = m_sheet.put(row, m_perPupil, live::choose(inScope, figure, words().dash), kYuanDecimals);
        const Live held =
            live::holds(perPupil, standard::Bound::AtLeast, Live::number(m_rule.limit.value), kAmountDigits);
        const Live status = m_sheet.put(
            row, m_status,
            live::choose(live::isNumber(perPupil), live::choose(held, words().met, words().unmet), perPupil));
        m_sheet.putCheck(row, m_check, agreesUnmet(status, schoolResult(m_part.result(), school)));
    }

    const SpecialFundsRule& m_rule;
    const RuleSources& m_from;
    const PartSheet& m_part;
    LiveSheet m_sheet;
    int m_scope = 0; ///< columns
    int m_pupils = 0;
    int m_budget = 0;
    int m_perPupil = 0;
    int m_status = 0;
    int m_check = 0;
};

/// Funds and pupils of the county; no pupils: there is nothing to fund.
struct Pair {
    Live pupils;
    Live funds;
    Live perPupil; ///< in 元, or why there is none
};

Pair pairOf(const Item& fundsItem, const Item& pupilsItem, const RawFigures& raw) {
    const Live heads = raw.county(pupilsItem);
    const Live money = raw.county(fundsItem);
    const Live none = live::any({live::equal(heads, words().notApplicable), live::isZero(heads)});
    const Live funds =
        live::choose(none, words().notApplicable, live::choose(live::isNumber(money), money, words().missing));
    const Live given = live::all({live::isNumber(heads), live::isNumber(money)});
    const Live perPupil =
        live::choose(none, words().notApplicable,
                     live::choose(given, live::dividedBy(inYuan(money, fundsItem), heads), words().missing));
    return {known(heads, pupilsItem), funds, perPupil};
}

} // namespace

void describeRule(const SpecialFundsRule& rule, const RuleSources& from, PartSheet& part) {
    SpecialSheet schools(rule, from, part);
    const Pair county = pairOf(*rule.funds, *rule.pupils, from.raw);
    const auto either = [&](const Live& ofSchools, const Live& ofCounty) {
        return schools.isEmpty() ? ofCounty : live::choose(schools.hasSchools(), ofSchools, ofCounty);
    };
    const Live funds = part.figure(rule.funds->code, either(schools.funds(), county.funds));
    const Live pupils = part.figure(rule.pupils->code, either(schools.pupils(), county.pupils));
    const Live ofSchools = live::dividedBy(inYuan(funds, *rule.schoolFunds), pupils);
    const Live summed =
        live::choose(live::all({live::isNumber(funds), live::isNumber(pupils)}), ofSchools, words().missing);
    const Live perPupil = part.figure(QStringLiteral("per_pupil"), either(summed, county.perPupil));
    const Live held = live::holds(perPupil, standard::Bound::AtLeast,
                                  part.limit(standard::Bound::AtLeast, rule.limit.value), kAmountDigits);
    const Live ofCounty =
        live::choose(live::isNumber(perPupil), live::choose(held, words().met, words().unmet), perPupil);
    part.status(schools.isEmpty() ? ofCounty : live::choose(schools.hasSchools(), schools.status(), ofCounty));
    if (rule.inclusiveFunds != nullptr) {
        const Pair inclusive = pairOf(*rule.inclusiveFunds, *rule.inclusivePupils, from.raw);
        part.figure(rule.inclusiveFunds->code, inclusive.funds);
        part.figure(rule.inclusivePupils->code, inclusive.pupils);
        part.judge(part.figure(QStringLiteral("inclusive_per_pupil"), inclusive.perPupil), standard::Bound::AtLeast,
                   rule.limit.value, kAmountDigits);
    }
    if (!schools.isEmpty())
        from.sheets.push_back(schools.finish());
}

} // namespace junheng::workings
