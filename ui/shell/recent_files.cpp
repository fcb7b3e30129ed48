#include "ui/shell/recent_files.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMostRecentFiles = 8;

QString filesKey() {
    return u"recentFiles"_s;
}

QString folderKey() {
    return u"lastFolder"_s;
}

} // namespace

QStringList recentFiles() {
    QStringList paths = QSettings().value(filesKey()).toStringList();
    paths.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    return paths;
}

void rememberRecentFile(const QString& path) {
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList paths = recentFiles();
    paths.removeAll(absolute);
    paths.prepend(absolute);
    QSettings().setValue(filesKey(), paths.mid(0, kMostRecentFiles));
}

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
