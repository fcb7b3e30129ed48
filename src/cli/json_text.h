// JSON as text. Internal to this room.
#pragma once

#include <nlohmann/json.hpp>

#include <QString>
#include <QTextStream>

namespace junheng::cli {

using Json = nlohmann::ordered_json;

/// UTF-8, as nlohmann wants it.
Json toJson(const QString& text);
/// null for an empty text.
Json textOrNull(const QString& text);

/// Indented by two. Numbers in the shortest form that reads back the same double, which nlohmann's own writer does not
/// always find; what is not finite becomes null.
void writeJson(const Json& document, QTextStream& out);

} // namespace junheng::cli
