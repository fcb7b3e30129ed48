// Where a file is to be saved, and whether what stands there may go.
#pragma once

#include "ui/dialogs/questions.h"

namespace junheng::ui {

/// The name that a file is written under: with the ending of the suggestion, where the filter takes no other. What was
/// typed keeps its points, but for the ending of another kind of document: 报告.pdf becomes 报告.xlsx.
QString withEnding(const QString& path, const FileQuestion& question);

/// Asks until there is a name that may be written; of a file that exists, by its whole name, whether to replace it.
/// Empty: the user thought better of it.
QString askSaveFile(QWidget* parent, const FileQuestion& question);

} // namespace junheng::ui
