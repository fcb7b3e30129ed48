#include "workspace/editing.h"

#include "workspace/importing.h"

#include <QCoreApplication>

#include <algorithm>

namespace junheng::workspace {

namespace {

using model::Change;
using model::ChangeSet;
using model::CountyYear;
using model::ItemDictionary;
using model::Level;
using model::Observation;
using model::SubjectKey;

QString tr(const char* text) {
    return QCoreApplication::translate("workspace", text);
}

base::Error atCell(base::Error error, const QString& cellName) {
    error.place.cell = cellName;
    return error;
}

Change existence(const SubjectKey& subject) {
    return {.subject = subject, .after = Observation::ofAmount(1)};
}

QString labelOf(const ChangeSet& changes, const CountyYear& current) {
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
    const QString verb = allCleared ? tr("清除") : tr("修改");
    if (cells != 1)
        return tr("%1 %2 个单元格").arg(verb).arg(cells);
    return verb + QChar(u' ') +
           model::describeCell(current.schoolName(only->subject.school),
                               {.subject = only->subject, .item = only->item});
}

} // namespace

base::Result<ChangeSet> planEdit(const std::vector<TypedCell>& cells, const CountyYear& current,
                                 const standard::Standard& standard) {
    ChangeSet changes;
    std::vector<SubjectKey> created;
    for (const TypedCell& typed : cells) {
        const model::Item& item = *typed.cell.item;
        const SubjectKey& subject = typed.cell.subject;
        const QString name = model::describeCell(current.schoolName(subject.school), typed.cell);
        const auto parsed = model::parseObservation(item, typed.text);
        if (!parsed)
            return std::unexpected(atCell(parsed.error(), name));
        const Observation before = current.value(subject, item);
        if (before == parsed->observation)
            continue;
        if (!current.exists(subject) && std::ranges::find(created, subject) == created.end()) {
            created.push_back(subject);
            changes.changes.push_back(existence(subject));
        }
        changes.changes.push_back(
            {.subject = subject, .item = &item, .before = before, .after = parsed->observation, .cell = name});
    }
    changes.label = labelOf(changes, current);

    CountyYear after = current;
    after.apply(changes);
    if (const auto faults = faultsOf(after, standard, changes, QString()); !faults.empty())
        return std::unexpected(base::Error{.code = faults.front().code, .message = faults.front().message});
    for (Change& change : changes.changes)
        change.cell.clear(); // a place in words serves the message only; the journal keeps places of workbooks
    return changes;
}

base::Result<ChangeSet> planSchool(const SchoolEntry& school, const CountyYear& current) {
    const auto code = model::parseSchoolCode(school.code);
    if (!code)
        return std::unexpected(code.error());
    const SubjectKey subject = SubjectKey::ofSchool(*code);
    if (current.exists(subject))
        return std::unexpected(base::Error{
            .code = QStringLiteral("school.exists"),
            .message = tr("学校标识码 %1 已经用于“%2”。请核对标识码。").arg(*code, current.schoolName(*code))});
    if (school.name.trimmed().isEmpty())
        return std::unexpected(
            base::Error{.code = QStringLiteral("school.no_name"), .message = tr("请填写学校名称。")});

    ChangeSet changes;
    changes.label = tr("新建学校 %1").arg(school.name.trimmed());
    changes.changes.push_back(existence(subject));
    const ItemDictionary& items = ItemDictionary::instance();
    for (const auto& [item, text] :
         {std::pair(&items.at(u"school_name"), school.name), std::pair(&items.at(u"school_type"), school.type)}) {
        const auto parsed = model::parseObservation(*item, text);
        if (!parsed)
            return std::unexpected(parsed.error());
        if (!parsed->observation.isMissing())
            changes.changes.push_back({.subject = subject, .item = item, .after = parsed->observation});
    }
    for (const QString& stage : school.stages)
        changes.changes.push_back(existence({.level = Level::Section, .school = *code, .part = stage}));
    changes.changes.push_back(existence({.level = Level::Campus, .school = *code, .part = {}}));
    return changes;
}

} // namespace junheng::workspace
