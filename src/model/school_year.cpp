#include "model/school_year.h"

#include <QCoreApplication>

namespace junheng::model {

QString schoolYearName(int year) {
    return QCoreApplication::translate("model", "%1—%2学年").arg(year).arg(year + 1);
}

} // namespace junheng::model
