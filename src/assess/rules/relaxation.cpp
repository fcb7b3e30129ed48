// Whether a school may be judged by other limits.

#include "assess/rules/rules.h"
#include "model/items.h"

namespace junheng::assess {

namespace {

using model::Stage;

// Migrant pupils against all, over the compulsory stages; a section where either is blank claims nothing.
bool migrantsExceed(const base::Rational& share, int school, const Context& context) {
    static const model::Item& pupilsItem = model::itemOf(items::pupils);
    static const model::Item& migrantsItem = model::itemOf(items::migrant_pupils);
    const model::LevelTable& sections = context.year().sections();
    const ColumnView pupils(sections, pupilsItem);
    const ColumnView migrants(sections, migrantsItem);
    std::int64_t all = 0;
    std::int64_t migrant = 0;
    for (Stage stage : standard::kJudgedStages) {
        if (!context.hasStage(school, stage))
            continue;
        const int row = context.rowsOf(school).sectionOf(stage);
        if (!pupils.isValue(row) || migrants.isMissing(row))
            return false;
        all += pupils.amount(row);
        migrant += migrants.isValue(row) ? migrants.amount(row) : 0;
    }
    return base::toRational(migrant) > share * base::toRational(all);
}

bool classesStayBelow(std::int64_t bound, int school, const Context& context) {
    static const model::Item& largestItem = model::itemOf(items::largest_class);
    const ColumnView largest(context.year().sections(), largestItem);
    for (Stage stage : standard::kJudgedStages) {
        if (!context.hasStage(school, stage))
            continue;
        const int row = context.rowsOf(school).sectionOf(stage);
        if (!largest.isValue(row) || largest.amount(row) >= bound)
            return false;
    }
    return true;
}

} // namespace

bool applies(const standard::SchoolRelaxation& relaxation, int school, const Context& context) {
    const model::LevelTable& schools = context.year().schools();
    if (!relaxation.inForce(context.year()))
        return false;
    if (relaxation.flag != nullptr) {
        const ColumnView flags(schools, *relaxation.flag);
        if (!flags.isValue(school) || flags.amount(school) == 0)
            return false;
    }
    if (relaxation.builtBy) {
        static const model::Item& builtItem = model::itemOf(items::built_year);
        const ColumnView built(schools, builtItem);
        if (!built.isValue(school) || built.amount(school) > *relaxation.builtBy)
            return false;
    }
    if (relaxation.hasJunior && context.hasStage(school, Stage::Junior) != *relaxation.hasJunior)
        return false;
    if (relaxation.largestClassBelow && !classesStayBelow(*relaxation.largestClassBelow, school, context))
        return false;
    return !relaxation.migrantShareAbove || migrantsExceed(relaxation.migrantShareAbove->value, school, context);
}

} // namespace junheng::assess
