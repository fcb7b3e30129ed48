// What holds for every window of the desk.
#pragma once

class QApplication;

namespace junheng::ui {

/// Once, after the application is made, and in the tests as in the program: see undo_keys.h, steady_fields.h,
/// plain_labels.h and clipboard_table.h.
void applyRules(QApplication& application);

} // namespace junheng::ui
