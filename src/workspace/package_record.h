// A package beside what the county file remembers of handing it in.
#pragma once

#include "base/error.h"
#include "model/finding.h"

#include <QDate>
#include <QString>

#include <vector>

namespace junheng::workspace {

struct PackageCheck;

/// What a county file remembers of a package.
struct PackageRecord {
    bool same = false;                    ///< byte for byte what was handed in
    QDate date;                           ///< that the documents bear which it is compared with
    std::vector<model::Finding> findings; ///< what differs; none when it is the same. Codes: "package.record"
};

/// Errors: "store.*".
base::Result<PackageRecord> compareWithRecord(const PackageCheck& check, const QString& countyFile);

} // namespace junheng::workspace
