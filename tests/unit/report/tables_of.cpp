#include "tables_of.h"

#include <algorithm>
#include <stdexcept>

namespace junheng::report_test {

const document::Table& tableOf(const document::Report& report, const QString& name) {
    const auto tables = report.tables();
    const auto found = std::ranges::find(tables, name, &document::Table::name);
    if (found == tables.end())
        throw std::out_of_range("no sheet " + name.toStdString());
    return *found;
}

} // namespace junheng::report_test
