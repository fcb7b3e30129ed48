#include "model/csv_rows.h"

#include <QFile>
#include <QStringList>

namespace junheng::model {

namespace {

// The tables quote a field that holds a comma, and nothing else.
QStringList splitLine(const QString& line) {
    QStringList fields;
    QString field;
    bool quoted = false;
    for (QChar c : line) {
        if (c == u'"') {
            quoted = !quoted;
        } else if (c == u',' && !quoted) {
            fields << field;
            field.clear();
        } else {
            field += c;
        }
    }
    return fields << field;
}

} // namespace

std::vector<QHash<QString, QString>> csvRows(const QString& resource) {
    QFile file(resource);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is not compiled in", qPrintable(resource));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QChar(u'\n'), Qt::SkipEmptyParts);
    const QStringList header = splitLine(lines.front());
    std::vector<QHash<QString, QString>> rows;
    for (const QString& line : lines.mid(1)) {
        const QStringList fields = splitLine(line);
        QHash<QString, QString>& row = rows.emplace_back();
        for (qsizetype i = 0; i < header.size(); ++i)
            row.insert(header[i], fields.value(i));
    }
    return rows;
}

} // namespace junheng::model
