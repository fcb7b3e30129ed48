#include "workspace_fixture.h"

#include "base/atomic_file.h"
#include "report/lists/lists.h"
#include "standard/difference.h"
#include "store/county_file.h"
#include "workspace/history.h"
#include "workspace/reports.h"
#include "workspace/standards.h"
#include "workspace/submissions.h"

#include <algorithm>

namespace junheng::workspace {
namespace {

// A bureau's own, which differs from the national one by its name only.
constexpr auto kOwn = R"({"format": 1, "id": "own-county", "title": "本县标准", "extends": "national-2017"})";

class StandardChoiceTest : public WorkspaceTest {
protected:
    [[nodiscard]] QString written(const char* json) const {
        const QString file = folder.filePath(QStringLiteral("标准.json"));
        EXPECT_TRUE(base::writeFileAtomically(file, json));
        return file;
    }
    [[nodiscard]] QStringList offered() const {
        QStringList ids;
        const auto names = workspace.standards().names();
        for (const StandardName& name : *names)
            ids << name.id;
        return ids;
    }
    static QString codeOf(const base::Outcome& outcome) { return outcome ? QString() : outcome.error().code; }
};

TEST_F(StandardChoiceTest, OneOfTheProgram) {
    ASSERT_TRUE(workspace.standards().use(QStringLiteral("urumqi-county-2022")));
    EXPECT_EQ(workspace.standard().id, QStringLiteral("urumqi-county-2022"));
    EXPECT_FALSE(workspace.standard().furtherBalance.empty());
    workspace.close();
    ASSERT_TRUE(workspace.open(path));
    EXPECT_EQ(workspace.standard().id, QStringLiteral("urumqi-county-2022"));
    EXPECT_FALSE(offered().contains(QStringLiteral("basic-2012")));
}

TEST_F(StandardChoiceTest, AnOwnFileIsKeptInTheCountyFile) {
    const QString file = written(kOwn);
    ASSERT_TRUE(workspace.standards().use(file));
    EXPECT_EQ(workspace.standard().title, QStringLiteral("本县标准"));
    QFile::remove(file);
    workspace.close();
    ASSERT_TRUE(workspace.open(path, Access::ReadOnly));
    EXPECT_EQ(workspace.standard().title, QStringLiteral("本县标准"));
    EXPECT_EQ(workspace.standard().resource.size(), 7U);
    workspace.close();

    ASSERT_TRUE(workspace.open(path));
    ASSERT_TRUE(workspace.standards().use(QStringLiteral("national-2017")));
    EXPECT_EQ(offered().back(), QStringLiteral("own-county"));
    ASSERT_TRUE(workspace.standards().use(QStringLiteral("own-county")));
    EXPECT_EQ(workspace.standard().title, QStringLiteral("本县标准"));
}

TEST_F(StandardChoiceTest, WhatAnotherOneStatesDifferently) {
    // urumqi-county-2022 lists the balance of computers per 100 pupils beside.
    const auto differences = workspace.standards().differences(QStringLiteral("urumqi-county-2022"));
    ASSERT_TRUE(differences && !differences->empty());
    EXPECT_EQ(differences->front().clause, QStringLiteral("balance"));
    EXPECT_EQ(differences->front().after, QStringLiteral("每百名学生拥有计算机台数（只列示，不判定）"));
    EXPECT_TRUE(workspace.standards().differences(QStringLiteral("national-2017"))->empty());
    EXPECT_EQ(workspace.standards().differences(QStringLiteral("basic-2012")).error().code,
              QStringLiteral("standard.not_for_counties"));
}

// 呼图壁: level Ⅱ in its region's monitoring where the nation asks Ⅲ, no 十二年一贯制 in G4, G6 for rural schools.
TEST_F(StandardChoiceTest, WhereItsStandardAsksLessThanTheNation) {
    EXPECT_TRUE(workspace.standards().belowNational().empty());
    ASSERT_TRUE(workspace.standards().use(QStringLiteral("hutubi-2022")));
    QStringList clauses;
    for (const standard::Difference& difference : workspace.standards().belowNational())
        clauses << difference.clause;
    EXPECT_EQ(clauses.join(QChar(u' ')), QStringLiteral("G4 G6 Q9"));
    ASSERT_TRUE(workspace.standards().use(QStringLiteral("national-2017")));
    EXPECT_TRUE(workspace.standards().belowNational().empty());
    workspace.close();
    EXPECT_TRUE(workspace.standards().belowNational().empty());
}

TEST_F(StandardChoiceTest, ANewCountyBeginsWithAnOwnFile) {
    const QString other = folder.filePath(QStringLiteral("另一县.junheng"));
    Workspace second;
    ASSERT_TRUE(second.create(other, {.code = QStringLiteral("990102"), .name = QStringLiteral("另一县")},
                              written(kOwn), 2025));
    second.close();
    ASSERT_TRUE(second.open(other));
    EXPECT_EQ(second.standard().id, QStringLiteral("own-county"));
}

TEST_F(StandardChoiceTest, AFaultyFileIsRefusedAndNamed) {
    const auto refused = workspace.standards().use(
        written(R"({"format": 1, "id": "own", "title": "本县标准", "extends": "national-2017", "floor": 0.85})"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, QStringLiteral("standard.invalid"));
    EXPECT_EQ(refused.error().place.cell, QStringLiteral("/floor"));
    EXPECT_EQ(codeOf(workspace.standards().use(QStringLiteral("no-such"))), QStringLiteral("standard.unknown"));
    EXPECT_EQ(codeOf(workspace.standards().use(QStringLiteral("basic-2012"))),
              QStringLiteral("standard.not_for_counties"));
    EXPECT_EQ(codeOf(workspace.standards().use(
                  written(R"({"format": 1, "id": "ningxia-2017", "title": "本县标准", "extends": "national-2017"})"))),
              QStringLiteral("standard.id_taken"));
    EXPECT_EQ(workspace.standard().id, standard::defaultStandardId());
}

TEST_F(StandardChoiceTest, AnotherFileOfTheSameIdReplacesNothing) {
    ASSERT_TRUE(workspace.standards().use(written(kOwn)));
    EXPECT_EQ(codeOf(workspace.standards().use(
                  written(R"({"format": 1, "id": "own-county", "title": "另一个标准", "extends": "national-2017"})"))),
              QStringLiteral("standard.id_taken"));
    EXPECT_EQ(workspace.standard().title, QStringLiteral("本县标准"));
    EXPECT_TRUE(workspace.standards().use(written(kOwn)));
}

// Whatever is wrong with the county's standard, the file itself can be looked at, checked and taken out of.
TEST_F(StandardChoiceTest, AStandardThatThisVersionLacksOrCannotRead) {
    const QString year = workspace.data().schoolName(kSchool);
    workspace.close();
    for (const store::StandardChoice& choice :
         {store::StandardChoice{.id = QStringLiteral("national-2031")},
          store::StandardChoice{.id = QStringLiteral("own"), .document = "{broken"},
          store::StandardChoice{.id = QStringLiteral("own"), .document = QByteArray(1'500'000, '[')},
          store::StandardChoice{.id = QStringLiteral("own"), .document = R"({"format":1,"id":"own","title":"本县标准",
              "extends":"national-2031"})"}}) {
        SCOPED_TRACE(choice.id.toStdString());
        ASSERT_TRUE((*store::CountyFile::open(path, store::FileAccess::ReadWrite))->setStandard(choice));
        ASSERT_TRUE(workspace.open(path));
        ASSERT_TRUE(workspace.standardError());
        EXPECT_TRUE(workspace.standardError()->message.contains(choice.id));
        EXPECT_TRUE(workspace.readOnlyReason().contains(choice.id));
        EXPECT_EQ(workspace.data().schoolName(kSchool), year);
        EXPECT_EQ(workspace.history().verify()->size(), 1U);
        EXPECT_FALSE(workspace.history().batches()->empty());
        EXPECT_TRUE(workspace.reports().writeTemplate(folder.filePath(QStringLiteral("数据表.xlsx")), true));
        const QDate date(2026, 3, 7);
        const QString never = folder.filePath(QStringLiteral("不该有"));
        const QString unavailable = QStringLiteral("standard.unavailable");
        EXPECT_EQ(codeOf(workspace.reports().writeReport(never, date)), unavailable);
        EXPECT_EQ(codeOf(workspace.submissions().submit(never, date, {})), unavailable);
        EXPECT_EQ(workspace.reports().selfEvaluation(date).error().code, unavailable);
        EXPECT_EQ(workspace.reports().dossier(kSchool, date).error().code, unavailable);
        EXPECT_EQ(workspace.reports().schoolList(report::SchoolList::Failing, date).error().code, unavailable);
        EXPECT_EQ(codeOf(type(u"pupils", u"45")), unavailable);
        EXPECT_FALSE(QFile::exists(never));
        EXPECT_EQ(workspace.undoLabel(), QString());
        // The way out.
        ASSERT_TRUE(workspace.standards().use(QStringLiteral("ningxia-2017")));
        EXPECT_FALSE(workspace.standardError());
        EXPECT_EQ(workspace.readOnlyReason(), QString());
        EXPECT_TRUE(type(u"pupils", u"45"));
        EXPECT_TRUE(workspace.undo());
        workspace.close();
    }
}

} // namespace
} // namespace junheng::workspace
