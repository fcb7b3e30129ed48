// What is said of a cell, and of its item.
#pragma once

#include "model/observation.h"
#include "model/subject.h"
#include "workspace/workspace.h"

#include <QString>

namespace junheng::ui {

/// The figure of a cell; missing while no file is open.
[[nodiscard]] model::Observation observationOf(const workspace::Workspace& workspace, const model::CellKey& cell);
/// What stands in the cell, as it would be typed.
[[nodiscard]] QString cellText(const workspace::Workspace& workspace, const model::CellKey& cell);
/// The same as it is spoken of: 待填报 or 空白 where there is nothing.
[[nodiscard]] QString spokenText(const workspace::Workspace& workspace, const model::CellKey& cell);
/// "柳溪小学 · 小学 · 在校学生数".
[[nodiscard]] QString cellName(const workspace::Workspace& workspace, const model::CellKey& cell);
/// "上年（2025—2026学年）：286", from the newest year before that has schools; empty where it says nothing.
[[nodiscard]] QString earlierText(workspace::Workspace& workspace, const model::CellKey& cell);

/// The heading of an item with ＊ where it is required.
[[nodiscard]] QString itemHeading(const model::Item& item);
/// What to fill in, by when it counts and where it is used, one line each.
[[nodiscard]] QString itemHelp(const model::Item& item);

} // namespace junheng::ui
