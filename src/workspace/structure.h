// Mending which schools, sections, campuses and rows of monitoring there are, and how they are identified.
#pragma once

#include "base/error.h"
#include "workspace/structural_change.h"

#include <optional>
#include <vector>

namespace junheng::workspace {

struct OpenCounty;

/// A year in which a code is in use.
struct CodeInYear {
    int year = 0;
    QString name; ///< of the school that has it there
};

/// Mends the structure of an open county file. Handed out by Workspace::structure(); valid as long as the workspace.
/// Every step is one batch and one undo step of its year; `year` is the one that is open where it is left out.
class Structure {
public:
    explicit Structure(OpenCounty& county) : m_county(county) {}

    /// Errors: "value.not_a_code", "school.exists", "value.unknown_choice", "school.no_name", "store.*".
    base::Outcome addSchool(const SchoolEntry& school);
    /// Errors: "value.not_a_code"; "structure.no_school", "structure.no_section", "structure.no_campus";
    /// "structure.has_section", "structure.has_campus"; "structure.last_section", "structure.last_campus";
    /// "structure.same_code"; "school.exists"; "value.too_long"; "store.*".
    [[nodiscard]] base::Result<StructurePlan> plan(const StructureEdit& edit, std::optional<int> year = {}) const;
    /// Does it, and tells what was done. Errors: likewise.
    base::Result<StructurePlan> apply(const StructureEdit& edit, std::optional<int> year = {});
    /// Makes a row of monitoring, with all its figures, one of another source (a choice of monitored_source): the row
    /// closes and the other one opens. Errors: "monitoring.no_row", "monitoring.has_row", "store.*".
    base::Outcome changeSource(const model::SubjectKey& row, int source);
    /// The other years in which some school has this code, ascending.
    [[nodiscard]] base::Result<std::vector<CodeInYear>> otherYearsOf(const QString& code) const;

private:
    [[nodiscard]] bool isOpenYear(std::optional<int> year) const;

    OpenCounty& m_county;
};

} // namespace junheng::workspace
