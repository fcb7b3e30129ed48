#include "model/school_year.h"

#include <QCoreApplication>

namespace junheng::model {

QString schoolYearName(int year) {
    return QCoreApplication::translate("model", "%1—%2学年").arg(year).arg(year + 1);
}

int fundYear(const CountyYear& year) {
    static const Item& item = ItemDictionary::instance().at(u"fund_year");
    const Observation given = year.value(SubjectKey::ofCounty(), item);
    return given.isValue() ? static_cast<int>(given.amount) : year.year();
}

} // namespace junheng::model
