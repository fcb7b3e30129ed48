// Packages that sheet::writeZip() made, and what others made of them.
#pragma once

#include "base/error.h"
#include "sheet/archive.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <utility>
#include <vector>

namespace junheng::workspace {

/// Takes what the program writes itself and nothing that departs from it: what is inside may be unpacked by somebody,
/// and is believed. Workbooks of other programs are read by `sheet`, which forgives more. Reads part by part, so that
/// an archive takes no more memory than its packed bytes and the parts that are wanted whole.
class ZipReader {
public:
    struct Part {
        QString name;
        qint64 size = 0; ///< unpacked, as the archive says; reading stops there
    };

    /// Looks at the list of the parts alone. `path` is for errors: "file.damaged" (not an archive, cut off, a name
    /// twice or one that leads out of a folder, more than a thousand parts); "file.encrypted"; "file.too_large" (over
    /// `limit` bytes unpacked, or a part that is all but nothing packed and huge unpacked).
    static base::Result<ZipReader> open(const QString& path, QByteArray bytes, qint64 limit);

    [[nodiscard]] const std::vector<Part>& parts() const { return m_parts; }
    /// -1 when there is none.
    [[nodiscard]] int find(const QString& name) const;
    /// A whole part. Errors: "file.damaged" (a checksum or size that differs); "file.too_large" (over `limit` bytes).
    [[nodiscard]] base::Result<QByteArray> read(int part, qint64 limit) const;
    /// A part in pieces; stops where `take` says no. Errors: "file.damaged".
    [[nodiscard]] base::Outcome stream(int part, const std::function<bool(QByteArrayView piece)>& take) const;

private:
    ZipReader(QString path, sheet::Archive archive) : m_path(std::move(path)), m_archive(std::move(archive)) {}
    [[nodiscard]] base::Outcome list(qint64 limit);

    QString m_path;
    sheet::Archive m_archive;
    std::vector<Part> m_parts;
};

} // namespace junheng::workspace
