#include "workspace/zip_reader.h"

#include "workspace/tr.h"

#include <QSet>

#include <algorithm>

namespace junheng::workspace {

namespace {

constexpr qint64 kMostParts = 1000;
// What is this large and shrinks this much is no document: it is made to fill memory and disk.
constexpr qint64 kLargeBytes = qint64{256} << 20;
constexpr qint64 kMostShrinkage = 200;
constexpr std::size_t kPiece = 1 << 18;

std::unexpected<base::Error> failed(const char* code, const QString& path, const QString& message,
                                    const QString& detail = {}) {
    return std::unexpected(
        base::Error{.code = QLatin1StringView(code), .message = message, .detail = detail, .place = {.file = path}});
}

std::unexpected<base::Error> damagedArchive(const QString& path, const QString& detail) {
    return failed("file.damaged", path, tr("这个压缩包不完整或已损坏，读不出其中的文件。请用原来的文件重新复制一份。"),
                  detail);
}

std::unexpected<base::Error> tooLarge(const QString& path, const QString& detail) {
    return failed("file.too_large", path,
                  tr("这个压缩包展开后过大，不是均衡生成的上报包，没有读取。请用原来的文件重新复制一份。"), detail);
}

std::unexpected<base::Error> badName(const QString& path, const QString& message) {
    return failed("file.damaged", path, message + tr("没有读取。请用原来的文件重新复制一份。"));
}

// Whoever unpacks the archive must find every part within the folder.
bool isPlainName(const QString& name) {
    return !name.isEmpty() && !name.startsWith(u'/') && !name.contains(u'\\') && !name.contains(u':') &&
           !name.split(u'/').contains(QStringLiteral("..")) &&
           std::ranges::none_of(name, [](QChar c) { return c < u' '; });
}

} // namespace

base::Result<ZipReader> ZipReader::open(const QString& path, QByteArray bytes, qint64 limit) {
    auto archive = sheet::Archive::open(std::move(bytes), sheet::Archive::Check::Consistent);
    if (!archive && archive.error().isNameTwice())
        return badName(path, tr("压缩包中有重复的文件名，"));
    if (!archive)
        return damagedArchive(path, QStringLiteral("zip_open: %1").arg(archive.error().code));
    ZipReader reader(path, *std::move(archive));
    if (const auto listed = reader.list(limit); !listed)
        return std::unexpected(listed.error());
    return reader;
}

base::Outcome ZipReader::list(qint64 limit) {
    const qint64 count = m_archive.count();
    if (count > kMostParts)
        return damagedArchive(m_path, QStringLiteral("%1 parts").arg(count));
    QSet<QString> names;
    qint64 total = 0;
    for (qint64 i = 0; i < count; ++i) {
        const auto part = m_archive.part(i);
        if (!part)
            return damagedArchive(m_path, QStringLiteral("part %1").arg(i));
        const QString& name = part->name;
        if (!isPlainName(name) || names.contains(name))
            return badName(m_path, tr("压缩包中有重复或不正当的文件名“%1”，").arg(name.left(60).simplified()));
        names.insert(name);
        if (part->isEncrypted)
            return failed("file.encrypted", m_path, tr("压缩包设有密码，无法读取。请用没有密码的原文件。"), name);
        if (part->size > static_cast<quint64>(limit - total))
            return tooLarge(m_path, name);
        const auto size = static_cast<qint64>(part->size);
        if (size > kLargeBytes && static_cast<quint64>(size / kMostShrinkage) > part->packedSize)
            return tooLarge(m_path, name);
        total += size;
        m_parts.push_back({.name = name, .size = size});
    }
    return {};
}

int ZipReader::find(const QString& name) const {
    const auto found = std::ranges::find(m_parts, name, &Part::name);
    return found == m_parts.end() ? -1 : static_cast<int>(found - m_parts.begin());
}

base::Result<QByteArray> ZipReader::read(int part, qint64 limit) const {
    const Part& wanted = m_parts.at(static_cast<std::size_t>(part));
    if (wanted.size > limit)
        return tooLarge(m_path, wanted.name);
    QByteArray bytes;
    bytes.reserve(wanted.size);
    const auto streamed = stream(part, [&](QByteArrayView piece) {
        bytes += piece;
        return true;
    });
    if (!streamed)
        return std::unexpected(streamed.error());
    return bytes;
}

base::Outcome ZipReader::stream(int part, const std::function<bool(QByteArrayView)>& take) const {
    const Part& wanted = m_parts.at(static_cast<std::size_t>(part));
    auto in = m_archive.openPart(part);
    if (!in)
        return damagedArchive(m_path, wanted.name);
    std::vector<char> piece(kPiece);
    qint64 left = wanted.size;
    for (;;) {
        // Past the end too: only then has the checksum been compared.
        const auto got = in->read(piece.data(), static_cast<qint64>(piece.size()));
        if (!got || *got > left)
            return damagedArchive(m_path, wanted.name);
        if (*got == 0)
            break;
        left -= *got;
        if (!take(QByteArrayView(piece.data(), static_cast<qsizetype>(*got))))
            return {};
    }
    return left == 0 ? base::Outcome() : damagedArchive(m_path, wanted.name);
}

} // namespace junheng::workspace
