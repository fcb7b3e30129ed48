// From workbook files to planned changes. Internal to this room.
#pragma once

#include "exchange/template_reader.h"
#include "workspace/workspace.h"

namespace junheng::workspace {

/// A workbook file with its fingerprint.
struct OpenedBook {
    sheet::Workbook book;
    exchange::SourceFile source;
};

base::Result<OpenedBook> openBook(const QString& path, const base::Job& job);

/// A change that declares a figure not applicable which an indicator needs.
struct Fault {
    const model::Change* change;
    QString message;
};

/// `after` is the year with the changes applied.
std::vector<Fault> faultyChanges(const model::CountyYear& after, const standard::Standard& standard,
                                 const model::ChangeSet& changes);

/// Figures declared not applicable where an indicator needs one, as errors at the cells that the changes wrote;
/// `after` is the year with the changes applied.
std::vector<model::Finding> faultsOf(const model::CountyYear& after, const standard::Standard& standard,
                                     const model::ChangeSet& changes, const QString& fileName);

} // namespace junheng::workspace
