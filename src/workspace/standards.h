// By which standard the open county is assessed.
#pragma once

#include "base/error.h"
#include "standard/difference.h"

#include <QString>

#include <vector>

namespace junheng::workspace {

struct OpenCounty;

struct StandardName {
    QString id;
    QString title;
};

/// Handed out by Workspace::standards(); valid as long as the workspace.
class Standards {
public:
    explicit Standards(OpenCounty& county) : m_county(county) {}

    /// The standards that the county can be assessed by: those of the program, then the bureau's own in the file.
    [[nodiscard]] base::Result<std::vector<StandardName>> names() const;
    /// What the standard `idOrPath`, checked as by use(), states differently from the county's. Errors: those of use().
    [[nodiscard]] base::Result<std::vector<standard::Difference>> differences(const QString& idOrPath) const;
    /// Where the county's standard asks less than the national one, which decides at the end. Worked out once a
    /// standard; nothing where there is none of its own (Workspace::standardError()).
    [[nodiscard]] std::vector<standard::Difference> belowNational() const;
    /// Assesses the county by another standard from now on: the id of one of names(), or the path of a file of the
    /// bureau's own, which the county file keeps. Errors: "standard.*", "store.*".
    base::Outcome use(const QString& idOrPath);

private:
    OpenCounty& m_county;
};

} // namespace junheng::workspace
