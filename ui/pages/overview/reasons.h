// Why the verdict is what it is, in order of weight.
#pragma once

#include "plan/missing_cells.h"
#include "ui/pages/overview/overview_target.h"
#include "ui/widgets/tone.h"
#include "workspace/workspace.h"

#include <vector>

namespace junheng::ui {

struct HeadlineReason {
    Tone tone;
    QString text;
    OverviewTarget target;
};

/// What fails before what is missing; within each, resources, balance, and the parts that are not judged yet.
std::vector<HeadlineReason> reasonsOf(const workspace::Workspace& workspace,
                                      const std::vector<plan::MissingCell>& missing);

/// The parts that would have another verdict without the relaxations, as a sentence; empty when there is none.
QString withoutRelaxationsText(const assess::Assessment& assessment);

} // namespace junheng::ui
