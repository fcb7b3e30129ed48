// The journal, for people. Internal to this room.
#pragma once

#include "store/county_file.h"
#include "workspace/workspace.h"

namespace junheng::workspace {

/// The batches of a year, newest first. Errors: those of the file.
base::Result<std::vector<HistoryEntry>> historyOf(const store::CountyFile& file, int year);
/// Newest first, also under the codes that the school had before they were corrected; the cell names an item. Errors:
/// those of the file.
base::Result<std::vector<CellHistoryEntry>> cellHistoryOf(const store::CountyFile& file, int year,
                                                          const model::CellKey& cell);

} // namespace junheng::workspace
