#include "exchange/import_plan.h"

#include <algorithm>

namespace junheng::exchange {

bool ImportPlan::hasErrors() const {
    return std::ranges::any_of(
        findings, [](const model::Finding& finding) { return finding.severity == model::Severity::Error; });
}

} // namespace junheng::exchange
