#include "ui/shell/dialogs.h"

#include "ui/shell/dossier_dialog.h"
#include "ui/shell/import_preview_dialog.h"
#include "ui/shell/new_county_dialog.h"
#include "ui/shell/standard_dialog.h"

#include <QApplication>
#include <QDesktopServices>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("dialogs", text);
}

QString askOpenFile(QWidget* parent, const FileQuestion& question) {
    return QFileDialog::getOpenFileName(parent, question.title, question.suggestion, question.filter);
}

QStringList askOpenFiles(QWidget* parent, const FileQuestion& question) {
    return QFileDialog::getOpenFileNames(parent, question.title, question.suggestion, question.filter);
}

std::optional<NewCounty> askNewCounty(QWidget* parent) {
    NewCountyDialog dialog(askSaveFile, parent);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return dialog.answer();
}

std::optional<NewYear> askNewYear(QWidget* parent, const workspace::YearChoice& choice) {
    BeginYearDialog dialog(choice, parent);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return dialog.answer();
}

ImportAnswer askImport(QWidget* parent, const workspace::ImportPreview& preview) {
    ImportPreviewDialog dialog(preview, askSaveFile, parent);
    const int result = dialog.exec();
    if (result == ImportPreviewDialog::kPreviewAgain)
        return dialog.agreement();
    return result == QDialog::Accepted;
}

QString askStandard(QWidget* parent, const workspace::Workspace& workspace) {
    StandardDialog dialog(workspace, askOpenFile, parent);
    return dialog.exec() == QDialog::Accepted ? dialog.answer() : QString();
}

std::optional<DossierWish> askDossiers(QWidget* parent, const workspace::Workspace& workspace,
                                       const QStringList& shown) {
    DossierDialog dialog(workspace, shown, parent);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return dialog.answer();
}

QString askFolder(QWidget* parent, const FileQuestion& question) {
    return QFileDialog::getExistingDirectory(parent, question.title, question.suggestion);
}

bool askClosing(QWidget* parent, const QString& text) {
    QMessageBox box(QMessageBox::Question, tr("关闭均衡"), text, QMessageBox::NoButton, parent);
    const QPushButton* stop = box.addButton(tr("停止并关闭(&S)"), QMessageBox::DestructiveRole);
    QPushButton* goOn = box.addButton(tr("继续生成(&C)"), QMessageBox::RejectRole);
    box.setDefaultButton(goOn);
    box.setEscapeButton(goOn);
    box.exec();
    return box.clickedButton() == stop;
}

bool askPastYear(QWidget* parent, const QString& text) {
    QMessageBox box(QMessageBox::Warning, tr("修改往年数据"), text, QMessageBox::NoButton, parent);
    const QPushButton* change = box.addButton(tr("修改(&M)"), QMessageBox::DestructiveRole);
    QPushButton* leave = box.addButton(tr("不修改(&N)"), QMessageBox::RejectRole);
    box.setDefaultButton(leave);
    box.setEscapeButton(leave);
    box.exec();
    return box.clickedButton() == change;
}

void showAbout(QWidget* parent) {
    QMessageBox box(QMessageBox::NoIcon, tr("关于均衡"),
                    tr("<p><b>均衡 %1</b></p><p>县域义务教育优质均衡发展自评工作站</p>"
                       "<p>自由软件，按 GNU 通用公共许可证第 3 版或更新版本发布，不提供任何担保。</p>")
                        .arg(QStringLiteral(JUNHENG_VERSION)),
                    QMessageBox::Ok, parent);
    box.setTextFormat(Qt::RichText);
    constexpr int kIconSize = 64;
    box.setIconPixmap(QApplication::windowIcon().pixmap(kIconSize));
    box.exec();
}

} // namespace

Dialogs screenDialogs() {
    return {.openFile = askOpenFile,
            .openFiles = askOpenFiles,
            .saveFile = askSaveFile,
            .newCounty = askNewCounty,
            .confirmImport = askImport,
            .preview = showPrintPreview,
            .about = showAbout,
            .beginYear = askNewYear,
            .chooseStandard = askStandard,
            .openDocument = [](const QString& path) { return QDesktopServices::openUrl(QUrl::fromLocalFile(path)); },
            .chooseDossiers = askDossiers,
            .openFolder = askFolder,
            .confirmClosing = askClosing,
            .confirm =
                [](QWidget* parent, const Question& question) {
                    return askToGoOn(parent, question.title, question.text, question.goOn);
                },
            .confirmPastYear = askPastYear};
}

} // namespace junheng::ui
