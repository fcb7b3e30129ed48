// The questions as dialogs on the screen.
#pragma once

#include "ui/dialogs/questions.h"

namespace junheng::ui {

Questions screenQuestions();

} // namespace junheng::ui
