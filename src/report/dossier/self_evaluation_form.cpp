// 学校自评表: one school's figures of the indicators that look at single schools, for the school to sign.

#include "model/items.h"
#include "model/school_year.h"
#include "report/dossier/dossier_parts.h"
#include "report/dossier/form_answers.h"
#include "report/tr.h"

#include <iterator>

namespace junheng::report {

using document::Caption;
using document::Cell;
using document::leftCell;
using document::merged;
using document::Row;
using document::setHead;
using document::Table;
using document::textCell;

namespace {

using model::Item;

constexpr double kGroupWidth = 8.5;
constexpr double kWordingWidth = 26;
constexpr double kAnswerWidth = 50;
constexpr double kVerdictWidth = 9.5;

Cell linesCell(int column, const QStringList& lines) {
    return leftCell(column, lines.join(QChar(u'\n')));
}

Row rowOf(const QString& wording, const FormAnswer& answer) {
    Cell verdict = textCell(3, answer.verdicts.join(QChar(u'\n')));
    verdict.mark = answer.mark;
    return {{leftCell(1, wording), linesCell(2, answer.lines), std::move(verdict)}};
}

// Rows of one A级指标, whose name stands over all of them.
void addGroup(Table& table, const QString& name, std::vector<Row> rows) {
    if (rows.empty())
        return;
    rows.front().cells.insert(rows.front().cells.begin(), merged(textCell(0, name), static_cast<int>(rows.size()), 1));
    std::ranges::move(rows, std::back_inserter(table.body));
}

Caption captionOf(const SchoolView& school) {
    const Item& founded = model::itemOf(items::founded_year);
    const Item& type = model::itemOf(items::school_type);
    return {.left = tr("学校名称（类型）：%1（%2）").arg(school.name(), enteredText(type, school.own(type))),
            .centre = tr("%1　%2").arg(school.year().county().name, model::schoolYearName(school.year().year())),
            .right = school.own(founded).isValue() ? tr("建校于%1年").arg(school.own(founded).amount)
                                                   : tr("建校年份：%1").arg(enteredText(founded, school.own(founded)))};
}

} // namespace

Table selfEvaluationForm(const SchoolView& school) {
    Table table;
    table.name = table.title = tr("学校自评表");
    table.caption = captionOf(school);
    setHead(table, {{tr("A级指标"), kGroupWidth},
                    {tr("B级指标及评估要点"), kWordingWidth},
                    {tr("指标值或简要结论"), kAnswerWidth},
                    {tr("是否达标"), kVerdictWidth}});
    const standard::Standard& standard = school.standard();
    std::vector<Row> resources;
    for (std::size_t i = 0; i < standard.resource.size(); ++i)
        resources.push_back(rowOf(resourceWording(standard.resource[i]), resourceAnswer(school, static_cast<int>(i))));
    addGroup(table, tr("资源配置"), std::move(resources));
    std::vector<Row> government;
    for (std::size_t i = 0; i < standard.government.size(); ++i) {
        if (const auto answer = governmentAnswer(school, i))
            government.push_back(rowOf(standard.government[i].title, *answer));
    }
    addGroup(table, tr("政府保障程度"), std::move(government));
    table.notes = numbered({tr("几个学段共用的校舍和设备按比例拆分后，计算各学段的指标值。"),
                            tr("“%1”是未达到标准、但不低于标准的%2%。")
                                .arg(assess::statusWord(school.standard(), assess::Status::Floor),
                                     assess::floorPercent(school.standard()))});
    table.signature =
        tr("填报人：　　　　　　审核人：　　　　　　校长（签字）：　　　　　　学校（盖章）　　　　　　年　　月　　日");
    return table;
}

} // namespace junheng::report
