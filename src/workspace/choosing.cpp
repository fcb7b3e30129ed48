#include "workspace/choosing.h"

#include "standard/library.h"
#include "workspace/tr.h"

#include <algorithm>
#include <utility>

namespace junheng::workspace {

base::Result<standard::Standard> readStandard(const store::StandardChoice& choice, const model::ItemDictionary& items) {
    return choice.document.isEmpty() ? standard::loadStandard(choice.id)
                                     : standard::parseStandard(choice.document, choice.id + QStringLiteral(".json"),
                                                               standard::standardJson, items);
}

QByteArray documentOf(const store::StandardChoice& choice) {
    return choice.document.isEmpty() ? standard::standardJson(choice.id) : choice.document;
}

base::Result<ChosenStandard> chosenStandard(const QString& idOrPath, const std::vector<store::StandardChoice>& own,
                                            const model::ItemDictionary& items) {
    const auto known = std::ranges::find(own, idOrPath, &store::StandardChoice::id);
    store::StandardChoice choice{.id = idOrPath};
    base::Result<standard::Standard> rules;
    if (known != own.end()) {
        choice = *known;
        rules = readStandard(choice, items);
    } else {
        auto found = standard::findWrittenStandard(idOrPath, items);
        if (!found)
            return std::unexpected(found.error());
        if (!standard::standardIds().contains(idOrPath))
            choice.document = std::move(found->json);
        rules = std::move(found->standard);
    }
    if (!rules)
        return std::unexpected(rules.error());
    if (rules->resource.empty())
        return std::unexpected(base::Error{
            .code = QStringLiteral("standard.not_for_counties"),
            .message = tr("标准“%1”没有资源配置指标，只用于资格审核，不能作为县级文件的标准。").arg(rules->id)});
    if (!choice.document.isEmpty() && standard::standardIds().contains(rules->id))
        return std::unexpected(base::Error{
            .code = QStringLiteral("standard.id_taken"),
            .message = tr("标准文件的编号“%1”与随程序提供的标准相同。请在文件开头的 id 换一个编号。").arg(rules->id),
            .place = {.file = idOrPath}});
    const auto other = std::ranges::find(own, rules->id, &store::StandardChoice::id);
    if (known == own.end() && other != own.end() && !choice.document.isEmpty() && other->document != choice.document)
        return std::unexpected(base::Error{
            .code = QStringLiteral("standard.id_taken"),
            .message = tr("县级文件中已有编号为“%1”的另一个标准，为使以前的结论可以复核，没有替换它。请在文件开头的 id "
                          "换一个编号。")
                           .arg(rules->id),
            .place = {.file = idOrPath}});
    choice.id = rules->id;
    return ChosenStandard{.choice = std::move(choice), .standard = *std::move(rules)};
}

} // namespace junheng::workspace
