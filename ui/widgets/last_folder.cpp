#include "ui/widgets/last_folder.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString folderKey() {
    return u"lastFolder"_s;
}

} // namespace

QString startFolder() {
    for (const QString& folder : {QSettings().value(folderKey()).toString(),
                                  QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)}) {
        if (!folder.isEmpty() && QFileInfo(folder).isDir())
            return folder;
    }
    return QDir::homePath();
}

void rememberFolder(const QString& path) {
    QSettings().setValue(folderKey(), QFileInfo(path).absolutePath());
}

} // namespace junheng::ui
