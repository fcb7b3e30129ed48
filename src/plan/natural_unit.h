// Resources in the unit in which people count them: 3 名教师, 412 ㎡, 1 元.
#pragma once

#include "standard/standard.h"

namespace junheng::plan {

/// What one natural unit (ResourceIndicator::naturalUnit) of a section adds to its value x pupils: 100 where the
/// indicator is per hundred pupils; 1 for equipment, whose unit is 元 though it is entered in 万元.
base::Rational naturalScale(const standard::ResourceIndicator& indicator);

} // namespace junheng::plan
