// 小学-判定: every value against its threshold and floor, and the rule over the indicators of a section.

#include "base/index.h"
#include "report/cells.h"
#include "sheet/workbook.h"
#include "workings/formula/excel_formula.h"
#include "workings/resources/working_parts.h"
#include "workings/tr.h"

#include <algorithm>
#include <array>
#include <utility>

namespace junheng::workings {

using report::schoolColumns;
using report::Sources;

using document::Align;
using document::Cell;
using document::kAllDecimals;
using document::kRowsAboveHead;
using document::Number;
using document::Row;
using document::Table;
using document::TableKind;
using document::textCell;

namespace {

using assess::Status;
using assess::Verdict;

constexpr int kThresholdRow = kRowsAboveHead + 1;
constexpr int kFloorRow = kRowsAboveHead + 2;
constexpr int kLongestRemark = 99;

class VerdictSheet {
public:
    VerdictSheet(const WorkingSources& from, const WorkingStage& stage, const LiveSheet& values)
        : m_layout(from.layout), m_sources(from.sources), m_standard(from.sources.standard), m_stage(stage),
          m_indicators(from.sources.standard.resource.size()), m_columns(schoolColumns(from.sources.standard)),
          m_words{wordOf(Status::Met), wordOf(Status::Floor), wordOf(Status::Below), wordOf(Status::Missing)},
          m_values(values), m_sheet(headed()) {
        for (const QString& title : {tr("达标学校数（所）"), tr("参评学校数（所）")}) {
            Row row = rowHead(1, title);
            row.cells.front() = textCell(kNumberColumn, {});
            m_sheet.addRow(row);
        }
        for (int index = 0; index < static_cast<int>(stage.sections.size()); ++index)
            addSection(index);
        countMetSchools();
        countSchools();
    }

    Table finish() { return m_sheet.release(kFirstStatusColumn, m_standard); }

private:
    // --- the head, with thresholds and floors ---

    [[nodiscard]] Table headed() {
        Table table{.name = WorkingLayout::sheetOf(m_stage.stage, Step::Verdicts),
                    .title = tr("%1判定（与标准及其下限比较）").arg(model::stageName(m_stage.stage))};
        table.kind = TableKind::Working;
        table.frozenColumns = kScopeColumn;
        table.caption.left = tr("每校至少%1项达标，其余各项不低于标准的%2%")
                                 .arg(m_standard.rowsMet)
                                 .arg(assess::floorPercent(m_standard));
        Row titles{{headCell(kNumberColumn, tr("序号"), 3), headCell(kNameColumn, tr("学校名称"), 1),
                    headCell(kScopeColumn, tr("参评范围"), 3)}};
        Row thresholds{{textCell(kNameColumn, tr("标准"))}};
        Row floors{{textCell(kNameColumn, tr("标准的%1%").arg(assess::floorPercent(m_standard)))}};
        table.columnWidths = {6, 24, 9};
        for (std::size_t i = 0; i < m_indicators; ++i) {
            const standard::ResourceIndicator& rule = m_standard.resource[i];
            const int column = statusColumn(i);
            titles.cells.push_back(textCell(column, QStringLiteral("%1 %2").arg(rule.id, rule.shortName)));
            addLimits(thresholds, floors, column, rule.threshold[standard::stageIndex(m_stage.stage)]);
            table.columnWidths.push_back(11);
        }
        titles.cells.push_back(headCell(m_layout.metColumn(), tr("达标项数"), 3));
        titles.cells.push_back(headCell(m_layout.verdictColumn(), tr("综合评估"), 3));
        titles.cells.push_back(headCell(m_layout.remarkColumn(), tr("表Ⅱ-2备注（按其列号）"), 3));
        titles.cells.push_back(headCell(checkColumn(), checkWord(), 3));
        table.columnWidths.insert(table.columnWidths.end(), {9, 10, 34, 6});
        table.head = {titles, thresholds, floors};
        return table;
    }

    void addLimits(Row& thresholds, Row& floors, int column, const standard::Threshold& rule) {
        const double number = base::toDouble(rule.value);
        thresholds.cells.push_back(
            {.column = column, .text = {}, .number = Number{.value = number, .decimals = kAllDecimals}});
        const Live floor = live::rounded(
            live::times(Live(sheet::cellName(kThresholdRow, column), number), Live::number(m_standard.floorShare)),
            kLimitDigits);
        floors.cells.push_back(formulaCell(column, floor.text(), floor.figure(), kAllDecimals));
        floors.cells.back().align = Align::Centre;
        m_thresholds.emplace_back(excelFixedRow(kThresholdRow, column), number);
        m_floors.emplace_back(excelFixedRow(kFloorRow, column), floor.value());
    }

    // --- the sections ---

    void addSection(int index) {
        const WorkingSection& section = m_stage.sections[base::at(index)];
        const int row = m_sheet.addRow(rowHead(index + 1, workingSchoolName(m_sources, *section.rows)));
        const bool inScope = section.judged >= 0;
        std::vector<Live> agree;
        // Against what the program found.
        const auto put = [&](int column, const Live& formula, const CellValue& found) {
            Live cell = m_sheet.put(row, column, formula);
            agree.push_back(live::equal(cell, found));
            return cell;
        };
        const Live scope = put(kScopeColumn,
                               live::choose(live::equal(m_values.at(index, kScopeColumn), words().inScope),
                                            words().inScope, words().outOfScope),
                               CellValue::of(inScope ? words().inScope.text : words().outOfScope.text));
        for (std::size_t i = 0; i < m_indicators; ++i)
            put(statusColumn(i), status(index, i), statusOf(section, i));
        const auto ifInScope = [&](const Live& formula) {
            return live::choose(live::equal(scope, words().inScope), formula, words().dash);
        };
        const LiveRange statuses = m_sheet.ownRowPart(row, kFirstStatusColumn, m_layout.metColumn() - 1);
        const Live met = put(m_layout.metColumn(), ifInScope(count(statuses, Status::Met)), metOf(section));
        put(m_layout.verdictColumn(), ifInScope(verdict(statuses)), verdictOf(section));
        const Live remarked = ifInScope(remark(row, statuses, met));
        Cell cell = formulaCell(m_layout.remarkColumn(), remarked.text(), remarked.figure(), 0);
        cell.align = Align::Left;
        m_sheet.put(row, cell);
        m_sheet.putCheck(row, checkColumn(), live::all(agree));
    }

    // A number against threshold and floor; a word (待填报, ——) stays as it is.
    [[nodiscard]] Live status(int index, std::size_t i) const {
        const Live value = m_values.at(index, m_layout.judgedColumn(i));
        const auto reaches = [&](const Live& limit) {
            return live::holds(value, standard::Bound::AtLeast, limit, kLimitDigits);
        };
        return live::choose(live::isNumber(value),
                            live::choose(reaches(m_thresholds[i]), word(Status::Met),
                                         live::choose(reaches(m_floors[i]), word(Status::Floor), word(Status::Below))),
                            value);
    }

    [[nodiscard]] Live count(const LiveRange& statuses, Status status) const {
        return live::countWord(statuses, word(status));
    }
    [[nodiscard]] Live has(const LiveRange& statuses, Status status) const {
        return live::above(count(statuses, status), Live::integer(0));
    }

    [[nodiscard]] Live verdict(const LiveRange& statuses) const {
        const Live allowed = Live::integer(static_cast<std::int64_t>(m_indicators) - m_standard.rowsMet);
        const Live wanted = Live::integer(m_standard.rowsMet);
        return live::choose(
            live::any({has(statuses, Status::Below), live::above(count(statuses, Status::Floor), allowed)}),
            words().unmet,
            live::choose(live::any({has(statuses, Status::Missing), live::below(count(statuses, Status::Met), wanted)}),
                         words().missing, words().met));
    }

    // The words of assess::remarkOf, put together from the statuses of the row.
    [[nodiscard]] Live remark(int row, const LiveRange& statuses, const Live& met) const {
        const Live nothing = Live::text({});
        std::vector<Live> texts{Live::text(tr("达标")), met, Live::text(tr("项"))};
        for (const Status status : {Status::Floor, Status::Below, Status::Missing}) {
            std::vector<Live> ids;
            for (std::size_t i = 0; i < m_indicators; ++i)
                ids.push_back(live::choose(live::equal(m_sheet.own(row, statusColumn(i)), word(status)),
                                           Live::text(QChar(u'、') + m_columns[static_cast<qsizetype>(i)]), nothing));
            const Live list = live::withoutFirst(live::joined(ids), kLongestRemark);
            texts.push_back(live::choose(has(statuses, status),
                                         live::joined(Live::text(tr("；%1：").arg(word(status).text)), list), nothing));
        }
        return live::joined(texts);
    }

    // --- the summary ---

    [[nodiscard]] Live countIn(int column, const SheetWord& wanted) const {
        return live::countWord(m_sheet.columnPart(column, kVerdictSummaryRows, m_sheet.rowCount() - 1), wanted);
    }

    void countMetSchools() {
        constexpr int kRow = std::to_underlying(VerdictRow::MetSchools);
        std::vector<Live> agree;
        for (int column = kFirstStatusColumn; column <= m_layout.verdictColumn(); ++column) {
            if (column == m_layout.metColumn())
                continue;
            const std::int64_t found = column == m_layout.verdictColumn()
                                           ? schoolsWith(Verdict::Pass)
                                           : schoolsMeeting(base::at(column - kFirstStatusColumn));
            const Live cell = m_sheet.put(kRow, column, countIn(column, word(Status::Met)));
            agree.push_back(live::equal(cell, CellValue::of(static_cast<double>(found))));
        }
        m_sheet.putCheck(kRow, checkColumn(), live::all(agree));
    }

    void countSchools() {
        constexpr int kRow = std::to_underlying(VerdictRow::Schools);
        const Live cell = m_sheet.put(kRow, kScopeColumn, countIn(kScopeColumn, words().inScope));
        const int found = m_stage.judged != nullptr ? m_stage.judged->sectionCount() : 0;
        m_sheet.putCheck(kRow, checkColumn(), live::equal(cell, CellValue::of(found)));
    }

    // --- what the program found ---

    [[nodiscard]] std::int64_t schoolsMeeting(std::size_t indicator) const {
        return m_stage.judged == nullptr
                   ? 0
                   : std::ranges::count(m_stage.judged->indicators[indicator].statuses, Status::Met);
    }
    [[nodiscard]] std::int64_t schoolsWith(Verdict verdict) const {
        return m_stage.judged == nullptr ? 0 : std::ranges::count(m_stage.judged->verdicts, verdict);
    }
    [[nodiscard]] CellValue statusOf(const WorkingSection& section, std::size_t indicator) const {
        if (section.judged < 0)
            return CellValue::of(words().dash.text);
        return CellValue::of(word(m_stage.judged->indicators[indicator].statuses[base::at(section.judged)]).text);
    }
    [[nodiscard]] CellValue metOf(const WorkingSection& section) const {
        return section.judged < 0 ? CellValue::of(words().dash.text)
                                  : CellValue::of(m_stage.judged->met[base::at(section.judged)]);
    }
    [[nodiscard]] CellValue verdictOf(const WorkingSection& section) const {
        return section.judged < 0
                   ? CellValue::of(words().dash.text)
                   : CellValue::of(assess::verdictWord(m_stage.judged->verdicts[base::at(section.judged)]));
    }

    [[nodiscard]] SheetWord wordOf(Status status) const { return SheetWord(assess::statusWord(m_standard, status)); }
    [[nodiscard]] const SheetWord& word(Status status) const { return m_words[static_cast<std::size_t>(status)]; }
    static int statusColumn(std::size_t indicator) { return kFirstStatusColumn + static_cast<int>(indicator); }
    [[nodiscard]] int checkColumn() const { return m_layout.remarkColumn() + 1; }

    const WorkingLayout& m_layout;
    const Sources& m_sources;
    const standard::Standard& m_standard;
    const WorkingStage& m_stage;
    std::size_t m_indicators;
    QStringList m_columns;            ///< as table Ⅱ-2, which shows the remark, numbers them
    std::array<SheetWord, 4> m_words; ///< by status
    std::vector<Live> m_thresholds;   ///< cells of the head, per indicator
    std::vector<Live> m_floors;
    const LiveSheet& m_values;
    LiveSheet m_sheet;
};

} // namespace

Table verdictsTable(const WorkingSources& from, const WorkingStage& stage, const LiveSheet& values) {
    return VerdictSheet(from, stage, values).finish();
}

} // namespace junheng::workings
