#include "ui/shell/recent_files.h"

#include <QFileInfo>
#include <QSettings>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMostRecentFiles = 8;

QString filesKey() {
    return u"recentFiles"_s;
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

} // namespace junheng::ui
