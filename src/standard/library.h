// The standards that come with the program, and the check of a standard's file. One of a county's own may ask for items
// of its own: `items` are then the county's, and outlive the standard, which points to them.
#pragma once

#include "base/error.h"
#include "standard/shipped.h"
#include "standard/standard.h"

#include <QByteArray>
#include <QStringList>

namespace junheng::standard {

/// A compiled-in standard. Errors: "standard.unknown" (lists those that exist), "standard.invalid".
base::Result<Standard> loadStandard(const QString& id);

/// A standard with the JSON that it was parsed from.
struct WrittenStandard {
    QByteArray json;
    Standard standard;
};

/// A user's own file; it may extend a compiled-in standard. Errors: "standard.unreadable", "standard.too_large",
/// "standard.invalid".
base::Result<Standard> loadStandardFile(const QString& path);

/// By the id of a compiled-in standard, or else by the path of a file. Errors: those of the two.
base::Result<Standard> findStandard(const QString& idOrPath);
/// The same, with its JSON: the file is read once, so that the two are of the same bytes.
base::Result<WrittenStandard>
findWrittenStandard(const QString& idOrPath, const model::ItemDictionary& items = model::ItemDictionary::builtIn());

/// Reads a standard's JSON, lays it over the standards it extends, checks every clause and re-runs its worked examples.
/// Errors: "standard.invalid"; the message and place.cell name the JSON path ("/resource/3/threshold/primary", or
/// "/government/G4/limits" in a file that extends another) and what was expected there. `fileName` is for the place.
base::Result<Standard> parseStandard(const QByteArray& json, const QString& fileName,
                                     const StandardLookup& lookup = standardJson,
                                     const model::ItemDictionary& items = model::ItemDictionary::builtIn());

} // namespace junheng::standard
