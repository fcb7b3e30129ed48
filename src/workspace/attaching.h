// From files and notes to changes. Internal to this room.
#pragma once

#include "store/county_file.h"
#include "workspace/evidence.h"

#include <QStringList>

namespace junheng::workspace {

struct AttachPlan {
    model::ChangeSet changes;
    std::vector<store::Content> contents;
};

/// Errors: "file.read"; "evidence.too_large" (over 64 MiB); "evidence.empty" (a file without bytes).
base::Result<AttachPlan> planFiles(const QString& indicator, const QStringList& files,
                                   const model::CountyYear& current);
/// Errors: "evidence.no_note".
base::Result<AttachPlan> planNote(const QString& indicator, const QString& note, const model::CountyYear& current);
/// `subject` is there.
model::ChangeSet planRemoval(const model::SubjectKey& subject, const model::CountyYear& current);

} // namespace junheng::workspace
