// 小学-生均值: who is in scope, and the values of the indicators.

#include "base/index.h"
#include "model/items.h"
#include "report/cells.h"
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
using standard::Relaxation;

constexpr int kValueDecimals = 4;

// 不足50人的教学点，不参加资源配置和校际均衡评估: a column has no room for what is the same for all.
QString reasonOf(const standard::Exclusion& exclusion) {
    return exclusion.reason.section(QChar(u'，'), 0, 0);
}

// One of the choices of an item; a blank is none.
template <class Choice> Live isOneOf(const Live& cell, const Item& item, const std::vector<Choice>& choices) {
    std::vector<Live> is;
    for (const Choice choice : choices)
        is.push_back(live::equal(cell, Live::text(item.choices.at(static_cast<qsizetype>(choice)))));
    return live::any(is);
}

/// One section's row. The cells that the indicators rest on are put down at once.
class SectionValues {
public:
    SectionValues(const WorkingSources& from, const WorkingStage& stage, int index,
                  standard::Formula<standard::DoubleAlgebra>& rules, const LiveSheet& split, LiveSheet& sheet)
        : m_from(from), m_layout(from.layout), m_stage(stage), m_index(index),
          m_section(stage.sections[base::at(index)]), m_rows(*m_section.rows),
          m_shapes(from.shapes.of(stage.stage, stagesRun(m_rows))), m_rules(rules), m_split(split), m_sheet(sheet),
          m_row(sheet.addRow(rowHead(index + 1, workingSchoolName(from.sources, m_rows)))),
          m_compulsory(sheet.put(m_row, kCompulsoryColumn, compulsory())),
          m_pupils(sheet.put(m_row, kPupilsColumn, pupils())), m_scope(sheet.put(m_row, kScopeColumn, scope())) {
        m_rules.enter(m_rows);
        checkBasis();
    }

    void putIndicators() {
        for (std::size_t i = 0; i < m_shapes.size(); ++i)
            putIndicator(i);
    }

private:
    [[nodiscard]] const standard::Standard& standard() const { return m_from.sources.standard; }
    [[nodiscard]] bool inScope() const { return m_section.judged >= 0; }

    // --- the basis ---

    [[nodiscard]] Live compulsory() const {
        std::vector<Live> given;
        std::vector<Live> all;
        for (const model::Stage stage : standard::kJudgedStages) {
            if (const std::optional<Live> heads = m_layout.pupils(m_rows, stage)) {
                given.push_back(live::isNumber(*heads));
                all.push_back(*heads);
            }
        }
        return live::choose(live::all(given), live::sum(all), words().missing);
    }

    [[nodiscard]] Live pupils() const {
        const Live heads = *m_layout.pupils(m_rows, m_stage.stage);
        return live::choose(live::isNumber(heads), heads, words().missing);
    }

    // The first exclusion whose conditions hold gives its reason.
    [[nodiscard]] Live scope() const {
        const Item& type = model::itemOf(items::school_type);
        Live reason = words().inScope;
        for (auto it = standard().exclusions.rbegin(); it != standard().exclusions.rend(); ++it) {
            std::vector<Live> conditions;
            if (it->schoolType)
                conditions.push_back(isOneOf(m_layout.schoolType(m_rows.school), type, std::vector{*it->schoolType}));
            if (!it->sponsors.empty())
                conditions.push_back(sponsorIsOneOf(it->sponsors));
            if (it->compulsoryBelow) {
                conditions.push_back(live::isNumber(m_compulsory));
                conditions.push_back(live::below(live::figureOf(m_compulsory), Live::integer(*it->compulsoryBelow)));
            }
            if (it->withoutPupils) {
                conditions.push_back(live::isNumber(m_pupils));
                conditions.push_back(live::equal(live::figureOf(m_pupils), Live::integer(0)));
            }
            reason = live::choose(live::all(conditions), Live::text(reasonOf(*it)), reason);
        }
        return reason;
    }

    // Against what the program found.
    void checkBasis() {
        const QString scope =
            inScope() ? words().inScope.text : reasonOf(standard().exclusions[base::at(m_section.exclusion)]);
        const auto compulsory = m_rules.compulsoryPupils();
        const model::Observation pupils =
            m_from.sources.year.sections().at(m_section.section, model::itemOf(items::pupils));
        const auto figureOf = [](bool given, std::int64_t count) {
            return given ? CellValue::of(static_cast<double>(count)) : CellValue::of(words().missing.text);
        };
        m_sheet.putCheck(m_row, kBasisCheckColumn,
                         live::all({live::equal(m_scope, CellValue::of(scope)),
                                    live::equal(m_compulsory, figureOf(compulsory.has_value(), compulsory.value_or(0))),
                                    live::equal(m_pupils, figureOf(pupils.isValue(), pupils.amount))}));
    }

    // --- relaxations ---

    [[nodiscard]] Live sponsorIsOneOf(const std::vector<int>& choices) const {
        const Item& sponsor = model::itemOf(items::sponsor);
        return isOneOf(m_layout.flag(m_rows.school, sponsor), sponsor, choices);
    }

    // Certainly one of the schools: a blank is none.
    [[nodiscard]] Live isSelected(const standard::SchoolSelection& selection) const {
        const Item& typeItem = model::itemOf(items::school_type);
        const Item& locality = model::itemOf(items::locality);
        const Live type = m_layout.schoolType(m_rows.school);
        std::vector<Live> conditions;
        if (!selection.types.empty())
            conditions.push_back(isOneOf(type, typeItem, selection.types));
        if (!selection.localities.empty())
            conditions.push_back(isOneOf(m_layout.flag(m_rows.school, locality), locality, selection.localities));
        if (!selection.sponsorsExcept.empty()) {
            const Live sponsor = m_layout.flag(m_rows.school, model::itemOf(items::sponsor));
            conditions.push_back(live::unequal(sponsor, Live::text({})));
            conditions.push_back(live::isNot(sponsorIsOneOf(selection.sponsorsExcept)));
        }
        if (selection.pointsFrom > 0)
            conditions.push_back(
                live::any({live::isNot(isOneOf(type, typeItem, std::vector{model::SchoolType::TeachingPoint})),
                           live::atLeast(live::figureOf(m_compulsory), Live::integer(selection.pointsFrom))}));
        return live::all(conditions);
    }

    void addConditionsOf(const Relaxation& relaxation, std::vector<Live>& conditions) const {
        if (relaxation.flag != nullptr) {
            const Live flagged =
                live::equal(m_layout.flag(m_rows.school, *relaxation.flag),
                            Live::text(model::displayText(*relaxation.flag, model::Observation::ofAmount(1))));
            conditions.push_back(relaxation.withoutFlag ? live::any({flagged, isSelected(*relaxation.withoutFlag)})
                                                        : flagged);
        }
        if (relaxation.compulsoryPupils) {
            const Live heads = live::figureOf(m_compulsory);
            conditions.push_back(live::isNumber(m_compulsory));
            conditions.push_back(live::atLeast(heads, Live::integer(relaxation.compulsoryPupils->first)));
            conditions.push_back(live::atMost(heads, Live::integer(relaxation.compulsoryPupils->second)));
        }
    }

    // --- indicators ---

    void putIndicator(std::size_t i) {
        const auto relaxations = m_layout.relaxations(i);
        const CellValue found = baseFigure(i);
        const Live base = put(m_layout.valueColumn(i, 0), baseValue(i), found);
        if (relaxations.empty())
            return;
        std::vector<Live> candidates{base};
        for (std::size_t v = 1; v <= relaxations.size(); ++v) {
            const Relaxation& relaxation = *relaxations[v - 1];
            std::vector<Live> conditions{live::isNumber(base)};
            addConditionsOf(relaxation, conditions);
            candidates.push_back(put(m_layout.valueColumn(i, v),
                                     live::choose(live::all(conditions), perPupil(i, v), words().dash),
                                     found.number && m_rules.applies(relaxation) ? relaxedFigure(i, relaxation)
                                                                                 : CellValue::of(words().dash.text)));
        }
        put(m_layout.judgedColumn(i),
            live::choose(live::isNumber(base), live::largest(live::cellsOf(candidates)), base), judgedFigure(i));
    }

    // With its check against what the program found.
    Live put(int column, const Live& formula, const CellValue& found) {
        Live cell = m_sheet.put(m_row, column, formula, kValueDecimals);
        m_sheet.putCheck(m_row, column + 1, cell, found);
        return cell;
    }

    [[nodiscard]] LiveRange parts(std::size_t i, std::size_t variant) const {
        return m_split.columnPart(m_layout.partColumn(i, variant), m_section.firstPart,
                                  m_section.firstPart + m_section.campusCount() - 1);
    }

    [[nodiscard]] Live baseValue(std::size_t i) const {
        const standard::ResourceIndicator& rule = standard().resource[i];
        std::vector<Live> missing{live::isNot(live::isNumber(m_pupils))};
        if (!rule.split) {
            const auto& plus = rule.plus[standard::stageIndex(m_stage.stage)];
            std::vector<const Item*> needed = plus;
            needed.insert(needed.end(), rule.minus.begin(), rule.minus.end());
            missing.push_back(live::anyBlank(m_layout.sectionItems(m_stage, m_index, needed)));
            missing.push_back(
                live::equal(live::countNumbers(m_layout.sectionItems(m_stage, m_index, plus)), Live::integer(0)));
        } else if (m_section.campusCount() == 0) {
            missing.push_back(Live(QStringLiteral("TRUE"), true));
        } else {
            const LiveRange ofCampuses = parts(i, 0);
            missing.push_back(live::above(live::countWord(ofCampuses, words().missing), Live::integer(0)));
            missing.push_back(live::equal(live::countNumbers(ofCampuses), Live::integer(0)));
        }
        return live::choose(live::unequal(m_scope, words().inScope), words().dash,
                            live::choose(live::any(missing), words().missing, perPupil(i, 0)));
    }

    // The whole tree, cut at the parts of the campuses where the indicator is split.
    [[nodiscard]] Live perPupil(std::size_t i, std::size_t variant) const {
        const bool split = standard().resource[i].split;
        if (split && m_section.campusCount() == 0)
            return words().missing;
        const IndicatorShape& shape = m_shapes[i];
        const Expression& amount = variant == 0 ? shape.amount : shape.relaxed[variant - 1];
        const LiveReference cells = [&](const Expression& node) -> std::optional<Live> {
            if (!node.cellKey())
                return std::nullopt;
            const Item& item = *node.cellKey()->item;
            return &item == &model::itemOf(items::pupils)
                       ? m_pupils
                       : live::figureOf(*m_layout.sectionItem(m_stage, m_index, item));
        };
        return liveFormula(shape.perPupil, [&](const Expression& node) -> std::optional<Live> {
            if (!IndicatorShape::isAmount(node))
                return cells(node);
            return split ? live::sum(parts(i, variant)) : liveFormula(amount, cells);
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
    const WorkingStage& m_stage;
    int m_index;
    const WorkingSection& m_section;
    const model::SchoolRows& m_rows;
    const std::vector<IndicatorShape>& m_shapes;
    standard::Formula<standard::DoubleAlgebra>& m_rules;
    const LiveSheet& m_split;
    LiveSheet& m_sheet;
    int m_row;
    Live m_compulsory; // cells of the row
    Live m_pupils;
    Live m_scope;
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

LiveSheet valuesSheet(const WorkingSources& from, const WorkingStage& stage, const LiveSheet& split) {
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
    LiveSheet sheet(std::move(table));
    for (int index = 0; index < static_cast<int>(stage.sections.size()); ++index)
        SectionValues(from, stage, index, rules, split, sheet).putIndicators();
    return sheet;
}

} // namespace junheng::workings
