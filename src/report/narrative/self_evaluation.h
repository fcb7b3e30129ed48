// 自评报告: the county's self-evaluation report of a year.
#pragma once

#include "report/narrative/bound_figures.h"
#include "report/narrative/outline.h"

namespace junheng::report {

/// The report that the template describes, in the layout of official documents. Sentences carry the figures of
/// `sources.assessment`; what is missing reads 待填报. Free text that is not written yet stands as its hint, marked;
/// one that quotes figures which have changed since says so below. Errors: "report.template", which names the line: no
/// figure of this name.
base::Result<document::Report> selfEvaluation(const Sources& sources, const ReportInfo& info, const Outline& outline);

} // namespace junheng::report
