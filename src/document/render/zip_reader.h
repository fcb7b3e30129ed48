// Archives that writeZip() made, and what others made of them.
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <memory>
#include <vector>

struct zip;

namespace junheng::document {

/// Reads part by part, so that an archive takes no more memory than the parts that are wanted whole.
class ZipReader {
public:
    struct Part {
        QString name;
        qint64 size = 0; ///< unpacked, as the archive says; reading stops there
    };

    /// Looks at the list of the parts alone. Errors: "file.read"; "file.not_a_file" (a folder, a device, a pipe);
    /// "file.damaged" (not an archive, cut off, a name twice or one that leads out of a folder, more than a thousand
    /// parts); "file.encrypted"; "file.too_large" (over `limit` bytes unpacked, or a part that is all but nothing
    /// packed and huge unpacked).
    static base::Result<ZipReader> open(const QString& path, qint64 limit);

    [[nodiscard]] const std::vector<Part>& parts() const { return m_parts; }
    /// -1 when there is none.
    [[nodiscard]] int find(const QString& name) const;
    /// A whole part. Errors: "file.damaged" (a checksum or size that differs); "file.too_large" (over `limit` bytes).
    [[nodiscard]] base::Result<QByteArray> read(int part, qint64 limit) const;
    /// A part in pieces; stops where `take` says no. Errors: "file.damaged".
    [[nodiscard]] base::Outcome stream(int part, const std::function<bool(QByteArrayView piece)>& take) const;

private:
    struct Discard {
        void operator()(zip* archive) const;
    };
    ZipReader() = default;
    [[nodiscard]] base::Outcome list(qint64 limit);

    QString m_path;
    std::unique_ptr<zip, Discard> m_archive;
    std::vector<Part> m_parts;
};

} // namespace junheng::document
