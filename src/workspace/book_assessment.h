// A template workbook judged directly, without a county file.
#pragma once

#include "assess/assessment.h"
#include "base/error.h"
#include "base/job.h"
#include "model/county_year.h"
#include "model/finding.h"
#include "standard/standard.h"

#include <QString>

#include <optional>
#include <vector>

namespace junheng::workspace {

struct BookAssessment {
    model::CountyYear data;
    standard::Standard standard;
    assess::Assessment assessment;
    std::vector<model::Finding> notices;
};

/// `standard` is an id or the path of a standard's file. Errors: "sheet.*"; "standard.*"; "import.rejected" with every
/// finding in `findings` when the book has errors.
base::Result<BookAssessment> assessBook(const QString& file, std::optional<int> year, const QString& standard,
                                        std::vector<model::Finding>& findings, const base::Job& job);

} // namespace junheng::workspace
