// Reading JSON with the path of what is wrong. Internal to this room.
#pragma once

#include "base/rational.h"

#include <nlohmann/json.hpp>

#include <QString>

#include <optional>
#include <set>
#include <string>

namespace junheng::standard {

/// Thrown inside this room only; parseStandard turns it into an Error.
struct JsonFault {
    QString path;
    QString sentence; ///< what was expected there
};

/// A value and the path to it. Objects remember which members were read, so that unknown ones can be refused.
class JsonNode {
public:
    JsonNode(const nlohmann::json& value, QString path) : m_value(&value), m_path(std::move(path)) {}

    [[noreturn]] void fail(const QString& sentence) const { throw JsonFault{m_path, sentence}; }
    [[nodiscard]] const QString& path() const { return m_path; }

    /// A member that must exist.
    JsonNode at(const char* name);
    /// A member that may be absent or null.
    std::optional<JsonNode> find(const char* name);
    /// Fails at the first member that nobody asked for.
    void refuseUnknownMembers() const;
    [[nodiscard]] std::vector<std::pair<QString, JsonNode>> members() const;
    [[nodiscard]] std::vector<JsonNode> elements() const;

    [[nodiscard]] bool isObject() const { return m_value->is_object(); }
    [[nodiscard]] bool isArray() const { return m_value->is_array(); }
    [[nodiscard]] bool isBoolean() const { return m_value->is_boolean(); }

    /// Without control characters but line breaks.
    [[nodiscard]] QString text() const;
    /// A text that is not blank.
    [[nodiscard]] QString name() const;
    /// -9,999,999 to 9,999,999.
    [[nodiscard]] std::int64_t integer() const;
    [[nodiscard]] bool boolean() const;
    /// Exact numbers stand in strings: "4.2".
    [[nodiscard]] base::Decimal decimal() const;
    [[nodiscard]] base::Rational rational() const;

private:
    const nlohmann::json* m_value;
    QString m_path;
    std::set<std::string> m_read;
};

inline QString textOf(const nlohmann::json& text) {
    return QString::fromStdString(text.get<std::string>());
}

/// No standard is larger.
inline constexpr qsizetype kLargestDocument = 4 << 20;

/// Refuses what is larger, nested deeper or longer than any standard, and duplicate member names, which nlohmann
/// accepts silently. Throws JsonFault.
nlohmann::json parseJson(const QByteArray& bytes);

} // namespace junheng::standard
