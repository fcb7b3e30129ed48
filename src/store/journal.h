// Reading: the year as it stands, and the journal of how it came about.
#pragma once

#include "model/county_year.h"
#include "store/connection.h"
#include "store/records.h"

#include <QSet>

#include <optional>
#include <vector>

namespace junheng::store {

// The public functions of CountyFile, failing by Failure. `items` are those of the file.
std::vector<int> readYears(const Connection& connection, YearsOf which);
model::CountyYear readYear(const Connection& connection, const model::ItemDictionary& items,
                           const model::County& county, int year);
std::vector<BatchInfo> readHistory(const Connection& connection, std::optional<int> year);
std::vector<CellChange> readCellHistory(const Connection& connection, int year, const model::CellKey& cell);
QSet<model::CellKey> readTypedCells(const Connection& connection, const model::ItemDictionary& items, int year);
model::ChangeSet readChanges(const Connection& connection, const model::ItemDictionary& items, qint64 batch);
std::optional<BatchInfo> findUndoCandidate(const Connection& connection, int year, const QString& who);
std::optional<BatchInfo> findRedoCandidate(const Connection& connection, int year, const QString& who);

} // namespace junheng::store
