#include "ui/dialogs/screen_questions.h"

#include "ui/dialogs/add_school_dialog.h"
#include "ui/dialogs/begin_year_dialog.h"
#include "ui/dialogs/campus_dialog.h"
#include "ui/dialogs/code_dialog.h"
#include "ui/dialogs/dossier_dialog.h"
#include "ui/dialogs/go_on_box.h"
#include "ui/dialogs/import_preview_dialog.h"
#include "ui/dialogs/new_county_dialog.h"
#include "ui/dialogs/print_preview.h"
#include "ui/dialogs/save_dialog.h"
#include "ui/dialogs/standard_dialog.h"
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

QString askNewSchool(QWidget* parent, workspace::Workspace& workspace) {
    AddSchoolDialog dialog(workspace, parent);
    return dialog.exec() == QDialog::Accepted ? dialog.code() : QString();
}

std::optional<workspace::StructurePlan> askNewCampus(QWidget* parent, workspace::Workspace& workspace,
                                                     const QString& school) {
    CampusDialog dialog(workspace, school, parent);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return dialog.done();
}

std::optional<CodeCorrection> askRightCode(QWidget* parent, workspace::Workspace& workspace, const QString& school) {
    CodeDialog dialog(workspace, school, parent);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return CodeCorrection{
        .code = dialog.code(), .done = dialog.done(), .otherYears = dialog.otherYears(), .failure = dialog.failure()};
}

bool askStructure(QWidget* parent, const StructureQuestion& question) {
    StructureDialog dialog(question.title, question.heading, question.adds ? tr("新增(&A)") : tr("删除(&D)"),
                           question.adds ? StructureDialog::Default::Doing : StructureDialog::Default::Cancel, parent);
    dialog.showLines(question.lines);
    return dialog.exec() == QDialog::Accepted;
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

Questions screenQuestions() {
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
            .confirm = askToGoOn,
            .structure = {.addSchool = askNewSchool,
                          .addCampus = askNewCampus,
                          .correctCode = askRightCode,
                          .confirm = askStructure}};
}

} // namespace junheng::ui
