// Which schools a clause is about.
#pragma once

#include "model/county_year.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace junheng::standard {

/// Every condition stated must hold; without any it is every school. 不足100名学生的农村小学和教学点
/// (新政办发〔2021〕56号) are those outside 城区.
struct SchoolSelection {
    std::vector<model::SchoolType> types; ///< any when empty
    std::vector<int> localities;          ///< choices of locality; any when empty
    std::vector<int> sponsorsExcept;      ///< choices of sponsor
    std::int64_t pointsFrom = 0;          ///< compulsory pupils that a 小学教学点 must have

    [[nodiscard]] bool isEverySchool() const {
        return types.empty() && localities.empty() && sponsorsExcept.empty() && pointsFrom == 0;
    }
};

/// Whether the school (row of year.schools()) is one of them; empty where a blank cell decides it. A condition known
/// not to hold leaves the school out, whatever else is blank.
std::optional<bool> isSelected(const model::CountyYear& year, int school, const SchoolSelection& selection);

/// "镇区、乡村的学校，不含民办"; empty for every school.
QString selectionWords(const SchoolSelection& selection);

/// The cells that keep isSelected() from an answer.
std::vector<model::CellKey> undecided(const model::CountyYear& year, int school, const SchoolSelection& selection);

} // namespace junheng::standard
