#include "workspace/evidence_folder.h"

#include "base/atomic_file.h"
#include "workspace/attaching.h"
#include "workspace/open_county.h"

namespace junheng::workspace {

base::Outcome EvidenceFolder::attachFiles(const QString& indicator, const QStringList& files) {
    const auto plan = planFiles(indicator, files, m_county.data);
    return m_county.announce(plan ? m_county.commit(plan->changes, {}, plan->contents) : std::unexpected(plan.error()));
}

base::Outcome EvidenceFolder::attachNote(const QString& indicator, const QString& note) {
    const auto plan = planNote(indicator, note, m_county.data);
    return m_county.announce(plan ? m_county.commit(plan->changes) : std::unexpected(plan.error()));
}

base::Outcome EvidenceFolder::remove(const model::SubjectKey& subject) {
    return m_county.announce(m_county.commit(planRemoval(subject, m_county.data)));
}

base::Outcome EvidenceFolder::save(const Evidence& evidence, const QString& path) const {
    if (!m_county.file)
        return std::unexpected(notOpen());
    const auto bytes = m_county.file->content(evidence.sha256);
    return bytes ? base::writeFileAtomically(path, *bytes) : std::unexpected(bytes.error());
}

} // namespace junheng::workspace
