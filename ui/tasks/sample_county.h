// The invented county that comes with the program.
#pragma once

#include "workspace/workspace.h"

namespace junheng::ui {

/// Opens the user's 示例县; makes it from the compiled-in workbook first when there is none yet. Errors: "store.*",
/// "sheet.*", "file.*".
base::Outcome openSampleCounty(workspace::Workspace& workspace);

} // namespace junheng::ui
