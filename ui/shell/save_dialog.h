// Where a file is to be saved, and whether what stands there may go.
#pragma once

#include <QString>

class QWidget;

namespace junheng::ui {

/// A question for a file. Filters as in QFileDialog.
struct FileQuestion {
    QString title;
    QString suggestion; ///< folder or file
    QString filter;
    bool mayReplace = true; ///< else whoever asks says what is wrong with a file that exists
};

/// The name that a file is written under: with the ending of the suggestion, where the filter takes no other. What was
/// typed keeps its points, but for the ending of another kind of document: 报告.pdf becomes 报告.xlsx.
QString withEnding(const QString& path, const FileQuestion& question);

/// Asks until there is a name that may be written; of a file that exists, by its whole name, whether to replace it.
/// Empty: the user thought better of it.
QString askSaveFile(QWidget* parent, const FileQuestion& question);

} // namespace junheng::ui
