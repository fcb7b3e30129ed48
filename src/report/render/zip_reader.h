// Archives that writeZip() made, into memory.
#pragma once

#include "base/error.h"
#include "report/render/zip_writer.h"

#include <vector>

namespace junheng::report {

/// The parts in their order, each whole by its checksum. Errors: "file.read"; "file.damaged" (not an archive, cut off,
/// a checksum that differs, encrypted, or over `limit` bytes unpacked).
base::Result<std::vector<ZipPart>> readZip(const QString& path, qint64 limit);

} // namespace junheng::report
