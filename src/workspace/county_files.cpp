#include "workspace/county_files.h"

#include <QByteArray>
#include <QFile>
#include <QFileInfo>

namespace junheng::workspace {

QStringList filesOf(const QString& path) {
    // What stands beside it bears the name of the file itself, not of a link to it.
    const QFileInfo file(path);
    const QString real = file.exists() ? file.canonicalFilePath() : file.absoluteFilePath();
    return {path, real + QStringLiteral(".lock"), real + QStringLiteral("-journal"), real + QStringLiteral("-wal"),
            real + QStringLiteral("-shm")};
}

bool isCountyFile(const QString& path) {
    QFile file(path);
    const QByteArray mark("SQLite format 3\0", 16);
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) && file.read(mark.size()) == mark;
}

} // namespace junheng::workspace
