#include "ui/shell/dialogs.h"

#include "ui/shell/dossier_dialog.h"
#include "ui/shell/import_preview_dialog.h"
#include "ui/shell/new_county_dialog.h"
#include "ui/shell/standard_dialog.h"
#include "ui/widgets/tr.h"

#include <QApplication>
#include <QDesktopServices>
#include <QFileDialog>
#include <QMessageBox>
#include <QUrl>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

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
            .confirm = askToGoOn};
}

} // namespace junheng::ui
