// The stages that are judged.
#pragma once

#include "model/stage.h"

#include <array>
#include <cstddef>

namespace junheng::standard {

/// 小学 and 初中: the stages that are judged. Index of every per-stage figure below.
inline constexpr std::array kJudgedStages{model::Stage::Primary, model::Stage::Junior};

/// 0 for 小学, 1 for 初中. Only for judged stages.
constexpr std::size_t stageIndex(model::Stage stage) {
    return stage == model::Stage::Primary ? 0 : 1;
}

} // namespace junheng::standard
