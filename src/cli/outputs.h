// What keeps a verb from writing its files, found before it writes the first. Internal to this room.
#pragma once

#include "cli/arguments.h"

#include <QStringList>

namespace junheng::cli {

/// --force: replaces files that are there.
OptionSpec forceOption();

/// What a verb is about to write.
struct Outputs {
    QStringList files = {};
    QString folder = {}; ///< that files are written into and that may be still to be made; empty for none
    QStringList inputs;  ///< files that are read, and what belongs to them: not replaced even when told to
    bool force = false;
};

/// Checks the names alone, which can be done before anything is opened. Errors: "usage.same_file".
base::Outcome checkDistinct(const QStringList& targets, const QStringList& inputs);

/// Checks all of it before anything is written. Errors: "usage.same_file" (an input, any other county file, or two
/// outputs that are one file), "output.exists" (without `force`), "file.*" (cannot be written).
base::Outcome checkOutputs(const Outputs& outputs);

} // namespace junheng::cli
