// Above a preview: characters that would be missing on paper.
#pragma once

#include "document/report.h"

class QLabel;
class QWidget;

namespace junheng::ui {

/// Hidden where every character has a font.
QLabel* fontNotice(const document::Report& report, QWidget* parent);
void showFontNotice(QLabel& label, const document::Report& report);

} // namespace junheng::ui
