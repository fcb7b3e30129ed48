#include "report/render/zip_reader.h"

#include "report/cells.h"

#include <QFile>
#include <QFileInfo>

#include <memory>

#include <zip.h>

namespace junheng::report {

namespace {

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};

struct Close {
    void operator()(zip_file_t* part) const { zip_fclose(part); }
};

std::unexpected<base::Error> damaged(const QString& path, const QString& detail) {
    return std::unexpected(
        base::Error{.code = QStringLiteral("file.damaged"),
                    .message = tr("这个压缩包不完整或已损坏，读不出其中的文件。请用原来的文件重新复制一份。"),
                    .detail = detail,
                    .place = {.file = path}});
}

} // namespace

base::Result<std::vector<ZipPart>> readZip(const QString& path, qint64 limit) {
    if (!QFileInfo(path).isReadable())
        return std::unexpected(base::Error{.code = QStringLiteral("file.read"),
                                           .message = tr("无法读取文件。请检查路径和读取权限。"),
                                           .place = {.file = path}});
    const std::unique_ptr<zip_t, Discard> archive(
        zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY | ZIP_CHECKCONS, nullptr));
    if (archive == nullptr)
        return damaged(path, QStringLiteral("zip_open"));
    std::vector<ZipPart> parts;
    qint64 total = 0;
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive.get(), 0); ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        zip_stat_t about{};
        const std::unique_ptr<zip_file_t, Close> part(zip_fopen_index(archive.get(), index, 0));
        if (part == nullptr || zip_stat_index(archive.get(), index, 0, &about) != 0 ||
            about.size > static_cast<zip_uint64_t>(limit - total))
            return damaged(path, QStringLiteral("part %1").arg(i));
        QByteArray bytes(static_cast<qsizetype>(about.size), Qt::Uninitialized);
        // One byte more than it says, so that the end and with it the checksum are read.
        char beyond = 0;
        if (zip_fread(part.get(), bytes.data(), about.size) != static_cast<zip_int64_t>(about.size) ||
            zip_fread(part.get(), &beyond, 1) != 0)
            return damaged(path, QString::fromUtf8(about.name));
        total += bytes.size();
        parts.push_back({.name = QString::fromUtf8(about.name), .bytes = std::move(bytes)});
    }
    return parts;
}

} // namespace junheng::report
