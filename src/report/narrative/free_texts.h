// Where the free texts of a report are kept, and whether the figures that they quote still hold.
#pragma once

#include "model/change.h"
#include "report/narrative/bound_figures.h"
#include "report/narrative/free_text.h"
#include "report/narrative/outline.h"

namespace junheng::report {

/// The free texts of a template as far as the year has them, in the order of the template. All figures are bound only
/// where a text quotes some.
std::vector<FreeText> freeTextsOf(const Outline& outline, const Sources& sources, const ReportInfo& info);

/// The figures whose printed number stands in the text, as they are to be kept beside it: "小学.R4.差异系数=0.512", a
/// line each. Numbers of one digit and figures carried by name ({…}) are no quotations.
QString quotedFigures(const QString& text, const BoundFigures& figures);

/// The edit that keeps a free text with its quotations; empty text takes both out. Errors: "value.too_long".
base::Result<model::ChangeSet> freeTextChanges(const model::CountyYear& current, const QString& name,
                                               const QString& text, const BoundFigures& figures);

/// Where a free text is kept, and its text and quotations.
model::SubjectKey freeTextKey(const QString& name);
const model::Item& freeTextItem();
const model::Item& quotedFiguresItem();

} // namespace junheng::report
