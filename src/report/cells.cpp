#include "report/cells.h"

#include "assess/assessment.h"

namespace junheng::report {

using document::Cell;
using document::Mark;

Mark markOf(assess::Status status) {
    switch (status) {
    case assess::Status::Met:
        return Mark::None;
    case assess::Status::Floor:
        return Mark::Floor;
    case assess::Status::Below:
        return Mark::Failing;
    case assess::Status::Missing:
        break;
    }
    return Mark::Missing;
}

Mark markOf(assess::IndicatorStatus status) {
    switch (status) {
    case assess::IndicatorStatus::Unmet:
        return Mark::Failing;
    case assess::IndicatorStatus::Missing:
        return Mark::Missing;
    case assess::IndicatorStatus::Met:
    case assess::IndicatorStatus::NotApplicable:
        break;
    }
    return Mark::None;
}

Mark markOf(assess::Verdict verdict) {
    return verdict == assess::Verdict::Pass   ? Mark::None
           : verdict == assess::Verdict::Fail ? Mark::Failing
                                              : Mark::Missing;
}

Mark markOf(assess::BalanceStatus status) {
    return status == assess::BalanceStatus::Met     ? Mark::None
           : status == assess::BalanceStatus::Unmet ? Mark::Failing
                                                    : Mark::Missing;
}

Cell missingCell(int column) {
    return {.column = column, .text = assess::statusWord(assess::Status::Missing), .mark = Mark::Missing};
}

Cell observationCell(int column, const model::Item& item, const model::Observation& observation) {
    if (observation.isMissing())
        return missingCell(column);
    if (observation.isValue())
        return document::countCell(column, observation.amount);
    return document::textCell(column, model::displayText(item, observation));
}

} // namespace junheng::report
