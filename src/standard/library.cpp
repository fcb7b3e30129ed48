#include "standard/library.h"

#include <QCoreApplication>
#include <QFile>

namespace junheng::standard {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("standard", text);
}

} // namespace

QStringList standardIds() {
    return {defaultStandardId()};
}

QString defaultStandardId() {
    return QStringLiteral("national-2017");
}

base::Result<Standard> loadStandard(const QString& id) {
    if (!standardIds().contains(id))
        return std::unexpected(base::Error{
            .code = QStringLiteral("standard.unknown"),
            .message = tr("没有标准“%1”。可用的标准：%2。").arg(id, standardIds().join(QChar(u'、'))),
        });
    QFile file(QStringLiteral(":/junheng/standards/%1.json").arg(id));
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(
            base::Error{.code = QStringLiteral("standard.unknown"), .message = tr("标准“%1”没有编入程序。").arg(id)});
    return parseStandard(file.readAll(), id + QStringLiteral(".json"));
}

} // namespace junheng::standard
