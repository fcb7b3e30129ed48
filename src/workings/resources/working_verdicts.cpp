// 小学-判定: every value against its threshold and floor, and the rule over the indicators of a section.

#include "report/cells.h"
#include "sheet/workbook.h"
#include "workings/formula/excel_formula.h"
#include "workings/formula/working_cells.h"
#include "workings/resources/working_parts.h"
#include "workings/tr.h"

#include <algorithm>
#include <array>

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

// Where a figure stands exactly on its limit, a double may lie a trifle beside it.
QString atLeast(const QString& value, const QString& limit) {
    return QStringLiteral("ROUND(%1-%2,10)>=0").arg(value, limit);
}

class VerdictSheet {
public:
    VerdictSheet(const WorkingSources& from, const WorkingStage& stage)
        : m_layout(from.layout), m_sources(from.sources), m_standard(from.sources.standard), m_stage(stage),
          m_indicators(from.sources.standard.resource.size()), m_columns(schoolColumns(from.sources.standard)),
          m_words{wordOf(Status::Met), wordOf(Status::Floor), wordOf(Status::Below), wordOf(Status::Missing)} {}

    [[nodiscard]] Row sectionRow(int index) const {
        const WorkingSection& section = m_stage.sections[static_cast<std::size_t>(index)];
        const int row = WorkingLayout::sectionRow(Step::Verdicts, index);
        const auto here = [&](int column) { return sheet::cellName(row, column); };
        Row cells = rowHead(index + 1, workingSchoolName(m_sources, *section.rows));
        const bool inScope = section.judged >= 0;
        const QString scope = excelAddress(WorkingLayout::sheetOf(m_stage.stage, Step::Values),
                                           WorkingLayout::sectionRow(Step::Values, index), kScopeColumn);
        cells.cells.push_back(
            formulaCell(kScopeColumn,
                        QStringLiteral("IF(%1=%2,%2,%3)").arg(scope, words().inScope.quoted, words().outOfScope.quoted),
                        CellValue::of(inScope ? words().inScope.text : words().outOfScope.text), 0));
        QStringList agree{agreement(here(kScopeColumn), cells.cells.back())};
        for (std::size_t i = 0; i < m_indicators; ++i) {
            const int column = kFirstStatusColumn + static_cast<int>(i);
            cells.cells.push_back(formulaCell(column, statusFormula(index, i), CellValue::of(statusOf(section, i)), 0));
            agree << agreement(here(column), cells.cells.back());
        }
        addVerdict(cells, section, row);
        for (int column = m_layout.metColumn(); column <= m_layout.verdictColumn(); ++column)
            agree << agreement(here(column), cells.cells[static_cast<std::size_t>(column)]);
        cells.cells.push_back(conditionCell(m_layout.remarkColumn() + 1, allOf(agree)));
        return cells;
    }

    [[nodiscard]] Row metSchoolsRow() const {
        Row row = rowHead(1, tr("达标学校数（所）"));
        row.cells.front() = textCell(0, {});
        QStringList agree;
        for (int column = kFirstStatusColumn; column <= m_layout.verdictColumn(); ++column) {
            if (column == m_layout.metColumn())
                continue;
            const std::int64_t met = column == m_layout.verdictColumn()
                                         ? schoolsWith(Verdict::Pass)
                                         : schoolsMeeting(static_cast<std::size_t>(column - kFirstStatusColumn));
            row.cells.push_back(
                formulaCell(column,
                            QStringLiteral("COUNTIF(%1,%2)")
                                .arg(m_layout.sectionRange(m_stage, Step::Verdicts, column), statusText(Status::Met)),
                            CellValue::of(static_cast<double>(met)), 0));
            agree << agreement(sheet::cellName(summaryRow(VerdictRow::MetSchools), column), row.cells.back());
        }
        row.cells.push_back(conditionCell(m_layout.remarkColumn() + 1, allOf(agree)));
        return row;
    }

    [[nodiscard]] Row schoolsRow() const {
        Row row = rowHead(1, tr("参评学校数（所）"));
        row.cells.front() = textCell(0, {});
        row.cells.push_back(
            formulaCell(kScopeColumn,
                        QStringLiteral("COUNTIF(%1,%2)")
                            .arg(m_layout.sectionRange(m_stage, Step::Verdicts, kScopeColumn), words().inScope.quoted),
                        CellValue::of(m_stage.judged != nullptr ? m_stage.judged->sectionCount() : 0), 0));
        row.cells.push_back(
            conditionCell(m_layout.remarkColumn() + 1,
                          agreement(sheet::cellName(summaryRow(VerdictRow::Schools), kScopeColumn), row.cells.back())));
        return row;
    }

    void addHead(Table& table) const {
        const std::size_t s = standard::stageIndex(m_stage.stage);
        Row titles{{headCell(kNumberColumn, tr("序号"), 3), headCell(kNameColumn, tr("学校名称"), 1),
                    headCell(kScopeColumn, tr("参评范围"), 3)}};
        Row thresholds{{textCell(kNameColumn, tr("标准"))}};
        Row floors{{textCell(kNameColumn, tr("标准的%1%").arg(assess::floorPercent(m_standard)))}};
        table.columnWidths = {6, 24, 9};
        for (std::size_t i = 0; i < m_indicators; ++i) {
            const standard::ResourceIndicator& rule = m_standard.resource[i];
            const int column = kFirstStatusColumn + static_cast<int>(i);
            titles.cells.push_back(textCell(column, QStringLiteral("%1 %2").arg(rule.id, rule.shortName)));
            thresholds.cells.push_back(
                {.column = column,
                 .text = {},
                 .number = Number{.value = base::toDouble(rule.threshold[s].value), .decimals = kAllDecimals}});
            floors.cells.push_back(
                formulaCell(column,
                            QStringLiteral("ROUND(%1*%2,10)")
                                .arg(sheet::cellName(kThresholdRow, column), excelNumber(m_standard.floorShare)),
                            CellValue::of(base::toDouble(rule.threshold[s].floor)), kAllDecimals));
            floors.cells.back().align = Align::Centre;
            table.columnWidths.push_back(11);
        }
        titles.cells.push_back(headCell(m_layout.metColumn(), tr("达标项数"), 3));
        titles.cells.push_back(headCell(m_layout.verdictColumn(), tr("综合评估"), 3));
        titles.cells.push_back(headCell(m_layout.remarkColumn(), tr("表Ⅱ-2备注（按其列号）"), 3));
        titles.cells.push_back(headCell(m_layout.remarkColumn() + 1, checkWord(), 3));
        table.columnWidths.insert(table.columnWidths.end(), {9, 10, 34, 6});
        table.head = {titles, thresholds, floors};
    }

private:
    static QString agreement(const QString& address, const Cell& cell) {
        return address + QChar(u'=') + (cell.number ? excelNumber(cell.number->value) : excelText(cell.text));
    }

    [[nodiscard]] Word wordOf(Status status) const { return Word(assess::statusWord(m_standard, status)); }
    [[nodiscard]] const Word& word(Status status) const { return m_words[static_cast<std::size_t>(status)]; }
    [[nodiscard]] const QString& statusText(Status status) const { return word(status).quoted; }

    [[nodiscard]] std::int64_t schoolsMeeting(std::size_t indicator) const {
        return m_stage.judged == nullptr
                   ? 0
                   : std::ranges::count(m_stage.judged->indicators[indicator].statuses, Status::Met);
    }
    [[nodiscard]] std::int64_t schoolsWith(Verdict verdict) const {
        return m_stage.judged == nullptr ? 0 : std::ranges::count(m_stage.judged->verdicts, verdict);
    }

    [[nodiscard]] QString statusOf(const WorkingSection& section, std::size_t indicator) const {
        if (section.judged < 0)
            return words().dash.text;
        return word(m_stage.judged->indicators[indicator].statuses[static_cast<std::size_t>(section.judged)]).text;
    }

    // A number against threshold and floor; a word (待填报, ——) stays as it is.
    [[nodiscard]] QString statusFormula(int index, std::size_t indicator) const {
        const int column = kFirstStatusColumn + static_cast<int>(indicator);
        const QString value = m_layout.value(m_stage.stage, index, indicator);
        return QStringLiteral("IF(ISNUMBER(%1),IF(%2,%3,IF(%4,%5,%6)),%1)")
            .arg(value, atLeast(value, excelFixedRow(kThresholdRow, column)), statusText(Status::Met),
                 atLeast(value, excelFixedRow(kFloorRow, column)), statusText(Status::Floor),
                 statusText(Status::Below));
    }

    [[nodiscard]] QString countOf(int row, Status status) const {
        return QStringLiteral("COUNTIF(%1:%2,%3)")
            .arg(sheet::cellName(row, kFirstStatusColumn),
                 sheet::cellName(row, kFirstStatusColumn + static_cast<int>(m_indicators) - 1), statusText(status));
    }

    void addVerdict(Row& cells, const WorkingSection& section, int row) const {
        const auto count = [&](Status status) { return countOf(row, status); };
        const auto within = [&](const QString& formula) {
            return QStringLiteral("IF(%1=%2,%3,%4)")
                .arg(sheet::cellName(row, kScopeColumn), words().inScope.quoted, formula, words().dash.quoted);
        };
        const bool inScope = section.judged >= 0;
        const auto s = static_cast<std::size_t>(std::max(section.judged, 0));
        cells.cells.push_back(
            formulaCell(m_layout.metColumn(), within(count(Status::Met)),
                        inScope ? CellValue::of(m_stage.judged->met[s]) : CellValue::of(words().dash.text), 0));

        const auto allowed = m_indicators - static_cast<std::size_t>(m_standard.rowsMet);
        const QString verdict = QStringLiteral("IF(OR(%1>0,%2>%3),%4,IF(OR(%5>0,%6<%7),%8,%9))")
                                    .arg(count(Status::Below), count(Status::Floor))
                                    .arg(allowed)
                                    .arg(words().unmet.quoted, count(Status::Missing), count(Status::Met))
                                    .arg(m_standard.rowsMet)
                                    .arg(words().missing.quoted, words().met.quoted);
        cells.cells.push_back(formulaCell(
            m_layout.verdictColumn(), within(verdict),
            CellValue::of(inScope ? assess::verdictWord(m_stage.judged->verdicts[s]) : words().dash.text), 0));

        cells.cells.push_back(
            formulaCell(m_layout.remarkColumn(), within(remarkFormula(row)),
                        CellValue::of(inScope ? assess::remarkOf(m_standard, *m_stage.judged, section.judged, m_columns)
                                              : words().dash.text),
                        0));
        cells.cells.back().align = Align::Left;
    }

    // The words of assess::remarkOf, put together from the statuses of the row.
    [[nodiscard]] QString remarkFormula(int row) const {
        QString formula =
            QStringLiteral("%1&%2&%3")
                .arg(excelText(tr("达标")), sheet::cellName(row, m_layout.metColumn()), excelText(tr("项")));
        for (const Status status : {Status::Floor, Status::Below, Status::Missing}) {
            QStringList ids;
            for (std::size_t i = 0; i < m_indicators; ++i)
                ids << QStringLiteral("IF(%1=%2,%3,\"\")")
                           .arg(sheet::cellName(row, kFirstStatusColumn + static_cast<int>(i)), statusText(status),
                                excelText(QChar(u'、') + m_columns[static_cast<qsizetype>(i)]));
            formula +=
                QStringLiteral("&IF(%1>0,%2&MID(%3,2,99),\"\")")
                    .arg(countOf(row, status), excelText(tr("；%1：").arg(word(status).text)), ids.join(QChar(u'&')));
        }
        return formula;
    }

    const WorkingLayout& m_layout;
    const Sources& m_sources;
    const standard::Standard& m_standard;
    const WorkingStage& m_stage;
    std::size_t m_indicators;
    QStringList m_columns;       ///< as table Ⅱ-2, which shows the remark, numbers them
    std::array<Word, 4> m_words; ///< by status
};

} // namespace

Table verdictsTable(const WorkingSources& from, const WorkingStage& stage) {
    Table table{.name = WorkingLayout::sheetOf(stage.stage, Step::Verdicts),
                .title = tr("%1判定（与标准及其下限比较）").arg(model::stageName(stage.stage))};
    table.kind = TableKind::Working;
    table.frozenColumns = kScopeColumn;
    table.caption.left = tr("每校至少%1项达标，其余各项不低于标准的%2%")
                             .arg(from.sources.standard.rowsMet)
                             .arg(assess::floorPercent(from.sources.standard));
    const VerdictSheet sheet(from, stage);
    sheet.addHead(table);
    table.body = {sheet.metSchoolsRow(), sheet.schoolsRow()};
    for (int index = 0; index < static_cast<int>(stage.sections.size()); ++index)
        table.body.push_back(sheet.sectionRow(index));
    markWords(table,
              {.firstRow = 0,
               .lastRow = static_cast<int>(table.body.size()) - 1,
               .firstColumn = kFirstStatusColumn,
               .lastColumn = static_cast<int>(table.columnWidths.size()) - 1},
              from.sources.standard);
    markChecks(table);
    return table;
}

} // namespace junheng::workings
