// Font, style sheet and Qt's own translations of the desk.
#pragma once

class QApplication;

namespace junheng::ui {

/// Once, after the application is made and before its first window.
void applyTheme(QApplication& application);

} // namespace junheng::ui
