#include "workspace/editing.h"

#include "model/observation.h"
#include "workspace/input_faults.h"
#include "workspace/tr.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace junheng::workspace {

namespace {

using model::Change;
using model::ChangeSet;
using model::CountyYear;
using model::Observation;
using model::SubjectKey;

base::Error atCell(base::Error error, const QString& cellName) {
    error.place.cell = cellName;
    return error;
}

Change existence(const SubjectKey& subject) {
    return {.subject = subject, .after = Observation::ofAmount(1)};
}

QString verbOf(EditKind kind, bool allCleared) {
    switch (kind) {
    case EditKind::Cut:
        return tr("剪切");
    case EditKind::Type:
        break;
    case EditKind::Paste:
        return tr("粘贴");
    case EditKind::Fill:
        return tr("填充");
    }
    return allCleared ? tr("清除") : tr("修改");
}

QString labelOf(const ChangeSet& changes, EditKind kind, const CountyYear& current) {
    int cells = 0;
    bool allCleared = true;
    const Change* only = nullptr;
    for (const Change& change : changes.changes) {
        if (change.isExistence())
            continue;
        ++cells;
        only = &change;
        allCleared = allCleared && change.after.isMissing();
    }
    const QString verb = verbOf(kind, allCleared);
    if (cells != 1)
        return tr("%1 %2 个单元格").arg(verb).arg(cells);
    return verb + QChar(u' ') +
           model::describeCell(current.schoolName(only->subject.school),
                               {.subject = only->subject, .item = only->item});
}

// Where the changes make an indicator's figures not applicable as a whole.
std::vector<RefusedCell> refusedFaults(const std::vector<TypedCell>& cells, const ChangeSet& changes,
                                       const CountyYear& current, const standard::Standard& standard) {
    const bool anyNotApplicable = std::ranges::any_of(
        changes.changes, [](const Change& change) { return change.after.state == model::State::NotApplicable; });
    if (!anyNotApplicable)
        return {};
    CountyYear after = current;
    after.apply(changes);
    QHash<model::CellKey, QString> messages;
    for (const Fault& fault : faultyChanges(after, standard, changes))
        messages.insert({.subject = fault.change->subject, .item = fault.change->item}, fault.message);
    std::vector<RefusedCell> refused;
    for (const TypedCell& typed : cells) {
        if (messages.contains(typed.cell))
            refused.push_back(
                {.typed = typed,
                 .error = {.code = QStringLiteral("import.not_applicable"), .message = messages.value(typed.cell)}});
    }
    return refused;
}

} // namespace

EditPlan planEdit(const std::vector<TypedCell>& cells, EditKind kind, const CountyYear& current,
                  const standard::Standard& standard) {
    EditPlan plan;
    QSet<SubjectKey> created;
    for (const TypedCell& typed : cells) {
        const model::Item& item = *typed.cell.item;
        const SubjectKey& subject = typed.cell.subject;
        auto parsed = model::parseObservation(item, typed.text);
        if (!parsed) {
            const QString name = model::describeCell(current.schoolName(subject.school), typed.cell);
            plan.refused.push_back({.typed = typed, .error = atCell(std::move(parsed.error()), name)});
            continue;
        }
        const Observation before = current.value(subject, item);
        if (before == parsed->observation)
            continue;
        if (!current.exists(subject) && !created.contains(subject)) {
            created.insert(subject);
            plan.changes.changes.push_back(existence(subject));
        }
        plan.changes.changes.push_back(
            {.subject = subject, .item = &item, .before = before, .after = parsed->observation});
    }
    if (plan.refused.empty())
        plan.refused = refusedFaults(cells, plan.changes, current, standard);
    if (plan.refused.empty())
        plan.changes.label = labelOf(plan.changes, kind, current);
    return plan;
}

} // namespace junheng::workspace
