// What an import is asked, and what it would do.
#pragma once

#include "exchange/conversion.h"
#include "model/change.h"
#include "model/finding.h"
#include "model/indicator.h"

#include <QString>

#include <vector>

namespace junheng::exchange {

/// The file that a workbook came from.
struct SourceFile {
    QString name;
    QString sha256;
};

class GivenValues;

struct ImportOptions {
    /// Blank cells clear the stored value, and rooms that the sheet 专用教室 has no longer are taken out. Otherwise an
    /// import neither clears nor deletes anything.
    bool clearBlanks = false;
    /// Only the rooms.
    bool removeRooms = false;
    /// Figures under a heading that names another unit are converted where that is listed here, and refused elsewhere.
    std::vector<Conversion> conversions = {};
    /// What the other files of the same import say, which this one adds to; null where there is no other.
    GivenValues* given = nullptr;
    /// The indicators of the county's standard besides the national ones, which tasks may be given for.
    std::vector<model::FurtherIndicator> further = {};
};

struct ImportSummary {
    int newSchools = 0;
    int newRows = 0; ///< sections, campuses, rooms, survey groups, ...: rows besides schools
    int changedCells = 0;
    int confirmedCells = 0; ///< the same as what was taken over from the year before
    int unchangedCells = 0;
    int clearedCells = 0;
    int keptCells = 0;   ///< blank in the workbook, the stored value is kept
    int absentRooms = 0; ///< stored, and not in the sheet of rooms
};

struct ImportPlan {
    /// What differs from the stored data, each row before its cells; empty when there are errors.
    model::ChangeSet changes = {};
    /// Everything that was found, errors first, each with file, sheet and cell.
    std::vector<model::Finding> findings = {};
    ImportSummary summary = {};
    /// Conversions that the headings ask for: those that could be agreed to, and those that were made.
    std::vector<Conversion> offers = {};
    std::vector<Conversion> conversions = {};

    [[nodiscard]] bool hasErrors() const;
};

} // namespace junheng::exchange
