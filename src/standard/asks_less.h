// Whether what one standard states is softer than what another states there. Internal to this room.
#pragma once

#include <QString>

#include <nlohmann/json.hpp>

namespace junheng::standard {

/// A place in a standard's document where two of them differ.
struct DifferingPlace {
    QString part; ///< "government"
    QString kind; ///< of the clause, "ratio"; empty where it has none
    QString path; ///< within the clause, "parts/quota_ratio/at_least"; empty for a whole clause
};

/// `before` and `after` differ; null where a document has nothing there. A lower floor, a higher ceiling, a limit or a
/// clause that is gone, fewer schools or sections asked, one more exclusion or relaxation. What cannot be ranked (a
/// wording, another kind of rule) is not less.
bool asksLess(const DifferingPlace& place, const nlohmann::json& before, const nlohmann::json& after);

} // namespace junheng::standard
