#include "ui/shell/year_text.h"

#include <QCoreApplication>
#include <QDate>

namespace junheng::ui {

QString schoolYearText(int year) {
    return QCoreApplication::translate("shell", "%1—%2学年").arg(year).arg(year + 1);
}

int currentSchoolYear() {
    constexpr int kMonthsBeforeSeptember = 8;
    return QDate::currentDate().addMonths(-kMonthsBeforeSeptember).year();
}

} // namespace junheng::ui
