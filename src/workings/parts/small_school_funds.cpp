// G6: schools of fewer than 100 compulsory pupils have the funds of 100.

#include "model/items.h"
#include "report/cells.h"
#include "workings/parts/digits.h"
#include "workings/parts/rules.h"
#include "workings/parts/selection.h"
#include "workings/tr.h"

namespace junheng::workings {

using document::Table;

namespace {

using model::Stage;
using standard::SmallSchoolFundsRule;

const SheetWord& atParentWord() {
    static const SheetWord word(tr("归中心校"));
    return word;
}

// How the sums at a parent find its points: by the parent's code behind one of these.
const SheetWord& paidSign() {
    static const SheetWord word(tr("归"));
    return word;
}
const SheetWord& unknownSign() {
    static const SheetWord word(tr("缺"));
    return word;
}

class FundsSheet {
public:
    FundsSheet(const SmallSchoolFundsRule& rule, const RuleSources& from, const PartSheet& part)
        : m_rule(rule), m_from(from), m_part(part), m_raw(from.raw),
          m_minimum(Live::number(static_cast<double>(rule.minimumPupils))),
          m_sheet(schoolsSheet(
              part.indicator(),
              tr("应有公用经费＝%1×生均公用经费基准定额（按各学段学生数加权）；不独立核算的教学点与中心校合并判定")
                  .arg(rule.minimumPupils))) {
        const QString minimum = QString::number(rule.minimumPupils);
        if (!rule.schools.isEverySchool())
            m_selected = m_sheet.addColumn(tr("属于适用的学校"), 10);
        m_pupils = m_sheet.addColumn(tr("义务教育阶段学生数"), 11);
        m_small = m_sheet.addColumn(tr("不足%1人学校的学生数").arg(minimum), 13);
        m_quota = m_sheet.addColumn(tr("加权定额（元）"), 11);
        m_needed = m_sheet.addColumn(tr("按%1人应有（元）").arg(minimum), 13);
        m_source = m_sheet.addColumn(tr("经费"), 12);
        m_funds = m_sheet.addColumn(tr("公用经费（元）"), 13);
        m_own = m_sheet.addColumn(tr("判定"), 11);
        m_key = m_sheet.addColumn(tr("归集（中心校标识码）"), 16);
        m_points = m_sheet.addColumn(tr("代管教学点数"), 10);
        m_pooled = m_sheet.addColumn(tr("中心校应有（含代管，元）"), 14);
        m_budget = m_sheet.addColumn(tr("中心校公用经费（元）"), 14);
        m_parent = m_sheet.addColumn(tr("中心校判定"), 11);
        m_check = m_sheet.addCheckColumn();
        const int schools = from.sources.year.schools().rowCount();
        for (int school = 0; school < schools; ++school)
            addSchool(school);
        const LiveRange keys = m_sheet.ownColumn(m_key);
        const LiveRange needed = m_sheet.ownColumn(m_needed);
        for (int school = 0; school < schools; ++school)
            addParent(school, keys, needed);
    }

    void describe(PartSheet& part) const {
        const LiveRange small = m_sheet.column(m_small);
        const LiveRange own = m_sheet.column(m_own);
        const LiveRange parents = m_sheet.column(m_parent);
        const auto has = [](const LiveRange& cells, const SheetWord& word) {
            return live::above(live::countWord(cells, word), Live::number(0.0));
        };
        const Live count = part.figure(QStringLiteral("small_schools"), live::countNumbers(small));
        part.figure(QStringLiteral("small_pupils"), live::sum(small));
        // What part of a parent's budget goes to its points is not stated.
        const Live missing = live::any({has(own, words().missing), has(parents, words().missing)});
        const Live pooled = live::any({has(parents, words().met), has(parents, words().unmet)});
        part.figure(QStringLiteral("small_funds"),
                    live::choose(missing, words().missing,
                                 live::choose(pooled, words().dash, live::sum(m_sheet.column(m_funds)))));
        part.line(tr("逐校判定"));
        part.status(live::choose(
            live::any({has(own, words().unmet), has(parents, words().unmet)}), words().unmet,
            live::choose(missing, words().missing,
                         live::choose(live::above(count, Live::number(0.0)), words().met, words().notApplicable))));
    }

    Table finish() { return m_sheet.finish(m_pupils, kFirstSchoolsColumn); }

private:
    void addSchool(int school) {
        m_sheet.addRow(schoolHead(m_from.sources.year, school + 1, school));
        const Live pupils = m_sheet.put(school, m_pupils, m_from.scope.compulsoryPupils(school));
        const Live few = live::all(
            {live::above(live::figureOf(pupils), Live::number(0.0)), live::above(m_minimum, live::figureOf(pupils))});
        Live in = m_from.scope.isCompulsory(school);
        Live small = pupils;
        if (m_selected > 0) {
            const Live chosen =
                m_sheet.put(school, m_selected, selected(m_rule.schools, school, m_from.raw, m_from.scope));
            in = live::all({in, live::isNot(live::equal(chosen, noWord()))});
            small = live::choose(live::equal(chosen, words().missing), words().missing, pupils);
        }
        const Live counted =
            live::choose(live::isNumber(pupils), live::choose(few, small, words().dash), words().missing);
        small = m_sheet.put(school, m_small, live::choose(in, counted, words().dash));
        const Live isSmall = live::isNumber(small);
        const Live quota = m_sheet.put(school, m_quota, quotaOf(school), kYuanDecimals);
        const Live needed = m_sheet.put(
            school, m_needed, live::choose(live::isNumber(quota), live::times(m_minimum, quota), words().missing),
            kYuanDecimals);

        const Live funds = m_raw.school(school, *m_rule.funds);
        const Live dependent = live::all({live::equal(m_raw.school(school, items::independent_accounts), noWord()),
                                          live::isNot(live::isNumber(funds))});
        const Live source = m_sheet.put(
            school, m_source,
            live::choose(isSmall, live::choose(dependent, atParentWord(), Live::text(tr("单独核定"))), words().dash));
        const Live atParent = live::equal(source, atParentWord());
        const Live own = m_sheet.put(
            school, m_funds,
            live::choose(isSmall, live::choose(atParent, words().dash, fundsOf(school, funds)), words().dash),
            kYuanDecimals);
        const Live parentCode = m_raw.school(school, items::parent_code);
        const Live found =
            live::above(Live(QStringLiteral("SUMPRODUCT((%1=%2)*1)").arg(m_codes.ranges.front(), parentCode.text()),
                             static_cast<double>(std::ranges::count(m_codes.values, parentCode.value()))),
                        Live::number(0.0));
        addJudgement(school, small, needed, own, live::all({atParent, found}), atParent);
        const Live sign = live::choose(live::isNumber(quota), paidSign(), unknownSign());
        m_sheet.put(school, m_key, live::choose(atParent, live::joined(sign, parentCode), words().dash));
    }

    void addJudgement(int school, const Live& small, const Live& needed, const Live& own, const Live& judgedThere,
                      const Live& atParent) {
        const Live known = live::all({live::isNumber(needed), live::isNumber(own)});
        const Live held = live::holds(own, standard::Bound::AtLeast, needed, kAmountDigits);
        const Live alone = live::choose(known, live::choose(held, words().met, words().unmet), words().missing);
        const Live there = live::choose(judgedThere, Live::text(tr("见中心校")), words().missing);
        m_sheet.put(school, m_own, live::choose(live::isNumber(small), live::choose(atParent, there, alone), small));
    }

    // 元 a pupil, weighted by the pupils of its stages.
    [[nodiscard]] Live quotaOf(int school) const {
        const model::SchoolRows& rows = m_from.sources.year.schoolRows()[static_cast<std::size_t>(school)];
        std::vector<Live> unknown;
        std::vector<Live> weighted;
        std::vector<Live> heads;
        for (const Stage stage : standard::kJudgedStages) {
            if (rows.sectionOf(stage) < 0)
                continue;
            const Live pupils = live::figureOf(m_raw.section(rows.sectionOf(stage), items::pupils));
            const Live quota = m_raw.county(*m_rule.quota[standard::stageIndex(stage)]);
            unknown.push_back(live::all({live::above(pupils, Live::number(0.0)), live::isNot(live::isNumber(quota))}));
            weighted.push_back(live::times(pupils, live::figureOf(quota)));
            heads.push_back(pupils);
        }
        if (heads.empty())
            return Live::number(0.0);
        const Live total = live::sum(heads);
        return live::choose(live::any(unknown), words().missing,
                            live::choose(live::equal(total, Live::number(0.0)), Live::number(0.0),
                                         live::dividedBy(live::sum(weighted), total)));
    }

    // As assessed for 100 pupils, else the budget of a school without 高中.
    [[nodiscard]] Live fundsOf(int school, const Live& funds) const {
        const Live budget = m_raw.school(school, *m_rule.budget);
        const Live byBudget = live::all({live::isNot(runsSenior(school)), live::isNumber(budget)});
        return live::choose(live::isNumber(funds), inYuan(funds, *m_rule.funds),
                            live::choose(byBudget, inYuan(budget, *m_rule.budget), words().missing));
    }

    [[nodiscard]] Live runsSenior(int school) const {
        return live::any({m_from.scope.hasStage(school, Stage::Senior), m_from.scope.lacksRow(school, Stage::Senior)});
    }

    // The budget; that of a school with 高中 pays for other pupils too.
    [[nodiscard]] Live fundsOfParent(int school) const {
        const auto given = [&](const model::Item& item) {
            const Live entered = m_raw.school(school, item);
            return live::choose(live::isNumber(entered), inYuan(entered, item), words().missing);
        };
        return live::choose(runsSenior(school), given(*m_rule.funds), given(*m_rule.budget));
    }

    // The parent pays for its own pupils and for 100 of each point.
    void addParent(int school, const LiveRange& keys, const LiveRange& needed) {
        const Live code = m_raw.schoolCode(school);
        const Live paid = live::countWord(keys, live::joined(paidSign(), code));
        const Live unknown = live::countWord(keys, live::joined(unknownSign(), code));
        const Live points = m_sheet.put(school, m_points, live::plus(paid, unknown));
        const Live isParent = live::above(points, Live::number(0.0));
        const Live pupils = m_sheet.own(school, m_pupils);
        const Live quota = m_sheet.own(school, m_quota);
        std::vector<Live> unclear{live::above(unknown, Live::number(0.0)), live::isNot(live::isNumber(pupils)),
                                  live::isNot(live::isNumber(quota))};
        Live heads = live::largest({pupils, m_minimum});
        if (m_selected > 0) {
            const Live chosen = m_sheet.own(school, m_selected);
            unclear.push_back(
                live::all({live::equal(chosen, words().missing), live::above(m_minimum, live::figureOf(pupils))}));
            heads = live::choose(live::equal(chosen, noWord()), pupils, heads);
        }
        const Live ofPoints = live::sumWhere(keys, live::joined(paidSign(), code), needed);
        const Live total = live::plus(ofPoints, live::times(quota, heads));
        const Live pooled =
            m_sheet.put(school, m_pooled,
                        live::choose(isParent, live::choose(live::any(unclear), words().missing, total), words().dash),
                        kYuanDecimals);
        const Live budget =
            m_sheet.put(school, m_budget, live::choose(isParent, fundsOfParent(school), words().dash), kYuanDecimals);
        const Live held = live::holds(budget, standard::Bound::AtLeast, pooled, kAmountDigits);
        const Live judged = live::choose(live::all({live::isNumber(pooled), live::isNumber(budget)}),
                                         live::choose(held, words().met, words().unmet), words().missing);
        const Live status = m_sheet.put(school, m_parent, live::choose(isParent, judged, words().dash));
        const Live own = m_sheet.own(school, m_own);
        const bool unmet = schoolResult(m_part.result(), school) != nullptr;
        const Live found = live::any({live::equal(own, words().unmet), live::equal(status, words().unmet)});
        m_sheet.putCheck(school, m_check, unmet ? found : live::isNot(found));
    }

    const SmallSchoolFundsRule& m_rule;
    const RuleSources& m_from;
    const PartSheet& m_part;
    const RawFigures& m_raw;
    LiveRange m_codes = m_raw.schoolCodes();
    Live m_minimum;
    LiveSheet m_sheet;
    int m_selected = 0; ///< columns; 0 where every school is asked
    int m_pupils = 0;
    int m_small = 0;
    int m_quota = 0;
    int m_needed = 0;
    int m_source = 0;
    int m_funds = 0;
    int m_own = 0;
    int m_key = 0;
    int m_points = 0;
    int m_pooled = 0;
    int m_budget = 0;
    int m_parent = 0;
    int m_check = 0;
};

} // namespace

void describeRule(const SmallSchoolFundsRule& rule, const RuleSources& from, PartSheet& part) {
    if (lacksSchools(from, part))
        return;
    FundsSheet sheet(rule, from, part);
    sheet.describe(part);
    from.sheets.push_back(sheet.finish());
}

} // namespace junheng::workings
