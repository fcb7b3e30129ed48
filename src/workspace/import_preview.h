// What an import would do.
#pragma once

#include "model/change.h"
#include "model/finding.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <vector>

namespace junheng::workspace {

/// What the user has agreed to after a first preview: nothing of it is ever assumed.
struct ImportAgreement {
    bool removeRooms = false;     ///< rooms that the sheet 专用教室 of an imported school has no longer are taken out
    QStringList conversions = {}; ///< as in ImportPreview::offers
};

/// What an import would do, ready to be committed. Made on any thread from copies; holds no connection.
struct ImportPreview {
    model::ChangeSet changes;
    std::vector<model::Finding> findings;
    int newSchools = 0;
    int newRows = 0; ///< sections, campuses, rooms, ... besides schools
    int changedCells = 0;
    int confirmedCells = 0; ///< the same as what was taken over from the year before
    int unchangedCells = 0;
    int clearedCells = 0;
    int keptCells = 0;    ///< blank in the book, stored value kept
    int absentRooms = 0;  ///< stored rooms that the sheet 专用教室 has no longer; kept
    int removedRooms = 0; ///< the same, taken out
    /// Figures whose heading names another unit, which could be converted: "校区!教学仪器设备资产值=元".
    QStringList offers = {};
    QHash<QString, QString> schoolNames; ///< of the schools that change, as they will be called; by code
    QSet<model::CellKey> typedCells;     ///< changed cells whose figure was typed in; see Imports::markTyped()
    [[nodiscard]] bool hasErrors() const;
    /// Chinese, one line each: what is new, what changed, what stays.
    [[nodiscard]] QStringList summaryLines() const;
};

} // namespace junheng::workspace
