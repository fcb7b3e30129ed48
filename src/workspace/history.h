// The journal of the open county file, for people.
#pragma once

#include "base/error.h"
#include "model/finding.h"
#include "workspace/history_entry.h"

#include <QDate>

#include <vector>

namespace junheng::model {
struct CellKey;
}

namespace junheng::workspace {

struct OpenCounty;

/// Handed out by Workspace::history(); valid as long as the workspace. Errors of every function:
/// "workspace.not_open", those of the file.
class History {
public:
    explicit History(const OpenCounty& county) : m_county(county) {}

    /// The batches of the current year, newest first.
    [[nodiscard]] base::Result<std::vector<HistoryEntry>> batches() const;
    /// Newest first, also under codes of the school that were corrected; the cell names an item.
    [[nodiscard]] base::Result<std::vector<CellHistoryEntry>> ofCell(const model::CellKey& cell) const;
    /// The local day of the newest batch of the current year; today where there is none.
    [[nodiscard]] base::Result<QDate> lastChanged() const;
    /// What of the file is damaged (errors) or unreadable for this version (notices); empty when it is sound: the
    /// journal, replayed, gives what it holds.
    [[nodiscard]] base::Result<std::vector<model::Finding>> verify() const;

private:
    const OpenCounty& m_county;
};

} // namespace junheng::workspace
