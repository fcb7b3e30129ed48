// What the standard itself brings along, as sentences on 总览.
#pragma once

#include "workspace/workspace.h"

namespace junheng::ui {

/// What the standard strives for, by year, part of no verdict; empty where it has no target for the county.
QString targetsText(const workspace::Workspace& workspace);

/// The clauses that ask less than the national standard; empty when there is none.
QString belowNationalText(const workspace::Workspace& workspace);

} // namespace junheng::ui
