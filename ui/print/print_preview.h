// The preview: look, print, or take away as a workbook.
#pragma once

#include "report/report.h"

#include <functional>

class QWidget;

namespace junheng::ui {

/// Shows the report as it will be printed. `exportWorkbook` is what the button 导出 Excel does.
void showPrintPreview(QWidget* parent, const report::Report& report, const std::function<void()>& exportWorkbook);

} // namespace junheng::ui
