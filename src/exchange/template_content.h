// What a template is filled in with.
#pragma once

#include "model/county_year.h"
#include "model/indicator.h"

#include <vector>

namespace junheng::exchange {

struct TemplateContent {
    /// Those that it has columns for: of `data` and `before`, where they are given.
    const model::ItemDictionary& items = model::ItemDictionary::builtIn();
    /// County, year and every row to be filled in, so that planImport over the same data finds nothing to change; null:
    /// blank.
    const model::CountyYear* data = nullptr;
    /// An earlier year whose figures show while a cell is chosen, item by item what is counted anew each year; or null.
    /// Left out on a sheet where they would be more than a workbook can hold (50,000).
    const model::CountyYear* before = nullptr;
    /// The indicators of the county's standard besides the national ones, which the sheet 任务清单 has rows for.
    std::vector<model::FurtherIndicator> further = {};
};

} // namespace junheng::exchange
