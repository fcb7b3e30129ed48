// 上报包: what is handed in, frozen in one archive that can be checked years later.
#pragma once

#include "base/error.h"
#include "model/county_year.h"
#include "model/finding.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QHash>
#include <QString>

#include <vector>

namespace junheng::workspace {

struct SubmittedFile {
    QString name;
    qint64 size = 0;
    QString sha256;    ///< hexadecimal
    bool kept = false; ///< the county file has its bytes; the package itself is not kept, as it holds the county file
};

/// One time that reports were handed in, as the county file remembers it.
struct Submission {
    qint64 id = 0;
    QDateTime at;     ///< UTC
    QString who;      ///< user name on the machine
    QDate date;       ///< that the documents bear
    QString standard; ///< id
    QString verdict;  ///< overall: 达标, 未达标, 待填报
    QString dataCode; ///< 数据校验码
    std::vector<SubmittedFile> files;
};

/// What a package says of itself, and what is wrong with it.
struct PackageCheck {
    model::County county;
    int year = 0;
    QDate date;
    QString standard;
    QString verdict;
    QString dataCode;
    QString sha256;                ///< of the package, to compare with the county file's or a printed one
    QHash<QString, QString> parts; ///< SHA-256 of each, by name
    /// Errors: "package.missing", "package.changed", "package.unexpected", "package.data", and those of verifying a
    /// county file; notices: "package.verdict" (today's program judges otherwise by the standard in the package).
    std::vector<model::Finding> findings;
};

/// Whether `path` begins as an archive does: it is a package rather than a county file.
bool isPackage(const QString& path);

/// Whether the package is consistent in itself: every file against its checksum, the county file in it by its journal,
/// the data against the code that the documents bear, and the verdict by the standard in the package. That it is what
/// was handed in it cannot say: who remakes a package remakes its checksums. Changes nothing. Errors: "file.read",
/// "file.damaged", "file.encrypted", "file.too_large", "package.foreign" (no 上报包), "package.newer" (of a newer
/// version), "store.*".
base::Result<PackageCheck> checkPackage(const QString& path);

/// What a county file remembers of a package.
struct PackageRecord {
    bool same = false;                    ///< byte for byte what was handed in
    QDate date;                           ///< that the documents bear which it is compared with
    std::vector<model::Finding> findings; ///< what differs; none when it is the same. Codes: "package.record"
};

/// Errors: "store.*".
base::Result<PackageRecord> compareWithRecord(const PackageCheck& check, const QString& countyFile);

} // namespace junheng::workspace
