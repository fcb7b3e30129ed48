#include "quality/check.h"

#include "quality/collector.h"
#include "quality/explanation.h"

#include <algorithm>
#include <tuple>

namespace junheng::quality {

std::vector<CheckFinding> check(const model::CountyYear& year, const model::CountyYear* before) {
    Collector found(year, before);
    findContradictions(found);
    findOutOfBounds(found);
    findImplausible(found);
    if (before != nullptr)
        findChanges(found);
    findUnconfirmed(found);
    std::vector<CheckFinding> findings = std::move(found).take();
    std::ranges::stable_sort(findings, {}, [](const CheckFinding& finding) {
        return std::tuple(finding.severity, finding.subject.school.isEmpty(), finding.subject.school);
    });
    for (CheckFinding& finding : findings)
        addExplanation(finding, year);
    return findings;
}

} // namespace junheng::quality
