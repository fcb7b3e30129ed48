// The county files opened last, kept in the user's settings.
#pragma once

#include <QStringList>

namespace junheng::ui {

/// The last one first; those that are gone are left out.
QStringList recentFiles();
/// Puts `path` first.
void rememberRecentFile(const QString& path);

} // namespace junheng::ui
