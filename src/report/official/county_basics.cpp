#include "report/official/county_basics.h"

#include "model/asked.h"
#include "model/items.h"
#include "report/cells.h"
#include "report/tr.h"

#include <algorithm>

namespace junheng::report {

namespace {

using model::Item;
using model::Observation;
using model::SchoolType;
using model::Stage;

void addCounty(std::vector<BasicSpec>& specs) {
    const QString nature = tr("自然情况");
    const QString economy = tr("经济情况");
    const auto add = [&](const QString& group, const QString& label, const char16_t* code) {
        const Item& item = model::itemOf(QStringView(code));
        specs.push_back({.kind = BasicKind::CountyItem,
                         .group = group,
                         .label = QStringLiteral("%1\n（%2）").arg(label, item.unitText()),
                         .unit = item.unitText(),
                         .item = &item});
    };
    add(nature, tr("人口总数"), items::population);
    add(nature, tr("农业人口数"), items::rural_population);
    add(nature, tr("乡镇数"), items::towns);
    add(nature, tr("行政村数"), items::villages);
    add(economy, tr("年人均国内生产总值"), items::gdp_per_head);
    add(economy, tr("年人均地方财政收入"), items::revenue_per_head);
    add(economy, tr("农民年人均纯收入"), items::rural_income);
    add(economy, tr("城镇居民年人均可支配收入"), items::urban_income);
}

void addSchools(std::vector<BasicSpec>& specs) {
    const QString ordinary = tr("普通中小学校数（所）");
    const QString points = tr("小学教学点数（个）");
    const QString schools = tr("所");
    const auto add = [&](const QString& group, const QString& label, const QString& unit, SchoolType type,
                         BasicKind kind = BasicKind::Schools) {
        specs.push_back({.kind = kind, .group = group, .label = label, .unit = unit, .type = type});
    };
    add(ordinary, tr("小学"), schools, SchoolType::Primary);
    add(ordinary, tr("九年一贯制学校"), schools, SchoolType::NineYear);
    add(ordinary, tr("初中"), schools, SchoolType::Junior);
    add(ordinary, tr("完全中学"), schools, SchoolType::Complete);
    add(ordinary, tr("十二年一贯制学校"), schools, SchoolType::TwelveYear);
    add(tr("特殊教育学校\n（所）"), {}, schools, SchoolType::Special);
    add(points, tr("计"), tr("个"), SchoolType::TeachingPoint);
    add(points, tr("其中：50人及以上"), tr("个"), SchoolType::TeachingPoint, BasicKind::LargerPoints);
}

void addSections(std::vector<BasicSpec>& specs) {
    const auto add = [&](const QString& group, const QString& label, const char16_t* code, Stage stage) {
        const Item& item = model::itemOf(QStringView(code));
        specs.push_back({.kind = BasicKind::Sections,
                         .group = group,
                         .label = label,
                         .unit = item.unitText(),
                         .item = &item,
                         .stage = stage});
    };
    for (const Stage stage : {Stage::Primary, Stage::Junior})
        add(tr("教学班数（个）"), model::stageName(stage), items::classes, stage);
    for (const Stage stage : {Stage::Primary, Stage::Junior})
        add(tr("在校学生数（人）"), model::stageName(stage), items::pupils, stage);
    for (const Stage stage : {Stage::Primary, Stage::Junior}) {
        add(tr("教职工数（人）"), tr("合计"), items::staff, stage);
        add(tr("教职工数（人）"), tr("其中：专任教师"), items::teachers, stage);
    }
}

bool hasUntypedSchool(const model::CountyYear& year) {
    return std::ranges::any_of(year.schoolRows(),
                               [&](const model::SchoolRows& rows) { return !year.schoolType(rows.school); });
}

Observation countOf(const model::CountyYear& year, SchoolType type) {
    if (hasUntypedSchool(year))
        return Observation::missing();
    return Observation::ofAmount(std::ranges::count_if(
        year.schoolRows(), [&](const model::SchoolRows& rows) { return year.schoolType(rows.school) == type; }));
}

Observation largerPoints(const model::CountyYear& year) {
    const Item& pupils = model::itemOf(items::pupils);
    std::int64_t count = 0;
    for (const model::SchoolRows& rows : year.schoolRows()) {
        const auto type = year.schoolType(rows.school);
        if (type && *type != SchoolType::TeachingPoint)
            continue;
        const int row = rows.sectionOf(Stage::Primary);
        if (!type || row < 0 || year.sections().at(row, pupils).isMissing())
            return Observation::missing();
        const Observation given = year.sections().at(row, pupils);
        count += given.isValue() && given.amount >= kLargerPoint ? 1 : 0;
    }
    return Observation::ofAmount(count);
}

Observation sumOf(const model::CountyYear& year, const Item& item, Stage stage) {
    const Item& pupils = model::itemOf(items::pupils);
    std::int64_t sum = 0;
    for (const model::SchoolRows& rows : year.schoolRows()) {
        const auto type = year.schoolType(rows.school);
        if (type == SchoolType::Special)
            continue;
        const int row = rows.sectionOf(stage);
        if (row < 0) {
            if (type && mustHaveStage(*type, stage))
                return Observation::missing();
            continue;
        }
        const Observation given = year.sections().at(row, item);
        const Observation heads = year.sections().at(row, pupils);
        if (given.isMissing() && (!heads.isValue() || heads.amount != 0))
            return Observation::missing();
        sum += given.isValue() ? given.amount : 0;
    }
    return Observation::ofAmount(sum);
}

} // namespace

const std::vector<BasicSpec>& basicSpecs() {
    static const std::vector<BasicSpec> kSpecs = [] {
        std::vector<BasicSpec> specs;
        addCounty(specs);
        addSchools(specs);
        addSections(specs);
        return specs;
    }();
    return kSpecs;
}

bool mustHaveStage(SchoolType type, Stage stage) {
    if (type == SchoolType::Primary || type == SchoolType::TeachingPoint)
        return stage == Stage::Primary;
    if (type == SchoolType::Junior)
        return stage == Stage::Junior;
    const auto stages = model::obligatoryStages(type);
    return std::ranges::find(stages, stage) != stages.end();
}

std::vector<Observation> countyBasics(const model::CountyYear& year) {
    std::vector<Observation> figures;
    for (const BasicSpec& spec : basicSpecs()) {
        switch (spec.kind) {
        case BasicKind::CountyItem:
            figures.push_back(year.value(model::SubjectKey::ofCounty(), *spec.item));
            break;
        case BasicKind::Schools:
            figures.push_back(countOf(year, spec.type));
            break;
        case BasicKind::LargerPoints:
            figures.push_back(largerPoints(year));
            break;
        case BasicKind::Sections:
            figures.push_back(sumOf(year, *spec.item, spec.stage));
            break;
        }
    }
    return figures;
}

} // namespace junheng::report
