#include "workspace/workspace_private.h"

namespace junheng::workspace {

namespace {

using model::Item;
using model::Observation;
using model::SubjectKey;

} // namespace

base::Outcome Workspace::changeSource(const SubjectKey& row, int source) {
    model::Monitored monitored = model::monitoredOf(row.part);
    monitored.source = source;
    const SubjectKey target{.level = row.level, .part = model::monitoredPart(monitored)};
    if (!d->data.exists(row))
        return base::refused("monitoring.no_row", tr("“%1”没有监测结果。").arg(model::partLabel(row)));
    if (target == row)
        return {};
    if (d->data.exists(target))
        return base::refused(
            "monitoring.has_row",
            tr("已经有“%1”的监测结果，两处不能合成一处。请先核对，清除不对的一处。").arg(model::partLabel(target)));
    model::ChangeSet changes;
    changes.label = tr("监测来源改为%1：%2").arg(model::sourceName(monitored), model::partLabel(row));
    changes.changes.push_back({.subject = target, .after = Observation::ofAmount(1)});
    for (const Item& item : model::ItemDictionary::instance().ofLevel(row.level)) {
        if (const Observation value = d->data.value(row, item); !item.key && !value.isMissing())
            changes.changes.push_back({.subject = target, .item = &item, .after = value});
    }
    changes.changes.push_back({.subject = row, .before = Observation::ofAmount(1)});
    return announce(d->commit(changes));
}

} // namespace junheng::workspace
