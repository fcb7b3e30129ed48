// The parts besides resources and balance, as rows.
#pragma once

#include "ui/widgets/tone.h"
#include "workspace/workspace.h"

#include <vector>

namespace junheng::ui {

struct PartRow {
    QString id; ///< G4, S1, V2, E1
    QString name;
    QString toolTip; ///< the official wording
    QString word;    ///< 达标, 未达标, 待填报, 不适用; 不存在, 存在
    Tone tone = Tone::Open;
    QString detail; ///< as tables Ⅳ to Ⅵ fill it in
};

struct PartGroup {
    QString name;
    assess::Verdict verdict = assess::Verdict::Missing;
    std::vector<PartRow> rows;
};

/// Parts that the standard does not have are left out.
std::vector<PartGroup> partGroups(const workspace::Workspace& workspace);

} // namespace junheng::ui
