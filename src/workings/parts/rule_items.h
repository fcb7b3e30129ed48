// Which raw figures the rules of government, quality and approval and table Ⅰ read.
#pragma once

#include "standard/standard.h"

#include <array>

namespace junheng::workings {

/// Each item once, in the order of the dictionary.
struct RuleItems {
    std::vector<const model::Item*> school;
    std::array<std::vector<const model::Item*>, model::kStageCount> section; ///< by stage
    std::vector<const model::Item*> county;
    std::vector<const standard::Indicator*> conclusions; ///< with an attested conclusion, in the standard's order
    bool rooms = false;
    bool monitoring = false;
};

RuleItems ruleItemsOf(const standard::Standard& standard);

} // namespace junheng::workings
