// Icons of resources/icons, drawn in the colour of the text around them.
#pragma once

#include <QIcon>
#include <QString>

class QPalette;

namespace junheng::ui {

/// The icon `name` in the palette's text colour, greyed where disabled. An icon without `currentColor` keeps its own
/// colours. Empty when there is none.
QIcon themedIcon(const QString& name, const QPalette& palette);

} // namespace junheng::ui
