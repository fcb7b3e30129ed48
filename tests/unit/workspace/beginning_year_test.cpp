// A school year begun, empty or taking over, and confirmed. What is taken over: the column `carried` of data/items.csv.
#include "workspace_fixture.h"

#include "base/job.h"
#include "model/unconfirmed.h"
#include "quality/finding.h"
#include "workspace/doubts.h"
#include "workspace/history.h"
#include "workspace/import_plan.h"
#include "workspace/imports.h"
#include "workspace/reports.h"
#include "workspace/school_years.h"
#include "workspace/submissions.h"

namespace junheng::workspace {
namespace {

using namespace Qt::Literals::StringLiterals;
using model::CellKey;
using model::Observation;
using model::SubjectKey;

class BeginningYearTest : public WorkspaceTest {
protected:
    void SetUp() override {
        WorkspaceTest::SetUp();
        ASSERT_TRUE(type(u"locality", u"镇区"));
        ASSERT_TRUE(type(u"public_funds_budget", u"71.5"));
        ASSERT_TRUE(type(u"pupils", u"400"));
        ASSERT_TRUE(type(u"teaching_area", u"4300.5"));
    }
    [[nodiscard]] Observation value(const char16_t* item) const {
        const CellKey key = cell(item);
        return workspace.data().value(key.subject, *key.item);
    }
    static QString codeOf(const base::Outcome& outcome) { return outcome ? QString() : outcome.error().code; }
    void reopen() {
        workspace.close();
        ASSERT_TRUE(workspace.open(path));
    }
};

TEST_F(BeginningYearTest, TakesOverWhatStaysAndMarksIt) {
    const QString code = workspace.submissions().dataCode();
    ASSERT_EQ(codeOf(workspace.schoolYears().begin(2026, 2025)), QString());
    for (const bool reopened : {false, true}) {
        if (reopened)
            reopen();
        EXPECT_EQ(workspace.data().year(), 2026);
        EXPECT_EQ(workspace.years(), (std::vector<int>{2025, 2026}));
        EXPECT_EQ(value(u"school_name"), Observation::ofText(u"柳溪小学"_s).takenOver());
        EXPECT_EQ(shown(u"locality"), u"镇区"_s);
        EXPECT_EQ(value(u"teaching_area"), Observation::ofAmount(430'050).takenOver());
        EXPECT_TRUE(value(u"pupils").isMissing());
        EXPECT_TRUE(value(u"public_funds_budget").isMissing());
        EXPECT_EQ(workspace.data().sections().rowCount(), 1);
        // name, type, locality, area
        EXPECT_EQ(model::unconfirmedCells(workspace.data()).size(), 4U);
        EXPECT_EQ(workspace.undoLabel(), u"撤销：开始 2026—2027学年（承接 2025—2026学年）"_s);
    }
    const auto history = workspace.history().batches();
    ASSERT_EQ(history->size(), 1U);
    EXPECT_EQ(history->front().changeCount, 3 + 4); // school, section and campus come with four figures
    EXPECT_TRUE(workspace.history().verify()->empty());
    ASSERT_TRUE(workspace.setYear(2025));
    EXPECT_EQ(workspace.submissions().dataCode(), code);
}

TEST_F(BeginningYearTest, UndoTakesTheYearAwayAndRedoBringsItBack) {
    for (const std::optional<int> from : {std::optional(2025), std::optional<int>()}) {
        ASSERT_EQ(codeOf(workspace.schoolYears().begin(2026, from)), QString());
        ASSERT_TRUE(workspace.undo());
        EXPECT_EQ(workspace.data().year(), 2025);
        EXPECT_EQ(workspace.years(), std::vector<int>{2025});
        EXPECT_EQ(shown(u"pupils"), u"400"_s);
        EXPECT_TRUE(workspace.redoLabel().startsWith(u"重做：开始 2026—2027学年"_s));
        ASSERT_TRUE(workspace.redo());
        EXPECT_EQ(workspace.data().year(), 2026);
        EXPECT_EQ(workspace.years(), (std::vector<int>{2025, 2026}));
        EXPECT_EQ(workspace.data().schools().rowCount(), from ? 1 : 0);
        ASSERT_TRUE(workspace.undo());
        EXPECT_TRUE(workspace.history().verify()->empty());
    }
    // What is done elsewhere afterwards cannot be done again there.
    ASSERT_TRUE(type(u"pupils", u"401"));
    EXPECT_EQ(workspace.redoLabel(), QString());
    EXPECT_EQ(*workspace.schoolYears().inJournal(), (std::vector<int>{2025, 2026}));
    reopen();
    EXPECT_EQ(workspace.data().year(), 2025);
}

TEST_F(BeginningYearTest, AnEmptyYearIsThereAndCanStillTakeOver) {
    ASSERT_EQ(codeOf(workspace.schoolYears().begin(2026, {})), QString());
    reopen();
    EXPECT_EQ(workspace.data().year(), 2026); // so that nothing is typed into the year before
    EXPECT_EQ(workspace.data().schools().rowCount(), 0);
    EXPECT_EQ(workspace.undoLabel(), u"撤销：开始 2026—2027学年（空白）"_s);
    EXPECT_EQ(codeOf(workspace.schoolYears().begin(2026, {})), u"year.exists"_s);
    const auto choice = workspace.schoolYears().choice();
    EXPECT_EQ(choice->proposed, 2026);
    EXPECT_FALSE(choice->mayBegin(2026, false));
    EXPECT_TRUE(choice->mayBegin(2026, true));
    ASSERT_EQ(codeOf(workspace.schoolYears().begin(2026, 2025)), QString());
    EXPECT_EQ(shown(u"school_name"), u"柳溪小学"_s);
}

TEST_F(BeginningYearTest, TakesNothingOverWhatIsEntered) {
    const model::Item& recognised = model::ItemDictionary::builtIn().at(u"basic_recognised_year");
    const CellKey year{.subject = SubjectKey::ofCounty(), .item = &recognised};
    ASSERT_TRUE(workspace.edit({{.cell = year, .text = u"2016"_s}}));
    ASSERT_EQ(codeOf(workspace.schoolYears().begin(2026, {})), QString());
    ASSERT_TRUE(workspace.edit({{.cell = year, .text = u"2017"_s}}));
    ASSERT_EQ(codeOf(workspace.schoolYears().begin(2026, 2025)), QString());
    EXPECT_EQ(workspace.data().value(year.subject, recognised), Observation::ofAmount(2017));
    EXPECT_EQ(shown(u"school_name"), u"柳溪小学"_s);
}

TEST_F(BeginningYearTest, RefusesWhatCannotBeBegun) {
    const auto choice = workspace.schoolYears().choice();
    ASSERT_TRUE(choice);
    EXPECT_EQ(choice->proposed, 2026);
    EXPECT_EQ(choice->sourceOf(2026), 2025);
    EXPECT_EQ(choice->sourceOf(2025), std::nullopt);
    EXPECT_EQ(codeOf(workspace.schoolYears().begin(2025, {})), u"year.exists"_s);
    EXPECT_EQ(codeOf(workspace.schoolYears().begin(2025, 2025)), u"year.exists"_s);
    EXPECT_EQ(codeOf(workspace.schoolYears().begin(1999, {})), u"year.out_of_range"_s);
    EXPECT_EQ(codeOf(workspace.schoolYears().begin(2106, {})), u"year.out_of_range"_s);
    EXPECT_EQ(codeOf(workspace.schoolYears().begin(2026, 2024)), u"year.empty"_s); // not there
    EXPECT_EQ(codeOf(workspace.schoolYears().begin(2024, 2025)), u"year.empty"_s); // nothing is taken from a later year
    EXPECT_EQ(workspace.data().year(), 2025);
    EXPECT_EQ(workspace.years(), std::vector<int>{2025});
    Workspace closed;
    EXPECT_EQ(codeOf(closed.schoolYears().begin(2026, {})), u"workspace.not_open"_s);
    EXPECT_FALSE(closed.schoolYears().choice());
}

// 资格审核 looks back on years before the first one.
TEST_F(BeginningYearTest, AYearBeforeTheFirstOneBeginsEmpty) {
    ASSERT_EQ(codeOf(workspace.schoolYears().begin(2023, {})), QString());
    EXPECT_EQ(workspace.years(), (std::vector<int>{2023, 2025}));
    EXPECT_EQ(workspace.data().year(), 2023);
    EXPECT_EQ(workspace.schoolYears().choice()->proposed, 2026);
    ASSERT_TRUE(workspace.undo());
    EXPECT_EQ(workspace.data().year(), 2025);
}

TEST_F(BeginningYearTest, ConfirmingIsOneStep) {
    ASSERT_TRUE(workspace.schoolYears().begin(2026, 2025));
    const QString code = workspace.submissions().dataCode();
    ASSERT_TRUE(
        workspace.schoolYears().confirm({cell(u"teaching_area"), cell(u"pupils")})); // a blank has nothing to confirm
    EXPECT_EQ(value(u"teaching_area"), Observation::ofAmount(430'050));
    EXPECT_EQ(workspace.undoLabel(), u"撤销：确认 柳溪小学 本部 教学及辅助用房面积"_s);
    const auto entries = workspace.history().ofCell(cell(u"teaching_area"));
    ASSERT_EQ(entries->size(), 2U);
    EXPECT_EQ(entries->front().before, u"4300.5（未确认）"_s);
    EXPECT_EQ(entries->front().after, u"4300.5"_s);
    ASSERT_TRUE(workspace.schoolYears().confirm(model::unconfirmedCells(workspace.data())));
    EXPECT_EQ(workspace.undoLabel(), u"撤销：确认 3 个承接的数据"_s);
    EXPECT_TRUE(model::unconfirmedCells(workspace.data()).empty());
    EXPECT_EQ(workspace.submissions().dataCode(), code); // who has confirmed what is no part of the data
    ASSERT_TRUE(workspace.undo());
    EXPECT_EQ(model::unconfirmedCells(workspace.data()).size(), 3U);
    ASSERT_TRUE(workspace.undo());
    EXPECT_EQ(value(u"teaching_area"), Observation::ofAmount(430'050).takenOver());
    // Nothing to confirm is no step.
    ASSERT_TRUE(workspace.schoolYears().confirm({cell(u"pupils")}));
    EXPECT_EQ(workspace.undoLabel(), u"撤销：开始 2026—2027学年（承接 2025—2026学年）"_s);
}

TEST_F(BeginningYearTest, TypingTheSameOrSomethingElseConfirms) {
    ASSERT_TRUE(workspace.schoolYears().begin(2026, 2025));
    ASSERT_TRUE(type(u"teaching_area", u"4300.50"));
    EXPECT_EQ(value(u"teaching_area"), Observation::ofAmount(430'050));
    ASSERT_TRUE(type(u"locality", u"城区"));
    EXPECT_FALSE(value(u"locality").unconfirmed);
    EXPECT_EQ(shown(u"locality"), u"城区"_s);
    ASSERT_TRUE(type(u"school_name", u""));
    EXPECT_EQ(value(u"school_name"), Observation::missing());
    EXPECT_EQ(model::unconfirmedCells(workspace.data()).size(), 1U); // the type
}

TEST_F(BeginningYearTest, AnImportOfTheSameFigureConfirms) {
    ASSERT_TRUE(workspace.schoolYears().begin(2026, 2025));
    const QString book = folder.filePath(u"数据表.xlsx"_s);
    ASSERT_TRUE(workspace.reports().writeTemplate(book, true));
    const auto preview = planImport({book}, workspace.data(), workspace.standard(), false, base::Job{});
    ASSERT_TRUE(preview);
    EXPECT_EQ(preview->confirmedCells, 4);
    EXPECT_EQ(preview->changedCells, 0);
    EXPECT_EQ(preview->summaryLines().front(), u"确认 4 个承接自上年的数据"_s);
    ASSERT_TRUE(workspace.imports().commit(*preview));
    EXPECT_TRUE(model::unconfirmedCells(workspace.data()).empty());
    EXPECT_TRUE(workspace.history().verify()->empty());
}

// It is judged as any other figure, and said to be unconfirmed.
TEST_F(BeginningYearTest, CountsAndIsNamed) {
    ASSERT_TRUE(workspace.schoolYears().begin(2026, 2025));
    const auto found = workspace.doubts().findings();
    ASSERT_TRUE(found);
    const auto unconfirmed = std::ranges::count(*found, u"unconfirmed"_s, &quality::CheckFinding::check);
    EXPECT_EQ(unconfirmed, 2); // school and campus
    for (const quality::CheckFinding& finding : *found)
        EXPECT_FALSE(finding.check.startsWith(u"identity_"_s)); // the same name is no change
    ASSERT_TRUE(workspace.schoolYears().confirm(model::unconfirmedCells(workspace.data())));
    EXPECT_EQ(std::ranges::count(*workspace.doubts().findings(), u"unconfirmed"_s, &quality::CheckFinding::check), 0);
}

} // namespace
} // namespace junheng::workspace
