#include "workspace/standards.h"

#include "standard/library.h"
#include "workspace/choosing.h"
#include "workspace/open_county.h"

#include <utility>

namespace junheng::workspace {

base::Result<std::vector<StandardName>> Standards::names() const {
    const auto own = m_county.file ? m_county.file->ownStandards() : std::vector<store::StandardChoice>();
    if (!own)
        return std::unexpected(own.error());
    std::vector<StandardName> names;
    for (const QString& id : standard::standardIds()) {
        const auto rules = standard::loadStandard(id);
        if (!rules)
            return std::unexpected(rules.error());
        if (!rules->resource.empty())
            names.push_back({.id = id, .title = rules->title});
    }
    for (const store::StandardChoice& choice : *own) {
        // One that this version cannot read is not offered; it stays in the file.
        if (const auto rules = readStandard(choice, m_county.file->items()))
            names.push_back({.id = choice.id, .title = rules->title});
    }
    return names;
}

base::Result<std::vector<standard::Difference>> Standards::differences(const QString& idOrPath) const {
    if (!m_county.file)
        return std::unexpected(notOpen());
    const auto own = m_county.file->ownStandards();
    if (!own)
        return std::unexpected(own.error());
    const auto chosen = chosenStandard(idOrPath, *own, m_county.file->items());
    if (!chosen)
        return std::unexpected(chosen.error());
    if (m_county.standardError)
        return std::unexpected(*m_county.standardError);
    return standard::differencesOf(documentOf(m_county.file->standard()), documentOf(chosen->choice),
                                   m_county.file->items());
}

std::vector<standard::Difference> Standards::belowNational() const {
    if (!m_county.file || m_county.standardError)
        return {};
    if (!m_county.belowNational)
        m_county.belowNational = standard::belowNational(documentOf(m_county.file->standard()), m_county.file->items())
                                     .value_or(std::vector<standard::Difference>());
    return *m_county.belowNational;
}

base::Outcome Standards::use(const QString& idOrPath) {
    if (!m_county.file)
        return std::unexpected(notOpen());
    const auto own = m_county.file->ownStandards();
    if (!own)
        return std::unexpected(own.error());
    auto chosen = chosenStandard(idOrPath, *own, m_county.file->items());
    if (!chosen)
        return std::unexpected(chosen.error());
    if (const auto kept = m_county.file->setStandard(chosen->choice); !kept)
        return kept;
    standard::Standard before = std::exchange(m_county.standard, std::move(chosen->standard));
    const auto loaded = m_county.load(m_county.data.year());
    if (loaded)
        m_county.standardError.reset();
    else
        m_county.standard = std::move(before);
    return m_county.announce(loaded);
}

} // namespace junheng::workspace
