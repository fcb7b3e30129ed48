// Where the window stands and how its pages are divided, kept in the settings.
#pragma once

class QWidget;

namespace junheng::ui {

/// `pages` holds the pages, by whose classes their splitters are remembered.
void restoreLayout(QWidget& window, const QWidget& pages);
void saveLayout(const QWidget& window, const QWidget& pages);

} // namespace junheng::ui
