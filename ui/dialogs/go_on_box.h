// A box with two answers.
#pragma once

#include "ui/dialogs/questions.h"

namespace junheng::ui {

/// True: go on.
bool askToGoOn(QWidget* parent, const Question& question);

} // namespace junheng::ui
