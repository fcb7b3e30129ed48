#include "workspace/input_faults.h"

#include "assess/assessment.h"
#include "workspace/tr.h"

#include <QHash>

namespace junheng::workspace {

std::vector<Fault> faultyChanges(const model::CountyYear& after, const standard::Standard& standard,
                                 const model::ChangeSet& changes) {
    QHash<model::CellKey, const model::Change*> declared;
    for (const model::Change& change : changes.changes) {
        if (change.after.state == model::State::NotApplicable)
            declared.insert({.subject = change.subject, .item = change.item}, &change);
    }
    std::vector<Fault> faults;
    if (declared.isEmpty())
        return faults;
    for (const standard::Obstacle& fault : assess::inputFaults(after, standard)) {
        if (const model::Change* change = declared.value(fault.cell))
            faults.push_back(
                {.change = change,
                 .message = tr("%1：计算指标的数据不能全部为“不适用”。没有请填 0，不清楚请留空。")
                                .arg(model::describeCell(after.schoolName(fault.cell.subject.school), fault.cell))});
    }
    return faults;
}

std::vector<model::Finding> faultsOf(const model::CountyYear& after, const standard::Standard& standard,
                                     const model::ChangeSet& changes, const QString& fileName) {
    std::vector<model::Finding> findings;
    for (const Fault& fault : faultyChanges(after, standard, changes))
        findings.push_back({.severity = model::Severity::Error,
                            .code = QStringLiteral("import.not_applicable"),
                            .message = fault.message,
                            .place = {.file = fileName, .sheet = fault.change->sheet, .cell = fault.change->cell}});
    return findings;
}

} // namespace junheng::workspace
