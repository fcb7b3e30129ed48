#include "exchange/template_row_checks.h"

#include "exchange/tr.h"
#include "model/items.h"
#include "model/observation.h"
#include "model/several_rows.h"

#include <array>

namespace junheng::exchange {

namespace {

using model::CountyYear;
using model::Item;
using model::Level;
using model::Observation;
using model::Stage;
using model::SubjectKey;

const Item& itemAt(QStringView code) {
    return model::itemOf(code);
}

// What the model cannot hold is broken in a workbook only.
bool never(const CountyYear&, const SubjectKey&) {
    return false;
}

// The stages whose pupils are given by campus.
constexpr std::array kCampusStages{Stage::Primary, Stage::Junior, Stage::Senior};

int rowsOf(const CountyYear& data, Level level, const QString& school) {
    const auto [first, last] = data.table(level).rowsOfSchool(school);
    return last - first;
}

// The rooms listed, once the school lists any.
TemplateCheck roomCheck(const TemplateSheets& sheets, const char16_t* code, const QString& kind) {
    const TemplateSheet& schools = sheets.at(Level::School);
    const TemplateSheet& rooms = sheets.at(Level::Room);
    return {.message = tr("%1与“专用教室”表的行数不一致").arg(itemAt(code).label),
            .formula =
                [&schools, &rooms, code, kind](int row) {
                    const QString codes = rooms.columnFromOutside(items::school_code);
                    return QStringLiteral("AND(COUNT(%1)=1,COUNTIF(%2,%3)>0,COUNTIFS(%2,%3,%4,\"%5\")<>%1)")
                        .arg(schools.cell(code, row), codes, schools.cell(items::school_code, row),
                             rooms.columnFromOutside(items::room_kind), kind);
                },
            .isBroken =
                [code, kind](const CountyYear& data, const SubjectKey& key) {
                    return model::contradictsRooms(data, key.school, itemAt(code), kind);
                }};
}

std::vector<TemplateCheck> schoolChecks(const TemplateSheets& sheets) {
    const TemplateSheet& schools = sheets.at(Level::School);
    std::vector<TemplateCheck> checks;
    checks.push_back({.message = tr("学校标识码应为十位数字"),
                      .formula =
                          [&schools](int row) {
                              return QStringLiteral("NOT(%1)").arg(
                                  schoolCodeFormula(schools.cell(items::school_code, row)));
                          },
                      .isBroken = never});
    checks.push_back({.message = tr("学校标识码重复"),
                      .formula =
                          [&schools](int row) {
                              return QStringLiteral("COUNTIF(%1,%2)>1")
                                  .arg(schools.column(items::school_code), schools.cell(items::school_code, row));
                          },
                      .isBroken = never});
    checks.push_back({.message = tr("所属中心校标识码不在本表"),
                      .formula =
                          [&schools](int row) {
                              return QStringLiteral("AND(%1<>\"\",%1<>\"%2\",COUNTIF(%3,%1)=0)")
                                  .arg(schools.cell(items::parent_code, row), model::notApplicableWord(),
                                       schools.column(items::school_code));
                          },
                      .isBroken =
                          [](const CountyYear& data, const SubjectKey& key) {
                              const Observation parent = data.value(key, itemAt(items::parent_code));
                              return parent.isValue() && !data.exists(SubjectKey::ofSchool(parent.text));
                          }});
    const QStringList& kinds = itemAt(items::room_kind).choices;
    checks.push_back(roomCheck(sheets, items::music_rooms, kinds.at(0)));
    checks.push_back(roomCheck(sheets, items::fine_art_rooms, kinds.at(1)));
    return checks;
}

TemplateCheck unknownSchool(const TemplateSheets& sheets, Level level) {
    const TemplateSheet& own = sheets.at(level);
    const TemplateSheet& schools = sheets.at(Level::School);
    return {.message = tr("学校标识码不在“学校”表"),
            .formula =
                [&own, &schools](int row) {
                    return QStringLiteral("COUNTIF(%1,%2)=0")
                        .arg(schools.columnFromOutside(items::school_code), own.cell(items::school_code, row));
                },
            .isBroken = never};
}

// A product of comparisons, as the names of campuses may hold what COUNTIFS takes for a pattern.
TemplateCheck duplicateRow(const TemplateSheet& own, const char16_t* part, const QString& message) {
    return {.message = message,
            .formula =
                [&own, part](int row) {
                    return QStringLiteral("SUMPRODUCT((%1=%2)*(%3=%4))>1")
                        .arg(own.column(items::school_code), own.cell(items::school_code, row), own.column(part),
                             own.cell(part, row));
                },
            .isBroken = never};
}

// As far as campuses give their pupils, they may not exceed the section's, and together they are the section's.
TemplateCheck campusSum(const TemplateSheets& sheets, Stage stage) {
    const TemplateSheet& sections = sheets.at(Level::Section);
    const TemplateSheet& campuses = sheets.at(Level::Campus);
    const Item& item = *model::campusPupilsItem(stage);
    return {.message = tr("各校区%1之和不等于在校学生数").arg(item.label),
            .formula =
                [&sections, &campuses, &item, stage](int row) {
                    const QString code = sections.cell(items::school_code, row);
                    const QString codes = campuses.columnFromOutside(items::school_code);
                    const QString numbers = campuses.columnFromOutside(item.code);
                    const QString sum = QStringLiteral("SUMIFS(%1,%2,%3)").arg(numbers, codes, code);
                    const QString filled = QStringLiteral("COUNTIFS(%1,%2,%3,\"<>\")").arg(codes, code, numbers);
                    return QStringLiteral("AND(%1=\"%2\",COUNT(%3)=1,%4>0,OR(%5>%3,AND(%4=COUNTIF(%6,%7),%5<%3)))")
                        .arg(sections.cell(items::stage, row), model::stageName(stage),
                             sections.cell(items::pupils, row), filled, sum, codes, code);
                },
            .isBroken =
                [stage](const CountyYear& data, const SubjectKey& key) {
                    return key.part == model::stageId(stage) && model::contradictsCampuses(data, key);
                }};
}

TemplateCheck campusWithoutSection(const TemplateSheets& sheets, Stage stage) {
    const TemplateSheet& sections = sheets.at(Level::Section);
    const TemplateSheet& campuses = sheets.at(Level::Campus);
    const Item& item = *model::campusPupilsItem(stage);
    return {.message = tr("“学段”表没有这所学校的%1").arg(model::stageName(stage)),
            .formula =
                [&sections, &campuses, &item, stage](int row) {
                    const QString codes = sections.columnFromOutside(items::school_code);
                    return QStringLiteral("AND(SUM(%1)>0,COUNTIF(%2,%3)>0,COUNTIFS(%2,%3,%4,\"%5\")=0)")
                        .arg(campuses.cell(item.code, row), codes, campuses.cell(items::school_code, row),
                             sections.columnFromOutside(items::stage), model::stageName(stage));
                },
            .isBroken =
                [&item, stage](const CountyYear& data, const SubjectKey& key) {
                    const Observation pupils = data.value(key, item);
                    return pupils.isValue() && pupils.amount > 0 && rowsOf(data, Level::Section, key.school) > 0 &&
                           !data.exists({.level = Level::Section, .school = key.school, .part = model::stageId(stage)});
                }};
}

// With two campuses or more each has to give the pupils of the stages that the school runs.
TemplateCheck campusWithoutPupils(const TemplateSheets& sheets, Stage stage) {
    const TemplateSheet& sections = sheets.at(Level::Section);
    const TemplateSheet& campuses = sheets.at(Level::Campus);
    const Item& item = *model::campusPupilsItem(stage);
    return {.message = tr("有两个以上校区，要填%1，没有填 0").arg(item.label),
            .formula =
                [&sections, &campuses, &item, stage](int row) {
                    const QString code = campuses.cell(items::school_code, row);
                    return QStringLiteral("AND(%1=\"\",COUNTIF(%2,%3)>1,COUNTIFS(%4,%3,%5,\"%6\",%7,\">0\")>0)")
                        .arg(campuses.cell(item.code, row), campuses.column(items::school_code), code,
                             sections.columnFromOutside(items::school_code), sections.columnFromOutside(items::stage),
                             model::stageName(stage), sections.columnFromOutside(items::pupils));
                },
            .isBroken =
                [&item, stage](const CountyYear& data, const SubjectKey& key) {
                    const Observation pupils =
                        data.value({.level = Level::Section, .school = key.school, .part = model::stageId(stage)},
                                   itemAt(items::pupils));
                    return data.value(key, item).isMissing() && rowsOf(data, Level::Campus, key.school) > 1 &&
                           pupils.isValue() && pupils.amount > 0;
                }};
}

} // namespace

std::vector<TemplateCheck> rowChecksOf(const TemplateSheets& sheets, Level level) {
    std::vector<TemplateCheck> checks;
    switch (level) {
    case Level::School:
        return schoolChecks(sheets);
    case Level::Section:
        checks.push_back(unknownSchool(sheets, level));
        checks.push_back(duplicateRow(sheets.at(level), items::stage, tr("同一学校的学段重复")));
        for (const Stage stage : kCampusStages)
            checks.push_back(campusSum(sheets, stage));
        break;
    case Level::Campus:
        checks.push_back(unknownSchool(sheets, level));
        checks.push_back(duplicateRow(sheets.at(level), items::campus_name, tr("同一学校的校区重名（空白即本部）")));
        for (const Stage stage : kCampusStages) {
            checks.push_back(campusWithoutSection(sheets, stage));
            checks.push_back(campusWithoutPupils(sheets, stage));
        }
        break;
    case Level::Room:
        checks.push_back(unknownSchool(sheets, level));
        break;
    default:
        break;
    }
    return checks;
}

QString schoolCodeFormula(const QString& cell) {
    return QStringLiteral("IF(ISNUMBER(--%1),AND(LEN(%1)=10,TEXT(--%1,\"0000000000\")=%1&\"\"),FALSE)").arg(cell);
}

} // namespace junheng::exchange
