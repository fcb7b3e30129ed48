// Figures and changes as the file keeps them: as JSON, many to a row. The form is in docs/file-format.md, "Values".
#pragma once

#include "store/stored_value.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace junheng::store {

/// A figure as it stands; never missing.
struct StoredFigure {
    QString item; ///< code
    StoredValue value;
};

struct StoredChange {
    QString item; ///< code; null: of the subject itself
    StoredValue before;
    StoredValue after;
    QString ref; ///< the cell where an imported value stood
};

/// What stands in the place of a figure and is none of the forms that a value has.
struct MalformedFigure {
    QString item;
    QString found; ///< as JSON, shortened
};

struct FiguresRead {
    std::vector<StoredFigure> figures;
    std::vector<MalformedFigure> malformed;
};

/// UTF-8, in the order given. The unpacking ones are empty where the bytes are none of the packing ones'.
QByteArray packFigures(std::span<const StoredFigure> figures);
std::optional<std::vector<StoredFigure>> unpackFigures(const QByteArray& bytes);
/// The figures that can be unpacked, and the others; empty when the bytes are no object at all.
std::optional<FiguresRead> readFigures(const QByteArray& bytes);
QByteArray packChanges(std::span<const StoredChange> changes);
std::optional<std::vector<StoredChange>> unpackChanges(const QByteArray& bytes);

} // namespace junheng::store
