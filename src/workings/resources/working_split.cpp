// 小学-分摊: the figures of each campus, divided by weighted pupils.

#include "model/asked.h"
#include "model/items.h"
#include "report/cells.h"
#include "workings/formula/excel_formula.h"
#include "workings/formula/live_expression.h"
#include "workings/resources/working_parts.h"
#include "workings/tr.h"

#include <optional>

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
    SchoolParts(const WorkingSources& from, const WorkingStage& stage, const WorkingSection& section, LiveSheet& sheet)
        : m_from(from), m_year(from.sources.year), m_layout(from.layout), m_stage(stage), m_section(section),
          m_rows(*section.rows), m_shapes(from.shapes.of(stage.stage, stagesRun(m_rows))), m_sheet(sheet),
          m_condition(condition()) {}

    void addRow(int campus) {
        const int number = m_section.firstPart + campus;
        const int row = m_sheet.addRow(rowHead(number + 1, workingSchoolName(m_from.sources, m_rows)));
        const int campusRow = m_rows.firstCampus + campus;
        m_sheet.put(row, textCell(kPartCampusColumn, model::partLabel(m_year.campuses().key(campusRow))));
        const Live share = putShare(row, putPupils(row, campusRow));
        for (std::size_t i = 0; i < m_shapes.size(); ++i) {
            if (m_from.sources.standard.resource[i].split)
                putParts(row, {.row = campusRow, .share = share}, i);
        }
    }

private:
    struct Campus {
        int row; // of year.campuses()
        Live share;
    };
    /// A row's cells: the pupils by stage, and whether they are complete.
    struct Pupils {
        std::vector<Live> counts;
        Live condition;
    };

    [[nodiscard]] bool several() const { return m_rows.endCampus - m_rows.firstCampus > 1; }
    [[nodiscard]] const Item& campusPupils(std::size_t k) const { return *m_layout.campusItems()[k]; }
    // Of the whole school.
    [[nodiscard]] Live sectionPupils(std::size_t k) const {
        const std::optional<Live> heads = m_layout.pupils(m_rows, kSplitStages[k]);
        return heads ? live::figureOf(*heads) : Live::integer(0);
    }

    // Whether the pupils that divide the school are all known.
    [[nodiscard]] Live condition() const {
        if (const auto type = m_year.schoolType(m_rows.school)) {
            for (const model::Stage stage : model::obligatoryStages(*type)) {
                if (m_rows.sectionOf(stage) < 0)
                    return words().missing;
            }
        }
        std::vector<Live> given;
        std::vector<Live> blank;
        std::vector<Live> unequal;
        for (std::size_t k = 0; k < kSplitStages.size(); ++k) {
            const std::optional<Live> heads = m_layout.pupils(m_rows, kSplitStages[k]);
            if (heads)
                given.push_back(live::isNumber(*heads));
            if (!several())
                continue;
            const LiveRange ofCampuses = m_layout.campusRange(m_rows, campusPupils(k));
            if (heads)
                blank.push_back(
                    live::all({live::unequal(live::figureOf(*heads), Live::integer(0)), live::anyBlank(ofCampuses)}));
            unequal.push_back(live::unequal(live::sum(ofCampuses), sectionPupils(k)));
        }
        Live complete = words().complete;
        if (several())
            complete = live::choose(live::any(blank), words().missing,
                                    live::choose(live::any(unequal), words().mismatch, complete));
        return live::choose(live::all(given), complete, words().missing);
    }

    // A campus of several is divided by its own pupils if it has any, else by those of the whole school.
    [[nodiscard]] Pupils putPupils(int row, int campusRow) {
        std::vector<Live> own;
        for (std::size_t k = 0; several() && k < kSplitStages.size(); ++k)
            own.push_back(m_layout.campusItem(campusRow, campusPupils(k)));
        std::vector<Live> counts;
        std::vector<Live> agree;
        for (std::size_t k = 0; k < kSplitStages.size(); ++k) {
            const Live whole = sectionPupils(k);
            const Live divides = own.empty()
                                     ? whole
                                     : live::choose(live::above(live::sum(live::cellsOf(own)), Live::integer(0)),
                                                    live::figureOf(own[k]), whole);
            counts.push_back(m_sheet.put(row, kPartPupilsColumn + static_cast<int>(k), divides));
            agree.push_back(live::equal(counts.back(), counts.back().figure()));
        }
        const Live condition = m_sheet.put(row, kPartConditionColumn, m_condition);
        agree.push_back(live::equal(condition, condition.figure()));
        m_sheet.putCheck(row, kPartPupilsCheckColumn, live::all(agree));
        return {.counts = std::move(counts), .condition = condition};
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

    // 待填报 while pupils are lacking, —— where the campus does not serve the stage.
    [[nodiscard]] Live putShare(int row, const Pupils& pupils) {
        const Expression* quotient = shareOf();
        const Live share = quotient == nullptr ? Live::integer(1) : liveFormula(*quotient, [&](const Expression& node) {
            return node.cellKey() ? std::optional(pupils.counts[stageOf(node)]) : std::nullopt;
        });
        const Live& ours = pupils.counts[static_cast<std::size_t>(m_stage.stage)];
        return put(row, kPartShareColumn,
                   live::choose(live::unequal(pupils.condition, words().complete), words().missing,
                                live::choose(live::equal(ours, Live::integer(0)), words().dash, share)),
                   kSplitDecimals);
    }

    // With its check.
    Live put(int row, int column, const Live& formula, int decimals) {
        Live cell = m_sheet.put(row, column, formula, decimals);
        m_sheet.putCheck(row, column + 1, cell, cell.figure());
        return cell;
    }

    void putParts(int row, const Campus& at, std::size_t i) {
        const standard::ResourceIndicator& rule = m_from.sources.standard.resource[i];
        const std::vector<const Item*>& plus = rule.plus[standard::stageIndex(m_stage.stage)];
        put(row, m_layout.partColumn(i, 0), part(at, rule, plus, m_shapes[i].amount), kPartDecimals);
        for (std::size_t v = 0; v < m_shapes[i].relaxed.size(); ++v) {
            std::vector<const Item*> addends = plus;
            const auto& extra = m_layout.relaxations(i)[v]->plus;
            addends.insert(addends.end(), extra.begin(), extra.end());
            put(row, m_layout.partColumn(i, v + 1), part(at, rule, addends, m_shapes[i].relaxed[v]), kPartDecimals);
        }
    }

    // One of `addends` at least must be a figure.
    [[nodiscard]] Live part(const Campus& at, const standard::ResourceIndicator& rule,
                            const std::vector<const Item*>& addends, const Expression& amount) const {
        std::vector<const Item*> needed = rule.plus[standard::stageIndex(m_stage.stage)];
        needed.insert(needed.end(), rule.minus.begin(), rule.minus.end());
        const Live figure = liveFormula(amount, [&](const Expression& node) -> std::optional<Live> {
            if (isShare(node))
                return at.share;
            return node.cellKey() ? std::optional(live::figureOf(m_layout.campusItem(at.row, *node.cellKey()->item)))
                                  : std::nullopt;
        });
        const Live noAddend = live::equal(live::countNumbers(m_layout.campusItems(at.row, addends)), Live::integer(0));
        return live::choose(live::isNumber(at.share),
                            live::choose(live::anyBlank(m_layout.campusItems(at.row, needed)), words().missing,
                                         live::choose(noAddend, words().notApplicable, figure)),
                            at.share);
    }

    const WorkingSources& m_from;
    const model::CountyYear& m_year;
    const WorkingLayout& m_layout;
    const WorkingStage& m_stage;
    const WorkingSection& m_section;
    const model::SchoolRows& m_rows;
    const std::vector<IndicatorShape>& m_shapes;
    LiveSheet& m_sheet;
    Live m_condition;
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

LiveSheet splitSheet(const WorkingSources& from, const WorkingStage& stage) {
    Table table{.name = WorkingLayout::sheetOf(stage.stage, Step::Split),
                .title = tr("%1分摊（各校区分到本学段的部分）").arg(model::stageName(stage.stage))};
    table.kind = TableKind::Working;
    table.frozenColumns = kPartPupilsColumn;
    table.caption.left = tr("拆分比例＝本学段折算学生数÷各学段折算学生数之和（%1）；数额用原始数据的单位")
                             .arg(splitWeightsText(from.sources.standard));
    addSplitHead(table, from);
    LiveSheet sheet(std::move(table));
    for (const WorkingSection& section : stage.sections) {
        SchoolParts school(from, stage, section, sheet);
        for (int campus = 0; campus < section.campusCount(); ++campus)
            school.addRow(campus);
    }
    return sheet;
}

} // namespace junheng::workings
