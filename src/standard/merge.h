// A regional standard laid over the one it extends. Internal to this room; throws JsonFault.
#pragma once

#include "standard/json_reader.h"

#include <vector>

namespace junheng::standard {

/// Where parts of a merged document stand in the file that was laid on top: "/government/3" there is "/government/G4".
class PathNames {
public:
    void add(const QString& merged, const QString& own) { m_names.emplace_back(merged, own); }
    [[nodiscard]] QString ownPath(const QString& mergedPath) const;

private:
    std::vector<std::pair<QString, QString>> m_names;
};

/// `own` over `base`. Members of objects replace those of the same name; null removes one. A list of clauses with ids
/// is changed by an object whose members are the ids: a known id is changed in place, a new one is added, null removes
/// one; such a clause states its own source. Anything else is replaced. Worked examples are not inherited, nor is the
/// form_title of a clause whose title `own` states: its row of the form reads as it says itself.
nlohmann::json mergedStandard(const nlohmann::json& base, const nlohmann::json& own, PathNames& names);

} // namespace junheng::standard
