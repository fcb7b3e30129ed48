// What the bureau says of a finding, kept in the county file like any other entry.
#pragma once

#include "model/change.h"
#include "quality/finding.h"

namespace junheng::quality {

/// Where the explanation of a finding is kept.
model::SubjectKey explanationKey(const CheckFinding& finding);
const model::Item& explanationItem();
const model::Item& explainedFiguresItem();

/// The figures kept with an explanation, with another code for a school.
QString withSchoolCode(const QString& figures, const QString& from, const QString& to);

/// Reads what the year has to say of the finding into it.
void addExplanation(CheckFinding& finding, const model::CountyYear& year);

/// The edit that keeps a text with the finding's figures as they are now; blank text takes both out. Keeping the same
/// text again renews the figures. Errors: "value.too_long".
base::Result<model::ChangeSet> explanationChanges(const model::CountyYear& current, const CheckFinding& finding,
                                                  const QString& text);

} // namespace junheng::quality
