// A page within the window.
#pragma once

class QScrollArea;
class QWidget;

namespace junheng::ui {

/// A page that needs more room than a small or enlarged screen has is scrolled; the window never outgrows the screen.
QScrollArea* scrolled(QWidget& page);

} // namespace junheng::ui
