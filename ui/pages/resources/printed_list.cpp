#include "ui/pages/resources/printed_list.h"

#include "model/school_year.h"
#include "report/cells.h"

#include <QCoreApplication>

#include <set>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;
using report::countCell;
using report::leftCell;
using report::markOf;
using report::missingCell;
using report::serialCell;
using report::textCell;

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("resources", text);
}

// Excel allows no more for the name of a sheet, and no brackets.
QString tableName() {
    return tr("资源配置一览");
}

/// What the notes must explain.
struct Seen {
    std::set<int> relaxations;
    bool borderline = false;
};

report::Cell figureCell(int column, const workspace::Workspace& workspace, const ResourcesModel::Place& place,
                        int indicator, Seen& seen) {
    const auto section = static_cast<std::size_t>(place.section);
    const assess::IndicatorColumn& figures = place.stage->indicators[static_cast<std::size_t>(indicator)];
    if (figures.statuses[section] == assess::Status::Missing)
        return missingCell(column);
    const QString printed =
        assess::printedValue(workspace.data(), workspace.standard(), *place.stage, place.section, indicator);
    QString signs;
    if (figures.relaxation[section] >= 0) {
        seen.relaxations.insert(figures.relaxation[section]);
        signs += tr("松");
    }
    if (figures.borderline[section] != 0) {
        seen.borderline = true;
        signs += tr("临");
    }
    return {.column = column,
            .text = printed,
            .number = report::Number{.value = printed.toDouble(), .decimals = workspace.standard().valueDecimals},
            .suffix = signs,
            .mark = markOf(figures.statuses[section])};
}

report::Row sectionRow(const workspace::Workspace& workspace, const ResourcesModel::Place& place, int number,
                       Seen& seen) {
    const auto section = static_cast<std::size_t>(place.section);
    const assess::StageAssessment& stage = *place.stage;
    const model::CountyYear& year = workspace.data();
    const QString school = year.schoolName(year.schools().key(stage.schoolRows[section]).school);
    int column = 3;
    report::Row row{{serialCell(number), textCell(1, model::stageName(stage.stage)), leftCell(2, school)}};
    row.cells.push_back(stage.pupilsGiven[section] != 0 ? countCell(column, static_cast<int>(stage.pupils[section]))
                                                        : missingCell(column));
    for (int i = 0; i < static_cast<int>(stage.indicators.size()); ++i)
        row.cells.push_back(figureCell(++column, workspace, place, i, seen));
    row.cells.push_back(countCell(++column, stage.met[section]));
    report::Cell verdict = textCell(++column, assess::verdictWord(stage.verdicts[section]));
    verdict.mark = markOf(stage.verdicts[section]);
    row.cells.push_back(verdict);
    return row;
}

void addHead(report::Table& table, const standard::Standard& standard) {
    struct ColumnHeading {
        QString text;
        double width;
    };
    std::vector<ColumnHeading> headings{
        {tr("序号"), 5}, {tr("学段"), 6}, {tr("学校"), 26}, {tr("在校生数\n（人）"), 9}};
    for (const standard::ResourceIndicator& rule : standard.resource)
        headings.push_back({u"%1 %2\n（%3）"_s.arg(rule.id, rule.shortName, rule.unit), 12});
    headings.push_back({tr("达标\n项数"), 6});
    headings.push_back({tr("结论"), 9});
    report::Row head;
    for (const auto& [text, width] : headings) {
        head.cells.push_back(textCell(static_cast<int>(table.columnWidths.size()), text));
        table.columnWidths.push_back(width);
    }
    table.head = {head};
}

QStringList notesOf(const standard::Standard& standard, const Seen& seen, const QString& how) {
    QStringList thresholds;
    for (const standard::ResourceIndicator& rule : standard.resource)
        thresholds += u"%1 %2 / %3"_s.arg(rule.id, rule.threshold[0].text.toShortString(),
                                          rule.threshold[1].text.toShortString());
    QStringList notes{
        tr("注：%1").arg(how), tr("达标标准（小学 / 初中）：%1。").arg(thresholds.join(tr("，"))),
        tr("浅色底纹、斜体：未达标，但不低于标准的 85%；深色底纹、粗体：低于标准的 85%，或结论为未达标。")};
    for (const int relaxation : seen.relaxations)
        notes += tr("松：%1。").arg(standard.relaxations[static_cast<std::size_t>(relaxation)].title);
    if (seen.borderline)
        notes += tr("临：临界，按印出的数字会得出另一个结论；以未四舍五入的数字判定。");
    return notes;
}

} // namespace

report::Report printedList(const workspace::Workspace& workspace, const ResourcesModel& model,
                           const std::vector<int>& rows, const QString& how, const QDate& date) {
    const model::CountyYear& year = workspace.data();
    report::Table table{.name = tableName(), .title = tableName()};
    table.caption = {.left = tr("县（市、区）名称：%1").arg(year.county().name),
                     .centre = model::schoolYearName(year.year()),
                     .right = tr("打印日期：%1").arg(date.toString(tr("yyyy年M月d日")))};
    addHead(table, workspace.standard());
    Seen seen;
    for (const int row : rows)
        table.body.push_back(sectionRow(workspace, model.place(row), static_cast<int>(table.body.size()) + 1, seen));
    table.notes = notesOf(workspace.standard(), seen, how);
    return {.title = year.county().name + tableName(),
            .author = tr("均衡 %1").arg(QStringLiteral(JUNHENG_VERSION)),
            .date = date,
            .blocks = {table}};
}

} // namespace junheng::ui
