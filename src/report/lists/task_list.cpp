// 任务清单.

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

/// One of the national indicators.
struct Task {
    int number = 0;
    QString id;
    QString group;
    QString content;
};

std::vector<Task> tasksOf(const standard::Standard& standard) {
    std::vector<Task> tasks;
    for (const standard::ResourceIndicator& indicator : standard.resource)
        tasks.push_back({.number = static_cast<int>(tasks.size()) + 1,
                         .id = indicator.id,
                         .group = standard.groups.resource,
                         .content = resourceWording(indicator)});
    for (const auto& [indicators, group] : {std::pair(&standard.government, standard.groups.government),
                                            std::pair(&standard.quality, standard.groups.quality)}) {
        for (const standard::Indicator& indicator : *indicators)
            tasks.push_back(
                {.number = indicator.number, .id = indicator.id, .group = group, .content = indicator.title});
    }
    std::ranges::stable_sort(tasks, {}, &Task::number);
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
        table.body.push_back({{textCell(0, task.group), textCell(1, QStringLiteral("B%1").arg(task.number)),
                               leftCell(2, task.content), leftCell(3, entered(items::task_unit)),
                               textCell(4, entered(items::task_deadline)), leftCell(5, entered(items::task_note))}});
    }
    const standard::GroupNames& groups = sources.standard.groups;
    table.notes =
        numbered({tr("B1至B31按国家指标的顺序：%1、%2、%3。").arg(groups.resource, groups.government, groups.quality),
                  tr("责任单位、完成时限和备注在“任务清单”数据表中填报；空白的可以手填。")});
    return table;
}

} // namespace junheng::report
