// The grounds that marks stand on. Told apart in black and white too: by lightness, and by slant and weight of the
// text.
#pragma once

#include "document/mark.h"

#include <QColor>

namespace junheng::document {

/// Invalid for no mark.
QColor fillOf(Mark mark);
QColor headFill();

} // namespace junheng::document
