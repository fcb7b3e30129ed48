// The county files opened last and the folder used last, kept in the user's settings.
#pragma once

#include <QStringList>

namespace junheng::ui {

/// The last one first; those that are gone are left out.
QStringList recentFiles();
/// Puts `path` first.
void rememberRecentFile(const QString& path);

/// Where a question for a file begins: the folder used last, the user's documents, or the home folder.
QString startFolder();
/// Makes the folder of this file the one used last.
void rememberFolder(const QString& path);

} // namespace junheng::ui
