// The folder used last, kept in the user's settings.
#pragma once

#include <QString>

namespace junheng::ui {

/// Where a question for a file begins: the folder used last, the user's documents, or the home folder.
QString startFolder();
/// Makes the folder of this file the one used last.
void rememberFolder(const QString& path);

} // namespace junheng::ui
