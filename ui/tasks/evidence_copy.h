// What may happen with attached evidence outside the county file, which may come from anybody.
#pragma once

#include <QString>

namespace junheng::ui {

/// A file name made of the name that the evidence has: one part of a path, nothing invisible, nothing that a file
/// system or a program would read as anything else. Keeps the ending.
[[nodiscard]] QString safeFileName(const QString& name);

/// Whether a file of this name is of a kind that the system shows and cannot run: documents without macros, pictures,
/// texts. What is not known not to run is not opened.
[[nodiscard]] bool isOpenable(const QString& name);

} // namespace junheng::ui
