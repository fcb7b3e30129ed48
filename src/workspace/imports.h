// Taking a planned import into the open county file; see planImport().
#pragma once

#include "base/error.h"

namespace junheng::workspace {

struct ImportPreview;
struct OpenCounty;

/// Handed out by Workspace::imports(); valid as long as the workspace.
class Imports {
public:
    explicit Imports(OpenCounty& county) : m_county(county) {}

    /// Finds out which figures that were typed in the import would replace or clear. Errors: "store.*".
    base::Outcome markTyped(ImportPreview& preview) const;
    /// Commits a planned import as one batch. Errors: "import.rejected" (it has errors), "import.outdated" (the data
    /// changed since it was planned), "store.*".
    base::Outcome commit(const ImportPreview& preview);

private:
    OpenCounty& m_county;
};

} // namespace junheng::workspace
