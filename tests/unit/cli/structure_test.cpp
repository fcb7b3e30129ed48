// school, section and campus on the sample county. What goes with a school was counted in data/samples/demo-county.

#include "run.h"

#include "workspace/structure.h"
#include "workspace/workspace.h"

#include <gtest/gtest.h>

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace junheng::cli {

namespace {

const QString kCentre = u"9901001078"_s;   // 柳溪镇中心小学: two points name it
const QString kCampuses = u"9901001372"_s; // 城北九年一贯制学校
const QString kNew = u"9901009999"_s;

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class StructureVerbs : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_EQ(run({u"init"_s, m_file, u"--county"_s, u"示例县"_s, u"--code"_s, u"990101"_s}).code, 0);
        ASSERT_EQ(run({u"import"_s, m_file, QStringLiteral(JUNHENG_SOURCE "/data/samples/demo-county.xlsx"),
                       u"--year"_s, u"2025"_s})
                      .code,
                  0);
    }
    /// "school delete" and what comes behind the file and the year.
    Answer step(const QString& verb, const QStringList& more, const QString& year = u"2025"_s) const {
        return run(verb.split(u' ') + QStringList{m_file, u"--year"_s, year} + more);
    }
    void expectUntouched(const QString& verb, const QStringList& more, int code, const QString& said) {
        const QByteArray before = contentOf(m_file);
        const Answer answer = step(verb, more);
        EXPECT_EQ(answer.code, code) << answer.err.toStdString();
        EXPECT_TRUE(answer.err.contains(said)) << answer.err.toStdString();
        EXPECT_TRUE(answer.out.isEmpty());
        EXPECT_EQ(contentOf(m_file), before);
    }
    void addYearBefore(const QString& code, const QString& name) {
        workspace::Workspace workspace;
        ASSERT_TRUE(workspace.open(m_file, workspace::Access::ReadWrite, 2024));
        ASSERT_TRUE(
            workspace.structure().addSchool({.code = code, .name = name, .type = u"小学"_s, .stages = {u"primary"_s}}));
    }

    QTemporaryDir m_folder;
    const QString m_file = m_folder.filePath(u"示例县.junheng"_s);
};

TEST_F(StructureVerbs, ADryRunListsWhatWouldGoAndWritesNothing) {
    const QByteArray before = contentOf(m_file);
    const Answer answer = step(u"school delete"_s, {u"--school"_s, kCampuses, u"--dry-run"_s});
    EXPECT_EQ(answer.code, 0) << answer.err.toStdString();
    EXPECT_EQ(answer.out,
              u"2025—2026学年　删除学校 城北九年一贯制学校（9901001372）\n"
              "  一同删除：学段 2 个（小学、初中），校区 2 个（本部、东校区），专用教室 8 间，已填数据 115 个。\n"
              "  只删除2025—2026学年的数据，其他学年不变。\n"
              "以上为试算，没有写入文件。\n"_s);
    EXPECT_EQ(contentOf(m_file), before);
}

TEST_F(StructureVerbs, ASchoolIsDeletedAsOneStep) {
    const Answer answer = step(u"school delete"_s, {u"--school"_s, kCentre, u"--json"_s});
    ASSERT_EQ(answer.code, 0) << answer.err.toStdString();
    const auto json = answer.json();
    EXPECT_EQ(json["format"], 1);
    EXPECT_EQ(json["committed"], true);
    ASSERT_EQ(json["steps"].size(), 1U);
    const auto& done = json["steps"][0];
    EXPECT_EQ(done["year"], 2025);
    EXPECT_EQ(done["school_code"], "9901001078");
    EXPECT_EQ(done["sections"], nlohmann::json::array({"小学"}));
    EXPECT_EQ(done["campuses"], nlohmann::json::array({"本部"}));
    EXPECT_EQ(done["rooms"], 4);
    EXPECT_EQ(done["figures"], 61);
    EXPECT_EQ(done["explanations"], 0);
    ASSERT_EQ(done["points"].size(), 2U);
    EXPECT_EQ(done["points"][1]["school"], "竹园教学点");
    EXPECT_TRUE(run({u"history"_s, m_file}).out.contains(u"删除学校 柳溪镇中心小学（9901001078）"_s));
    EXPECT_EQ(run({u"verify"_s, m_file}).code, 0);
    EXPECT_EQ(step(u"school delete"_s, {u"--school"_s, kCentre}).code, 3) << "it is gone";
}

TEST_F(StructureVerbs, SectionsAndCampusesComeAndGo) {
    for (const auto& [verb, more, said] :
         {std::tuple(u"section add"_s, QStringList{u"--stage"_s, u"senior"_s}, u"新增学段 城北九年一贯制学校 高中"_s),
          std::tuple(u"section delete"_s, QStringList{u"--stage"_s, u"senior"_s},
                     u"删除学段 城北九年一贯制学校 高中"_s),
          std::tuple(u"campus add"_s, QStringList{u"--name"_s, u"西校区"_s}, u"新增校区 城北九年一贯制学校 西校区"_s),
          std::tuple(u"campus delete"_s, QStringList{u"--name"_s, u"东校区"_s},
                     u"删除校区 城北九年一贯制学校 东校区"_s),
          std::tuple(u"campus delete"_s, QStringList{u"--name"_s, u"本部"_s}, u"删除校区 城北九年一贯制学校 本部"_s)}) {
        const Answer answer = step(verb, QStringList{u"--school"_s, kCampuses} + more);
        EXPECT_EQ(answer.code, 0) << answer.err.toStdString();
        EXPECT_TRUE(answer.out.contains(said)) << answer.out.toStdString();
        EXPECT_TRUE(run({u"history"_s, m_file}).out.contains(said));
    }
    EXPECT_EQ(run({u"verify"_s, m_file}).code, 0);
    expectUntouched(u"campus delete"_s, {u"--school"_s, kCampuses, u"--name"_s, u"西校区"_s}, 3, u"唯一的校区"_s);
}

TEST_F(StructureVerbs, ACodeIsCorrectedInOneYearAndTheOthersAreNamed) {
    addYearBefore(kCentre, u"柳溪镇中心小学"_s);
    const Answer answer = step(u"school code"_s, {u"--school"_s, kCentre, u"--to"_s, kNew});
    ASSERT_EQ(answer.code, 0) << answer.err.toStdString();
    EXPECT_TRUE(answer.out.contains(u"更改标识码 9901001078 → 9901009999（柳溪镇中心小学）"_s));
    EXPECT_TRUE(answer.out.contains(u"2024—2025学年的“柳溪镇中心小学”也用这个标识码，没有更改"_s))
        << answer.out.toStdString();
    EXPECT_EQ(step(u"school delete"_s, {u"--school"_s, kCentre, u"--dry-run"_s}, u"2024"_s).code, 0);
    EXPECT_EQ(step(u"school delete"_s, {u"--school"_s, kNew, u"--dry-run"_s}).code, 0);
    const Answer history = run({u"history"_s, m_file, u"--school"_s, kNew, u"--item"_s, u"pupils"_s});
    EXPECT_TRUE(history.out.contains(u"导入 demo-county.xlsx"_s)) << "followed back: " << history.out.toStdString();
}

TEST_F(StructureVerbs, ACodeIsCorrectedInAllYearsEachAStep) {
    addYearBefore(kCentre, u"柳溪镇中心小学"_s);
    const Answer answer =
        step(u"school code"_s, {u"--school"_s, kCentre, u"--to"_s, kNew, u"--all-years"_s, u"--json"_s});
    ASSERT_EQ(answer.code, 0) << answer.err.toStdString();
    const auto json = answer.json();
    ASSERT_EQ(json["steps"].size(), 2U);
    EXPECT_EQ(json["steps"][0]["year"], 2025);
    EXPECT_EQ(json["steps"][1]["year"], 2024);
    EXPECT_TRUE(json["other_years"].empty());
    EXPECT_EQ(run({u"history"_s, m_file}).out.count(u"更改标识码 9901001078 → 9901009999"_s), 2);
    EXPECT_EQ(run({u"verify"_s, m_file}).code, 0);
}

TEST_F(StructureVerbs, OneYearThatCannotBeLeavesAllAsTheyAre) {
    addYearBefore(kCentre, u"柳溪镇中心小学"_s);
    addYearBefore(kNew, u"别的小学"_s);
    expectUntouched(u"school code"_s, {u"--school"_s, kCentre, u"--to"_s, kNew, u"--all-years"_s}, 3, u"别的小学"_s);
    EXPECT_EQ(step(u"school code"_s, {u"--school"_s, kCentre, u"--to"_s, kNew}).code, 0);
}

TEST_F(StructureVerbs, WhatCannotBeIsRefusedWithTheRightCode) {
    expectUntouched(u"school delete"_s, {u"--school"_s, kNew}, 3, kNew);
    expectUntouched(u"school delete"_s, {u"--school"_s, u"99"_s}, 2, u"99"_s);
    expectUntouched(u"school delete"_s, {}, 2, u"--school CODE"_s);
    expectUntouched(u"school code"_s, {u"--school"_s, kCentre, u"--to"_s, u"12"_s}, 2, u"12"_s);
    expectUntouched(u"school code"_s, {u"--school"_s, kCentre, u"--to"_s, kCampuses}, 3, u"城北九年一贯制学校"_s);
    expectUntouched(u"school code"_s, {u"--school"_s, kCentre, u"--to"_s, kCentre}, 3, u"相同"_s);
    expectUntouched(u"section add"_s, {u"--school"_s, kCentre, u"--stage"_s, u"小学"_s}, 2, u"primary"_s);
    expectUntouched(u"section delete"_s, {u"--school"_s, kCentre, u"--stage"_s, u"primary"_s}, 3, u"唯一的学段"_s);
    expectUntouched(u"campus add"_s, {u"--school"_s, kCampuses, u"--name"_s, u"东校区"_s}, 3, u"东校区"_s);
    EXPECT_EQ(step(u"school delete"_s, {u"--school"_s, kCentre}, u"2019"_s).code, 3);
    EXPECT_EQ(run({u"school"_s, u"delete"_s, m_folder.filePath(u"none.junheng"_s), u"--year"_s, u"2025"_s,
                   u"--school"_s, kCentre})
                  .code,
              4);
}

TEST(StructureUsage, TheFirstWordAloneSaysWhatMayFollow) {
    for (const QString& word : {u"school"_s, u"section"_s, u"campus"_s}) {
        const Answer help = run({word, u"--help"_s});
        EXPECT_EQ(help.code, 0);
        EXPECT_TRUE(help.out.contains(word + u" delete"_s)) << help.out.toStdString();
        const Answer bare = run({word});
        EXPECT_EQ(bare.code, 2);
        EXPECT_TRUE(bare.out.isEmpty());
        EXPECT_TRUE(bare.err.contains(word + u" delete"_s)) << bare.err.toStdString();
        const Answer wrong = run({word, u"remove"_s, u"a.junheng"_s});
        EXPECT_EQ(wrong.code, 2);
        EXPECT_TRUE(wrong.err.contains(u"“remove”"_s)) << wrong.err.toStdString();
    }
    EXPECT_EQ(run({u"scho"_s}).code, 2);
}

} // namespace

} // namespace junheng::cli
