// County files among other files.
#pragma once

#include <QString>
#include <QStringList>

namespace junheng::workspace {

/// The county file at `path`, its lock and the journals of the database: nothing else may ever be written there.
[[nodiscard]] QStringList filesOf(const QString& path);

/// Whether it is a county file by its first bytes, whatever it is called.
[[nodiscard]] bool isCountyFile(const QString& path);

} // namespace junheng::workspace
