#include "standard/json_reader.h"

#include <QCoreApplication>

namespace junheng::standard {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("standard", text);
}

} // namespace

JsonNode JsonNode::at(const char* name) {
    if (!m_value->is_object())
        fail(tr("应为对象"));
    m_read.insert(name);
    const auto found = m_value->find(name);
    if (found == m_value->end())
        throw JsonFault{m_path + QChar(u'/') + QLatin1StringView(name), tr("缺少这一项")};
    return {*found, m_path + QChar(u'/') + QLatin1StringView(name)};
}

std::optional<JsonNode> JsonNode::find(const char* name) {
    if (!m_value->is_object())
        fail(tr("应为对象"));
    m_read.insert(name);
    const auto found = m_value->find(name);
    if (found == m_value->end() || found->is_null())
        return std::nullopt;
    return JsonNode(*found, m_path + QChar(u'/') + QLatin1StringView(name));
}

void JsonNode::refuseUnknownMembers() const {
    for (const auto& [name, value] : m_value->items()) {
        if (!m_read.contains(name))
            throw JsonFault{m_path + QChar(u'/') + QString::fromStdString(name), tr("不认识这一项，请删去或核对拼写")};
    }
}

std::vector<std::pair<QString, JsonNode>> JsonNode::members() const {
    if (!m_value->is_object())
        fail(tr("应为对象"));
    std::vector<std::pair<QString, JsonNode>> result;
    for (const auto& [name, value] : m_value->items()) {
        const QString key = QString::fromStdString(name);
        result.emplace_back(key, JsonNode(value, m_path + QChar(u'/') + key));
    }
    return result;
}

std::vector<JsonNode> JsonNode::elements() const {
    if (!m_value->is_array())
        fail(tr("应为数组"));
    std::vector<JsonNode> result;
    for (std::size_t i = 0; i < m_value->size(); ++i)
        result.emplace_back((*m_value)[i], m_path + QChar(u'/') + QString::number(i));
    return result;
}

QString JsonNode::text() const {
    if (!m_value->is_string())
        fail(tr("应为文字"));
    return QString::fromStdString(m_value->get<std::string>());
}

std::int64_t JsonNode::integer() const {
    if (!m_value->is_number_integer())
        fail(tr("应为整数"));
    return m_value->get<std::int64_t>();
}

bool JsonNode::boolean() const {
    if (!m_value->is_boolean())
        fail(tr("应为 true 或 false"));
    return m_value->get<bool>();
}

base::Decimal JsonNode::decimal() const {
    const QString expected = tr("应为写成文字的数，如 \"4.2\"");
    if (!m_value->is_string())
        fail(expected);
    const auto number = base::Decimal::parse(text());
    if (!number)
        fail(expected);
    return *number;
}

base::Rational JsonNode::rational() const {
    const QString expected = tr("应为写成文字的数或分数，如 \"4.2\"、\"235/32\"");
    if (!m_value->is_string())
        fail(expected);
    const auto number = base::parseRational(text());
    if (!number)
        fail(expected);
    return *number;
}

nlohmann::json parseJson(const QByteArray& bytes) {
    std::vector<std::set<std::string>> open;
    const auto watch = [&open](int, nlohmann::json::parse_event_t event, nlohmann::json& parsed) {
        if (event == nlohmann::json::parse_event_t::object_start)
            open.emplace_back();
        else if (event == nlohmann::json::parse_event_t::object_end)
            open.pop_back();
        else if (event == nlohmann::json::parse_event_t::key && !open.back().insert(parsed.get<std::string>()).second)
            throw JsonFault{QStringLiteral("…/") + QString::fromStdString(parsed.get<std::string>()),
                            tr("同一项出现了两次")};
        return true;
    };
    try {
        return nlohmann::json::parse(bytes.begin(), bytes.end(), watch);
    } catch (const nlohmann::json::exception& fault) {
        throw JsonFault{QStringLiteral("/"), tr("不是完整的 JSON：%1").arg(QString::fromUtf8(fault.what()))};
    }
}

} // namespace junheng::standard
