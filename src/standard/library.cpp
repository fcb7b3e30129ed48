#include "standard/library.h"

#include "base/atomic_file.h"
#include "standard/document.h"
#include "standard/standard_reader.h"
#include "standard/tr.h"

#include <QFile>
#include <QFileInfo>

namespace junheng::standard {

namespace {

base::Error invalid(const QString& fileName, const QString& path, const QString& sentence) {
    const QString place = path.isEmpty() ? QStringLiteral("/") : path;
    return {.code = QStringLiteral("standard.invalid"),
            .message = tr("标准文件有误：%1 %2。").arg(place, sentence),
            .place = {.file = fileName, .cell = place}};
}

base::Error unknown(const QString& id) {
    return {.code = QStringLiteral("standard.unknown"),
            .message = tr("没有标准“%1”。可用的标准：%2。").arg(id, standardIds().join(QChar(u'、')))};
}

// An id is never taken for a file that happens to be called so.
bool isFile(const QString& idOrPath) {
    return !standardIds().contains(idOrPath) && QFileInfo::exists(idOrPath);
}

base::Result<QByteArray> readFile(const QString& path) {
    if (const auto regular = base::checkRegular(path); !regular)
        return std::unexpected(base::Error{.code = QStringLiteral("standard.unreadable"),
                                           .message = tr("标准文件“%1”打不开：%2").arg(path, regular.error().message),
                                           .place = {.file = path}});
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(base::Error{.code = QStringLiteral("standard.unreadable"),
                                           .message = tr("标准文件“%1”打不开：%2。").arg(path, file.errorString()),
                                           .place = {.file = path}});
    if (file.size() > kLargestDocument)
        return std::unexpected(base::Error{.code = QStringLiteral("standard.too_large"),
                                           .message = tr("“%1”超过 4 MiB，不是标准文件。").arg(path),
                                           .place = {.file = path}});
    return file.readAll();
}

} // namespace

base::Result<Standard> loadStandard(const QString& id) {
    const QByteArray json = standardJson(id);
    if (json.isEmpty())
        return std::unexpected(unknown(id));
    return parseStandard(json, id + QStringLiteral(".json"));
}

base::Result<Standard> loadStandardFile(const QString& path) {
    const auto json = readFile(path);
    if (!json)
        return std::unexpected(json.error());
    return parseStandard(*json, QFileInfo(path).fileName());
}

base::Result<Standard> findStandard(const QString& idOrPath) {
    return isFile(idOrPath) ? loadStandardFile(idOrPath) : loadStandard(idOrPath);
}

base::Result<WrittenStandard> findWrittenStandard(const QString& idOrPath, const model::ItemDictionary& items) {
    if (!isFile(idOrPath)) {
        auto standard = loadStandard(idOrPath);
        if (!standard)
            return std::unexpected(standard.error());
        return WrittenStandard{.json = standardJson(idOrPath), .standard = *std::move(standard)};
    }
    auto json = readFile(idOrPath);
    if (!json)
        return std::unexpected(json.error());
    auto standard = parseStandard(*json, QFileInfo(idOrPath).fileName(), standardJson, items);
    if (!standard)
        return std::unexpected(standard.error());
    return WrittenStandard{.json = *std::move(json), .standard = *std::move(standard)};
}

base::Result<Standard> parseStandard(const QByteArray& json, const QString& fileName, const StandardLookup& lookup,
                                     const model::ItemDictionary& items) {
    PathNames names;
    try {
        const nlohmann::json document = completeDocument(json, lookup, names);
        return readStandard(JsonNode(document, QString()), items);
    } catch (const JsonFault& fault) {
        return std::unexpected(invalid(fileName, names.ownPath(fault.path), fault.sentence));
    } catch (const std::exception& fault) {
        // No exception leaves this room, not even one that nobody thought of.
        base::Error error = invalid(fileName, {}, tr("内容不合标准文件的格式"));
        error.detail = QString::fromUtf8(fault.what());
        return std::unexpected(std::move(error));
    }
}

} // namespace junheng::standard
