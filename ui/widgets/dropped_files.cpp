#include "ui/widgets/dropped_files.h"

#include <QMimeData>
#include <QUrl>

namespace junheng::ui {

QStringList droppedFiles(const QMimeData& dragged) {
    QStringList paths;
    for (const QUrl& url : dragged.urls()) {
        if (url.isLocalFile())
            paths += url.toLocalFile();
    }
    return paths;
}

} // namespace junheng::ui
