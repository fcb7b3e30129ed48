#include "standard/json_reader.h"

#include "standard/tr.h"

#include <algorithm>

namespace junheng::standard {

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
    const QString text = QString::fromStdString(m_value->get<std::string>());
    if (std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control && c != u'\n'; }))
        fail(tr("文字中有控制字符，请删去"));
    return text;
}

QString JsonNode::name() const {
    const QString name = text();
    if (name.trimmed().isEmpty())
        fail(tr("不能为空"));
    return name;
}

std::int64_t JsonNode::integer() const {
    constexpr std::int64_t kMost = 9'999'999; // as of a count
    if (!m_value->is_number_integer())
        fail(tr("应为整数"));
    const bool large =
        m_value->is_number_unsigned() ? m_value->get<std::uint64_t>() > kMost : m_value->get<std::int64_t>() < -kMost;
    if (large)
        fail(tr("整数太大，不能超过 9,999,999"));
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

namespace {

// Looks at a document while it is read: nothing deep or large comes into being.
class Watch {
public:
    using Event = nlohmann::json::parse_event_t;

    void see(Event event, const nlohmann::json& parsed) {
        switch (event) {
        case Event::object_start:
        case Event::array_start:
            countElement();
            if (m_open.size() == kDeepest)
                throw JsonFault{path(), tr("嵌套超过 %1 层，不是标准文件").arg(kDeepest)};
            m_open.push_back({.isObject = event == Event::object_start});
            break;
        case Event::object_end:
        case Event::array_end:
            m_open.pop_back();
            break;
        case Event::key:
            nameMember(parsed.get_ref<const std::string&>());
            break;
        case Event::value:
            countElement();
            break;
        }
    }

    /// Of what is being read.
    [[nodiscard]] QString path() const {
        QString path;
        for (const Container& container : m_open) {
            if (container.count > 0)
                path += QChar(u'/') + (container.isObject ? QString::fromStdString(container.name)
                                                          : QString::number(container.count - 1));
        }
        return path;
    }

private:
    static constexpr std::size_t kDeepest = 32;
    static constexpr std::size_t kMostMembers = 200;

    struct Container {
        bool isObject = false;
        std::size_t count = 0;
        std::string name = {};
        std::set<std::string> names = {};
    };

    void countElement() {
        if (!m_open.empty() && !m_open.back().isObject)
            count();
    }

    void nameMember(const std::string& name) {
        m_open.back().name = name;
        count();
        if (!m_open.back().names.insert(name).second)
            throw JsonFault{path(), tr("同一项出现了两次")};
    }

    void count() {
        if (++m_open.back().count <= kMostMembers)
            return;
        m_open.pop_back();
        throw JsonFault{path(), tr("超过 %1 项，不是标准文件").arg(kMostMembers)};
    }

    std::vector<Container> m_open;
};

// Where a byte stands, as editors count.
QString lineOf(const QByteArray& bytes, std::size_t byte) {
    const QByteArray before = bytes.left(static_cast<qsizetype>(byte));
    return tr("第 %1 行").arg(before.count('\n') + 1);
}

} // namespace

nlohmann::json parseJson(const QByteArray& bytes) {
    if (bytes.size() > kLargestDocument)
        throw JsonFault{QString(), tr("超过 4 MiB，不是标准文件")};
    Watch watch;
    const auto see = [&watch](int, Watch::Event event, const nlohmann::json& parsed) {
        watch.see(event, parsed);
        return true;
    };
    try {
        return nlohmann::json::parse(bytes.begin(), bytes.end(), see);
    } catch (const nlohmann::json::parse_error& fault) {
        throw JsonFault{watch.path(), tr("不是完整的 JSON，%1附近读不下去").arg(lineOf(bytes, fault.byte))};
    } catch (const nlohmann::json::exception&) {
        throw JsonFault{watch.path(), tr("这里的数太大，读不下去")};
    }
}

} // namespace junheng::standard
