// 小学-分摊: the figures of each campus, divided by weighted pupils.

#include "model/asked.h"
#include "model/items.h"
#include "report/cells.h"
#include "sheet/workbook.h"
#include "workings/formula/excel_formula.h"
#include "workings/formula/working_cells.h"
#include "workings/resources/working_parts.h"
#include "workings/tr.h"

#include <algorithm>
#include <array>

namespace junheng::workings {

using report::relaxationSign;

using document::merged;
using document::Row;
using document::Table;
using document::TableKind;
using document::textCell;

namespace {

using model::Item;
using model::State;
using standard::Expression;
using standard::kSplitStages;

constexpr int kPartDecimals = 2;
constexpr int kSplitDecimals = 6;

// "小学1 : 初中1.1 : 高中1.32".
QString splitWeightsText(const standard::Standard& standard) {
    QStringList parts;
    for (const model::Stage stage : kSplitStages)
        parts << model::stageName(stage) + excelNumber(standard.splitWeight[static_cast<std::size_t>(stage)]);
    return parts.join(QStringLiteral(" : "));
}

/// The campuses of one school, as the sheet of one stage divides them.
class SchoolParts {
public:
    SchoolParts(const WorkingSources& from, const WorkingStage& stage, const WorkingSection& section)
        : m_from(from), m_year(from.sources.year), m_layout(from.layout), m_stage(stage), m_section(section),
          m_rows(*section.rows), m_run(stagesRun(m_rows)), m_shapes(from.shapes.of(stage.stage, m_run)) {
        for (std::size_t k = 0; k < kSplitStages.size(); ++k)
            m_campusPupils[k] = from.layout.campusItems()[k];
        findCondition();
    }

    [[nodiscard]] Row row(int campus) const {
        const int number = m_section.firstPart + campus;
        Row row = rowHead(number + 1, workingSchoolName(m_from.sources, m_rows));
        const int campusRow = m_rows.firstCampus + campus;
        const int sheetRow = WorkingLayout::firstRow(Step::Split) + number;
        row.cells.push_back(textCell(kPartCampusColumn, model::partLabel(m_year.campuses().key(campusRow))));
        const Campus at = campusAt(campusRow, sheetRow);
        addPupils(row, at);
        addShare(row, at);
        for (std::size_t i = 0; i < m_shapes.size(); ++i) {
            if (m_from.sources.standard.resource[i].split)
                addParts(row, at, i);
        }
        return row;
    }

private:
    struct Campus {
        int row;      // of year.campuses()
        int sheetRow; // in 小学-分摊
        std::array<QString, 3> pupilsFormula;
        std::array<double, 3> pupils;
        double share;
    };

    [[nodiscard]] bool several() const { return m_rows.endCampus - m_rows.firstCampus > 1; }
    [[nodiscard]] std::size_t ours() const { return static_cast<std::size_t>(m_stage.stage); }

    [[nodiscard]] double amountOf(const model::Table& table, int row, const Item& item) const {
        const model::Observation observation = table.at(row, item);
        return observation.isValue() ? model::decimalOf(item, observation).toDouble() : 0;
    }
    [[nodiscard]] double sectionPupils(std::size_t k) const {
        return m_run[k] ? amountOf(m_year.sections(), m_rows.section[k], pupilsItem()) : 0;
    }
    static const Item& pupilsItem() {
        static const Item& item = model::itemOf(items::pupils);
        return item;
    }

    // Whether the pupils that divide the school are all known, as a formula and as it stands.
    void findCondition() {
        if (const auto type = m_year.schoolType(m_rows.school)) {
            for (const model::Stage stage : model::obligatoryStages(*type)) {
                if (m_rows.sectionOf(stage) < 0)
                    return setCondition(words().missing.quoted, words().missing.text);
            }
        }
        QStringList given;
        QStringList blank;
        QStringList unequal;
        bool isGiven = true;
        bool isBlank = false;
        bool isUnequal = false;
        for (std::size_t k = 0; k < kSplitStages.size(); ++k) {
            const QString heads = m_layout.pupils(m_rows, kSplitStages[k]);
            const double count = sectionPupils(k);
            if (m_run[k]) {
                given << QStringLiteral("ISNUMBER(%1)").arg(heads);
                isGiven = isGiven && m_year.sections().at(m_rows.section[k], pupilsItem()).isValue();
            }
            if (!several())
                continue;
            const QString range = m_layout.campusRange(m_rows, *m_campusPupils[k]);
            double sum = 0;
            bool lacks = false;
            for (int row = m_rows.firstCampus; row < m_rows.endCampus; ++row) {
                sum += amountOf(m_year.campuses(), row, *m_campusPupils[k]);
                lacks = lacks || m_year.campuses().at(row, *m_campusPupils[k]).isMissing();
            }
            if (m_run[k])
                blank << QStringLiteral("AND(N(%1)<>0,COUNTBLANK(%2)>0)").arg(heads, range);
            isBlank = isBlank || (count != 0 && lacks);
            unequal << QStringLiteral("SUM(%1)<>%2")
                           .arg(range, m_run[k] ? QStringLiteral("N(%1)").arg(heads) : QStringLiteral("0"));
            isUnequal = isUnequal || sum != count;
        }
        QString formula = words().complete.quoted;
        if (several())
            formula = QStringLiteral("IF(%1,%2,IF(%3,%4,%5))")
                          .arg(anyOf(blank), words().missing.quoted, anyOf(unequal), words().mismatch.quoted, formula);
        setCondition(QStringLiteral("IF(%1,%2,%3)").arg(allOf(given), formula, words().missing.quoted),
                     !isGiven || isBlank ? words().missing.text
                     : isUnequal         ? words().mismatch.text
                                         : words().complete.text);
    }

    void setCondition(const QString& formula, const QString& word) {
        m_conditionFormula = formula;
        m_condition = word;
    }

    // A campus of several is divided by its own pupils if it has any, else by those of the whole school.
    [[nodiscard]] Campus campusAt(int campusRow, int sheetRow) const {
        Campus campus{.row = campusRow, .sheetRow = sheetRow, .pupilsFormula = {}, .pupils = {}, .share = 0};
        double own = 0;
        QStringList ownCells;
        for (std::size_t k = 0; several() && k < kSplitStages.size(); ++k) {
            own += amountOf(m_year.campuses(), campusRow, *m_campusPupils[k]);
            ownCells << m_layout.campusItem(campusRow, *m_campusPupils[k]);
        }
        for (std::size_t k = 0; k < kSplitStages.size(); ++k) {
            const QString whole =
                m_run[k] ? QStringLiteral("N(%1)").arg(m_layout.pupils(m_rows, kSplitStages[k])) : QStringLiteral("0");
            campus.pupilsFormula[k] =
                several() ? QStringLiteral("IF(SUM(%1)>0,N(%2),%3)")
                                .arg(ownCells.join(QChar(u',')), ownCells[static_cast<qsizetype>(k)], whole)
                          : whole;
            campus.pupils[k] = own > 0 ? amountOf(m_year.campuses(), campusRow, *m_campusPupils[k]) : sectionPupils(k);
        }
        if (campus.pupils[ours()] > 0) {
            const Expression* quotient = shareOf();
            campus.share = quotient == nullptr ? 1 : evaluate(*quotient, [&](const Expression& node) {
                return node.cellKey() ? std::optional(campus.pupils[stageOf(node)]) : std::nullopt;
            });
        }
        return campus;
    }

    // The quotient of weighted pupils in the shape of a split indicator; null where the stage is alone.
    [[nodiscard]] const Expression* shareOf() const {
        for (std::size_t i = 0; i < m_shapes.size(); ++i) {
            if (!m_from.sources.standard.resource[i].split)
                continue;
            for (const Expression& factor : m_shapes[i].amount.operands()) {
                if (isShare(factor))
                    return &factor;
            }
        }
        return nullptr;
    }
    static bool isShare(const Expression& node) { return node.kind() == Expression::Kind::Quotient; }
    // The specimen has one campus, so the pupils of its sections divide it.
    static std::size_t stageOf(const Expression& pupilsCell) {
        return static_cast<std::size_t>(*model::stageFromId(pupilsCell.cellKey()->subject.part));
    }

    void addPupils(Row& row, const Campus& at) const {
        QStringList equal;
        for (std::size_t k = 0; k < kSplitStages.size(); ++k) {
            const int column = kPartPupilsColumn + static_cast<int>(k);
            row.cells.push_back(formulaCell(column, at.pupilsFormula[k], CellValue::of(at.pupils[k]), 0));
            equal << sheet::cellName(at.sheetRow, column) + QChar(u'=') + excelNumber(at.pupils[k]);
        }
        row.cells.push_back(formulaCell(kPartConditionColumn, m_conditionFormula, CellValue::of(m_condition), 0));
        equal << conditionCellName(at) + QChar(u'=') + excelText(m_condition);
        row.cells.push_back(conditionCell(kPartPupilsCheckColumn, allOf(equal)));
    }

    [[nodiscard]] static QString conditionCellName(const Campus& at) {
        return sheet::cellName(at.sheetRow, kPartConditionColumn);
    }
    [[nodiscard]] QString ourPupils(const Campus& at) const {
        return sheet::cellName(at.sheetRow, kPartPupilsColumn + static_cast<int>(ours()));
    }

    // 待填报 while pupils are lacking, —— where the campus does not serve the stage.
    [[nodiscard]] CellValue shareFigure(const Campus& at) const {
        if (m_condition != words().complete.text)
            return CellValue::of(words().missing.text);
        return at.pupils[ours()] > 0 ? CellValue::of(at.share) : CellValue::of(words().dash.text);
    }

    void addShare(Row& row, const Campus& at) const {
        const Expression* quotient = shareOf();
        const QString share =
            quotient == nullptr ? QStringLiteral("1") : excelFormula(*quotient, [&](const Expression& node) {
                return node.cellKey()
                           ? sheet::cellName(at.sheetRow, kPartPupilsColumn + static_cast<int>(stageOf(node)))
                           : QString();
            });
        const QString formula = QStringLiteral("IF(%1<>%2,%3,IF(%4=0,%5,%6))")
                                    .arg(conditionCellName(at), words().complete.quoted, words().missing.quoted,
                                         ourPupils(at), words().dash.quoted, share);
        const CellValue figure = shareFigure(at);
        row.cells.push_back(formulaCell(kPartShareColumn, formula, figure, kSplitDecimals));
        row.cells.push_back(checkCell(kPartShareColumn + 1, sheet::cellName(at.sheetRow, kPartShareColumn), figure));
    }

    void addParts(Row& row, const Campus& at, std::size_t i) const {
        const std::size_t s = standard::stageIndex(m_stage.stage);
        const standard::ResourceIndicator& rule = m_from.sources.standard.resource[i];
        addPart(row, at, {.indicator = i, .variant = 0, .addends = rule.plus[s]}, m_shapes[i].amount);
        for (std::size_t v = 0; v < m_shapes[i].relaxed.size(); ++v) {
            std::vector<const Item*> addends = rule.plus[s];
            const auto& extra = m_layout.relaxations(i)[v]->plus;
            addends.insert(addends.end(), extra.begin(), extra.end());
            addPart(row, at, {.indicator = i, .variant = v + 1, .addends = std::move(addends)}, m_shapes[i].relaxed[v]);
        }
    }

    struct Part {
        std::size_t indicator;
        std::size_t variant;
        std::vector<const Item*> addends; // one of them at least must be a figure
    };

    void addPart(Row& row, const Campus& at, const Part& part, const Expression& amount) const {
        const int column = m_layout.partColumn(part.indicator, part.variant);
        const standard::ResourceIndicator& rule = m_from.sources.standard.resource[part.indicator];
        std::vector<const Item*> needed = rule.plus[standard::stageIndex(m_stage.stage)];
        needed.insert(needed.end(), rule.minus.begin(), rule.minus.end());
        const auto holds = [&](const std::vector<const Item*>& items, bool (model::Observation::*what)() const) {
            return std::ranges::any_of(items,
                                       [&](const Item* item) { return (m_year.campuses().at(at.row, *item).*what)(); });
        };
        const bool isBlank = holds(needed, &model::Observation::isMissing);
        const bool anyFigure = holds(part.addends, &model::Observation::isValue);
        const QString formula =
            QStringLiteral("IF(ISNUMBER(%1),IF(%2,%3,IF(COUNT(%4)=0,%5,%6)),%1)")
                .arg(sheet::cellName(at.sheetRow, kPartShareColumn), anyBlank(m_layout.campusItems(at.row, needed)),
                     words().missing.quoted, m_layout.campusItems(at.row, part.addends).join(QChar(u',')),
                     words().notApplicable.quoted, printed(amount, at));
        CellValue figure = shareFigure(at);
        if (figure.number && isBlank)
            figure = CellValue::of(words().missing.text);
        else if (figure.number && !anyFigure)
            figure = CellValue::of(words().notApplicable.text);
        else if (figure.number)
            figure = CellValue::of(valueOf(amount, at));
        row.cells.push_back(formulaCell(column, formula, figure, kPartDecimals));
        row.cells.push_back(checkCell(column + 1, sheet::cellName(at.sheetRow, column), figure));
    }

    [[nodiscard]] QString printed(const Expression& amount, const Campus& at) const {
        return excelFormula(amount, [&](const Expression& node) {
            if (isShare(node))
                return sheet::cellName(at.sheetRow, kPartShareColumn);
            return node.cellKey() ? QStringLiteral("N(%1)").arg(m_layout.campusItem(at.row, *node.cellKey()->item))
                                  : QString();
        });
    }
    [[nodiscard]] double valueOf(const Expression& amount, const Campus& at) const {
        return evaluate(amount, [&](const Expression& node) -> std::optional<double> {
            if (isShare(node))
                return at.share;
            return node.cellKey() ? std::optional(amountOf(m_year.campuses(), at.row, *node.cellKey()->item))
                                  : std::nullopt;
        });
    }

    const WorkingSources& m_from;
    const model::CountyYear& m_year;
    const WorkingLayout& m_layout;
    const WorkingStage& m_stage;
    const WorkingSection& m_section;
    const model::SchoolRows& m_rows;
    StagesRun m_run;
    const std::vector<IndicatorShape>& m_shapes;
    std::array<const Item*, 3> m_campusPupils{};
    QString m_conditionFormula;
    QString m_condition;
};

QString variantHeading(std::size_t variant, const standard::Standard& standard,
                       std::span<const standard::Relaxation* const> relaxations) {
    if (relaxations.empty())
        return tr("本校区部分");
    if (variant == 0)
        return tr("不计放宽");
    return tr("计%1").arg(relaxationSign(static_cast<int>(relaxations[variant - 1] - standard.relaxations.data())));
}

void addSplitHead(Table& table, const WorkingSources& from) {
    Row titles{{headCell(kNumberColumn, tr("序号"), 2), headCell(kNameColumn, tr("学校名称"), 2),
                headCell(kPartCampusColumn, tr("校区"), 2),
                merged(textCell(kPartPupilsColumn, tr("拆分用学生数（人）")), 1, 3),
                headCell(kPartConditionColumn, tr("学生数是否齐全"), 2),
                headCell(kPartPupilsCheckColumn, checkWord(), 2), headCell(kPartShareColumn, tr("拆分比例"), 2),
                headCell(kPartShareColumn + 1, checkWord(), 2)}};
    Row names;
    for (std::size_t k = 0; k < kSplitStages.size(); ++k)
        names.cells.push_back(textCell(kPartPupilsColumn + static_cast<int>(k), model::stageName(kSplitStages[k])));
    table.columnWidths = {6, 24, 12, 8, 8, 8, 9, 6, 10, 6};
    const auto& indicators = from.sources.standard.resource;
    for (std::size_t i = 0; i < indicators.size(); ++i) {
        if (!indicators[i].split)
            continue;
        const auto relaxations = from.layout.relaxations(i);
        const int column = from.layout.partColumn(i, 0);
        const int columns = 2 * (1 + static_cast<int>(relaxations.size()));
        titles.cells.push_back(merged(
            textCell(column, QStringLiteral("%1 %2").arg(indicators[i].id, indicators[i].shortName)), 1, columns));
        for (std::size_t v = 0; v <= relaxations.size(); ++v) {
            const int at = from.layout.partColumn(i, v);
            names.cells.push_back(textCell(at, variantHeading(v, from.sources.standard, relaxations)));
            names.cells.push_back(textCell(at + 1, checkWord()));
            table.columnWidths.insert(table.columnWidths.end(), {12, 6});
        }
    }
    table.head = {titles, names};
}

} // namespace

Table splitTable(const WorkingSources& from, const WorkingStage& stage) {
    Table table{.name = WorkingLayout::sheetOf(stage.stage, Step::Split),
                .title = tr("%1分摊（各校区分到本学段的部分）").arg(model::stageName(stage.stage))};
    table.kind = TableKind::Working;
    table.frozenColumns = kPartPupilsColumn;
    table.caption.left = tr("拆分比例＝本学段折算学生数÷各学段折算学生数之和（%1）；数额用原始数据的单位")
                             .arg(splitWeightsText(from.sources.standard));
    addSplitHead(table, from);
    for (const WorkingSection& section : stage.sections) {
        const SchoolParts school(from, stage, section);
        for (int campus = 0; campus < section.campusCount(); ++campus)
            table.body.push_back(school.row(campus));
    }
    markWords(table, {.firstRow = 0,
                      .lastRow = static_cast<int>(table.body.size()) - 1,
                      .firstColumn = kPartConditionColumn,
                      .lastColumn = static_cast<int>(table.columnWidths.size()) - 1});
    markChecks(table);
    return table;
}

} // namespace junheng::workings
