// What the parts of one import share.
#pragma once

#include "base/job.h"
#include "exchange/conversion.h"
#include "exchange/finding_list.h"
#include "exchange/import_plan.h"
#include "exchange/pupils_check.h"
#include "exchange/school_codes.h"
#include "exchange/template_layout.h"
#include "model/county_year.h"

#include <QSet>
#include <QString>

#include <vector>

namespace junheng::exchange {

struct ImportContext {
    const model::CountyYear& current;
    const ImportOptions& options;
    const base::Job& job;
    FindingList findings;
    PupilsCheck& pupils;
    TemplateLayout layout = TemplateLayout(current.items());
    std::vector<model::Change> changes = {};
    ImportSummary summary = {};
    QString file = {};
    /// Conversions that could be agreed to, and those that were made.
    std::vector<Conversion> offers = {};
    std::vector<Conversion> conversions = {};
    /// School codes that name no school: one error each.
    SchoolCodes codes = {};

    /// The schools of the sheet 学校, its rows that are not blank, and whether it has the column that names them.
    QSet<QString> schools = {};
    int schoolRows = 0;
    bool schoolsReadable = false;
    /// Whether the sheet 学段 is there and every row of it could be given to a school and stage.
    bool sectionsReadable = false;

    int rowsDone = 0;
    int rowsInAll = 0;

    /// Reports progress; false when the import is to stop.
    [[nodiscard]] bool beginRow();
};

} // namespace junheng::exchange
