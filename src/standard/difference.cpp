#include "standard/difference.h"

#include "standard/asks_less.h"
#include "standard/difference_words.h"
#include "standard/document.h"
#include "standard/json_reader.h"
#include "standard/tr.h"

#include <algorithm>
#include <array>

namespace junheng::standard {

namespace {

struct DocumentPart {
    const char* name;
    const char* word;
};

// In the order in which they are told.
constexpr std::array kParts{
    DocumentPart{"groups", QT_TRANSLATE_NOOP("standard", "A级指标的名称")},
    DocumentPart{"scope", QT_TRANSLATE_NOOP("standard", "参评范围")},
    DocumentPart{"split", QT_TRANSLATE_NOOP("standard", "拆分折算")},
    DocumentPart{"rows_met", QT_TRANSLATE_NOOP("standard", "每校达标项数")},
    DocumentPart{"floor", QT_TRANSLATE_NOOP("standard", "下限")},
    DocumentPart{"resource", QT_TRANSLATE_NOOP("standard", "资源配置")},
    DocumentPart{"relaxations", QT_TRANSLATE_NOOP("standard", "资源配置放宽条件")},
    DocumentPart{"balance", QT_TRANSLATE_NOOP("standard", "校际均衡")},
    DocumentPart{"government", QT_TRANSLATE_NOOP("standard", "政府保障程度")},
    DocumentPart{"quality", QT_TRANSLATE_NOOP("standard", "教育质量")},
    DocumentPart{"approval", QT_TRANSLATE_NOOP("standard", "社会认可度")},
    DocumentPart{"vetoes", QT_TRANSLATE_NOOP("standard", "一票否决")},
    DocumentPart{"eligibility", QT_TRANSLATE_NOOP("standard", "资格审核")},
    DocumentPart{"targets", QT_TRANSLATE_NOOP("standard", "目标（只列示，不判定）")},
    DocumentPart{"print", QT_TRANSLATE_NOOP("standard", "印出的小数位数")},
};

class Comparer {
public:
    Comparer(const nlohmann::json& first, const nlohmann::json& second, const model::ItemDictionary& items)
        : m_first(first), m_second(second), m_items(items) {}

    std::vector<Difference> compare() {
        for (const DocumentPart& part : kParts) {
            const nlohmann::json before = m_first.value(part.name, nlohmann::json());
            const nlohmann::json after = m_second.value(part.name, nlohmann::json());
            if (before == after)
                continue;
            m_part = part;
            if (isClauseList(before) || isClauseList(after))
                compareClauses(before, after);
            else
                compareClause(before, after);
        }
        return std::move(m_result);
    }

private:
    static bool isClauseList(const nlohmann::json& value) {
        return value.is_array() && !value.empty() && value.front().is_object() && value.front().contains("id");
    }

    static const nlohmann::json* findClause(const nlohmann::json& clauses, const nlohmann::json& id) {
        const auto found =
            std::ranges::find_if(clauses, [&](const nlohmann::json& clause) { return clause["id"] == id; });
        return found == clauses.end() ? nullptr : &*found;
    }

    void compareClauses(const nlohmann::json& before, const nlohmann::json& after) {
        for (const nlohmann::json& clause : before) {
            if (const nlohmann::json* other = findClause(after, clause["id"]))
                compareClause(clause, *other);
            else
                compareClause(clause, nlohmann::json());
        }
        for (const nlohmann::json& clause : after) {
            if (findClause(before, clause["id"]) == nullptr)
                compareClause(nlohmann::json(), clause);
        }
    }

    void compareClause(const nlohmann::json& before, const nlohmann::json& after) {
        const nlohmann::json& clause = after.is_null() ? before : after;
        const bool named = clause.is_object() && clause.contains("id");
        m_clause = {.clause = named ? textOf(clause["id"]) : QString::fromLatin1(m_part.name),
                    .title =
                        clause.is_object() && clause.contains("title") ? textOf(clause["title"]) : tr(m_part.word)};
        m_kind = clause.is_object() && clause.contains("kind") ? textOf(clause["kind"]) : QString();
        if (clause.is_object())
            m_clause.source = sourceTitle(textOf(clause.at("source")));
        if (before.is_null() || after.is_null())
            report({}, before, after);
        else
            compareValues({}, before, after);
    }

    // Within a clause: as the file names it and in words.
    struct Place {
        QString path = {};
        QString words = {};

        [[nodiscard]] Place inner(const QString& name, const QString& word) const {
            return path.isEmpty() ? Place{.path = name, .words = word}
                                  : Place{.path = path + QChar(u'/') + name, .words = words + QChar(u' ') + word};
        }
    };

    void compareValues(const Place& place, const nlohmann::json& before, const nlohmann::json& after) {
        if (before == after)
            return;
        if (isClauseList(before) && isClauseList(after)) {
            const auto innerOf = [&](const nlohmann::json& clause) {
                return place.inner(textOf(clause["id"]), nameWord(clause));
            };
            for (const nlohmann::json& clause : before)
                compareMembers(innerOf(clause), &clause, findClause(after, clause["id"]));
            for (const nlohmann::json& clause : after) {
                if (findClause(before, clause["id"]) == nullptr)
                    compareMembers(innerOf(clause), nullptr, &clause);
            }
        } else if (before.is_object() && after.is_object()) {
            for (const auto& [name, value] : before.items()) {
                const auto other = after.find(name);
                compareField(place, name, &value, other == after.end() ? nullptr : &*other);
            }
            for (const auto& [name, value] : after.items()) {
                if (!before.contains(name))
                    compareField(place, name, nullptr, &value);
            }
        } else {
            report(place, before, after);
        }
    }

    // Where it comes from is told beside each difference, not as one.
    void compareField(const Place& place, const std::string& name, const nlohmann::json* before,
                      const nlohmann::json* after) {
        const QString field = QString::fromStdString(name);
        if (name != "source")
            compareMembers(place.inner(field, fieldWord(field, m_items)), before, after);
    }

    void compareMembers(const Place& inner, const nlohmann::json* before, const nlohmann::json* after) {
        if (before != nullptr && after != nullptr)
            compareValues(inner, *before, *after);
        else
            report(inner, before == nullptr ? nlohmann::json() : *before, after == nullptr ? nlohmann::json() : *after);
    }

    void report(const Place& place, const nlohmann::json& before, const nlohmann::json& after) {
        Difference difference = m_clause;
        difference.path = place.path;
        difference.field = place.words;
        difference.before = before.is_null() ? QString() : valueWords(before, m_items);
        difference.after = after.is_null() ? QString() : valueWords(after, m_items);
        difference.belowNational =
            asksLess({.part = QString::fromLatin1(m_part.name), .kind = m_kind, .path = place.path}, before, after);
        m_result.push_back(std::move(difference));
    }

    [[nodiscard]] QString sourceTitle(const QString& id) const {
        const std::string name = id.toStdString();
        const nlohmann::json& sources =
            m_second.at("sources").contains(name) ? m_second.at("sources") : m_first.at("sources");
        return textOf(sources.at(name).at("title"));
    }

    const nlohmann::json& m_first;
    const nlohmann::json& m_second;
    const model::ItemDictionary& m_items;
    DocumentPart m_part{};
    QString m_kind; ///< of the clause at hand
    Difference m_clause;
    std::vector<Difference> m_result;
};

// Of two documents that are sound; whether the second asks less is told against the first.
std::vector<Difference> compared(const QByteArray& first, const QByteArray& second,
                                 const model::ItemDictionary& items) {
    PathNames names;
    nlohmann::json before = completeDocument(first, standardJson, names);
    nlohmann::json after = completeDocument(second, standardJson, names);
    tellFormulas(before);
    tellFormulas(after);
    return Comparer(before, after, items).compare();
}

// The standard at the end of the chain of extensions.
QByteArray nationalOf(const QByteArray& json) {
    const nlohmann::json own = parseJson(json);
    const auto extends = own.find("extends");
    if (extends == own.end() || extends->is_null())
        return json;
    return nationalOf(standardJson(textOf(*extends)));
}

std::vector<Difference> lessThanNational(const QByteArray& json, const model::ItemDictionary& items) {
    std::vector<Difference> less = compared(nationalOf(json), json, items);
    std::erase_if(less, [](const Difference& difference) { return !difference.belowNational; });
    return less;
}

// Only sound documents are compared: each of their parts is what the comparison takes it for.
template <class Compare>
base::Result<std::vector<Difference>> soundly(std::initializer_list<QByteArray> documents,
                                              const model::ItemDictionary& items, Compare&& compare) {
    for (const QByteArray& json : documents) {
        if (const auto sound = parseStandard(json, {}, standardJson, items); !sound)
            return std::unexpected(sound.error());
    }
    try {
        return compare();
    } catch (const std::exception& fault) {
        // No exception leaves this room, not even one that nobody thought of.
        return std::unexpected(base::Error{.code = QStringLiteral("standard.invalid"),
                                           .message = tr("两个标准比较不了：内容不合标准文件的格式。"),
                                           .detail = QString::fromUtf8(fault.what())});
    }
}

} // namespace

QString Difference::heading() const {
    return clause.back().isDigit() ? clause + QChar(u' ') + title : title;
}

base::Result<std::vector<Difference>> differencesOf(const QByteArray& first, const QByteArray& second,
                                                    const model::ItemDictionary& items) {
    return soundly({first, second}, items, [&] {
        const std::vector<Difference> less = lessThanNational(second, items);
        std::vector<Difference> differences = compared(first, second, items);
        for (Difference& difference : differences)
            difference.belowNational = std::ranges::any_of(less, [&](const Difference& other) {
                return other.clause == difference.clause && other.path == difference.path;
            });
        return differences;
    });
}

base::Result<std::vector<Difference>> belowNational(const QByteArray& json, const model::ItemDictionary& items) {
    return soundly({json}, items, [&] { return lessThanNational(json, items); });
}

} // namespace junheng::standard
