// G5: no class larger than the limit of its stage, by the bands of class sizes or by the largest class.

#include "report/cells.h"
#include "workings/parts/rules.h"

#include "workings/tr.h"

namespace junheng::workings {

using document::Cell;
using document::Number;
using document::Table;
using document::textCell;

namespace {

using model::Stage;
using standard::ClassSizeRule;

class ClassSizeSheet {
public:
    ClassSizeSheet(const ClassSizeRule& rule, const RuleSources& from, const PartSheet& part)
        : m_rule(rule), m_from(from), m_part(part),
          m_sheet(schoolsSheet(part.indicator(), tr("超过限值的各档班数或最大班额有一项超过，即未达标"))) {
        m_stage = m_sheet.addColumn(tr("学段"), 8);
        m_scope = m_sheet.addColumn(tr("参评范围"), 10);
        m_limit = m_sheet.addColumn(tr("限值（人）"), 10);
        m_largest = m_sheet.addColumn(rule.largest->heading(), 14);
        m_classes = m_sheet.addColumn(tr("超过限值的班数"), 14);
        m_complete = m_sheet.addColumn(tr("超过限值各档"), 14);
        m_status = m_sheet.addColumn(tr("判定"), 11);
        m_check = m_sheet.addCheckColumn();
        for (const Stage stage : standard::kJudgedStages) {
            const int first = m_sheet.rowCount();
            for (const model::SchoolRows& rows : from.sources.year.schoolRows()) {
                if (rows.sectionOf(stage) >= 0)
                    addSection(rows.school, stage, rows.sectionOf(stage));
                else if (from.scope.lacksRow(rows.school, stage).isTrue())
                    addLack(rows.school, stage);
            }
            m_rows[standard::stageIndex(stage)] = {first, m_sheet.rowCount() - 1};
        }
    }

    /// Classes over the limit; 待填报 where a band is not given.
    [[nodiscard]] Live classesOver(Stage stage) const {
        const auto [first, last] = m_rows[standard::stageIndex(stage)];
        const Live missing = live::countWord(m_sheet.columnPart(m_complete, first, last), words().missing);
        return live::choose(live::above(missing, Live::number(0.0)), words().missing,
                            live::sum(m_sheet.columnPart(m_classes, first, last)));
    }
    [[nodiscard]] Live status() const { return metUnless(m_sheet.column(m_status)); }

    Table finish() { return m_sheet.finish(m_scope, kFirstSchoolsColumn); }

private:
    void addSection(int school, Stage stage, int section) {
        const int row = m_sheet.addRow(schoolHead(m_from.sources.year, m_sheet.rowCount() + 1, school));
        m_sheet.put(row, textCell(m_stage, model::stageName(stage)));
        const Live scope = m_sheet.put(
            row, m_scope,
            live::choose(live::all({m_from.scope.isCompulsory(school), m_from.scope.hasStage(school, stage)}),
                         words().inScope, words().outOfScope));
        const Live inScope = live::equal(scope, words().inScope);
        const auto within = [&](const Live& formula) { return live::choose(inScope, formula, words().dash); };

        const auto allowed = m_rule.limit[standard::stageIndex(stage)];
        const auto number = static_cast<double>(allowed);
        const Live limit =
            m_sheet.put(row, Cell{.column = m_limit, .text = {}, .number = Number{.value = number}}, number);
        const Live largest =
            m_sheet.put(row, m_largest, within(known(m_from.raw.section(section, *m_rule.largest), *m_rule.largest)));
        std::vector<const model::Item*> bands;
        for (const auto& band : m_rule.bands) {
            if (band.from > allowed)
                bands.push_back(band.item);
        }
        const LiveRange over = m_from.raw.section(section, bands);
        const Live classes = m_sheet.put(row, m_classes, within(live::sum(over)));
        const Live complete =
            m_sheet.put(row, m_complete, within(live::choose(live::anyBlank(over), words().missing, words().complete)));

        const Live unmet =
            live::any({live::above(live::figureOf(classes), Live::number(0.0)),
                       live::all({live::isNumber(largest), live::above(live::figureOf(largest), limit)})});
        const Live missing = live::all({live::equal(complete, words().missing), live::equal(largest, words().missing)});
        const Live status = m_sheet.put(
            row, m_status,
            within(live::choose(unmet, words().unmet, live::choose(missing, words().missing, words().met))));
        m_sheet.putCheck(row, m_check, agreesUnmet(status, schoolResult(m_part.result(), school, stage)));
    }

    // A stage that the school runs, of which nothing is known.
    void addLack(int school, Stage stage) {
        const int row = m_sheet.addRow(schoolHead(m_from.sources.year, m_sheet.rowCount() + 1, school));
        m_sheet.put(row, textCell(m_stage, model::stageName(stage)));
        const Live scope = m_sheet.put(
            row, m_scope,
            live::choose(live::all({m_from.scope.isCompulsory(school), m_from.scope.lacksRow(school, stage)}),
                         words().missing, words().outOfScope));
        const Live missing = live::choose(live::equal(scope, words().missing), words().missing, words().dash);
        m_sheet.put(row, m_complete, missing);
        m_sheet.put(row, m_status, missing);
        for (const int column : {m_limit, m_largest, m_classes})
            m_sheet.put(row, textCell(column, words().dash.text), words().dash.text);
    }

    const ClassSizeRule& m_rule;
    const RuleSources& m_from;
    const PartSheet& m_part;
    LiveSheet m_sheet;
    std::array<std::pair<int, int>, 2> m_rows; ///< per judged stage: first, last
    int m_stage = 0;                           ///< columns
    int m_scope = 0;
    int m_limit = 0;
    int m_largest = 0;
    int m_classes = 0;
    int m_complete = 0;
    int m_status = 0;
    int m_check = 0;
};

} // namespace

void describeRule(const ClassSizeRule& rule, const RuleSources& from, PartSheet& part) {
    if (lacksSchools(from, part))
        return;
    ClassSizeSheet sheet(rule, from, part);
    for (const Stage stage : standard::kJudgedStages)
        part.figure(QStringLiteral("over_") + model::stageId(stage), sheet.classesOver(stage));
    part.line(tr("逐校判定"));
    part.status(sheet.status());
    from.sheets.push_back(sheet.finish());
}

} // namespace junheng::workings
