// A report on the page of a window as it will be printed.
#pragma once

#include "document/report.h"

#include <QPrinter>
#include <QWidget>

class QLabel;
class QPrintPreviewWidget;

namespace junheng::ui {

/// Fits the width of a page. Where the reader is stays when the report is shown anew.
class ReportPreview : public QWidget {
    Q_OBJECT

public:
    explicit ReportPreview(QWidget* parent = nullptr);

    void showReport(const document::Report& report);

private:
    document::Report m_report;
    QPrinter m_printer{QPrinter::HighResolution}; ///< before the widget, which uses it to its end
    QLabel* m_notice;
    QPrintPreviewWidget* m_view;
};

} // namespace junheng::ui
