// What users say to the dialogs.
#pragma once

#include "model/county_year.h"
#include "workspace/dossiers.h"
#include "workspace/import_preview.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace junheng::ui {

/// What the dialog 新建县级文件 asks for.
struct NewCounty {
    model::County county;
    QString standardId;
    int year = 0;
    QString path;
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

} // namespace junheng::ui
