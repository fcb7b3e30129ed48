// What 数据填报 says of its rows.
#pragma once

#include <QString>

namespace junheng::workspace {
class Workspace;
}

namespace junheng::ui {

class EntryModel;

/// How many rows are shown, what is to be filled in and confirmed, by which column they are sorted.
QString rowsSummary(const EntryModel& model, int wantedCells, int unconfirmedCells);

/// Why no row is shown, and what to do.
QString emptySentence(const workspace::Workspace& workspace, const EntryModel& model);

} // namespace junheng::ui
