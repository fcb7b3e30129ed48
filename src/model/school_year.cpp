#include "model/school_year.h"

#include <QCoreApplication>

namespace junheng::model {

namespace {

std::optional<int> yearOf(const CountyYear& year, const Item& item) {
    const Observation given = year.value(SubjectKey::ofCounty(), item);
    return given.isValue() ? std::optional(static_cast<int>(given.amount)) : std::nullopt;
}

} // namespace

QString schoolYearName(int year) {
    return QCoreApplication::translate("model", "%1—%2学年").arg(year).arg(year + 1);
}

int fundYear(const CountyYear& year) {
    return yearOf(year, itemOf(u"fund_year")).value_or(year.year());
}

std::optional<int> statisticsYear(const CountyYear& year) {
    return yearOf(year, itemOf(u"statistics_year"));
}

} // namespace junheng::model
