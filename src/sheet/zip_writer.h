// Archives of parts that are in memory.
#pragma once

#include "base/error.h"

#include <QByteArray>

#include <vector>

namespace junheng::sheet {

struct ZipPart {
    QString name; ///< with / between folders
    QByteArray bytes;
};

/// Writes the parts in their order to `path`, atomically. They bear the format's first date, so the same parts give the
/// same bytes. Errors: "file.write".
base::Outcome writeZip(const QString& path, const std::vector<ZipPart>& parts);

} // namespace junheng::sheet
