// The figures of table Ⅰ: of the county as entered, and summed over its schools.
#pragma once

#include "model/county_year.h"

namespace junheng::report {

/// How a figure of table Ⅰ comes about.
enum class BasicKind : std::uint8_t {
    CountyItem,   ///< as entered
    Schools,      ///< schools of a type
    LargerPoints, ///< 小学教学点 of kLargerPoint 小学 pupils and more
    Sections,     ///< an item, summed over the sections of a stage outside special schools
};

/// One column of table Ⅰ; L number = position + 1.
struct BasicSpec {
    BasicKind kind = BasicKind::CountyItem;
    QString group;                     ///< the heading above, or the only one
    QString label;                     ///< its own heading; of CountyItem with the unit in a second line
    QString unit;                      ///< of Schools and Sections it is in the group's heading
    const model::Item* item = nullptr; ///< CountyItem, Sections
    model::SchoolType type = model::SchoolType::Primary;
    model::Stage stage = model::Stage::Primary;

    /// Of its figures.
    [[nodiscard]] int decimals() const { return item != nullptr ? item->decimals : 0; }
};

inline constexpr std::int64_t kLargerPoint = 50;

/// The 24 columns.
const std::vector<BasicSpec>& basicSpecs();

/// In their order, with the decimals of the item (of a count none). Missing as soon as one school's figure is: never a
/// partial sum; a school without a type leaves every count of schools missing, a stage that a school must have and has
/// no row for, its sums. 0 where there is no such school. What is not applicable, or blank in a section without
/// pupils, adds nothing.
std::vector<model::Observation> countyBasics(const model::CountyYear& year);

/// Whether a school of this type that has no row of the stage lacks one.
bool mustHaveStage(model::SchoolType type, model::Stage stage);

} // namespace junheng::report
