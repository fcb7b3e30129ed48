// Schools, sections and campuses that come and go, and codes that are corrected, on the sample county. What goes with a
// school was counted in the rows of data/samples/demo-county.
#include "workspace/import_plan.h"
#include "workspace/structure.h"

#include "assess/assessment.h"
#include "base/job.h"
#include "model/record_kind.h"
#include "quality/finding.h"
#include "standard/library.h"
#include "workspace/doubts.h"
#include "workspace/history.h"
#include "workspace/history_entry.h"
#include "workspace/imports.h"
#include "workspace/workspace.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <algorithm>

using namespace junheng;
using namespace junheng::workspace;
using namespace Qt::Literals::StringLiterals;
using model::ItemDictionary;
using model::Level;
using model::SubjectKey;

namespace {

const QString kCentre = u"9901001078"_s;   // 柳溪镇中心小学: two points name it
const QString kPoint = u"9901001183"_s;    // 杨树坪教学点
const QString kDoubted = u"9901001085"_s;  // 松岗镇中心小学: a contradiction of its teachers, and one point
const QString kCampuses = u"9901001372"_s; // 城北九年一贯制学校: 小学, 初中; 本部, 东校区
const QString kNew = u"9901009999"_s;

const model::Item& item(const char16_t* code) {
    return ItemDictionary::builtIn().at(code);
}

SubjectKey section(const QString& school, const QString& stage) {
    return {.level = Level::Section, .school = school, .part = stage};
}

SubjectKey campus(const QString& school, const QString& name) {
    return {.level = Level::Campus, .school = school, .part = name};
}

class StructureTest : public testing::Test {
protected:
    void SetUp() override {
        m_path = m_folder.filePath(u"示例县.junheng"_s);
        ASSERT_TRUE(m_workspace.create(m_path, {.code = u"990101"_s, .name = u"示例县"_s},
                                       standard::defaultStandardId(), 2025));
        const auto preview = planImport({QStringLiteral(JUNHENG_SOURCE "/data/samples/demo-county.xlsx")},
                                        m_workspace.data(), m_workspace.standard(), false, base::Job{});
        ASSERT_TRUE(preview);
        ASSERT_TRUE(m_workspace.imports().commit(*preview));
    }
    // Rows and their figures, each as text: equal where the data are.
    [[nodiscard]] QStringList contentOf(const model::CountyYear& year) const {
        QStringList lines;
        for (int level = 0; level < model::kLevelCount; ++level) {
            const model::LevelTable& table = year.table(static_cast<Level>(level));
            for (int row = 0; row < table.rowCount(); ++row) {
                const SubjectKey& key = table.key(row);
                QStringList words{model::levelId(key.level), key.school, key.part};
                for (const model::Item& each : ItemDictionary::builtIn().ofLevel(key.level))
                    words << model::displayText(each, table.at(row, each));
                lines << words.join(u'|');
            }
        }
        return lines;
    }
    [[nodiscard]] QStringList content() const { return contentOf(m_workspace.data()); }
    [[nodiscard]] QString value(const SubjectKey& subject, const char16_t* code) const {
        return model::displayText(item(code), m_workspace.data().value(subject, item(code)));
    }
    [[nodiscard]] int rowsOf(const QString& school) const {
        int rows = 0;
        for (int level = 0; level < model::kLevelCount; ++level) {
            const auto [first, last] = m_workspace.data().table(static_cast<Level>(level)).rowsOfSchool(school);
            rows += last - first;
        }
        return rows;
    }
    void reopen(std::optional<int> year = {}) {
        m_workspace.close();
        ASSERT_TRUE(m_workspace.open(m_path, Access::ReadWrite, year));
    }
    // What the file holds is what is shown, the journal tells the same, and both come back by undo, also after the file
    // was closed.
    void expectOneStep(const QStringList& before, const QString& label) {
        const QStringList after = content();
        EXPECT_NE(after, before);
        reopen();
        EXPECT_EQ(content(), after);
        EXPECT_TRUE(m_workspace.history().verify().value().empty());
        EXPECT_EQ(m_workspace.undoLabel(), u"撤销："_s + label);
        ASSERT_TRUE(m_workspace.undo());
        EXPECT_EQ(content(), before);
        reopen();
        EXPECT_EQ(content(), before);
        ASSERT_TRUE(m_workspace.redo());
        EXPECT_EQ(content(), after);
        EXPECT_TRUE(m_workspace.history().verify().value().empty());
    }
    void expectRefused(const StructureEdit& edit, const char* code, const QString& said) {
        const QStringList before = content();
        const auto batches = m_workspace.history().batches()->size();
        const auto refused = m_structure.apply(edit);
        ASSERT_FALSE(refused) << code;
        EXPECT_EQ(refused.error().code, QLatin1StringView(code));
        EXPECT_TRUE(refused.error().message.contains(said)) << refused.error().message.toStdString();
        EXPECT_EQ(content(), before);
        EXPECT_EQ(m_workspace.history().batches()->size(), batches);
    }
    [[nodiscard]] std::optional<quality::CheckFinding> finding(const QString& school, const QString& check) {
        const auto all = m_workspace.doubts().findings();
        const auto found = std::ranges::find_if(*all, [&](const quality::CheckFinding& each) {
            return each.subject.school == school && each.check == check;
        });
        return found == all->end() ? std::nullopt : std::optional(*found);
    }
    // The first contradiction of a school.
    [[nodiscard]] std::optional<quality::CheckFinding> contradiction(const QString& school) {
        const auto all = m_workspace.doubts().findings();
        const auto found = std::ranges::find_if(*all, [&](const quality::CheckFinding& each) {
            return each.subject.school == school && each.severity == quality::CheckSeverity::Contradiction;
        });
        return found == all->end() ? std::nullopt : std::optional(*found);
    }
    // The year before, with the same schools.
    void addYearBefore() {
        ASSERT_TRUE(m_workspace.setYear(2024));
        const auto add = [&](const QString& code, const QString& name) {
            ASSERT_TRUE(
                m_structure.addSchool({.code = code, .name = name, .type = u"小学"_s, .stages = {u"primary"_s}}));
            ASSERT_TRUE(m_workspace.edit(
                {{.cell = {.subject = section(code, u"primary"_s), .item = &item(u"pupils")}, .text = u"300"_s}}));
        };
        add(kCentre, u"柳溪镇中心小学"_s);
        add(kDoubted, u"松岗镇中心小学"_s);
        ASSERT_TRUE(m_workspace.setYear(2025));
    }

    QTemporaryDir m_folder;
    QString m_path;
    Workspace m_workspace;
    Structure& m_structure = m_workspace.structure();
};

TEST_F(StructureTest, ASchoolGoesWithAllThatIsItsOwn) {
    const QStringList before = content();
    const auto plan = m_structure.plan({.step = StructureStep::DeleteSchool, .school = kCampuses});
    ASSERT_TRUE(plan) << plan.error().message.toStdString();
    EXPECT_EQ(plan->sections, (QStringList{u"小学"_s, u"初中"_s}));
    EXPECT_EQ(plan->campuses, (QStringList{u"本部"_s, u"东校区"_s}));
    EXPECT_EQ(plan->rooms, 8);
    EXPECT_EQ(plan->figures, 115); // 16 + 65 + 18 + 16
    EXPECT_EQ(plan->explanations, 0);
    EXPECT_EQ(plan->lines, (QStringList{u"一同删除：学段 2 个（小学、初中），校区 2 个（本部、东校区），专用教室 8 间，"
                                        "已填数据 115 个。"_s,
                                        u"只删除2025—2026学年的数据，其他学年不变。"_s}));
    EXPECT_EQ(content(), before) << "a plan changes nothing";

    ASSERT_TRUE(m_structure.apply({.step = StructureStep::DeleteSchool, .school = kCampuses}));
    EXPECT_EQ(rowsOf(kCampuses), 0);
    EXPECT_EQ(m_workspace.data().schools().rowCount(), 69); // of 70
    const QStringList after = content();
    EXPECT_TRUE(std::ranges::none_of(after, [](const QString& line) { return line.contains(kCampuses); }));
    // 1 school, 2 sections, 2 campuses, 8 rooms; nothing else moved.
    EXPECT_EQ(before.size() - after.size(), 13);
    QStringList rest = before;
    rest.removeIf([](const QString& line) { return line.contains(kCampuses); });
    EXPECT_EQ(after, rest);
    EXPECT_EQ(m_workspace.assessment().stages.at(0).sectionCount() +
                  m_workspace.assessment().stages.at(1).sectionCount(),
              67); // 69 are judged, two of them were its own
    expectOneStep(before, u"删除学校 城北九年一贯制学校（9901001372）"_s);
}

TEST_F(StructureTest, TheSchoolsThatNameADeletedOneAreTold) {
    const auto done = m_structure.apply({.step = StructureStep::DeleteSchool, .school = kCentre});
    ASSERT_TRUE(done);
    ASSERT_EQ(done->points.size(), 2U);
    EXPECT_EQ(done->points[0].code, kPoint);
    EXPECT_EQ(done->points[1].name, u"竹园教学点"_s);
    EXPECT_TRUE(
        done->lines.contains(u"2 所学校的所属中心校填的是这所学校：杨树坪教学点、竹园教学点。删除以后请改填。"_s))
        << done->lines.join(u'\n').toStdString();
    EXPECT_EQ(value(SubjectKey::ofSchool(kPoint), u"parent_code"), kCentre) << "theirs to mend";
    EXPECT_TRUE(finding(kPoint, u"parent"_s)) << "and the checks say so";
}

TEST_F(StructureTest, WhatWasSaidOfASchoolGoesAndComesBackWithIt) {
    const auto doubt = contradiction(kDoubted);
    ASSERT_TRUE(doubt);
    ASSERT_TRUE(m_workspace.doubts().explain(*doubt, u"含支教教师。"_s));
    const QStringList before = content();
    const auto done = m_structure.apply({.step = StructureStep::DeleteSchool, .school = kDoubted});
    ASSERT_TRUE(done);
    EXPECT_EQ(done->explanations, 1);
    EXPECT_TRUE(done->lines.front().endsWith(u"已填数据 61 个，核查说明 1 条。"_s))
        << done->lines.front().toStdString();
    EXPECT_EQ(rowsOf(kDoubted), 0);
    expectOneStep(before, u"删除学校 松岗镇中心小学（9901001085）"_s);
}

TEST_F(StructureTest, ASectionComesEmptyAndGoesWithItsPupilsOnEveryCampus) {
    QStringList before = content();
    const auto added =
        m_structure.apply({.step = StructureStep::AddSection, .school = kCampuses, .detail = u"senior"_s});
    ASSERT_TRUE(added) << added.error().message.toStdString();
    EXPECT_TRUE(m_workspace.data().exists(section(kCampuses, u"senior"_s)));
    EXPECT_EQ(value(section(kCampuses, u"senior"_s), u"pupils"), QString());
    // Two campuses: the new stage's pupils are asked for on each.
    EXPECT_TRUE(added->lines.contains(
        u"这所学校有 2 个校区，还要在“校区”中填写各校区的高中在校学生数，各校区之和等于学段的在校学生数。"_s));
    expectOneStep(before, u"新增学段 城北九年一贯制学校 高中"_s);

    before = content();
    const auto gone =
        m_structure.apply({.step = StructureStep::DeleteSection, .school = kCampuses, .detail = u"junior"_s});
    ASSERT_TRUE(gone) << gone.error().message.toStdString();
    EXPECT_FALSE(m_workspace.data().exists(section(kCampuses, u"junior"_s)));
    EXPECT_EQ(value(campus(kCampuses, {}), u"campus_pupils_junior"), QString());          // was 700
    EXPECT_EQ(value(campus(kCampuses, u"东校区"_s), u"campus_pupils_junior"), QString()); // was 0
    EXPECT_EQ(value(campus(kCampuses, {}), u"campus_pupils_primary"), u"300"_s);
    EXPECT_TRUE(gone->lines.join(u'\n').contains(u"按办学类型，这所学校应当有初中"_s));
    EXPECT_FALSE(finding(kCampuses, u"campus_stage"_s));
    expectOneStep(before, u"删除学段 城北九年一贯制学校 初中"_s);
}

TEST_F(StructureTest, WhatWasSaidOfASectionGoesWithIt) {
    ASSERT_TRUE(
        m_workspace.edit({{.cell = {.subject = section(kCampuses, u"junior"_s), .item = &item(u"teachers_college")},
                           .text = u"9999"_s}}));
    const auto doubt = contradiction(kCampuses);
    ASSERT_TRUE(doubt);
    ASSERT_EQ(doubt->subject, section(kCampuses, u"junior"_s));
    ASSERT_TRUE(m_workspace.doubts().explain(*doubt, u"待核。"_s));
    const auto other =
        m_structure.plan({.step = StructureStep::DeleteSection, .school = kCampuses, .detail = u"primary"_s});
    EXPECT_EQ(other->explanations, 0);
    const auto gone =
        m_structure.apply({.step = StructureStep::DeleteSection, .school = kCampuses, .detail = u"junior"_s});
    ASSERT_TRUE(gone);
    EXPECT_EQ(gone->explanations, 1);
    EXPECT_EQ(m_workspace.data().table(Level::Explanation).rowCount(), 0);
    EXPECT_TRUE(m_workspace.history().verify().value().empty());
}

TEST_F(StructureTest, ASecondCampusAsksForPupilsByCampus) {
    const QStringList before = content();
    const auto done = m_structure.apply({.step = StructureStep::AddCampus, .school = kCentre, .detail = u" 东校区 "_s});
    ASSERT_TRUE(done) << done.error().message.toStdString();
    EXPECT_TRUE(m_workspace.data().exists(campus(kCentre, u"东校区"_s)));
    EXPECT_TRUE(
        done->lines.contains(u"有两个以上校区时，每个校区都要填写小学在校学生数，各校区之和等于学段的在校学生数；"
                             "填全以前 R4—R7 为待填报。"_s))
        << done->lines.join(u'\n').toStdString();
    expectOneStep(before, u"新增校区 柳溪镇中心小学 东校区"_s);
}

TEST_F(StructureTest, ACampusGoesWithItsFigures) {
    const QStringList before = content();
    const auto done =
        m_structure.apply({.step = StructureStep::DeleteCampus, .school = kCampuses, .detail = u"东校区"_s});
    ASSERT_TRUE(done) << done.error().message.toStdString();
    EXPECT_EQ(done->figures, 9);
    EXPECT_TRUE(done->lines.contains(
        u"只剩一个校区，R4—R7 按学段的在校学生数计算；剩下的校区如填有学生数，请清空，或改成与学段一致。"_s));
    EXPECT_TRUE(finding(kCampuses, u"campus_pupils"_s)) << "300 on the campus that stays, 900 in the section";
    expectOneStep(before, u"删除校区 城北九年一贯制学校 东校区"_s);
}

TEST_F(StructureTest, TheMainCampusIsCalledByItsName) {
    ASSERT_TRUE(m_structure.apply({.step = StructureStep::DeleteCampus, .school = kCampuses, .detail = u"本部"_s}));
    EXPECT_FALSE(m_workspace.data().exists(campus(kCampuses, {})));
    EXPECT_EQ(m_workspace.undoLabel(), u"撤销：删除校区 城北九年一贯制学校 本部"_s);
    ASSERT_TRUE(m_structure.apply({.step = StructureStep::AddCampus, .school = kCampuses, .detail = u"本部"_s}));
    EXPECT_TRUE(m_workspace.data().exists(campus(kCampuses, {})));
}

TEST_F(StructureTest, WhatCannotBeIsRefusedAndChangesNothing) {
    expectRefused({.step = StructureStep::DeleteSchool, .school = kNew}, "structure.no_school", kNew);
    expectRefused({.step = StructureStep::DeleteSchool, .school = u"123"_s}, "value.not_a_code", u"123"_s);
    expectRefused({.step = StructureStep::AddSection, .school = kCentre, .detail = u"primary"_s},
                  "structure.has_section", u"柳溪镇中心小学已经有小学"_s);
    expectRefused({.step = StructureStep::AddSection, .school = kCentre, .detail = u"kindergarten"_s},
                  "structure.no_section", u"kindergarten"_s);
    expectRefused({.step = StructureStep::DeleteSection, .school = kCentre, .detail = u"junior"_s},
                  "structure.no_section", u"柳溪镇中心小学没有初中"_s);
    expectRefused({.step = StructureStep::DeleteSection, .school = kCentre, .detail = u"primary"_s},
                  "structure.last_section", u"唯一的学段"_s);
    expectRefused({.step = StructureStep::DeleteCampus, .school = kCentre, .detail = {}}, "structure.last_campus",
                  u"唯一的校区"_s);
    expectRefused({.step = StructureStep::DeleteCampus, .school = kCampuses, .detail = u"西校区"_s},
                  "structure.no_campus", u"西校区"_s);
    // Blanks and full-width forms make no other campus, as in an import.
    for (const QString& name : {u"东校区"_s, u"东 校区"_s, u"　东校区"_s})
        expectRefused({.step = StructureStep::AddCampus, .school = kCampuses, .detail = name}, "structure.has_campus",
                      u"东校区"_s);
    expectRefused({.step = StructureStep::AddCampus, .school = kCampuses, .detail = u"本部"_s}, "structure.has_campus",
                  u"已经有本部"_s);
    expectRefused({.step = StructureStep::CorrectCode, .school = kCentre, .detail = kCentre}, "structure.same_code",
                  u"相同"_s);
    expectRefused({.step = StructureStep::CorrectCode, .school = kCentre, .detail = kDoubted}, "school.exists",
                  u"松岗镇中心小学"_s);
    for (const QString& code : {u"990100107"_s, u"99010010780"_s, u"99010O1078"_s, QString()})
        expectRefused({.step = StructureStep::CorrectCode, .school = kCentre, .detail = code}, "value.not_a_code",
                      u"十位"_s);
    m_workspace.close();
    EXPECT_EQ(m_structure.apply({.step = StructureStep::DeleteSchool, .school = kCentre}).error().code,
              u"workspace.not_open"_s);
}

TEST_F(StructureTest, ACorrectedCodeKeepsEverythingElse) {
    const QStringList before = content();
    const auto done =
        m_structure.apply({.step = StructureStep::CorrectCode, .school = kCentre, .detail = u"９901009999"_s});
    ASSERT_TRUE(done) << done.error().message.toStdString();
    EXPECT_EQ(done->figures, 61);
    EXPECT_EQ(done->rooms, 4);
    EXPECT_EQ(done->points.size(), 2U);
    EXPECT_EQ(rowsOf(kCentre), 0);
    // The same rows and figures under the other code, and the points name it by that.
    QStringList expected = before;
    expected.replaceInStrings(kCentre, kNew);
    QStringList after = content();
    expected.sort();
    after.sort();
    EXPECT_EQ(after, expected);
    EXPECT_EQ(value(SubjectKey::ofSchool(kPoint), u"parent_code"), kNew);
    EXPECT_FALSE(finding(kPoint, u"parent"_s));
    expectOneStep(before, u"更改标识码 9901001078 → 9901009999（柳溪镇中心小学）"_s);
}

TEST_F(StructureTest, WhatWasSaidOfTheSchoolHoldsUnderItsCorrectedCode) {
    const auto doubt = contradiction(kDoubted);
    ASSERT_TRUE(doubt);
    ASSERT_TRUE(m_workspace.doubts().explain(*doubt, u"含支教教师。"_s));
    const auto done = m_structure.apply({.step = StructureStep::CorrectCode, .school = kDoubted, .detail = kNew});
    ASSERT_TRUE(done);
    EXPECT_EQ(done->explanations, 1);
    const auto moved = finding(kNew, doubt->check);
    ASSERT_TRUE(moved);
    EXPECT_EQ(moved->explanation, u"含支教教师。"_s);
    EXPECT_EQ(moved->answer, quality::Answer::Explained);
    ASSERT_TRUE(m_workspace.undo());
    EXPECT_EQ(finding(kDoubted, doubt->check)->answer, quality::Answer::Explained);
}

// 县级的特殊教育学校学生数 is doubted beside the pupils of every special school: the explanation of one subject rests
// on figures of others, which stand in the order of their codes.
TEST_F(StructureTest, WhatWasSaidOfTheCountyHoldsWhenASchoolOfItGetsItsRightCode) {
    for (const QString& code : {u"9901007001"_s, u"9901007002"_s}) {
        ASSERT_TRUE(m_structure.addSchool(
            {.code = code, .name = u"特教"_s + code, .type = u"特殊教育学校"_s, .stages = {u"special"_s}}));
        ASSERT_TRUE(m_workspace.edit(
            {{.cell = {.subject = section(code, u"special"_s), .item = &item(u"pupils")}, .text = u"40"_s}}));
    }
    const auto doubt = finding({}, u"special_pupils"_s);
    ASSERT_TRUE(doubt);
    ASSERT_TRUE(m_workspace.doubts().explain(*doubt, u"统计时点不同。"_s));
    ASSERT_TRUE(m_structure.apply({.step = StructureStep::CorrectCode, .school = u"9901007001"_s, .detail = kNew}));
    EXPECT_EQ(finding({}, u"special_pupils"_s)->answer, quality::Answer::Explained);
}

TEST_F(StructureTest, AFigureIsFollowedBackOverCorrectedCodes) {
    const model::CellKey wrong{.subject = section(kCentre, u"primary"_s), .item = &item(u"pupils")};
    const QString imported = value(wrong.subject, u"pupils");
    ASSERT_TRUE(m_workspace.edit({{.cell = wrong, .text = u"701"_s}}));
    ASSERT_TRUE(m_structure.apply({.step = StructureStep::CorrectCode, .school = kCentre, .detail = u"9901008888"_s}));
    ASSERT_TRUE(m_structure.apply({.step = StructureStep::CorrectCode, .school = u"9901008888"_s, .detail = kNew}));
    const model::CellKey right{.subject = section(kNew, u"primary"_s), .item = &item(u"pupils")};
    ASSERT_TRUE(m_workspace.edit({{.cell = right, .text = u"702"_s}}));
    const auto told = [&](const model::CellKey& cell) {
        QStringList lines;
        const auto entries = m_workspace.history().ofCell(cell);
        for (const CellHistoryEntry& entry : *entries)
            lines << u"%1 %2→%3"_s.arg(entry.batch.what, entry.before, entry.after);
        return lines;
    };
    EXPECT_EQ(told(right), (QStringList{u"修改 柳溪镇中心小学 小学 在校学生数 701→702"_s,
                                        u"更改标识码 9901008888 → 9901009999（柳溪镇中心小学） 701→701"_s,
                                        u"更改标识码 9901001078 → 9901008888（柳溪镇中心小学） 701→701"_s,
                                        u"修改 柳溪镇中心小学 小学 在校学生数 %1→701"_s.arg(imported),
                                        u"导入 demo-county.xlsx 待填报→%1"_s.arg(imported)}));
    EXPECT_EQ(m_workspace.history().ofCell(right)->back().sheet, u"学段"_s) << "down to the cell of the workbook";
    // Back to the first code: nothing is told twice.
    ASSERT_TRUE(m_structure.apply({.step = StructureStep::CorrectCode, .school = kNew, .detail = kCentre}));
    const auto entries = m_workspace.history().ofCell(wrong);
    QSet<qint64> batches;
    for (const CellHistoryEntry& entry : *entries)
        batches.insert(entry.batch.batch);
    EXPECT_EQ(batches.size(), 6);
    EXPECT_TRUE(std::ranges::is_sorted(*entries, std::greater(),
                                       [](const CellHistoryEntry& entry) { return entry.batch.batch; }));
}

TEST_F(StructureTest, OtherYearsWithTheCodeAreNamedAndCorrectedEachByAStepOfItsOwn) {
    addYearBefore();
    const auto others = m_structure.otherYearsOf(kCentre);
    ASSERT_TRUE(others);
    ASSERT_EQ(others->size(), 1U);
    EXPECT_EQ(others->front().year, 2024);
    EXPECT_EQ(others->front().name, u"柳溪镇中心小学"_s);
    EXPECT_TRUE(m_structure.otherYearsOf(kCampuses)->empty());

    const StructureEdit edit{.step = StructureStep::CorrectCode, .school = kCentre, .detail = kNew};
    ASSERT_TRUE(m_structure.apply(edit));
    EXPECT_EQ(m_structure.otherYearsOf(kNew)->size(), 0U) << "the other year stays until it is asked for";
    int changes = 0;
    QObject::connect(&m_workspace, &Workspace::changed, [&] { ++changes; });
    const auto other = m_structure.apply(edit, 2024);
    ASSERT_TRUE(other) << other.error().message.toStdString();
    EXPECT_EQ(changes, 1);
    EXPECT_EQ(other->year, 2024);
    EXPECT_EQ(other->figures, 3); // name, type, pupils
    EXPECT_EQ(m_workspace.data().year(), 2025) << "the open year stays open";
    EXPECT_EQ(m_structure.otherYearsOf(kNew)->front().year, 2024);
    // Each is taken back in its own year.
    ASSERT_TRUE(m_workspace.undo());
    EXPECT_TRUE(m_workspace.data().exists(SubjectKey::ofSchool(kCentre)));
    EXPECT_EQ(m_structure.otherYearsOf(kNew)->front().year, 2024);
    ASSERT_TRUE(m_workspace.setYear(2024));
    EXPECT_EQ(m_workspace.undoLabel(), u"撤销：更改标识码 9901001078 → 9901009999（柳溪镇中心小学）"_s);
    ASSERT_TRUE(m_workspace.undo());
    EXPECT_EQ(value(section(kCentre, u"primary"_s), u"pupils"), u"300"_s);
    EXPECT_TRUE(m_workspace.history().verify().value().empty());
}

// What a check of two years says is of the pair: it holds again once both years have the right code.
TEST_F(StructureTest, TheYearsBeforeAreReadAnewWhenTheyAreCorrected) {
    addYearBefore();
    const auto now = finding(kCentre, u"change_pupils"_s);
    ASSERT_TRUE(now) << "300 a year ago";
    ASSERT_TRUE(m_workspace.doubts().explain(*now, u"并入一所学校。"_s));
    const StructureEdit edit{.step = StructureStep::CorrectCode, .school = kCentre, .detail = kNew};
    ASSERT_TRUE(m_structure.apply(edit));
    EXPECT_FALSE(finding(kNew, u"change_pupils"_s));
    ASSERT_TRUE(m_structure.apply(edit, 2024));
    const auto again = finding(kNew, u"change_pupils"_s);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->answer, quality::Answer::Explained);
    EXPECT_EQ(again->explanation, u"并入一所学校。"_s);
}

TEST_F(StructureTest, ACodeThatAnotherSchoolHasInAnotherYearIsRefusedThere) {
    addYearBefore();
    const auto refused =
        m_structure.plan({.step = StructureStep::CorrectCode, .school = kCentre, .detail = kDoubted}, 2024);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, u"school.exists"_s);
    EXPECT_TRUE(refused.error().message.contains(u"松岗镇中心小学"_s));
}

TEST_F(StructureTest, AReaderIsRefused) {
    Workspace reader;
    ASSERT_TRUE(reader.open(m_path, Access::ReadOnly));
    const auto refused = reader.structure().apply({.step = StructureStep::DeleteSchool, .school = kCentre});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, u"store.read_only"_s);
    EXPECT_TRUE(reader.data().exists(SubjectKey::ofSchool(kCentre)));
}

// A row of the right code that was left behind is taken over, not stumbled over.
TEST_F(StructureTest, RowsLeftUnderTheRightCodeAreTakenOver) {
    ASSERT_TRUE(m_workspace.edit(
        {{.cell = {.subject = section(kNew, u"primary"_s), .item = &item(u"pupils")}, .text = u"5"_s}}));
    const QStringList before = content();
    ASSERT_TRUE(m_structure.apply({.step = StructureStep::CorrectCode, .school = kCentre, .detail = kNew}));
    EXPECT_NE(value(section(kNew, u"primary"_s), u"pupils"), u"5"_s);
    expectOneStep(before, u"更改标识码 9901001078 → 9901009999（柳溪镇中心小学）"_s);
}

} // namespace
