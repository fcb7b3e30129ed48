#include "document/render/zip_reader.h"

#include "base/atomic_file.h"
#include "document/tr.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

#include <zip.h>

namespace junheng::document {

namespace {

constexpr zip_int64_t kMostParts = 1000;
// What is this large and shrinks this much is no document: it is made to fill memory and disk.
constexpr qint64 kLargeBytes = qint64{256} << 20;
constexpr qint64 kMostShrinkage = 200;
constexpr std::size_t kPiece = 1 << 18;

struct Close {
    void operator()(zip_file_t* part) const { zip_fclose(part); }
};

std::unexpected<base::Error> failed(const char* code, const QString& path, const QString& message,
                                    const QString& detail = {}) {
    return std::unexpected(
        base::Error{.code = QLatin1StringView(code), .message = message, .detail = detail, .place = {.file = path}});
}

std::unexpected<base::Error> damaged(const QString& path, const QString& detail) {
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

void ZipReader::Discard::operator()(zip* archive) const {
    zip_discard(archive);
}

base::Result<ZipReader> ZipReader::open(const QString& path, qint64 limit) {
    if (const auto regular = base::checkRegular(path); !regular)
        return std::unexpected(regular.error());
    if (!QFileInfo(path).isReadable())
        return failed("file.read", path, tr("无法读取文件。请检查路径和读取权限。"));
    ZipReader reader;
    reader.m_path = path;
    int reason = ZIP_ER_OK;
    reader.m_archive.reset(zip_open(path.toUtf8().constData(), ZIP_RDONLY | ZIP_CHECKCONS, &reason));
    if (reader.m_archive == nullptr && reason == ZIP_ER_EXISTS)
        return badName(path, tr("压缩包中有重复的文件名，"));
    if (reader.m_archive == nullptr)
        return damaged(path, QStringLiteral("zip_open: %1").arg(reason));
    if (const auto listed = reader.list(limit); !listed)
        return std::unexpected(listed.error());
    return reader;
}

base::Outcome ZipReader::list(qint64 limit) {
    const zip_int64_t count = zip_get_num_entries(m_archive.get(), 0);
    if (count > kMostParts)
        return damaged(m_path, QStringLiteral("%1 parts").arg(count));
    QSet<QString> names;
    qint64 total = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t about{};
        constexpr zip_uint64_t kNeeded = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
        if (zip_stat_index(m_archive.get(), static_cast<zip_uint64_t>(i), 0, &about) != 0 ||
            (about.valid & kNeeded) != kNeeded)
            return damaged(m_path, QStringLiteral("part %1").arg(i));
        const QString name = QString::fromUtf8(about.name);
        if (!isPlainName(name) || names.contains(name))
            return badName(m_path, tr("压缩包中有重复或不正当的文件名“%1”，").arg(name.left(60).simplified()));
        names.insert(name);
        if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE)
            return failed("file.encrypted", m_path, tr("压缩包设有密码，无法读取。请用没有密码的原文件。"), name);
        if (about.size > static_cast<zip_uint64_t>(limit - total))
            return tooLarge(m_path, name);
        const auto size = static_cast<qint64>(about.size);
        if (size > kLargeBytes && static_cast<zip_uint64_t>(size / kMostShrinkage) > about.comp_size)
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
    const std::unique_ptr<zip_file_t, Close> in(zip_fopen_index(m_archive.get(), static_cast<zip_uint64_t>(part), 0));
    if (in == nullptr)
        return damaged(m_path, wanted.name);
    std::vector<char> piece(kPiece);
    qint64 left = wanted.size;
    for (;;) {
        // Past the end too: only then has the checksum been compared.
        const zip_int64_t got = zip_fread(in.get(), piece.data(), piece.size());
        if (got < 0 || got > left)
            return damaged(m_path, wanted.name);
        if (got == 0)
            break;
        left -= got;
        if (!take(QByteArrayView(piece.data(), static_cast<qsizetype>(got))))
            return {};
    }
    return left == 0 ? base::Outcome() : damaged(m_path, wanted.name);
}

} // namespace junheng::document
