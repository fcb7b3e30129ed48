#include "sheet/archive.h"

#include <zip.h>

#include <utility>

namespace junheng::sheet {

namespace {

ArchiveFault faultOf(zip_error_t* error) {
    return {.code = zip_error_code_zip(error), .detail = QString::fromUtf8(zip_error_strerror(error))};
}

} // namespace

bool ArchiveFault::isPassword() const {
    return code == ZIP_ER_NOPASSWD;
}

bool ArchiveFault::isNameTwice() const {
    return code == ZIP_ER_EXISTS;
}

void ArchivePartReader::Close::operator()(zip_file* part) const {
    zip_fclose(part);
}

std::expected<qint64, ArchiveFault> ArchivePartReader::read(char* buffer, qint64 size) {
    const zip_int64_t got = zip_fread(m_part.get(), buffer, static_cast<zip_uint64_t>(size));
    if (got < 0)
        return std::unexpected(faultOf(zip_file_get_error(m_part.get())));
    return got;
}

void Archive::Discard::operator()(zip* archive) const {
    zip_discard(archive);
}

std::expected<Archive, ArchiveFault> Archive::open(QByteArray bytes, Check check) {
    Archive archive;
    archive.m_bytes = std::move(bytes);
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(archive.m_bytes.constData(),
                                                    static_cast<zip_uint64_t>(archive.m_bytes.size()), 0, &error);
    if (source != nullptr) {
        const int flags = check == Check::Consistent ? ZIP_RDONLY | ZIP_CHECKCONS : ZIP_RDONLY;
        archive.m_archive.reset(zip_open_from_source(source, flags, &error));
        if (!archive.m_archive)
            zip_source_free(source);
    }
    const ArchiveFault fault = faultOf(&error);
    zip_error_fini(&error);
    if (!archive.m_archive)
        return std::unexpected(fault);
    return archive;
}

qint64 Archive::count() const {
    return zip_get_num_entries(m_archive.get(), 0);
}

std::optional<ArchivePart> Archive::part(qint64 index) const {
    zip_stat_t about{};
    constexpr zip_uint64_t kNeeded = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    if (zip_stat_index(m_archive.get(), static_cast<zip_uint64_t>(index), 0, &about) != 0 ||
        (about.valid & kNeeded) != kNeeded)
        return std::nullopt;
    return ArchivePart{.name = QString::fromUtf8(about.name),
                       .size = about.size,
                       .packedSize = about.comp_size,
                       .isEncrypted =
                           (about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE};
}

qint64 Archive::find(const std::string& name, Qt::CaseSensitivity sensitivity) const {
    const zip_flags_t flags = sensitivity == Qt::CaseSensitive ? ZIP_FL_ENC_RAW : ZIP_FL_ENC_RAW | ZIP_FL_NOCASE;
    return zip_name_locate(m_archive.get(), name.c_str(), flags);
}

std::expected<ArchivePartReader, ArchiveFault> Archive::openPart(qint64 index) const {
    zip_file_t* part = zip_fopen_index(m_archive.get(), static_cast<zip_uint64_t>(index), 0);
    if (part == nullptr)
        return std::unexpected(faultOf(zip_get_error(m_archive.get())));
    return ArchivePartReader(part);
}

} // namespace junheng::sheet
