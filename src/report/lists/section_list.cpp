#include "report/lists/section_list.h"

#include "base/index.h"
#include "model/school_year.h"
#include "report/cells.h"
#include "report/tr.h"

#include <set>

namespace junheng::report {

using document::Cell;
using document::ColumnHeading;
using document::countCell;
using document::leftCell;
using document::numberCell;
using document::Report;
using document::Row;
using document::serialCell;
using document::setHead;
using document::Table;
using document::textCell;

namespace {

using base::at;
using plan::SectionPlace;

QString tableName() {
    return tr("资源配置一览");
}

class SectionTable {
public:
    SectionTable(const model::CountyYear& year, const standard::Standard& standard)
        : m_year(year), m_standard(standard) {}

    Table make(std::span<const SectionPlace> sections, const QString& how) {
        Table table{.name = tableName(), .title = tableName()};
        std::vector<ColumnHeading> headings{
            {tr("序号"), 5}, {tr("学段"), 6}, {tr("学校"), 26}, {tr("在校生数\n（人）"), 9}};
        for (const standard::ResourceIndicator& rule : m_standard.resource)
            headings.push_back({tr("%1 %2\n（%3）").arg(rule.id, rule.shortName, rule.unit), 12});
        headings.push_back({tr("达标\n项数"), 6});
        headings.push_back({tr("结论"), 9});
        setHead(table, headings);
        for (const SectionPlace& place : sections)
            table.body.push_back(rowOf(place, static_cast<int>(table.body.size()) + 1));
        table.notes = notes(how);
        return table;
    }

private:
    Row rowOf(const SectionPlace& place, int number) {
        const std::size_t section = at(place.section);
        const assess::StageAssessment& stage = *place.stage;
        int column = 3;
        Row row{{serialCell(number), textCell(1, model::stageName(stage.stage)),
                 leftCell(2, m_year.schoolName(m_year.schools().key(stage.schoolRows[section]).school))}};
        row.cells.push_back(stage.pupilsGiven[section] != 0
                                ? countCell(column, static_cast<std::int64_t>(stage.pupils[section]))
                                : missingCell(column));
        for (int i = 0; i < static_cast<int>(stage.indicators.size()); ++i)
            row.cells.push_back(figureCell(++column, place, i));
        row.cells.push_back(countCell(++column, stage.met[section]));
        Cell verdict = textCell(++column, assess::verdictWord(stage.verdicts[section]));
        verdict.mark = markOf(stage.verdicts[section]);
        row.cells.push_back(verdict);
        return row;
    }

    Cell figureCell(int column, const SectionPlace& place, int indicator) {
        const std::size_t section = at(place.section);
        const assess::IndicatorColumn& figures = place.stage->indicators[at(indicator)];
        if (figures.statuses[section] == assess::Status::Missing)
            return missingCell(column);
        Cell cell = numberCell(column, figures.values[section],
                               assess::printedValue(m_year, m_standard, *place.stage, place.section, indicator));
        cell.mark = markOf(figures.statuses[section]);
        if (figures.relaxation[section] >= 0) {
            m_relaxations.insert(figures.relaxation[section]);
            cell.suffix += tr("松");
        }
        if (figures.borderline[section] != 0) {
            m_borderline = true;
            cell.suffix += tr("临");
        }
        return cell;
    }

    [[nodiscard]] QStringList notes(const QString& how) const {
        QStringList thresholds;
        for (const standard::ResourceIndicator& rule : m_standard.resource)
            thresholds << tr("%1 %2 / %3")
                              .arg(rule.id, rule.threshold[0].text.toShortString(),
                                   rule.threshold[1].text.toShortString());
        QStringList notes{
            tr("注：%1").arg(how), tr("达标标准（小学 / 初中）：%1。").arg(thresholds.join(tr("，"))),
            tr("浅色底纹、斜体：未达标，但不低于标准的 %1%；深色底纹、粗体：低于标准的 %1%，或结论为未达标。")
                .arg(assess::floorPercent(m_standard))};
        for (const int relaxation : m_relaxations)
            notes << tr("松：%1。").arg(m_standard.relaxations[at(relaxation)].title);
        if (m_borderline)
            notes << tr("临：临界，按印出的数字会得出另一个结论；以未四舍五入的数字判定。");
        return notes;
    }

    const model::CountyYear& m_year;
    const standard::Standard& m_standard;
    std::set<int> m_relaxations; ///< that the notes must explain
    bool m_borderline = false;
};

} // namespace

Report sectionList(const model::CountyYear& year, const standard::Standard& standard,
                   std::span<const SectionPlace> sections, const QString& how, const ReportInfo& info) {
    Table table = SectionTable(year, standard).make(sections, how);
    table.caption = {
        .left = tr("县（市、区）名称：%1").arg(year.county().name),
        .centre = model::schoolYearName(year.year()),
        .right = tr("打印日期：%1年%2月%3日").arg(info.date.year()).arg(info.date.month()).arg(info.date.day())};
    return {.title = year.county().name + tableName(),
            .author = tr("均衡 %1").arg(info.programVersion).trimmed(),
            .date = info.date,
            .blocks = {std::move(table)}};
}

} // namespace junheng::report
