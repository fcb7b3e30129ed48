#include "tables_of.h"

#include <algorithm>
#include <stdexcept>

namespace junheng::report_test {

const report::Table& tableOf(const report::Report& report, const QString& name) {
    const auto tables = report.tables();
    const auto found = std::ranges::find(tables, name, &report::Table::name);
    if (found == tables.end())
        throw std::out_of_range("no sheet " + name.toStdString());
    return *found;
}

} // namespace junheng::report_test
