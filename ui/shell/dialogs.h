// Every question the desk asks: a seam, so that tests can answer in the user's place.
#pragma once

#include "ui/print/print_preview.h"
#include "ui/shell/answers.h"
#include "ui/shell/begin_year_dialog.h"
#include "ui/shell/question.h"
#include "ui/shell/save_dialog.h"
#include "workspace/import_preview.h"
#include "workspace/workspace.h"
#include "workspace/year_choice.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

class QWidget;

namespace junheng::ui {

/// An empty answer means that the user thought better of it.
struct Dialogs {
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
};

/// The dialogs on the screen.
Dialogs screenDialogs();

} // namespace junheng::ui
