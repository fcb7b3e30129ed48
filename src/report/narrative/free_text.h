// What the user writes into a report, and whether the figures that it quotes still hold.
#pragma once

#include "report/narrative/bound_figures.h"
#include "report/narrative/outline.h"

namespace junheng::report {

/// A figure that a text quotes and that reads otherwise by now.
struct StaleFigure {
    QString figure; ///< its name
    QString then;
    QString now;
};

struct FreeText {
    QString name;    ///< as in the template; also its SubjectKey::part
    QString heading; ///< the heading that it stands below
    QString hint;    ///< what to write
    QString text;    ///< empty: not written yet
    std::vector<StaleFigure> stale = {};
};

/// The free texts of a template as far as the year has them, in the order of the template.
std::vector<FreeText> freeTextsOf(const Outline& outline, const model::CountyYear& year, const BoundFigures& figures);

/// The figures whose printed number stands in the text, as they are to be kept beside it: "小学.R4.差异系数=0.512", a
/// line each. Numbers of one digit and figures carried by name ({…}) are no quotations.
QString quotedFigures(const QString& text, const BoundFigures& figures);

/// Where a free text is kept, and its text and quotations.
model::SubjectKey freeTextKey(const QString& name);
const model::Item& freeTextItem();
const model::Item& quotedFiguresItem();

} // namespace junheng::report
