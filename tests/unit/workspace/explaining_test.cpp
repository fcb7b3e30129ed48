// Doubts about the data, and their explanations, through the one door.

#include "document/report.h"
#include "quality/finding.h"
#include "report/lists/lists.h"
#include "workspace/doubts.h"
#include "workspace/history.h"
#include "workspace/reports.h"

#include "workspace_fixture.h"

#include <algorithm>

namespace junheng::workspace {

using namespace Qt::Literals::StringLiterals;
using quality::Answer;
using quality::CheckFinding;

namespace {

class Explaining : public WorkspaceTest {
protected:
    void SetUp() override {
        WorkspaceTest::SetUp();
        ASSERT_TRUE(type(u"teachers", u"20"));
        ASSERT_TRUE(type(u"backbone_teachers", u"21"));
    }

    static CheckFinding backbone(Workspace& of) {
        const std::vector<CheckFinding> all = of.doubts().findings().value();
        const auto place = std::ranges::find(all, u"backbone"_s, &CheckFinding::check);
        return place == all.end() ? CheckFinding{} : *place;
    }
};

} // namespace

TEST_F(Explaining, IsKeptInTheFileAndUndoneLikeAnything) {
    EXPECT_EQ(backbone(workspace).answer, Answer::Open);
    ASSERT_TRUE(workspace.doubts().explain(backbone(workspace), u"有一名骨干教师支教在外。"_s));
    EXPECT_EQ(workspace.undoLabel(), u"撤销：核查说明 柳溪小学 小学"_s);
    workspace.close();
    ASSERT_TRUE(workspace.open(path));
    EXPECT_EQ(backbone(workspace).explanation, u"有一名骨干教师支教在外。"_s);
    EXPECT_EQ(backbone(workspace).answer, Answer::Explained);
    ASSERT_TRUE(type(u"backbone_teachers", u"22"));
    EXPECT_EQ(backbone(workspace).answer, Answer::Outdated);
    ASSERT_TRUE(workspace.undo());
    EXPECT_EQ(backbone(workspace).answer, Answer::Explained);
    ASSERT_TRUE(workspace.undo());
    EXPECT_EQ(backbone(workspace).answer, Answer::Open);
    ASSERT_TRUE(workspace.redo());
    EXPECT_EQ(backbone(workspace).answer, Answer::Explained);
    EXPECT_EQ(workspace.history().verify().value().size(), 0U);
}

TEST_F(Explaining, ComparesWithTheNewestYearBefore) {
    ASSERT_TRUE(type(u"pupils", u"400"));
    ASSERT_TRUE(workspace.setYear(2027));
    ASSERT_TRUE(workspace.structure().addSchool(
        {.code = kSchool, .name = u"柳溪小学"_s, .type = u"小学"_s, .stages = {u"primary"_s}}));
    ASSERT_TRUE(type(u"pupils", u"600"));
    const std::vector<CheckFinding> all = workspace.doubts().findings().value();
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.front().message, u"在校学生数由 2025 学年的 400 人变为 600 人，增加 50%"_s);
}

TEST_F(Explaining, TheListPrintsThemWithTheirExplanations) {
    const QDate date(2025, 11, 3);
    const auto bodyOf = [&] {
        const document::Report list = workspace.reports().schoolList(report::SchoolList::Findings, date).value();
        QStringList texts;
        for (const document::Row& row : list.tables().front().get().body) {
            for (const document::Cell& cell : row.cells)
                texts << cell.text;
        }
        return texts;
    };
    EXPECT_EQ(bodyOf(), (QStringList{u"1"_s, u"柳溪小学"_s, u"小学"_s, u"矛盾"_s,
                                     u"骨干教师数大于专任教师数：县级及以上骨干教师数 21 人，专任教师数 20 人"_s,
                                     u"R2、G9、G12"_s, u"（未说明）"_s}));
    ASSERT_TRUE(workspace.doubts().explain(backbone(workspace), u"有一名骨干教师支教在外。"_s));
    EXPECT_EQ(bodyOf().back(), u"有一名骨干教师支教在外。"_s);
    ASSERT_TRUE(type(u"teachers", u"19"));
    EXPECT_EQ(bodyOf().back(), u"有一名骨干教师支教在外。\n（专任教师数：说明时 20 人，现为 19 人，须重新核对）"_s);
    ASSERT_TRUE(type(u"backbone_teachers", u"19"));
    EXPECT_EQ(bodyOf(), QStringList{u"没有发现疑问。"_s});
}

TEST_F(Explaining, TheDossierOfTheSchoolHasThem) {
    ASSERT_TRUE(workspace.doubts().explain(backbone(workspace), u"有一名骨干教师支教在外。"_s));
    const document::Report dossier = workspace.reports().dossier(kSchool, QDate(2025, 11, 3)).value();
    QStringList texts;
    for (const auto& table : dossier.tables()) {
        if (table.get().name != u"数据核查中的疑问和说明"_s)
            continue;
        for (const document::Cell& cell : table.get().body.at(0).cells)
            texts << cell.text;
    }
    EXPECT_EQ(texts, (QStringList{u"矛盾"_s, u"小学"_s,
                                  u"骨干教师数大于专任教师数：县级及以上骨干教师数 21 人，专任教师数 20 人"_s,
                                  u"有一名骨干教师支教在外。"_s}));
}

TEST_F(Explaining, NothingIsExplainedInAFileThatIsOnlyRead) {
    workspace.close();
    ASSERT_TRUE(workspace.open(path, Access::ReadOnly));
    EXPECT_FALSE(workspace.doubts().explain(backbone(workspace), u"说明"_s));
    EXPECT_EQ(backbone(workspace).answer, Answer::Open);
}

TEST(Findings, AreAskedOfAnOpenFileOnly) {
    Workspace workspace;
    EXPECT_EQ(workspace.doubts().findings().error().code, u"workspace.not_open"_s);
}

} // namespace junheng::workspace
