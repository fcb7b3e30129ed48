// Whether a 上报包 that somebody handed in is sound.
#pragma once

#include "base/error.h"
#include "model/county_year.h"
#include "model/finding.h"

#include <QDate>
#include <QHash>
#include <QString>

#include <vector>

namespace junheng::workspace {

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

} // namespace junheng::workspace
