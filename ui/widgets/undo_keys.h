// Who gets Ctrl+Z: the field that is typed in, or the program.
#pragma once

class QApplication;

namespace junheng::ui {

/// A text field of Qt keeps the keys of undo and redo to itself, also while it has nothing to take back. From now on
/// one that has nothing of its own leaves them to the actions of the window. An editor opened over a cell of a table
/// keeps them until it is closed, and so do number and date boxes: what they hold is no matter of the county file.
/// Once, after the application is made.
void shareUndoKeys(QApplication& application);

} // namespace junheng::ui
