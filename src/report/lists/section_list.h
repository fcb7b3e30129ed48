// 资源配置一览: sections with all their resource indicators, as somebody chose and sorted them.
#pragma once

#include "document/report.h"
#include "plan/gap.h"
#include "report/official/official_tables.h"

#include <span>

namespace junheng::report {

/// These sections of an assessment of `year` by `standard`, in this order. `how` says how they were chosen and sorted.
document::Report sectionList(const model::CountyYear& year, const standard::Standard& standard,
                             std::span<const plan::SectionPlace> sections, const QString& how, const ReportInfo& info);

} // namespace junheng::report
