#include "workspace/doubts.h"

#include "quality/explanation.h"
#include "workspace/open_county.h"

namespace junheng::workspace {

base::Result<std::vector<quality::CheckFinding>> Doubts::findings() const {
    return m_county.findings();
}

base::Outcome Doubts::explain(const quality::CheckFinding& finding, const QString& text) {
    const auto changes = quality::explanationChanges(m_county.data, finding, text);
    return m_county.announce(changes ? m_county.commit(*changes) : std::unexpected(changes.error()));
}

} // namespace junheng::workspace
