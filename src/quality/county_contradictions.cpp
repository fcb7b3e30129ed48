// Figures of the county that contradict those of its schools, or the school year.

#include "model/items.h"
#include "model/school_year.h"
#include "quality/collector.h"

namespace junheng::quality {

namespace {

using model::CellKey;
using model::CountyYear;
using model::Item;
using model::Level;
using model::Observation;
using model::SchoolType;
using model::Stage;
using model::SubjectKey;

// The county's figures of special education against the sums of its special schools, where all of these are given.
void checkSpecialSchools(Collector& found) {
    const CountyYear& year = found.year();
    const SubjectKey county = SubjectKey::ofCounty();
    const auto compare = [&](const char16_t* countyCode, const char16_t* schoolCode, Level level) {
        const Item& total = itemAt(countyCode);
        const Item& item = itemAt(schoolCode);
        std::vector<CellKey> cells{{.subject = county, .item = &total}};
        std::int64_t sum = 0;
        for (int row = 0; row < year.schools().rowCount(); ++row) {
            const QString& school = year.schools().key(row).school;
            const SubjectKey section{.level = Level::Section, .school = school, .part = model::stageId(Stage::Special)};
            if (year.schoolType(row) != SchoolType::Special)
                continue;
            if (!year.exists(section))
                return; // its figures are still to come
            const CellKey cell{.subject = level == Level::Section ? section : SubjectKey::ofSchool(school),
                               .item = &item};
            const Observation given = year.value(cell.subject, item);
            if (!given.isValue())
                return;
            sum += given.amount;
            cells.push_back(cell);
        }
        const Observation whole = year.value(county, total);
        if (cells.size() > 1 && whole.isValue() && whole.amount != sum)
            found.add(total.code, CheckSeverity::Doubt, county,
                      tr("%1填的是 %2，各特殊教育学校的%3合计 %4")
                          .arg(total.label, figureText(total, whole), item.label,
                               figureText(item, Observation::ofAmount(sum))),
                      cells);
    };
    compare(items::special_pupils, items::pupils, Level::Section);
    compare(items::special_funds, items::public_funds_budget, Level::School);
}

// Figures of 表Ⅰ are published within two years.
void checkStatisticsYear(Collector& found) {
    const SubjectKey county = SubjectKey::ofCounty();
    const Item& item = itemAt(items::statistics_year);
    const int year = found.year().year();
    const std::optional<int> given = model::statisticsYear(found.year());
    if (given && (*given > year || *given < year - 2))
        found.add(QStringLiteral("statistics_year"), CheckSeverity::Doubt, county,
                  tr("统计年份填的是 %1，%2 应为 %3 至 %4 年")
                      .arg(*given)
                      .arg(model::schoolYearName(year))
                      .arg(year - 2)
                      .arg(year),
                  {{.subject = county, .item = &item}});
}

// 上年度 is the last whole year before the self-evaluation, which is in the spring or the autumn.
void checkFundYear(Collector& found) {
    const SubjectKey county = SubjectKey::ofCounty();
    const Item& item = itemAt(items::fund_year);
    const int year = found.year().year();
    const int given = model::fundYear(found.year());
    if (given != year && given != year - 1)
        found.add(QStringLiteral("fund_year"), CheckSeverity::Doubt, county,
                  tr("经费年度填的是 %1，%2 应为 %3 或 %4 年")
                      .arg(given)
                      .arg(model::schoolYearName(year))
                      .arg(year - 1)
                      .arg(year),
                  {{.subject = county, .item = &item}});
}

} // namespace

void findCountyContradictions(Collector& found) {
    checkSpecialSchools(found);
    checkStatisticsYear(found);
    checkFundYear(found);
}

} // namespace junheng::quality
