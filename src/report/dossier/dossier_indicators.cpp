// The resource indicators of a school, stage by stage.

#include "report/dossier/dossier_parts.h"

#include "base/rounding.h"
#include "report/tr.h"

#include <algorithm>
#include <set>

namespace junheng::report {

using document::Block;
using document::Cell;
using document::dashCell;
using document::leftCell;
using document::numberCell;
using document::Paragraph;
using document::ParagraphKind;
using document::Row;
using document::setHead;
using document::Table;
using document::textCell;

namespace {

using assess::Status;
using model::Stage;
using plan::SectionPlace;

constexpr int kFloorDecimals = 6; // more than a threshold and a share have together
constexpr qsizetype kNamedBlanks = 2;

QString withoutZeros(const base::Rational& number) {
    return base::Decimal::parse(base::printHalfUp(number, kFloorDecimals))->toShortString();
}

// Its place among the sections of its stage that have a figure, equal ones together, and how many these are.
QString rankOf(const assess::IndicatorColumn& column, int section) {
    constexpr double kEqual = 1e-12; // relative: what the figures may be wrong by
    const double own = column.values[at(section)];
    int better = 0;
    int all = 0;
    for (std::size_t other = 0; other < column.values.size(); ++other) {
        if (column.statuses[other] == Status::Missing)
            continue;
        ++all;
        better += column.values[other] > own * (1 + kEqual) ? 1 : 0;
    }
    return QStringLiteral("%1 / %2").arg(better + 1).arg(all);
}

/// The table of one section.
class IndicatorTable {
public:
    IndicatorTable(const SchoolView& school, const SectionPlace& place)
        : m_school(school), m_place(place), m_stage(*place.stage) {}

    Table make() {
        Table table = inlineTable(tr("%1资源配置指标").arg(m_school.stageTitle(m_stage.stage)));
        setHead(table, {{tr("指标"), 27},
                        {tr("本校"), 10},
                        {tr("标准"), 8},
                        {tr("标准的%1%").arg(floorPercent()), 9},
                        {tr("结论"), 10},
                        {tr("还差或余量"), 30},
                        {tr("全县平均"), 10},
                        {tr("全县位次"), 9}});
        for (int i = 0; i < static_cast<int>(m_stage.indicators.size()); ++i)
            table.body.push_back(rowOf(i));
        table.notes = notes();
        return table;
    }

private:
    [[nodiscard]] QString floorPercent() const { return assess::floorPercent(m_school.standard()); }
    [[nodiscard]] const assess::IndicatorColumn& column(int indicator) const {
        return m_stage.indicators[at(indicator)];
    }
    [[nodiscard]] Status statusOf(int indicator) const { return column(indicator).statuses[at(m_place.section)]; }

    Row rowOf(int indicator) {
        const standard::Standard& standard = m_school.standard();
        const standard::ResourceIndicator& rule = standard.resource[at(indicator)];
        const standard::Threshold& threshold = rule.threshold[standard::stageIndex(m_stage.stage)];
        const QString mean = assess::printedMean(m_school.year(), standard, m_stage, indicator);
        const bool isKnown = statusOf(indicator) != Status::Missing;
        Cell verdict = textCell(4, assess::statusWord(standard, statusOf(indicator)));
        verdict.mark = markOf(statusOf(indicator));
        return {{leftCell(0, tr("%1（%2）").arg(indicatorLabel(rule.id, rule.shortName), rule.unit)),
                 valueCell(1, indicator), textCell(2, threshold.text.toShortString()),
                 textCell(3, withoutZeros(threshold.floor)), std::move(verdict), leftCell(5, distance(indicator)),
                 mean.isEmpty() ? missingCell(6) : numberCell(6, column(indicator).coefficient.mean, mean),
                 isKnown ? textCell(7, rankOf(column(indicator), m_place.section)) : dashCell(7)}};
    }

    Cell valueCell(int cellColumn, int indicator) {
        if (statusOf(indicator) == Status::Missing)
            return missingCell(cellColumn);
        const auto section = at(m_place.section);
        Cell cell =
            numberCell(cellColumn, column(indicator).values[section],
                       assess::printedValue(m_school.year(), m_school.standard(), m_stage, m_place.section, indicator));
        cell.mark = markOf(statusOf(indicator));
        if (const std::int8_t relaxation = column(indicator).relaxation[section]; relaxation >= 0) {
            cell.suffix = relaxationSign(relaxation);
            m_relaxations.insert(relaxation);
        }
        if (column(indicator).borderline[section] != 0) {
            cell.suffix += borderlineSign();
            m_borderline = true;
        }
        return cell;
    }

    // What is lacking in natural units, or how many more pupils there may be.
    [[nodiscard]] QString distance(int indicator) const {
        switch (statusOf(indicator)) {
        case Status::Met:
            return margin(indicator);
        case Status::Missing:
            return blanks(indicator);
        case Status::Floor:
        case Status::Below:
            break;
        }
        const auto gap = m_school.finder.gap(m_place, indicator);
        if (!gap)
            return {};
        const QString lacking = tr("差 %1").arg(plan::amountText(m_school.standard(), *gap, gap->toThreshold));
        return gap->toFloor
                   ? tr("%1；到%2%差 %3")
                         .arg(lacking, floorPercent(), plan::amountText(m_school.standard(), *gap, *gap->toFloor))
                   : lacking;
    }

    [[nodiscard]] QString margin(int indicator) const {
        const auto margin = m_school.finder.indicatorMargin(m_place, indicator);
        if (!margin)
            return {};
        const QString text = tr("可再收 %1 名学生").arg(margin->pupils);
        return margin->campus.school.isEmpty() ? text : tr("%1（%2）").arg(text, model::partLabel(margin->campus));
    }

    [[nodiscard]] QString blanks(int indicator) const {
        QStringList names;
        for (const standard::Obstacle& obstacle :
             assess::obstaclesOf(m_school.year(), m_school.standard(), m_stage, m_place.section, indicator))
            names << obstacle.cell.item->label;
        const qsizetype count = names.size();
        QString text = names.mid(0, kNamedBlanks).join(tr("、"));
        if (count > kNamedBlanks)
            text += tr("等 %1 项").arg(count);
        return tr("待填报：%1").arg(text);
    }

    [[nodiscard]] QStringList notes() const {
        QStringList texts;
        for (const int relaxation : m_relaxations)
            texts << tr("标%1的数值按放宽条件计入：%2。")
                         .arg(relaxationSign(relaxation), m_school.standard().relaxations[at(relaxation)].title);
        if (m_borderline)
            texts << borderlineNote();
        return texts.isEmpty() ? texts : numbered(texts);
    }

    const SchoolView& m_school;
    SectionPlace m_place;
    const assess::StageAssessment& m_stage;
    std::set<int> m_relaxations;
    bool m_borderline = false;
};

Paragraph verdictOf(const SchoolView& school, const SectionPlace& place) {
    const assess::StageAssessment& stage = *place.stage;
    const assess::Verdict verdict = stage.verdicts[at(place.section)];
    const QString remedy = plan::remedyText(school.standard(), plan::remedyOf(school.standard(), stage, place.section));
    QString rest = tr("（%1）。").arg(assess::remarkOf(school.standard(), stage, place.section));
    if (!remedy.isEmpty())
        rest += tr("须做到：%1。").arg(remedy);
    return {.spans = {{.text = tr("%1综合评估：").arg(school.stageTitle(stage.stage))},
                      {.text = assess::verdictWord(verdict), .mark = markOf(verdict)},
                      {.text = rest}},
            .kind = ParagraphKind::Plain};
}

} // namespace

std::vector<Block> indicatorBlocks(const SchoolView& school) {
    std::vector<Block> blocks;
    const std::vector<SectionPlace> places = school.places();
    for (const Stage stage : standard::kJudgedStages) {
        const int row = school.rows().sectionOf(stage);
        if (school.lacksRow(stage))
            blocks.emplace_back(sentence(tr("%1的数据待填报。").arg(school.stageTitle(stage))));
        if (row < 0)
            continue;
        const auto place = std::ranges::find_if(
            places, [&](const SectionPlace& candidate) { return candidate.stage->stage == stage; });
        if (place == places.end()) {
            blocks.emplace_back(sentence(tr("%1不参评：%2。").arg(school.stageTitle(stage), school.exclusionOf(row))));
            continue;
        }
        blocks.emplace_back(IndicatorTable(school, *place).make());
        blocks.emplace_back(verdictOf(school, *place));
    }
    if (blocks.empty())
        blocks.emplace_back(sentence(tr("本校没有小学、初中学段，不参加资源配置和校际均衡的评估。")));
    return blocks;
}

} // namespace junheng::report
