// The words of 自评报告: the template it is made by, and what the bureau writes into it.
#pragma once

#include "base/error.h"
#include "report/narrative/free_text.h"

#include <QString>

#include <vector>

namespace junheng::workspace {

struct OpenCounty;

/// Handed out by Workspace::narrative(); valid as long as the workspace. Every change is one batch and one undo step.
class Narrative {
public:
    explicit Narrative(OpenCounty& county) : m_county(county) {}

    /// The template in use, as it is written.
    [[nodiscard]] QString reportTemplate() const;
    [[nodiscard]] bool hasOwnTemplate() const;
    /// Keeps a file (UTF-8) as the year's own template. Free texts that it does not ask for stay where they are.
    /// Errors: "file.read", "file.too_large", "report.template" (names the line), "value.too_long", "store.*".
    base::Outcome useReportTemplate(const QString& path);
    base::Outcome useProgramTemplate();
    /// What the user writes into it, in its order. Errors: "report.template".
    [[nodiscard]] base::Result<std::vector<report::FreeText>> freeTexts() const;
    /// Keeps a free text and which figures it quotes as they are now. Empty text takes it out. Errors:
    /// "value.too_long", "store.*".
    base::Outcome writeFreeText(const QString& name, const QString& text);

private:
    OpenCounty& m_county;
};

} // namespace junheng::workspace
