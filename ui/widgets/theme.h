// Font, colours, style sheet and Qt's own translations of the desk.
#pragma once

class QApplication;

namespace junheng::ui {

/// Once, after the application is made and before its first window.
void applyTheme(QApplication& application);

/// Hints in a faint ink of the text, whatever the desktop's theme says or leaves out: black ones cannot be read on a
/// dark ground. Again whenever the palette has changed.
void applyHintColour();

} // namespace junheng::ui
