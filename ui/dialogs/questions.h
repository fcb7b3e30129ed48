// Every question the desk asks: a seam, so that tests can answer in the user's place. Pages and tasks ask through it
// and see no dialog.
#pragma once

#include "model/county_year.h"
#include "workspace/dossiers.h"
#include "workspace/import_preview.h"
#include "workspace/structure.h"
#include "workspace/workspace.h"
#include "workspace/year_choice.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

class QWidget;

namespace junheng::ui {

/// A question for a file. Filters as in QFileDialog.
struct FileQuestion {
    QString title;
    QString suggestion; ///< folder or file
    QString filter;
    bool mayReplace = true; ///< else whoever asks says what is wrong with a file that exists
};

/// Something to think about before it is done.
struct Question {
    QString title;
    QString text;      ///< plain
    QString goOn;      ///< the button that does it
    QString stay = {}; ///< the one that leaves all as it is, and the default; empty: 取消
};

/// A change of the structure of schools, with what goes with it.
struct StructureQuestion {
    QString title;
    QString heading;
    QStringList lines;
    bool adds = false; ///< else something is deleted, which the Enter key alone does not do
};

/// What the dialog 更改标识码 has done.
struct CodeCorrection {
    QString code;                  ///< that the school has now
    workspace::StructurePlan done; ///< in the open year
    std::vector<int> otherYears;   ///< that were corrected too
    QString failure;               ///< why another year was not, although it was wanted; mostly empty
};

/// What the dialog 新建县级文件 asks for.
struct NewCounty {
    model::County county;
    QString standardId;
    int year = 0;
    QString path;
};

/// What the dialog 开始新学年 asks for.
struct NewYear {
    int year = 0;
    std::optional<int> from; ///< the year that it takes over from; nothing: it begins empty
};

/// What the dialog 一校一册 asks for.
struct DossierWish {
    QStringList schools; ///< codes; empty: all
    workspace::DossierFiles files = workspace::DossierFiles::OnePdf;
};

/// What the user says to the preview of an import.
struct ImportAnswer {
    ImportAnswer(bool yes) : imports(yes) {}
    ImportAnswer(workspace::ImportAgreement agreed) : again(std::move(agreed)) {}

    bool imports = false;
    std::optional<workspace::ImportAgreement> again = {}; ///< to be planned and shown again, with this agreed to
};

/// What the buttons 导出 PDF, 导出 Word and 导出 Excel of a preview do. If a function is empty, its button is not
/// there.
struct PreviewExports {
    std::function<void()> pdf;
    std::function<void()> document = {};
    std::function<void()> workbook;
};

/// The questions about schools, sections and campuses. Those that need an answer from the workspace make the change
/// themselves, so that what is refused can be mended in its field. An empty answer: nothing was done.
struct StructureQuestions {
    /// The code of the school that was added.
    std::function<QString(QWidget* parent, workspace::Workspace&)> addSchool;
    std::function<std::optional<workspace::StructurePlan>(QWidget* parent, workspace::Workspace&,
                                                          const QString& school)>
        addCampus;
    std::function<std::optional<CodeCorrection>(QWidget* parent, workspace::Workspace&, const QString& school)>
        correctCode;
    /// True: go on.
    std::function<bool(QWidget* parent, const StructureQuestion&)> confirm;
};

/// An empty answer means that the user thought better of it.
struct Questions {
    std::function<QString(QWidget* parent, const FileQuestion&)> openFile;
    std::function<QStringList(QWidget* parent, const FileQuestion&)> openFiles;
    /// Has asked whether a file that is there may be replaced.
    std::function<QString(QWidget* parent, const FileQuestion&)> saveFile;
    std::function<std::optional<NewCounty>(QWidget* parent)> newCounty;
    /// Shows what an import would do.
    std::function<ImportAnswer(QWidget* parent, const workspace::ImportPreview&)> confirmImport;
    /// Shows a report as it will be printed, and prints it when told to; `exports` take it away as a file.
    std::function<void(QWidget* parent, const document::Report&, const PreviewExports& exports)> preview = {};
    std::function<void(QWidget* parent)> about;
    std::function<std::optional<NewYear>(QWidget* parent, const workspace::YearChoice&)> beginYear = {};
    /// The id of a standard, or the path of a file with one, by which the county is to be assessed.
    std::function<QString(QWidget* parent, const workspace::Workspace&)> chooseStandard = {};
    /// Opens a file in the program that the system has for it; false when there is none.
    std::function<bool(const QString& path)> openDocument = {};
    /// `shown` are the schools that the page 资源配置 shows now.
    std::function<std::optional<DossierWish>(QWidget* parent, const workspace::Workspace&, const QStringList& shown)>
        chooseDossiers = {};
    std::function<QString(QWidget* parent, const FileQuestion&)> openFolder = {}; ///< without a filter
    /// True: go on. Without this nobody can say so.
    std::function<bool(QWidget* parent, const Question&)> confirm = {};
    StructureQuestions structure = {};
};

} // namespace junheng::ui
