// Zip archives as they are read.
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>

struct zip;
struct zip_file;

namespace junheng::sheet {

/// Why libzip gave up. What is said of it is for those who know what the archive is.
struct ArchiveFault {
    int code = 0; ///< of libzip
    QString detail;

    [[nodiscard]] bool isPassword() const;
    [[nodiscard]] bool isNameTwice() const;
};

struct ArchivePart {
    QString name;
    quint64 size = 0; ///< unpacked, as the archive says
    quint64 packedSize = 0;
    bool isEncrypted = false;
};

/// A part that is being unpacked.
class ArchivePartReader {
public:
    /// How many bytes were put to `buffer`; 0 behind the last one. Only then has the checksum been compared.
    std::expected<qint64, ArchiveFault> read(char* buffer, qint64 size);

private:
    friend class Archive;
    struct Close {
        void operator()(zip_file* part) const;
    };
    explicit ArchivePartReader(zip_file* part) : m_part(part) {}

    std::unique_ptr<zip_file, Close> m_part;
};

/// The one place where archives are opened. It opens, lists and unpacks; what is still taken and how much of it differs
/// by duty and is left to two others: `Package` takes workbooks as other programs leave them, within limits, and
/// workspace's `ZipReader` takes our own packages and nothing that departs from them.
class Archive {
public:
    enum class Check : std::uint8_t {
        Lenient,
        Consistent, ///< the list of the parts and what stands before each of them must agree
    };
    /// Reads from the bytes themselves, part by part.
    static std::expected<Archive, ArchiveFault> open(QByteArray bytes, Check check);

    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }
    [[nodiscard]] qint64 count() const;
    /// None where the archive does not say all of it.
    [[nodiscard]] std::optional<ArchivePart> part(qint64 index) const;
    /// By the bytes of the name; -1 when there is none.
    [[nodiscard]] qint64 find(const std::string& name, Qt::CaseSensitivity sensitivity) const;
    [[nodiscard]] std::expected<ArchivePartReader, ArchiveFault> openPart(qint64 index) const;

private:
    struct Discard {
        void operator()(zip* archive) const;
    };
    Archive() = default;

    QByteArray m_bytes;
    std::unique_ptr<zip, Discard> m_archive; // behind m_bytes, from which it reads
};

} // namespace junheng::sheet
