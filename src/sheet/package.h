// The zip container of a workbook.
#pragma once

#include "base/error.h"
#include "base/job.h"
#include "sheet/archive.h"
#include "sheet/limits.h"
#include "sheet/xml_parser.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <memory>
#include <string>

namespace junheng::sheet {

/// Reads parts as they are inflated, so that no part is ever whole in memory, and stops at the limit of unpacked bytes.
/// One thread at a time; another() serves a second one.
class Package {
public:
    /// Errors: "sheet.not_a_workbook", "sheet.encrypted", "sheet.old_format", "sheet.damaged". `limits` and `job` must
    /// outlive the package.
    static base::Result<Package> open(const QString& file, QByteArray bytes, const Limits& limits,
                                      const base::Job& job);

    /// The same archive once more, for another thread. The limit of unpacked bytes is for both together.
    [[nodiscard]] base::Result<Package> another() const;

    /// Whether the archive at `path`, which WorkbookWriter wrote, opens and each of its parts, all XML, is whole: by
    /// its checksum and by isWholeXml().
    static base::Outcome verify(const QString& path);

    [[nodiscard]] const QString& file() const { return m_file; }
    [[nodiscard]] bool contains(const std::string& part) const;
    /// Gives the XML of `part` to `handler`. `sheet` is named in errors when it is not empty.
    /// Errors: those of the handler, "sheet.damaged", "sheet.encrypted", "sheet.too_large_unzipped", "job.cancelled".
    base::Outcome parse(const std::string& part, XmlHandler& handler, const QString& sheet = {});

private:
    explicit Package(Archive archive) : m_archive(std::move(archive)) {}
    [[nodiscard]] base::Result<ArchivePartReader> openPart(const std::string& part, const base::Place& place);
    [[nodiscard]] qint64 locate(const std::string& part) const;

    QString m_file;
    const Limits* m_limits = nullptr;
    const base::Job* m_job = nullptr;
    std::shared_ptr<std::atomic<qint64>> m_unzipped = std::make_shared<std::atomic<qint64>>(0);
    Archive m_archive;
};

} // namespace junheng::sheet
