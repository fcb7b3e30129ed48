#include "standard/document.h"

#include "standard/tr.h"

namespace junheng::standard {

namespace {

nlohmann::json completed(const QByteArray& json, const StandardLookup& lookup, PathNames& names, QStringList chain) {
    nlohmann::json own = parseJson(json);
    JsonNode root(own, QString());
    const auto extends = root.find("extends");
    if (!extends)
        return own;
    const QString base = extends->text();
    if (const QString id = root.at("id").text(); chain.isEmpty() || chain.back() != id)
        chain << id;
    if (chain.contains(base))
        extends->fail(tr("循环引用：%1").arg((chain << base).join(QStringLiteral(" → "))));
    const QByteArray baseJson = lookup(base);
    if (baseJson.isEmpty())
        extends->fail(tr("没有标准“%1”，可用的标准：%2").arg(base, standardIds().join(QChar(u'、'))));
    PathNames namesInBase;
    // Under the name it was asked for, as its own id may be another.
    const nlohmann::json whole = completed(baseJson, lookup, namesInBase, chain << base);
    return mergedStandard(whole, own, names);
}

} // namespace

nlohmann::json completeDocument(const QByteArray& json, const StandardLookup& lookup, PathNames& names) {
    return completed(json, lookup, names, {});
}

} // namespace junheng::standard
