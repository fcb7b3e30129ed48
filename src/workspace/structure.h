// Mending which schools, sections and campuses there are, and how a school is identified.
#pragma once

#include "workspace/structural_change.h"
#include "workspace/workspace.h"

#include <optional>
#include <vector>

namespace junheng::workspace {

/// A year in which a code is in use.
struct CodeInYear {
    int year = 0;
    QString name; ///< of the school that has it there
};

/// Mends the structure of an open county file. Every step is one batch and one undo step of its year; `year` is the one
/// that is open where it is left out.
class Structure {
public:
    explicit Structure(Workspace& workspace) : m_workspace(workspace) {}

    /// Errors: "value.not_a_code"; "structure.no_school", "structure.no_section", "structure.no_campus";
    /// "structure.has_section", "structure.has_campus"; "structure.last_section", "structure.last_campus";
    /// "structure.same_code"; "school.exists"; "value.too_long"; "store.*".
    [[nodiscard]] base::Result<StructurePlan> plan(const StructureEdit& edit, std::optional<int> year = {}) const;
    /// Does it, and tells what was done. Errors: likewise.
    base::Result<StructurePlan> apply(const StructureEdit& edit, std::optional<int> year = {});
    /// The other years in which some school has this code, ascending.
    [[nodiscard]] base::Result<std::vector<CodeInYear>> otherYearsOf(const QString& code) const;

private:
    [[nodiscard]] bool isOpenYear(std::optional<int> year) const;

    Workspace& m_workspace;
};

} // namespace junheng::workspace
