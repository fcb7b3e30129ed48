// The stages of a new school, before anybody has said which it runs.
#pragma once

#include "model/stage.h"

#include <vector>

namespace junheng::model {

/// The stages that a school of this type usually runs.
std::vector<Stage> usualStages(SchoolType type);

} // namespace junheng::model
