// Above a preview: characters that would be missing on paper.
#pragma once

#include "report/report.h"

class QLabel;
class QWidget;

namespace junheng::ui {

/// Hidden where every character has a font.
QLabel* fontNotice(const report::Report& report, QWidget* parent);
void showFontNotice(QLabel& label, const report::Report& report);

} // namespace junheng::ui
