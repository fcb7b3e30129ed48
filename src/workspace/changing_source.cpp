#include "workspace/changing_source.h"

#include "model/item.h"
#include "workspace/tr.h"

namespace junheng::workspace {

base::Result<model::ChangeSet> planSource(const model::SubjectKey& row, int source, const model::CountyYear& current) {
    using model::Observation;
    model::Monitored monitored = model::monitoredOf(row.part);
    monitored.source = source;
    const model::SubjectKey target{.level = row.level, .part = model::monitoredPart(monitored)};
    if (!current.exists(row))
        return base::refused("monitoring.no_row", tr("“%1”没有监测结果。").arg(model::partLabel(row)));
    model::ChangeSet changes;
    if (target == row)
        return changes;
    if (current.exists(target))
        return base::refused(
            "monitoring.has_row",
            tr("已经有“%1”的监测结果，两处不能合成一处。请先核对，清除不对的一处。").arg(model::partLabel(target)));
    changes.label = tr("监测来源改为%1：%2").arg(model::sourceName(monitored), model::partLabel(row));
    changes.changes.push_back({.subject = target, .after = Observation::ofAmount(1)});
    for (const model::Item& item : current.items().ofLevel(row.level)) {
        if (const Observation value = current.value(row, item); !item.key && !value.isMissing())
            changes.changes.push_back({.subject = target, .item = &item, .after = value});
    }
    changes.changes.push_back({.subject = row, .before = Observation::ofAmount(1)});
    return changes;
}

} // namespace junheng::workspace
