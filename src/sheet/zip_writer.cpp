#include "sheet/zip_writer.h"

#include "base/atomic_file.h"
#include "sheet/tr.h"

#include <QFile>

#include <zip.h>

namespace junheng::sheet {

namespace {

constexpr zip_uint16_t kFirstDay = 0x21; // 1980-01-01 in the words of DOS

base::Error archiveNotWritten(const QString& path, const char* reason) {
    return {.code = QStringLiteral("file.write"),
            .message = tr("无法写入文件；请确认有写入权限，磁盘没有满。"),
            .detail = QString::fromUtf8(reason),
            .place = {.file = path}};
}

bool addPart(zip_t* archive, const ZipPart& part) {
    zip_source_t* source =
        zip_source_buffer(archive, part.bytes.constData(), static_cast<zip_uint64_t>(part.bytes.size()), 0);
    if (source == nullptr)
        return false;
    const zip_int64_t index = zip_file_add(archive, part.name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    return zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, kFirstDay, 0) == 0;
}

} // namespace

base::Outcome writeZip(const QString& path, const std::vector<ZipPart>& parts) {
    base::AtomicFile file(path);
    if (const auto ready = file.ready(); !ready)
        return ready;
    int code = 0;
    zip_t* archive = zip_open(file.temporaryPath().toUtf8().constData(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    if (archive == nullptr)
        return std::unexpected(archiveNotWritten(path, "zip_open"));
    bool written = true;
    for (const ZipPart& part : parts)
        written = written && addPart(archive, part);
    if (!written || zip_close(archive) != 0) {
        const base::Error error = archiveNotWritten(path, zip_strerror(archive));
        zip_discard(archive);
        return std::unexpected(error);
    }
    return file.commit();
}

} // namespace junheng::sheet
