// What every school must have: a share (Q4), a flag (Q3), a grade (Q6).

#include "model/items.h"
#include "report/cells.h"
#include "workings/parts/digits.h"
#include "workings/parts/rules.h"

#include "workings/tr.h"

namespace junheng::workings {

using document::kAllDecimals;
using document::Table;

namespace {

/// One school a row, its status and the check at the end.
class EverySchoolSheet {
public:
    EverySchoolSheet(const RuleSources& from, const PartSheet& part, const QString& caption)
        : m_from(from), m_part(part), m_sheet(schoolsSheet(part.indicator(), caption)) {}

    int addColumn(const QString& heading, double width) { return m_sheet.addColumn(heading, width); }

    /// `write` puts what the status rests on, and answers with the status of a school that is judged.
    template <class Write> void addSchools(Write write) {
        m_status = m_sheet.addColumn(tr("判定"), 11);
        const int check = m_sheet.addCheckColumn();
        for (int school = 0; school < m_from.sources.year.schools().rowCount(); ++school) {
            m_sheet.addRow(schoolHead(m_from.sources.year, school + 1, school));
            const Live status = m_sheet.put(school, m_status, within(school, write(school)));
            m_sheet.putCheck(school, check, agreesUnmet(status, schoolResult(m_part.result(), school)));
        }
    }

    Live put(int school, int column, const Live& formula, int decimals = 0) {
        return m_sheet.put(school, column, within(school, formula), decimals);
    }
    [[nodiscard]] LiveRange column(int column) const { return m_sheet.column(column); }
    [[nodiscard]] LiveRange statuses() const { return m_sheet.column(m_status); }

    /// A count where nothing is missing.
    [[nodiscard]] Live complete(const Live& count) const {
        return live::choose(live::above(live::countWord(statuses(), words().missing), Live::number(0.0)),
                            words().missing, count);
    }
    /// Schools judged, and those that fall short: that have the word.
    [[nodiscard]] std::pair<Live, Live> figures(const SheetWord& falling = words().unmet) const {
        const Live met = live::countWord(statuses(), words().met);
        const Live unmet = live::countWord(statuses(), falling);
        return {complete(live::plus(met, unmet)), complete(unmet)};
    }
    /// Of the schools judged, those that do not have the word, in per cent.
    [[nodiscard]] Live percentMet(const SheetWord& falling) const {
        const Live met = live::countWord(statuses(), words().met);
        const Live judged = live::plus(met, live::countWord(statuses(), falling));
        return complete(live::choose(live::isZero(judged), words().notApplicable,
                                     live::times(live::dividedBy(met, judged), Live::number(100.0))));
    }

    Table finish() { return m_sheet.finish(kFirstSchoolsColumn, kFirstSchoolsColumn); }

private:
    [[nodiscard]] Live within(int school, const Live& formula) const {
        return live::choose(m_from.scope.isAny(school), formula, words().dash);
    }

    const RuleSources& m_from;
    const PartSheet& m_part;
    LiveSheet m_sheet;
    int m_status = 0;
};

void putFigures(const std::pair<Live, Live>& figures, PartSheet& part) {
    part.figure(QStringLiteral("schools"), figures.first);
    part.figure(QStringLiteral("short"), figures.second);
}

} // namespace

void describeRule(const standard::SchoolShareRule& rule, const RuleSources& from, PartSheet& part) {
    if (lacksSchools(from, part))
        return;
    const QString percent = base::toString(base::Rational(rule.limit.value * 100));
    EverySchoolSheet sheet(from, part,
                           tr("分母为0或不适用、不独立核算的学校不参与判定；比例不低于%1%为达标").arg(percent));
    const int independent = sheet.addColumn(tr("是否独立核算"), 10);
    const int denominator = sheet.addColumn(rule.denominator->heading(), 20);
    const int numerator = sheet.addColumn(rule.numerator->heading(), 20);
    const int share = sheet.addColumn(tr("比例（%）"), 12);
    sheet.addSchools([&](int school) {
        const Live accounts = from.raw.school(school, items::independent_accounts);
        const Live own = sheet.put(school, independent, live::choose(live::isBlank(accounts), words().dash, accounts));
        const Live all = sheet.put(school, denominator,
                                   known(from.raw.school(school, *rule.denominator), *rule.denominator), kAllDecimals);
        const Live given = sheet.put(school, numerator,
                                     known(from.raw.school(school, *rule.numerator), *rule.numerator), kAllDecimals);
        const Live ratio =
            live::dividedBy(inYuan(live::figureOf(given), *rule.numerator), inYuan(all, *rule.denominator));
        const Live left =
            live::any({live::equal(own, noWord()), live::equal(all, words().notApplicable), live::isZero(all)});
        const Live missing = live::any({live::equal(all, words().missing), live::equal(given, words().missing)});
        const Live found =
            sheet.put(school, share,
                      live::choose(left, words().notApplicable,
                                   live::choose(missing, words().missing, live::times(ratio, Live::number(100.0)))),
                      kPercentDecimals);
        const Live held = live::holds(found, standard::Bound::AtLeast,
                                      Live::number(base::Rational(rule.limit.value * 100)), kRatioDigits);
        return live::choose(live::isNumber(found), live::choose(held, words().met, words().unmet), found);
    });
    putFigures(sheet.figures(), part);
    const Live least = live::choose(live::above(live::countNumbers(sheet.column(share)), Live::number(0.0)),
                                    live::smallest(sheet.column(share)), words().dash);
    part.figure(QStringLiteral("least_share"), sheet.complete(least));
    part.status(gravest(sheet.statuses(), words().notApplicable));
    from.sheets.push_back(sheet.finish());
}

void describeRule(const standard::SchoolFlagRule& rule, const RuleSources& from, PartSheet& part) {
    if (lacksSchools(from, part))
        return;
    EverySchoolSheet sheet(from, part, tr("义务教育学校和特殊教育学校逐校判定"));
    // Where a share suffices, no school is at fault.
    const SheetWord& lacking = rule.share ? noWord() : words().unmet;
    const int flag = sheet.addColumn(rule.flag->heading(), 16);
    sheet.addSchools([&](int school) {
        const Live entered = from.raw.school(school, *rule.flag);
        const Live given = sheet.put(school, flag, live::choose(live::isBlank(entered), words().missing, entered));
        return live::choose(live::equal(given, noWord()), lacking,
                            live::choose(live::equal(given, yesWord()), words().met, given));
    });
    putFigures(sheet.figures(lacking), part);
    if (rule.share)
        part.judge(part.figure(QStringLiteral("share"), sheet.percentMet(lacking)), standard::Bound::AtLeast,
                   rule.share->value * 100, kRatioDigits);
    else
        part.status(gravest(sheet.statuses(), words().notApplicable));
    from.sheets.push_back(sheet.finish());
}

// Where no school has a grade, the conclusion stands for all.
void describeRule(const standard::SchoolGradeRule& rule, const RuleSources& from, PartSheet& part) {
    const QStringList& grades = rule.grade->choices;
    EverySchoolSheet sheet(
        from, part,
        tr("%1须达到“%2”；没有学校填报等级的，以自评结论为准").arg(rule.grade->label, grades.at(rule.worst)));
    const int grade = sheet.addColumn(rule.grade->heading(), 16);
    sheet.addSchools([&](int school) {
        const Live entered = from.raw.school(school, *rule.grade);
        const Live given = sheet.put(school, grade, live::choose(live::isBlank(entered), words().missing, entered));
        std::vector<Live> below;
        for (qsizetype i = rule.worst + 1; i < grades.size(); ++i)
            below.push_back(live::equal(given, Live::text(grades.at(i))));
        const Live kept = live::any({live::equal(given, words().missing), live::equal(given, words().notApplicable)});
        return live::choose(kept, given, live::choose(live::any(below), words().unmet, words().met));
    });
    std::vector<Live> graded;
    for (const SheetWord* word : {&words().met, &words().unmet, &words().notApplicable})
        graded.push_back(live::countWord(sheet.statuses(), *word));
    const Live anyGrade = live::above(live::sum(graded), Live::number(0.0));
    const auto [schools, below] = sheet.figures();
    putFigures({live::choose(anyGrade, schools, words().dash), live::choose(anyGrade, below, words().dash)}, part);
    part.line(tr("逐校判定（没有等级的，取自评结论）"));
    part.status(live::choose(anyGrade, gravest(sheet.statuses(), words().notApplicable),
                             conclusionStatus(from.raw, part.indicator().id)));
    from.sheets.push_back(sheet.finish());
}

} // namespace junheng::workings
