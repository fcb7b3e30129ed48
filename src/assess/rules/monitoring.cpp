// Q9: every subject of the national monitoring has at least a level, and a gap strictly below the limit. E3: of the
// national or the province's one.

#include "assess/rules/rules.h"
#include "model/items.h"

#include <algorithm>

namespace junheng::assess {

IndicatorResult judge(const standard::MonitoringRule& rule, const standard::Indicator& indicator, Context& context) {
    const model::LevelTable& rows = context.year().table(model::Level::Monitoring);
    const ColumnView levels(rows, model::itemOf(items::monitored_level));
    const ColumnView gaps(rows, model::itemOf(items::monitored_gap));
    const QStringList& subjects = model::itemOf(items::monitored_subject).choices;

    IndicatorResult result{.figures = std::vector<std::optional<base::Rational>>(indicator.figures.size())};
    const std::vector<int> counted = rule.rowsOf(rows);
    if (counted.empty()) {
        for (const char16_t* code : {items::monitored_level, items::monitored_gap})
            context.missing({.level = model::Level::Monitoring}, model::itemOf(QStringView(code)));
        return result;
    }
    result.status = IndicatorStatus::Met;
    for (const int row : counted) {
        const auto subject = subjects.indexOf(model::monitoredOf(rows.key(row).part).subject);
        for (const ColumnView* column : {&levels, &gaps}) {
            if (column->isMissing(row)) {
                context.missing(rows, row, column->item());
                result.status = worse(result.status, IndicatorStatus::Missing);
            }
        }
        // The worse row of a subject counts: the lowest level, the largest gap.
        if (levels.isValue(row)) {
            if (levels.amount(row) < rule.level)
                result.status = IndicatorStatus::Unmet;
            if (subject >= 0) {
                auto& figure = result.figures[static_cast<std::size_t>(2 * subject)];
                const base::Rational level = base::toRational(levels.amount(row) + 1);
                figure = figure ? std::min(*figure, level) : level;
            }
        }
        if (gaps.isValue(row)) {
            if (gaps.value(row) >= rule.gap.value)
                result.status = IndicatorStatus::Unmet;
            if (subject >= 0) {
                auto& figure = result.figures[static_cast<std::size_t>(2 * subject + 1)];
                figure = figure ? std::max(*figure, gaps.value(row)) : gaps.value(row);
            }
        }
    }
    result.withoutRelaxations = result.status;
    return result;
}

} // namespace junheng::assess
