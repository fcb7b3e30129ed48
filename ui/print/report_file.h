// The kinds of file that a report is taken away as.
#pragma once

namespace junheng::ui {

enum class ReportFile { Pdf, Word, Workbook };

} // namespace junheng::ui
