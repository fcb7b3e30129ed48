// The engine's view of columns of figures. Internal to assess and plan.
#pragma once

#include <Eigen/Core>

namespace junheng::assess {

using ConstColumn = Eigen::Map<const Eigen::ArrayXd>;

} // namespace junheng::assess
