#include "standard/shipped.h"

#include <QFile>

namespace junheng::standard {

QStringList standardIds() {
    static const QStringList ids{defaultStandardId(),
                                 QStringLiteral("national-2025"),
                                 QStringLiteral("ningxia-2017"),
                                 QStringLiteral("xinjiang-2021"),
                                 QStringLiteral("urumqi-county-2022"),
                                 QStringLiteral("changji-2022"),
                                 QStringLiteral("hutubi-2022"),
                                 QStringLiteral("xinjiang-2024"),
                                 QStringLiteral("liaoning-shenyang"),
                                 QStringLiteral("basic-2012")};
    return ids;
}

QString defaultStandardId() {
    return QStringLiteral("national-2017");
}

QByteArray standardJson(const QString& id) {
    if (!standardIds().contains(id))
        return {};
    QFile file(QStringLiteral(":/junheng/standards/%1.json").arg(id));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace junheng::standard
