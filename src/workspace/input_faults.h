// Figures declared not applicable that an indicator needs. Internal to this room.
#pragma once

#include "model/change.h"
#include "model/county_year.h"
#include "model/finding.h"

#include <QString>

#include <vector>

namespace junheng::standard {
struct Standard;
}

namespace junheng::workspace {

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
