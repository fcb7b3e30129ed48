// The standards that come with the program, and the check of a standard's file.
#pragma once

#include "base/error.h"
#include "standard/standard.h"

#include <QByteArray>
#include <QStringList>

namespace junheng::standard {

/// Ids of the compiled-in standards, the default first.
QStringList standardIds();

/// national-2017.
QString defaultStandardId();

/// A compiled-in standard. Errors: "standard.unknown" (lists those that exist), "standard.invalid".
base::Result<Standard> loadStandard(const QString& id);

/// Reads a standard's JSON, checks every clause and re-runs its worked examples. Errors: "standard.invalid"; the
/// message and place.cell name the JSON path ("/resource/3/threshold/primary") and what was expected there. `fileName`
/// is for the place.
base::Result<Standard> parseStandard(const QByteArray& json, const QString& fileName);

} // namespace junheng::standard
