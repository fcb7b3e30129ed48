// Files that are dragged here from a file manager.
#pragma once

#include <QStringList>

class QMimeData;

namespace junheng::ui {

/// The paths of what is dragged, without what lies elsewhere than on this machine.
QStringList droppedFiles(const QMimeData& dragged);

} // namespace junheng::ui
