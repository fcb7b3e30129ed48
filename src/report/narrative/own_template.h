// The bureau's own template of the self-evaluation report, kept in the county file with the year.
#pragma once

#include "model/change.h"
#include "model/county_year.h"
#include "report/narrative/outline.h"

namespace junheng::report {

/// The bureau's own where the year has one, else the program's. Errors: "report.template".
base::Result<Outline> selfEvaluationOutline(const model::CountyYear& year);

/// As it is written; empty: the program's is used.
QString ownTemplate(const model::CountyYear& year);

/// The text of a template's file. Errors: "report.template" (not UTF-8).
base::Result<QString> templateText(const QByteArray& bytes, const QString& file);

/// The edit that keeps a template; empty text returns to the program's. `text` has been checked. Errors:
/// "value.too_long".
base::Result<model::ChangeSet> templateChanges(const model::CountyYear& current, const QString& text);

} // namespace junheng::report
