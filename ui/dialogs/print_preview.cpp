#include "ui/dialogs/print_preview.h"

#include "ui/print/font_notice.h"
#include "ui/print/report_printer.h"
#include "ui/widgets/icon.h"

#include <QAction>
#include <QBoxLayout>
#include <QCoreApplication>
#include <QLabel>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QToolBar>
#include <QToolButton>
#include <QWidget>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

void showPrintPreview(QWidget* parent, const document::Report& report, const PreviewExports& exports) {
    QPrinter printer(QPrinter::HighResolution);
    setUpPage(printer, report);
    QPrintPreviewDialog dialog(&printer, parent, Qt::Window);
    dialog.setWindowTitle(QCoreApplication::translate("print", "打印预览 — %1").arg(report.title));
    QObject::connect(&dialog, &QPrintPreviewDialog::paintRequested, &dialog,
                     [&report](QPrinter* target) { printReport(report, *target); });
    if (auto* layout = qobject_cast<QBoxLayout*>(dialog.layout()); layout != nullptr)
        layout->insertWidget(0, fontNotice(report, &dialog));
    if (auto* bar = dialog.findChild<QToolBar*>()) {
        const auto add = [&](const QString& text, const std::function<void()>& deed) {
            if (!deed)
                return;
            auto* action = new QAction(themedIcon(u"export"_s, dialog.palette()), text, &dialog);
            QObject::connect(action, &QAction::triggered, &dialog, deed);
            bar->addAction(action);
            // The icon is the same for each: only the words tell them apart.
            if (auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(action)))
                button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        };
        add(QCoreApplication::translate("print", "导出 PDF"), exports.pdf);
        add(QCoreApplication::translate("print", "导出 Word"), exports.document);
        add(QCoreApplication::translate("print", "导出 Excel"), exports.workbook);
    }
    if (parent != nullptr)
        dialog.resize(parent->window()->size() * 0.9);
    dialog.exec();
}

} // namespace junheng::ui
