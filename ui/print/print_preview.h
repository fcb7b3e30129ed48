// The preview: look, print, or take away as a file.
#pragma once

#include "document/report.h"

#include <functional>

class QWidget;

namespace junheng::ui {

/// What the buttons 导出 PDF, 导出 Word and 导出 Excel do; without a deed there is no button.
struct PreviewExports {
    std::function<void()> pdf;
    std::function<void()> document = {};
    std::function<void()> workbook;
};

/// Shows the report as it will be printed on the paper chosen there.
void showPrintPreview(QWidget* parent, const document::Report& report, const PreviewExports& exports);

} // namespace junheng::ui
