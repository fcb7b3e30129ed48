#include "standard/merge.h"

#include "standard/tr.h"

#include <algorithm>
#include <ranges>

namespace junheng::standard {

namespace {

bool isClauseList(const nlohmann::json& value) {
    return value.is_array() && !value.empty() && std::ranges::all_of(value, [](const nlohmann::json& clause) {
               return clause.is_object() && clause.contains("id") && clause["id"].is_string();
           });
}

class Merger {
public:
    explicit Merger(PathNames& names) : m_names(names) {}

    void mergeObject(nlohmann::json& base, const nlohmann::json& own, const QString& path, int depth) {
        // The limit or the scope of a clause with a title of its own may be another, and the form would contradict
        // what it says beside.
        if (own.contains("title"))
            base.erase("form_title");
        for (const auto& [name, value] : own.items())
            mergeMember(base, name, value, path + QChar(u'/') + QString::fromStdString(name), depth);
    }

private:
    void mergeMember(nlohmann::json& base, const std::string& name, const nlohmann::json& value, const QString& path,
                     int depth) {
        const auto known = base.find(name);
        if (value.is_null()) {
            base.erase(name);
        } else if (known == base.end()) {
            base[name] = value;
        } else if (value.is_object() && (isClauseList(*known) || isEmptyList(*known))) {
            mergeClauses(*known, value, path, depth);
        } else if (value.is_object() && known->is_object()) {
            if (depth == 0 && name != "sources")
                requireSource(value, path);
            mergeObject(*known, value, path, depth + 1);
        } else {
            *known = value;
        }
    }

    static bool isEmptyList(const nlohmann::json& value) { return value.is_array() && value.empty(); }

    void mergeClauses(nlohmann::json& clauses, const nlohmann::json& own, const QString& path, int depth) {
        for (const auto& [id, value] : own.items()) {
            const QString clausePath = path + QChar(u'/') + QString::fromStdString(id);
            const auto found =
                std::ranges::find_if(clauses, [&](const nlohmann::json& clause) { return clause["id"] == id; });
            if (value.is_null()) {
                if (found == clauses.end())
                    throw JsonFault{clausePath, tr("所依据的标准中没有这一条，不能删去")};
                clauses.erase(found);
                continue;
            }
            if (!value.is_object())
                throw JsonFault{clausePath, tr("应为对象，或用 null 删去这一条")};
            if (const auto named = value.find("id"); named != value.end() && *named != id)
                throw JsonFault{clausePath + QStringLiteral("/id"),
                                tr("应为“%1”，与这一条的名称相同").arg(QString::fromStdString(id))};
            if (depth == 0)
                requireSource(value, clausePath);
            if (found != clauses.end()) {
                mergeObject(*found, value, clausePath, depth + 1);
            } else {
                nlohmann::json added = value;
                added["id"] = id;
                clauses.push_back(std::move(added));
            }
        }
        for (std::size_t i = 0; i < clauses.size(); ++i)
            m_names.add(path + QChar(u'/') + QString::number(i),
                        path + QChar(u'/') + QString::fromStdString(clauses[i]["id"].get<std::string>()));
    }

    static void requireSource(const nlohmann::json& clause, const QString& path) {
        if (!clause.contains("source"))
            throw JsonFault{path + QStringLiteral("/source"), tr("缺少这一项：改动的条款要写明依据")};
    }

    PathNames& m_names;
};

} // namespace

QString PathNames::ownPath(const QString& mergedPath) const {
    QString path = mergedPath;
    // Outer lists stand behind the inner ones they hold, whose names begin with ids.
    for (const auto& [merged, own] : std::views::reverse(m_names)) {
        if (path == merged || path.startsWith(merged + QChar(u'/')))
            path = own + path.mid(merged.size());
    }
    return path;
}

nlohmann::json mergedStandard(const nlohmann::json& base, const nlohmann::json& own, PathNames& names) {
    nlohmann::json result = base;
    result["examples"] = nlohmann::json::array();
    Merger(names).mergeObject(result, own, QString(), 0);
    return result;
}

} // namespace junheng::standard
