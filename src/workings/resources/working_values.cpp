// 小学-生均值: who is in scope, and the values of the indicators.

#include "model/items.h"
#include "report/cells.h"
#include "sheet/workbook.h"
#include "workings/formula/excel_formula.h"
#include "workings/formula/working_cells.h"
#include "workings/resources/working_parts.h"
#include "workings/tr.h"

namespace junheng::workings {

using report::relaxationSign;

using document::merged;
using document::Row;
using document::Table;
using document::TableKind;
using document::textCell;

namespace {

using model::Item;
using standard::Expression;
using standard::Relaxation;

constexpr int kValueDecimals = 4;

const Item& pupilsItem() {
    static const Item& item = model::itemOf(items::pupils);
    return item;
}

// 不足50人的教学点，不参加资源配置和校际均衡评估: a column has no room for what is the same for all.
QString reasonOf(const standard::Exclusion& exclusion) {
    return exclusion.reason.section(QChar(u'，'), 0, 0);
}

/// One section's row.
class SectionValues {
public:
    SectionValues(const WorkingSources& from, const WorkingStage& stage, int index,
                  standard::Formula<standard::DoubleAlgebra>& rules)
        : m_from(from), m_layout(from.layout), m_year(from.sources.year), m_stage(stage), m_index(index),
          m_section(stage.sections[static_cast<std::size_t>(index)]), m_rows(*m_section.rows),
          m_shapes(from.shapes.of(stage.stage, stagesRun(m_rows))), m_rules(rules),
          m_row(WorkingLayout::sectionRow(Step::Values, index)) {
        m_rules.enter(m_rows);
    }

    [[nodiscard]] Row row() {
        Row row = rowHead(m_index + 1, workingSchoolName(m_from.sources, m_rows));
        addBasis(row);
        for (std::size_t i = 0; i < m_shapes.size(); ++i)
            addIndicator(row, i);
        return row;
    }

private:
    [[nodiscard]] QString here(int column) const { return sheet::cellName(m_row, column); }
    [[nodiscard]] const standard::Standard& standard() const { return m_from.sources.standard; }
    [[nodiscard]] bool inScope() const { return m_section.judged >= 0; }

    void addBasis(Row& row) const {
        const CellValue scope =
            CellValue::of(inScope() ? words().inScope.text
                                    : reasonOf(standard().exclusions[static_cast<std::size_t>(m_section.exclusion)]));
        row.cells.push_back(formulaCell(kScopeColumn, scopeFormula(), scope, 0));

        QStringList given;
        QStringList all;
        for (const model::Stage stage : standard::kJudgedStages) {
            if (const QString heads = m_layout.pupils(m_rows, stage); !heads.isEmpty()) {
                given << QStringLiteral("ISNUMBER(%1)").arg(heads);
                all << heads;
            }
        }
        const auto compulsory = m_rules.compulsoryPupils();
        const CellValue compulsoryFigure =
            compulsory ? CellValue::of(static_cast<double>(*compulsory)) : CellValue::of(words().missing.text);
        row.cells.push_back(
            formulaCell(kCompulsoryColumn,
                        QStringLiteral("IF(%1,%2,%3)").arg(allOf(given), all.join(QChar(u'+')), words().missing.quoted),
                        compulsoryFigure, 0));

        const model::Observation pupils = m_year.sections().at(m_section.section, pupilsItem());
        const CellValue pupilsFigure =
            pupils.isValue() ? CellValue::of(static_cast<double>(pupils.amount)) : CellValue::of(words().missing.text);
        const QString heads = m_layout.pupils(m_rows, m_stage.stage);
        row.cells.push_back(formulaCell(kPupilsColumn,
                                        QStringLiteral("IF(ISNUMBER(%1),%1,%2)").arg(heads, words().missing.quoted),
                                        pupilsFigure, 0));
        row.cells.push_back(conditionCell(
            kBasisCheckColumn, allOf({equals(kScopeColumn, scope), equals(kCompulsoryColumn, compulsoryFigure),
                                      equals(kPupilsColumn, pupilsFigure)})));
    }

    [[nodiscard]] QString equals(int column, const CellValue& figure) const {
        return here(column) + QChar(u'=') + (figure.number ? excelNumber(*figure.number) : excelText(figure.word));
    }

    // The first exclusion whose conditions hold gives its reason.
    [[nodiscard]] QString scopeFormula() const {
        const auto& types = model::itemOf(items::school_type).choices;
        QString formula = words().inScope.quoted;
        for (auto it = standard().exclusions.rbegin(); it != standard().exclusions.rend(); ++it) {
            QStringList conditions;
            if (it->schoolType)
                conditions << m_layout.schoolType(m_rows.school) + QChar(u'=') +
                                  excelText(types[static_cast<qsizetype>(*it->schoolType)]);
            if (!it->sponsors.empty())
                conditions << sponsorIsOneOf(it->sponsors);
            if (it->compulsoryBelow)
                conditions << QStringLiteral("ISNUMBER(%1)").arg(here(kCompulsoryColumn))
                           << QStringLiteral("N(%1)<%2").arg(here(kCompulsoryColumn)).arg(*it->compulsoryBelow);
            if (it->withoutPupils)
                conditions << QStringLiteral("ISNUMBER(%1)").arg(here(kPupilsColumn))
                           << QStringLiteral("N(%1)=0").arg(here(kPupilsColumn));
            formula = QStringLiteral("IF(%1,%2,%3)").arg(allOf(conditions), excelText(reasonOf(*it)), formula);
        }
        return formula;
    }

    [[nodiscard]] QString sponsorIsOneOf(const std::vector<int>& choices) const {
        const Item& sponsor = model::itemOf(items::sponsor);
        return isOneOf(m_layout.flag(m_rows.school, sponsor), sponsor, choices);
    }

    template <class Choice>
    static QString isOneOf(const QString& cell, const Item& item, const std::vector<Choice>& choices) {
        QStringList is;
        for (const Choice choice : choices)
            is << cell + QChar(u'=') + excelText(item.choices.at(static_cast<qsizetype>(choice)));
        return anyOf(is);
    }

    // Certainly one of the schools: a blank is none.
    [[nodiscard]] QString isSelected(const standard::SchoolSelection& selection) const {
        const model::ItemDictionary& items = model::ItemDictionary::instance();
        const QString type = m_layout.schoolType(m_rows.school);
        QStringList conditions;
        if (!selection.types.empty())
            conditions << isOneOf(type, items.at(items::school_type), selection.types);
        if (!selection.localities.empty())
            conditions << isOneOf(m_layout.flag(m_rows.school, items.at(items::locality)), items.at(items::locality),
                                  selection.localities);
        if (!selection.sponsorsExcept.empty())
            conditions << m_layout.flag(m_rows.school, items.at(items::sponsor)) + QStringLiteral("<>\"\"")
                       << QStringLiteral("NOT(%1)").arg(sponsorIsOneOf(selection.sponsorsExcept));
        if (selection.pointsFrom > 0)
            conditions << anyOf({QStringLiteral("NOT(%1)").arg(isOneOf(type, items.at(items::school_type),
                                                                       std::vector{model::SchoolType::TeachingPoint})),
                                 QStringLiteral("N(%1)>=%2").arg(here(kCompulsoryColumn)).arg(selection.pointsFrom)});
        return allOf(conditions);
    }

    void addIndicator(Row& row, std::size_t i) {
        const auto relaxations = m_layout.relaxations(i);
        const IndicatorShape& shape = m_shapes[i];
        const CellValue base = baseFigure(i);
        const int column = m_layout.valueColumn(i, 0);
        add(row, column, baseFormula(i), base);
        if (relaxations.empty())
            return;
        QStringList candidates{here(column)};
        for (std::size_t v = 1; v <= relaxations.size(); ++v) {
            const Relaxation& relaxation = *relaxations[v - 1];
            const int at = m_layout.valueColumn(i, v);
            QStringList conditions = conditionsOf(relaxation);
            conditions.prepend(QStringLiteral("ISNUMBER(%1)").arg(here(column)));
            add(row, at,
                QStringLiteral("IF(%1,%2,%3)").arg(allOf(conditions), perPupil(shape, i, v), words().dash.quoted),
                base.number && m_rules.applies(relaxation) ? relaxedFigure(i, relaxation)
                                                           : CellValue::of(words().dash.text));
            candidates << here(at);
        }
        add(row, m_layout.judgedColumn(i),
            QStringLiteral("IF(ISNUMBER(%1),MAX(%2),%1)").arg(here(column), candidates.join(QChar(u','))),
            judgedFigure(i));
    }

    void add(Row& row, int column, const QString& formula, const CellValue& figure) const {
        row.cells.push_back(formulaCell(column, formula, figure, kValueDecimals));
        row.cells.push_back(checkCell(column + 1, here(column), figure));
    }

    [[nodiscard]] QStringList conditionsOf(const Relaxation& relaxation) const {
        QStringList conditions;
        if (relaxation.flag != nullptr) {
            const QString flagged = m_layout.flag(m_rows.school, *relaxation.flag) + QChar(u'=') +
                                    excelText(model::displayText(*relaxation.flag, model::Observation::ofAmount(1)));
            conditions << (relaxation.withoutFlag ? anyOf({flagged, isSelected(*relaxation.withoutFlag)}) : flagged);
        }
        if (relaxation.compulsoryPupils)
            conditions
                << QStringLiteral("ISNUMBER(%1)").arg(here(kCompulsoryColumn))
                << QStringLiteral("N(%1)>=%2").arg(here(kCompulsoryColumn)).arg(relaxation.compulsoryPupils->first)
                << QStringLiteral("N(%1)<=%2").arg(here(kCompulsoryColumn)).arg(relaxation.compulsoryPupils->second);
        return conditions;
    }

    // --- formulas ---

    [[nodiscard]] QString partsRange(std::size_t i, std::size_t variant) const {
        const int first = WorkingLayout::firstRow(Step::Split) + m_section.firstPart;
        return excelColumnRange(WorkingLayout::sheetOf(m_stage.stage, Step::Split), first,
                                first + m_section.campusCount() - 1, m_layout.partColumn(i, variant));
    }

    [[nodiscard]] QString baseFormula(std::size_t i) const {
        const standard::ResourceIndicator& rule = standard().resource[i];
        QStringList missing{QStringLiteral("NOT(ISNUMBER(%1))").arg(here(kPupilsColumn))};
        if (!rule.split) {
            const auto& plus = rule.plus[standard::stageIndex(m_stage.stage)];
            std::vector<const Item*> needed = plus;
            needed.insert(needed.end(), rule.minus.begin(), rule.minus.end());
            missing
                << anyBlank(m_layout.sectionItems(m_stage, m_index, needed))
                << QStringLiteral("COUNT(%1)=0").arg(m_layout.sectionItems(m_stage, m_index, plus).join(QChar(u',')));
        } else if (m_section.campusCount() == 0) {
            missing << QStringLiteral("TRUE");
        } else {
            missing << QStringLiteral("COUNTIF(%1,%2)>0").arg(partsRange(i, 0), words().missing.quoted)
                    << QStringLiteral("COUNT(%1)=0").arg(partsRange(i, 0));
        }
        return QStringLiteral("IF(%1<>%2,%3,IF(%4,%5,%6))")
            .arg(here(kScopeColumn), words().inScope.quoted, words().dash.quoted, anyOf(missing),
                 words().missing.quoted, perPupil(m_shapes[i], i, 0));
    }

    // The whole tree, cut at the parts of the campuses where the indicator is split.
    [[nodiscard]] QString perPupil(const IndicatorShape& shape, std::size_t i, std::size_t variant) const {
        const bool split = standard().resource[i].split;
        if (split && m_section.campusCount() == 0)
            return words().missing.quoted;
        const Expression& amount = variant == 0 ? shape.amount : shape.relaxed[variant - 1];
        const NodeReference cells = [&](const Expression& node) {
            if (!node.cellKey())
                return QString();
            return node.cellKey()->item == &pupilsItem()
                       ? here(kPupilsColumn)
                       : QStringLiteral("N(%1)").arg(m_layout.sectionItem(m_stage, m_index, *node.cellKey()->item));
        };
        return excelFormula(shape.perPupil, [&](const Expression& node) {
            if (!IndicatorShape::isAmount(node))
                return cells(node);
            if (split)
                return QStringLiteral("SUM(%1)").arg(partsRange(i, variant));
            const QString sum = excelFormula(amount, cells);
            return amount.operands().empty() ? sum : QStringLiteral("(%1)").arg(sum);
        });
    }

    // --- what the program found ---

    [[nodiscard]] CellValue judgedFigure(std::size_t i) const {
        if (!inScope())
            return CellValue::of(words().dash.text);
        const auto s = static_cast<std::size_t>(m_section.judged);
        const assess::IndicatorColumn& column = m_stage.judged->indicators[i];
        return column.statuses[s] == assess::Status::Missing ? CellValue::of(words().missing.text)
                                                             : CellValue::of(column.values[s]);
    }

    [[nodiscard]] CellValue baseFigure(std::size_t i) const {
        if (inScope() && m_stage.judged->withoutRelaxations) {
            for (const assess::WithoutRelaxation& figure : m_stage.judged->withoutRelaxations->figures) {
                if (figure.section == m_section.judged && figure.indicator == static_cast<int>(i))
                    return CellValue::of(figure.value);
            }
        }
        return judgedFigure(i);
    }

    [[nodiscard]] CellValue relaxedFigure(std::size_t i, const Relaxation& relaxation) {
        const standard::ResourceIndicator& rule = standard().resource[i];
        return CellValue::of(
            *m_rules.perPupil(rule, m_stage.stage, m_rules.numerator(rule, m_stage.stage, relaxation.plus)));
    }

    const WorkingSources& m_from;
    const WorkingLayout& m_layout;
    const model::CountyYear& m_year;
    const WorkingStage& m_stage;
    int m_index;
    const WorkingSection& m_section;
    const model::SchoolRows& m_rows;
    const std::vector<IndicatorShape>& m_shapes;
    standard::Formula<standard::DoubleAlgebra>& m_rules;
    int m_row;
};

void addValuesHead(Table& table, const WorkingSources& from) {
    const auto& standard = from.sources.standard;
    Row titles{{headCell(kNumberColumn, tr("序号"), 2), headCell(kNameColumn, tr("学校名称"), 2),
                headCell(kScopeColumn, tr("参评范围"), 2), headCell(kCompulsoryColumn, tr("义务教育阶段学生数"), 2),
                headCell(kPupilsColumn, tr("在校学生数"), 2), headCell(kBasisCheckColumn, checkWord(), 2)}};
    Row names;
    table.columnWidths = {6, 24, 18, 10, 9, 6};
    for (std::size_t i = 0; i < standard.resource.size(); ++i) {
        const standard::ResourceIndicator& rule = standard.resource[i];
        const auto relaxations = from.layout.relaxations(i);
        QStringList variants{relaxations.empty() ? rule.unit : tr("不计放宽")};
        for (const standard::Relaxation* relaxation : relaxations)
            variants << tr("计%1").arg(relaxationSign(static_cast<int>(relaxation - standard.relaxations.data())));
        if (!relaxations.empty())
            variants << tr("判定用值（%1）").arg(rule.unit);
        titles.cells.push_back(
            merged(textCell(from.layout.valueColumn(i, 0), QStringLiteral("%1 %2").arg(rule.id, rule.shortName)), 1,
                   2 * static_cast<int>(variants.size())));
        for (const QString& variant : variants) {
            names.cells.push_back(textCell(static_cast<int>(table.columnWidths.size()), variant));
            names.cells.push_back(textCell(static_cast<int>(table.columnWidths.size()) + 1, checkWord()));
            table.columnWidths.insert(table.columnWidths.end(), {11, 6});
        }
    }
    table.head = {titles, names};
}

} // namespace

Table valuesTable(const WorkingSources& from, const WorkingStage& stage) {
    Table table{.name = WorkingLayout::sheetOf(stage.stage, Step::Values),
                .title = tr("%1生均值（参评范围和各项指标）").arg(model::stageName(stage.stage))};
    table.kind = TableKind::Working;
    table.frozenColumns = kScopeColumn;
    QStringList relaxations;
    for (std::size_t i = 0; i < from.sources.standard.resource.size(); ++i) {
        for (const Relaxation* relaxation : from.layout.relaxations(i))
            relaxations << relaxationSign(static_cast<int>(relaxation - from.sources.standard.relaxations.data())) +
                               relaxation->title;
    }
    table.caption.left =
        tr("每个数值由原始数据或分摊数除以在校学生数得出；%1").arg(relaxations.join(QStringLiteral("；")));
    addValuesHead(table, from);
    const standard::FormulaInputs inputs(from.sources.year);
    standard::Formula<standard::DoubleAlgebra> rules(inputs, from.sources.standard);
    for (int index = 0; index < static_cast<int>(stage.sections.size()); ++index)
        table.body.push_back(SectionValues(from, stage, index, rules).row());
    markWords(table, {.firstRow = 0,
                      .lastRow = static_cast<int>(table.body.size()) - 1,
                      .firstColumn = kFirstValueColumn,
                      .lastColumn = static_cast<int>(table.columnWidths.size()) - 1});
    markChecks(table);
    return table;
}

} // namespace junheng::workings
