// Tables Ⅰ to Ⅵ of 全国义务教育优质均衡发展县（市、区）申报表.
#pragma once

#include "assess/assessment.h"
#include "document/report.h"

namespace junheng::report {

struct ReportInfo {
    QDate date; ///< 填报日期; must be valid
    QString programVersion;
};

/// `assessment` must be of this year and this standard. 填报人, 审核人 and 单位负责人 are printed where they are given.
/// Missing figures read 待填报; a stage without sections reads —— and has no block in table Ⅱ-2. Tables Ⅳ, Ⅴ and Ⅵ only
/// where the standard has such a part.
document::Report officialTables(const model::CountyYear& year, const standard::Standard& standard,
                                const assess::Assessment& assessment, const ReportInfo& info);

} // namespace junheng::report
