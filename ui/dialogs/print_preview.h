// The preview: look, print, or take away as a file.
#pragma once

#include "ui/dialogs/questions.h"

namespace junheng::ui {

/// Shows the report as it will be printed on the paper chosen there.
void showPrintPreview(QWidget* parent, const document::Report& report, const PreviewExports& exports);

} // namespace junheng::ui
