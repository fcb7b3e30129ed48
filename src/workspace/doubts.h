// What is doubtful about the data, and what the bureau says of it.
#pragma once

#include "base/error.h"
#include "quality/finding.h"

#include <QString>

#include <vector>

namespace junheng::workspace {

struct OpenCounty;

/// Handed out by Workspace::doubts(); valid as long as the workspace.
class Doubts {
public:
    explicit Doubts(OpenCounty& county) : m_county(county) {}

    /// What is doubtful about the year's data, also beside the newest year before it with schools; see
    /// quality::check(). Made anew at every call. Errors: those of SchoolYears::earlier().
    [[nodiscard]] base::Result<std::vector<quality::CheckFinding>> findings() const;
    /// Keeps what the bureau says of a finding, with its figures as they are: one batch, one undo step. Blank text
    /// takes it out. Errors: "value.too_long", "store.*".
    base::Outcome explain(const quality::CheckFinding& finding, const QString& text);

private:
    OpenCounty& m_county;
};

} // namespace junheng::workspace
