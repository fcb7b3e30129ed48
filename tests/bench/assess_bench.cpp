#include "bench.h"

#include "assess/assessment.h"
#include "standard/library.h"

#include <cstdlib>

namespace junheng::bench {

namespace {

// All columns of the sections and their campuses.
std::vector<const model::Column*> columnsOf(const model::CountyYear& year) {
    std::vector<const model::Column*> columns;
    for (const model::LevelTable* table : {&year.sections(), &year.campuses()}) {
        for (const model::Item& item : model::ItemDictionary::builtIn().ofLevel(table->level()))
            columns.push_back(&table->column(item));
    }
    return columns;
}

struct Times {
    double assess;
    double copy;
};

Times measure(int sections) {
    const auto rules = standard::loadStandard(standard::defaultStandardId());
    if (!rules)
        std::abort();
    model::CountyYear year({.code = QStringLiteral("990101"), .name = QStringLiteral("示例县")}, 2025);
    year.apply(makeCounty(sections));
    const auto columns = columnsOf(year);
    std::size_t judged = 0;
    const double assess = fastestSeconds([&] { judged += assess::assess(year, *rules).stages.size(); });
    const double copy = fastestSeconds([&] {
        std::vector<model::Column> copies;
        copies.reserve(columns.size());
        for (const model::Column* column : columns)
            copies.push_back(*column);
        judged += copies.size();
    });
    if (judged == 0)
        std::abort();
    return {assess, copy};
}

} // namespace

void benchAssess() {
    const Times small = measure(300);
    const Times large = measure(300000);
    printRatio("assess 300 sections / copy their columns", small.assess, small.copy, 100);
    printRatio("assess 300,000 sections / copy their columns", large.assess, large.copy, 4);
    printRatio("assess 300,000 sections / assess 300 sections", large.assess, small.assess, 1100);
}

} // namespace junheng::bench
