#include "ui/print/report_preview.h"

#include "ui/print/font_notice.h"
#include "ui/print/report_printer.h"

#include <QLabel>
#include <QPrintPreviewWidget>
#include <QVBoxLayout>

namespace junheng::ui {

ReportPreview::ReportPreview(QWidget* parent)
    : QWidget(parent), m_notice(fontNotice({}, this)), m_view(new QPrintPreviewWidget(&m_printer, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_notice);
    layout->addWidget(m_view);
    m_view->setViewMode(QPrintPreviewWidget::SinglePageView);
    m_view->setZoomMode(QPrintPreviewWidget::FitToWidth);
    connect(m_view, &QPrintPreviewWidget::paintRequested, this,
            [this](QPrinter* printer) { printReport(m_report, *printer); });
}

void ReportPreview::showReport(const document::Report& report) {
    m_report = report;
    showFontNotice(*m_notice, m_report);
    setUpPage(m_printer, m_report);
    const int page = m_view->currentPage();
    m_view->updatePreview();
    if (page > 1)
        m_view->setCurrentPage(std::min(page, m_view->pageCount()));
}

} // namespace junheng::ui
