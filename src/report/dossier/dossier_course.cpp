// A school over the years that the county file holds.

#include "model/items.h"
#include "model/school_year.h"
#include "report/dossier/dossier_figures.h"
#include "report/dossier/dossier_parts.h"
#include "report/tr.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace junheng::report {

using document::Block;
using document::Cell;
using document::ColumnHeading;
using document::dashCell;
using document::Figure;
using document::leftCell;
using document::numberCell;
using document::Plot;
using document::Row;
using document::setHead;
using document::Table;
using document::textCell;

namespace {

using assess::Status;
using model::Stage;

constexpr double kCourseMillimetres = 88;
constexpr double kBesideMillimetres = 64; // of two beside one another, whose width is the limit

/// One row a figure, one column a year.
class CourseTable {
public:
    CourseTable(const SchoolView& school, Stage stage, const std::vector<ShownYear>& years)
        : m_school(school), m_stage(stage), m_years(years) {}

    Table make() {
        Table table = inlineTable(tr("%1历年数据（各学年都按现用标准计算）").arg(m_school.stageTitle(m_stage)));
        std::vector<ColumnHeading> headings{{tr("项目"), 28}, {tr("标准"), 10}};
        for (const ShownYear& year : m_years)
            headings.push_back({QStringLiteral("%1—%2").arg(year.data->year()).arg(year.data->year() + 1), 15});
        setHead(table, headings);
        table.body.push_back(row(model::itemOf(items::pupils).heading(), dashCell(1),
                                 [this](int column, const ShownYear& year) { return pupils(column, year); }));
        const auto& indicators = m_school.standard().resource;
        const bool isJudged =
            std::ranges::any_of(m_years, [](const ShownYear& year) { return year.place.has_value(); });
        for (int i = 0; isJudged && i < static_cast<int>(indicators.size()); ++i) {
            const standard::ResourceIndicator& rule = indicators[at(i)];
            const QString threshold = rule.threshold[standard::stageIndex(m_stage)].text.toShortString();
            table.body.push_back(row(tr("%1（%2）").arg(indicatorLabel(rule.id, rule.shortName), rule.unit),
                                     textCell(1, threshold),
                                     [&](int column, const ShownYear& year) { return value(column, year, i); }));
        }
        table.body.push_back(
            row(tr("综合评估"), dashCell(1), [](int column, const ShownYear& year) { return verdict(column, year); }));
        return table;
    }

private:
    template <class CellOf> [[nodiscard]] Row row(const QString& name, const Cell& limit, CellOf cellOf) const {
        Row row{{leftCell(0, name), limit}};
        for (const ShownYear& year : m_years) {
            const auto column = static_cast<int>(row.cells.size());
            row.cells.push_back(isThere(year) ? cellOf(column, year) : dashCell(column));
        }
        return row;
    }

    [[nodiscard]] int sectionRow(const ShownYear& year) const {
        return year.data->sections().find(
            {.level = model::Level::Section, .school = m_school.code, .part = model::stageId(m_stage)});
    }
    [[nodiscard]] bool isThere(const ShownYear& year) const { return sectionRow(year) >= 0; }

    [[nodiscard]] Cell pupils(int column, const ShownYear& year) const {
        const model::Item& item = model::itemOf(items::pupils);
        return enteredCell(column, item, year.data->sections().at(sectionRow(year), item));
    }

    static Cell notJudged(int column) { return textCell(column, tr("不参评")); }

    [[nodiscard]] Cell value(int column, const ShownYear& year, int indicator) const {
        if (!year.place)
            return notJudged(column);
        const auto& [stage, section] = *year.place;
        const assess::IndicatorColumn& figures = stage->indicators[at(indicator)];
        const Status status = figures.statuses[at(section)];
        if (status == Status::Missing)
            return missingCell(column);
        Cell cell = numberCell(column, figures.values[at(section)],
                               assess::printedValue(*year.data, m_school.standard(), *stage, section, indicator));
        cell.mark = markOf(status);
        return cell;
    }

    static Cell verdict(int column, const ShownYear& year) {
        if (!year.place)
            return notJudged(column);
        const assess::Verdict verdict = year.place->stage->verdicts[at(year.place->section)];
        Cell cell = textCell(column, assess::verdictWord(verdict));
        cell.mark = markOf(verdict);
        return cell;
    }

    const SchoolView& m_school;
    Stage m_stage;
    const std::vector<ShownYear>& m_years;
};

} // namespace

std::vector<Block> courseBlocks(const SchoolView& school) {
    std::vector<Block> blocks;
    if (std::ranges::none_of(standard::kJudgedStages,
                             [&](Stage stage) { return school.rows().sectionOf(stage) >= 0; })) {
        blocks.emplace_back(sentence(tr("本校没有小学、初中学段。")));
        return blocks;
    }
    if (school.earlier.empty())
        blocks.emplace_back(sentence(tr("县级文件中只有%1的数据；有以前学年的数据时，在这里列出。")
                                         .arg(model::schoolYearName(school.year().year()))));
    std::vector<Figure> radars;
    std::vector<Figure> courses;
    for (const Stage stage : standard::kJudgedStages) {
        if (school.rows().sectionOf(stage) < 0)
            continue;
        const std::vector<ShownYear> years = shownYears(school, stage);
        if (!school.earlier.empty())
            blocks.emplace_back(CourseTable(school, stage, years).make());
        if (years.back().place)
            radars.emplace_back(indicatorRadar(school, *years.back().place));
        // A line needs two points.
        if (std::ranges::count_if(years, [](const ShownYear& year) { return year.place.has_value(); }) > 1)
            courses.emplace_back(indicatorCourse(school, stage, years));
    }
    // One stage: both kinds beside one another; else a kind a line.
    if (radars.size() + courses.size() == 2)
        std::ranges::move(std::exchange(courses, {}), std::back_inserter(radars));
    for (std::vector<Figure>* figures : {&radars, &courses}) {
        if (figures->empty())
            continue;
        Plot plot{.figure = std::move(figures->front()), .heightMillimetres = kCourseMillimetres};
        if (figures->size() > 1) {
            plot.beside = std::move(figures->back());
            plot.heightMillimetres = kBesideMillimetres;
        }
        blocks.emplace_back(std::move(plot));
    }
    return blocks;
}

} // namespace junheng::report
