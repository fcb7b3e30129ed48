#include "base/error.h"

#include <QCoreApplication>
#include <QStringList>

namespace junheng::base {

QString Place::toString() const {
    QStringList parts;
    if (!file.isEmpty())
        parts << file;
    if (!sheet.isEmpty())
        parts << QCoreApplication::translate("base", "工作表“%1”").arg(sheet);
    if (!cell.isEmpty())
        parts << QCoreApplication::translate("base", "单元格 %1").arg(cell);
    return parts.join(QChar(u'，'));
}

QString Error::toString() const {
    return place.isEmpty() ? message : place.toString() + QChar(u'：') + message;
}

} // namespace junheng::base
