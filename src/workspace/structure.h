// Mending which schools, sections and campuses there are, and how a school is identified.
#pragma once

#include "workspace/workspace.h"

#include <optional>
#include <vector>

namespace junheng::workspace {

enum class StructureStep : std::uint8_t {
    DeleteSchool,
    AddSection,
    DeleteSection,
    AddCampus,
    DeleteCampus,
    CorrectCode
};

struct StructureEdit {
    StructureStep step = StructureStep::DeleteSchool;
    QString school;      ///< its code
    QString detail = {}; ///< the id of the stage, the name of the campus (本部 is blank), the right code; else blank
};

/// A school that a step concerns besides the one that is edited.
struct SchoolName {
    QString code;
    QString name;
};

/// What a step would do, and what goes with it.
struct StructurePlan {
    int year = 0;
    model::ChangeSet changes = {}; ///< its label names the undo step: 删除学校 柳溪小学（9901001008）
    SchoolName school = {};
    QStringList sections = {}; ///< that go or move along: 小学, 初中
    QStringList campuses = {}; ///< likewise: 本部, 东校区
    int rooms = 0;
    int figures = 0; ///< that have been entered
    int explanations = 0;
    std::vector<SchoolName> points = {}; ///< the schools that name this one as their 中心校
    QStringList lines = {};              ///< all of it, and what to do afterwards: a sentence each
};

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
