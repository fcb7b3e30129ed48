// Making a 上报包. Internal to this room.
#pragma once

#include "base/job.h"
#include "document/paper/figure_painter.h"
#include "report/official/official_tables.h"
#include "report/sources.h"
#include "store/county_file.h"

#include <vector>

namespace junheng::workspace {

/// Of what a package is made.
struct PackageSources {
    const store::CountyFile& file;
    report::Sources sources;
    report::ReportInfo info;
    const document::Report& evaluation; ///< 自评报告
    const document::FigurePainter& figures;
};

/// Writes the package to `path`, atomically, and says what was handed in, the package last; nothing is kept in the
/// county file yet. The same data and date give the same bytes. Errors: "job.cancelled", "file.write", "store.*".
base::Result<std::vector<store::FileToIssue>> writePackage(const PackageSources& from, const QString& path,
                                                           const base::Job& job);

} // namespace junheng::workspace
