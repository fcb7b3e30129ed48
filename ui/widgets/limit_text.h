// The limits of the coefficients as the rules write them.
#pragma once

#include "standard/standard.h"

#include <QString>

namespace junheng::ui {

/// "0.50", "0.45".
QString limitText(const standard::Standard& standard, model::Stage stage);

} // namespace junheng::ui
