#include "workspace/structure.h"

#include "workspace/changing_source.h"
#include "workspace/new_school.h"
#include "workspace/open_county.h"
#include "workspace/structure_plan.h"

namespace junheng::workspace {

bool Structure::isOpenYear(std::optional<int> year) const {
    return !year || *year == m_county.data.year();
}

base::Outcome Structure::addSchool(const SchoolEntry& school) {
    const auto changes = planSchool(school, m_county.data);
    return m_county.announce(changes ? m_county.commit(*changes) : std::unexpected(changes.error()));
}

base::Result<StructurePlan> Structure::plan(const StructureEdit& edit, std::optional<int> year) const {
    if (!m_county.file)
        return std::unexpected(notOpen());
    if (isOpenYear(year))
        return planStructure(edit, m_county.data);
    const auto other = m_county.file->load(*year);
    return other ? planStructure(edit, *other) : std::unexpected(other.error());
}

base::Result<StructurePlan> Structure::apply(const StructureEdit& edit, std::optional<int> year) {
    auto planned = plan(edit, year);
    if (!planned)
        return planned;
    if (const auto judged = m_county.judgedByItsOwn(); !judged)
        return std::unexpected(judged.error());
    base::Outcome done;
    if (isOpenYear(year)) {
        done = m_county.commit(planned->changes);
    } else if (const auto batch = m_county.file->commit(*year, planned->changes); batch) {
        done = m_county.load(m_county.data.year()); // what the open year has of the years before is another now
    } else {
        done = std::unexpected(batch.error());
    }
    if (const auto told = m_county.announce(done); !told)
        return std::unexpected(told.error());
    return planned;
}

base::Outcome Structure::changeSource(const model::SubjectKey& row, int source) {
    const auto changes = planSource(row, source, m_county.data);
    if (!changes)
        return std::unexpected(changes.error());
    return changes->isEmpty() ? base::Outcome() : m_county.announce(m_county.commit(*changes));
}

base::Result<std::vector<CodeInYear>> Structure::otherYearsOf(const QString& code) const {
    if (!m_county.file)
        return std::unexpected(notOpen());
    std::vector<CodeInYear> found;
    for (const int year : m_county.years) {
        if (isOpenYear(year))
            continue;
        const auto other = m_county.file->load(year);
        if (!other)
            return std::unexpected(other.error());
        if (other->exists(model::SubjectKey::ofSchool(code)))
            found.push_back({.year = year, .name = other->schoolName(code)});
    }
    return found;
}

} // namespace junheng::workspace
