// Where the figures of tables Ⅰ, Ⅳ, Ⅴ and Ⅵ stand in the working sheets.
#pragma once

#include "workings/formula/live_formula.h"

#include <array>
#include <map>

namespace junheng::workings {

struct FormCells {
    std::vector<Live> basics;                    ///< of table Ⅰ, in the order of basicSpecs()
    std::map<QString, Live> statuses;            ///< 是否达标, by the indicator's id
    std::array<std::vector<Live>, 2> approval{}; ///< L1 to L7 of table Ⅵ: 计, 其中：家长; empty without approval
};

} // namespace junheng::workings
