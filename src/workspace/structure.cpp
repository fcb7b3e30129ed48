#include "workspace/structure.h"

#include "workspace/structure_plan.h"
#include "workspace/workspace_private.h"

namespace junheng::workspace {

bool Structure::isOpenYear(std::optional<int> year) const {
    return !year || *year == m_workspace.data().year();
}

base::Result<StructurePlan> Structure::plan(const StructureEdit& edit, std::optional<int> year) const {
    if (!m_workspace.isOpen())
        return std::unexpected(notOpen());
    if (isOpenYear(year))
        return planStructure(edit, m_workspace.data());
    const auto other = m_workspace.d->file->load(*year);
    return other ? planStructure(edit, *other) : std::unexpected(other.error());
}

base::Result<StructurePlan> Structure::apply(const StructureEdit& edit, std::optional<int> year) {
    auto planned = plan(edit, year);
    if (!planned)
        return planned;
    Workspace::Private& d = *m_workspace.d;
    if (const auto judged = d.judgedByItsOwn(); !judged)
        return std::unexpected(judged.error());
    base::Outcome done;
    if (isOpenYear(year)) {
        done = d.commit(planned->changes);
    } else if (const auto batch = d.file->commit(*year, planned->changes); batch) {
        done = d.load(d.data.year()); // what the open year has of the years before is another now
    } else {
        done = std::unexpected(batch.error());
    }
    if (const auto told = m_workspace.announce(done); !told)
        return std::unexpected(told.error());
    return planned;
}

base::Result<std::vector<CodeInYear>> Structure::otherYearsOf(const QString& code) const {
    if (!m_workspace.isOpen())
        return std::unexpected(notOpen());
    std::vector<CodeInYear> found;
    for (const int year : m_workspace.years()) {
        if (isOpenYear(year))
            continue;
        const auto other = m_workspace.d->file->load(year);
        if (!other)
            return std::unexpected(other.error());
        if (other->exists(model::SubjectKey::ofSchool(code)))
            found.push_back({.year = year, .name = other->schoolName(code)});
    }
    return found;
}

} // namespace junheng::workspace
