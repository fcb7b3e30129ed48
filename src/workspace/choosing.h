// By which standard a county is assessed: one of the program's, or one of the bureau's own. Internal to this room.
#pragma once

#include "base/error.h"
#include "standard/standard.h"
#include "store/county_file.h"

#include <QByteArray>

#include <vector>

namespace junheng::workspace {

/// `items` are those of the county. Errors: "standard.unknown", "standard.invalid".
base::Result<standard::Standard> readStandard(const store::StandardChoice& choice, const model::ItemDictionary& items);

/// Its JSON.
QByteArray documentOf(const store::StandardChoice& choice);

struct ChosenStandard {
    store::StandardChoice choice;
    standard::Standard standard;
};

/// By the id of one of `own` or of the program, or by the path of a file, which is read once. Errors: those of
/// standard::findStandard(); "standard.not_for_counties"; "standard.id_taken" (an own one that calls itself as one of
/// the program's, or as another one of `own`).
base::Result<ChosenStandard> chosenStandard(const QString& idOrPath, const std::vector<store::StandardChoice>& own,
                                            const model::ItemDictionary& items);

} // namespace junheng::workspace
