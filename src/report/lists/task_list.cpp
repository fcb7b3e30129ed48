// 任务清单.

#include "model/indicator.h"
#include "model/items.h"
#include "report/cells.h"
#include "report/lists/registers.h"
#include "report/tr.h"

#include <algorithm>

namespace junheng::report {

using document::leftCell;
using document::setHead;
using document::Table;
using document::textCell;

namespace {

/// One of the indicators.
struct Task {
    int number = 0; ///< in the national order; 0 for one that the nation does not have
    int place = 0;  ///< the number, or that of the task before
    QString id;
    QString group;
    QString content;
};

std::vector<Task> tasksOf(const standard::Standard& standard) {
    std::vector<Task> tasks;
    for (const standard::ResourceIndicator& indicator : standard.resource)
        tasks.push_back({.number = model::nationalNumber(indicator.id),
                         .id = indicator.id,
                         .group = standard.groups.resource,
                         .content = resourceWording(indicator)});
    for (const auto& [indicators, group] : {std::pair(&standard.government, standard.groups.government),
                                            std::pair(&standard.quality, standard.groups.quality)}) {
        for (const standard::Indicator& indicator : *indicators)
            tasks.push_back(
                {.number = indicator.number, .id = indicator.id, .group = group, .content = indicator.title});
    }
    for (std::size_t i = 0; i < tasks.size(); ++i)
        tasks[i].place = tasks[i].number > 0 || i == 0 ? tasks[i].number : tasks[i - 1].place;
    std::ranges::stable_sort(tasks, {}, &Task::place);
    return tasks;
}

} // namespace

Table taskList(const Sources& sources) {
    Table table;
    setHead(table, {{tr("A级指标"), 13},
                    {tr("B级指标"), 8},
                    {tr("指标内容"), 62},
                    {tr("责任单位"), 24},
                    {tr("完成时限"), 13},
                    {tr("备注"), 28}});
    for (const Task& task : tasksOf(sources.standard)) {
        const auto entered = [&](const char16_t* code) {
            return sources.year.value({.level = model::Level::Task, .part = task.id}, model::itemOf(code)).text;
        };
        table.body.push_back(
            {{textCell(0, task.group), textCell(1, task.number > 0 ? QStringLiteral("B%1").arg(task.number) : task.id),
              leftCell(2, task.content), leftCell(3, entered(items::task_unit)),
              textCell(4, entered(items::task_deadline)), leftCell(5, entered(items::task_note))}});
    }
    const standard::GroupNames& groups = sources.standard.groups;
    QString order = tr("B1至B31按国家指标的顺序：%1、%2、%3。").arg(groups.resource, groups.government, groups.quality);
    if (!sources.standard.furtherIndicators().empty())
        order += tr("国家没有的指标用所选标准的编号。");
    table.notes = numbered({order, tr("责任单位、完成时限和备注在“任务清单”数据表中填报；空白的可以手填。")});
    return table;
}

} // namespace junheng::report
