#include "standard/difference.h"

#include "model/item.h"
#include "standard/document.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace junheng::standard {

namespace {

using Json = nlohmann::json;

QString tr(const char* text) {
    return QCoreApplication::translate("standard", text);
}

struct Word {
    const char* name;
    const char* word;
};

// In the order in which they are told.
constexpr std::array kParts{
    Word{"scope", QT_TRANSLATE_NOOP("standard", "参评范围")},
    Word{"split", QT_TRANSLATE_NOOP("standard", "拆分折算")},
    Word{"rows_met", QT_TRANSLATE_NOOP("standard", "每校达标项数")},
    Word{"floor", QT_TRANSLATE_NOOP("standard", "下限")},
    Word{"resource", QT_TRANSLATE_NOOP("standard", "资源配置")},
    Word{"relaxations", QT_TRANSLATE_NOOP("standard", "资源配置放宽条件")},
    Word{"balance", QT_TRANSLATE_NOOP("standard", "校际均衡")},
    Word{"government", QT_TRANSLATE_NOOP("standard", "政府保障程度")},
    Word{"quality", QT_TRANSLATE_NOOP("standard", "教育质量")},
    Word{"approval", QT_TRANSLATE_NOOP("standard", "社会认可度")},
    Word{"vetoes", QT_TRANSLATE_NOOP("standard", "一票否决")},
    Word{"eligibility", QT_TRANSLATE_NOOP("standard", "资格审核")},
    Word{"targets", QT_TRANSLATE_NOOP("standard", "目标（只列示，不判定）")},
};

constexpr std::array kFields{
    Word{"title", QT_TRANSLATE_NOOP("standard", "条文")},
    Word{"short", QT_TRANSLATE_NOOP("standard", "简称")},
    Word{"kind", QT_TRANSLATE_NOOP("standard", "规则")},
    Word{"at_least", QT_TRANSLATE_NOOP("standard", "不低于")},
    Word{"at_most", QT_TRANSLATE_NOOP("standard", "不高于")},
    Word{"above", QT_TRANSLATE_NOOP("standard", "高于")},
    Word{"below", QT_TRANSLATE_NOOP("standard", "低于")},
    Word{"gap_below", QT_TRANSLATE_NOOP("standard", "校际差异率低于")},
    Word{"level", QT_TRANSLATE_NOOP("standard", "最低等级")},
    Word{"per_pupil", QT_TRANSLATE_NOOP("standard", "生均（元）")},
    Word{"inclusive", QT_TRANSLATE_NOOP("standard", "随班就读")},
    Word{"pupils", QT_TRANSLATE_NOOP("standard", "学生数")},
    Word{"school_types", QT_TRANSLATE_NOOP("standard", "办学类型")},
    Word{"limits", QT_TRANSLATE_NOOP("standard", "限值")},
    Word{"limit", QT_TRANSLATE_NOOP("standard", "限值")},
    Word{"threshold", QT_TRANSLATE_NOOP("standard", "标准")},
    Word{"primary", QT_TRANSLATE_NOOP("standard", "小学")},
    Word{"junior", QT_TRANSLATE_NOOP("standard", "初中")},
    Word{"composite", QT_TRANSLATE_NOOP("standard", "综合差异系数")},
    Word{"indicators", QT_TRANSLATE_NOOP("standard", "均衡指标")},
    Word{"sections", QT_TRANSLATE_NOOP("standard", "范围")},
    Word{"localities", QT_TRANSLATE_NOOP("standard", "城乡类型")},
    Word{"sponsors", QT_TRANSLATE_NOOP("standard", "举办者")},
    Word{"conclusion", QT_TRANSLATE_NOOP("standard", "另须结论")},
    Word{"sentence", QT_TRANSLATE_NOOP("standard", "表中语句")},
    Word{"relaxations", QT_TRANSLATE_NOOP("standard", "放宽条件")},
    Word{"by", QT_TRANSLATE_NOOP("standard", "到")},
    Word{"when", QT_TRANSLATE_NOOP("standard", "条件")},
    Word{"parts", QT_TRANSLATE_NOOP("standard", "分项")},
    Word{"label", QT_TRANSLATE_NOOP("standard", "名称")},
};

QString fromJson(const Json& text) {
    return QString::fromStdString(text.get<std::string>());
}

QString fieldWord(const QString& name) {
    const auto found = std::ranges::find_if(kFields, [&](const Word& w) { return name == QLatin1StringView(w.name); });
    return found == kFields.end() ? name : tr(found->word);
}

// "不低于", "限值 over_primary 学生数".
QString pathWords(const QString& path) {
    QStringList words;
    for (const QString& name : path.split(QChar(u'/'), Qt::SkipEmptyParts))
        words << fieldWord(name);
    return words.join(QChar(u' '));
}

// A value as a person reads it: items by their labels, lists and members in a row.
QString valueWords(const Json& value) {
    if (value.is_string()) {
        const model::Item* item = model::ItemDictionary::instance().find(fromJson(value));
        return item != nullptr ? item->label : fromJson(value);
    }
    if (value.is_boolean())
        return value.get<bool>() ? tr("是") : tr("否");
    if (value.is_array()) {
        QStringList words;
        for (const Json& element : value)
            words << valueWords(element);
        return words.join(QChar(u'、'));
    }
    if (value.is_object()) {
        if (value.contains("title"))
            return fromJson(value["title"]);
        QStringList words;
        for (const auto& [name, member] : value.items())
            words << fieldWord(QString::fromStdString(name)) + QChar(u' ') + valueWords(member);
        return words.join(QStringLiteral("，"));
    }
    return QString::fromStdString(value.dump());
}

class Comparer {
public:
    Comparer(const Json& first, const Json& second) : m_first(first), m_second(second) {}

    std::vector<Difference> compare() {
        for (const Word& part : kParts) {
            const Json before = m_first.value(part.name, Json());
            const Json after = m_second.value(part.name, Json());
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
    static bool isClauseList(const Json& value) {
        return value.is_array() && !value.empty() && value.front().is_object() && value.front().contains("id");
    }

    static const Json* findClause(const Json& clauses, const Json& id) {
        const auto found = std::ranges::find_if(clauses, [&](const Json& clause) { return clause["id"] == id; });
        return found == clauses.end() ? nullptr : &*found;
    }

    void compareClauses(const Json& before, const Json& after) {
        for (const Json& clause : before) {
            if (const Json* other = findClause(after, clause["id"]))
                compareClause(clause, *other);
            else
                compareClause(clause, Json());
        }
        for (const Json& clause : after) {
            if (findClause(before, clause["id"]) == nullptr)
                compareClause(Json(), clause);
        }
    }

    void compareClause(const Json& before, const Json& after) {
        const Json& clause = after.is_null() ? before : after;
        const bool named = clause.is_object() && clause.contains("id");
        m_clause = {.clause = named ? fromJson(clause["id"]) : QString::fromLatin1(m_part.name),
                    .title =
                        clause.is_object() && clause.contains("title") ? fromJson(clause["title"]) : tr(m_part.word)};
        if (clause.is_object() && clause.contains("source"))
            m_clause.source = sourceTitle(fromJson(clause["source"]));
        if (before.is_null() || after.is_null())
            report({}, before, after);
        else
            compareValues({}, before, after);
    }

    void compareValues(const QString& path, const Json& before, const Json& after) {
        if (before == after)
            return;
        if (isClauseList(before) && isClauseList(after)) {
            for (const Json& clause : before)
                compareMember(path, fromJson(clause["id"]), &clause, findClause(after, clause["id"]));
            for (const Json& clause : after) {
                if (findClause(before, clause["id"]) == nullptr)
                    compareMember(path, fromJson(clause["id"]), nullptr, &clause);
            }
        } else if (before.is_object() && after.is_object()) {
            for (const auto& [name, value] : before.items()) {
                const auto other = after.find(name);
                compareMember(path, QString::fromStdString(name), &value, other == after.end() ? nullptr : &*other);
            }
            for (const auto& [name, value] : after.items()) {
                if (!before.contains(name))
                    compareMember(path, QString::fromStdString(name), nullptr, &value);
            }
        } else {
            report(path, before, after);
        }
    }

    // Where it comes from is told beside each difference, not as one.
    void compareMember(const QString& path, const QString& name, const Json* before, const Json* after) {
        if (name == QLatin1StringView("source"))
            return;
        const QString inner = path.isEmpty() ? name : path + QChar(u'/') + name;
        if (before != nullptr && after != nullptr)
            compareValues(inner, *before, *after);
        else
            report(inner, before == nullptr ? Json() : *before, after == nullptr ? Json() : *after);
    }

    void report(const QString& path, const Json& before, const Json& after) {
        Difference difference = m_clause;
        difference.path = path;
        difference.field = pathWords(path);
        difference.before = before.is_null() ? QString() : valueWords(before);
        difference.after = after.is_null() ? QString() : valueWords(after);
        m_result.push_back(std::move(difference));
    }

    [[nodiscard]] QString sourceTitle(const QString& id) const {
        for (const Json* document : {&m_second, &m_first}) {
            const auto source = document->at("sources").find(id.toStdString());
            if (source != document->at("sources").end())
                return fromJson(source->at("title"));
        }
        return id;
    }

    const Json& m_first;
    const Json& m_second;
    Word m_part{};
    Difference m_clause;
    std::vector<Difference> m_result;
};

} // namespace

base::Result<std::vector<Difference>> differencesOf(const QByteArray& first, const QByteArray& second) {
    try {
        PathNames names;
        const Json before = completeDocument(first, standardJson, names);
        const Json after = completeDocument(second, standardJson, names);
        return Comparer(before, after).compare();
    } catch (const JsonFault& fault) {
        return std::unexpected(base::Error{.code = QStringLiteral("standard.invalid"),
                                           .message = tr("标准文件有误：%1 %2。").arg(fault.path, fault.sentence),
                                           .place = {.cell = fault.path}});
    }
}

} // namespace junheng::standard
