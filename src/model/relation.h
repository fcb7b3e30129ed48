// How figures of one row stand to one another in any data that can be right.
#pragma once

#include "model/county_year.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace junheng::model {

/// The parts together are at most `factor` times the whole, or all parts together are the whole. Parts and whole are
/// items of one level with the same decimals.
struct Relation {
    enum class Kind : std::uint8_t { AtMost, Whole };
    QString code; ///< stable: "degrees"
    Kind kind;
    std::vector<const Item*> parts;
    const Item* whole;
    QString message; ///< what is wrong when it does not hold: 骨干教师数大于专任教师数
    int factor = 1;
};

/// All of them, by level in the order of the items.
const std::vector<Relation>& relations();

/// Figures that are blank or not applicable break nothing by themselves: a blank part may yet make up what a whole
/// lacks.
bool isBroken(const Relation& relation, const CountyYear& data, const SubjectKey& row);

} // namespace junheng::model
