#include "workspace_fixture.h"

#include "assess/assessment.h"
#include "assess/indicator_result.h"
#include "base/atomic_file.h"
#include "model/finding.h"
#include "workspace/gate.h"
#include "workspace/history.h"
#include "workspace/import_plan.h"
#include "workspace/imports.h"
#include "workspace/reports.h"

#include <QFile>

using namespace junheng;
using namespace junheng::workspace;
using model::ItemDictionary;
using model::Level;
using model::SubjectKey;

namespace {

QByteArray fingerprint(const QString& path) {
    return base::sha256Of(base::readFile(path, 1 << 30).value()).toLatin1();
}

} // namespace

TEST_F(WorkspaceTest, AnEditIsSavedAndReassessedAtOnce) {
    int changes = 0;
    QObject::connect(&workspace, &Workspace::changed, [&] { ++changes; });
    ASSERT_TRUE(type(u"pupils", u"１,000"));
    ASSERT_TRUE(type(u"backbone_teachers", u"10"));
    EXPECT_EQ(changes, 2);
    const auto& stage = workspace.assessment().stages.at(0);
    EXPECT_EQ(stage.indicators[1].statuses[0], standard::Status::Met); // 10 per 1000 = 1 per hundred
    // Another program reads what was typed while this one has the file open.
    Workspace reader;
    ASSERT_TRUE(reader.open(path, Access::ReadOnly));
    EXPECT_EQ(reader.data().year(), 2025);
    EXPECT_EQ(reader.data().value(cell(u"pupils").subject, *cell(u"pupils").item).amount, 1000);
}

TEST_F(WorkspaceTest, UndoGoesOnAfterReopening) {
    ASSERT_TRUE(type(u"pupils", u"300"));
    ASSERT_TRUE(type(u"pupils", u"301"));
    EXPECT_EQ(workspace.undoLabel(), QStringLiteral("撤销：修改 柳溪小学 小学 在校学生数"));
    ASSERT_TRUE(workspace.undo());
    EXPECT_EQ(shown(u"pupils"), QStringLiteral("300"));
    workspace.close();
    EXPECT_FALSE(workspace.isOpen());
    ASSERT_TRUE(workspace.open(path));
    ASSERT_TRUE(workspace.undo());
    EXPECT_EQ(shown(u"pupils"), QString());
    ASSERT_TRUE(workspace.redo());
    ASSERT_TRUE(workspace.redo());
    EXPECT_EQ(shown(u"pupils"), QStringLiteral("301"));
    EXPECT_EQ(workspace.redoLabel(), QString());
    ASSERT_FALSE(workspace.redo());
    // Undo back to the empty county: the school goes too.
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(workspace.undo());
    EXPECT_EQ(workspace.data().schools().rowCount(), 0);
    EXPECT_FALSE(workspace.undo());
    EXPECT_TRUE(workspace.history().verify().value().empty());
}

// What is told right after a change is what the journal of the reopened file tells.
TEST_F(WorkspaceTest, StepsToTakeBackAreThoseOfTheJournal) {
    EXPECT_EQ(workspace.redoLabel(), QString());
    ASSERT_TRUE(type(u"pupils", u"300"));
    ASSERT_TRUE(type(u"teachers", u"20"));
    const QString first = QStringLiteral("修改 柳溪小学 小学 在校学生数");
    const QString second = QStringLiteral("修改 柳溪小学 小学 专任教师数");
    const auto expectSteps = [this](const QString& undo, const QString& redo) {
        for (const bool reopened : {false, true}) {
            if (reopened) {
                workspace.close();
                ASSERT_TRUE(workspace.open(path));
            }
            EXPECT_EQ(workspace.undoLabel(), undo) << reopened;
            EXPECT_EQ(workspace.redoLabel(), redo) << reopened;
        }
    };
    expectSteps(QStringLiteral("撤销：") + second, QString());
    ASSERT_TRUE(workspace.undo());
    expectSteps(QStringLiteral("撤销：") + first, QStringLiteral("重做：") + second);
    ASSERT_TRUE(type(u"pupils", u"400"));
    expectSteps(QStringLiteral("撤销：") + first, QString());
    ASSERT_TRUE(workspace.setYear(2026));
    EXPECT_EQ(workspace.undoLabel(), QString());
    EXPECT_EQ(workspace.years(), (std::vector<int>{2025, 2026}));
    ASSERT_TRUE(workspace.setYear(2025));
    EXPECT_EQ(workspace.years(), std::vector<int>{2025});
}

TEST_F(WorkspaceTest, OneBadCellRefusesTheWholeBatch) {
    const auto before = fingerprint(path);
    const auto refused = workspace.edit({{.cell = cell(u"pupils"), .text = QStringLiteral("300")},
                                         {.cell = cell(u"teachers"), .text = QStringLiteral("约二十")}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().error.code, QStringLiteral("value.not_a_number"));
    EXPECT_EQ(refused.error().error.place.cell, QStringLiteral("柳溪小学 小学 专任教师数"));
    EXPECT_EQ(shown(u"pupils"), QString());
    EXPECT_EQ(fingerprint(path), before);
    const auto fault = type(u"equipment_value", u"不适用");
    ASSERT_TRUE(fault); // pupils are not known yet: nothing is judged by it
    ASSERT_TRUE(type(u"equipment_value", u""));
    ASSERT_TRUE(type(u"pupils", u"100"));
    const auto late = type(u"equipment_value", u"不适用");
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, QStringLiteral("import.not_applicable"));
}

TEST_F(WorkspaceTest, EveryCellThatWouldBeRefusedIsNamed) {
    ASSERT_TRUE(type(u"pupils", u"100"));
    const auto refused = workspace.edit({{.cell = cell(u"pupils"), .text = QStringLiteral("-3")},
                                         {.cell = cell(u"classes"), .text = QStringLiteral("6")},
                                         {.cell = cell(u"teachers"), .text = QStringLiteral("约二十")}});
    ASSERT_FALSE(refused);
    const std::vector<RefusedCell>& cells = refused.error().cells;
    ASSERT_EQ(cells.size(), 2U);
    EXPECT_EQ(cells[0].error.code, QStringLiteral("value.negative"));
    EXPECT_EQ(cells[0].error.place.cell, QStringLiteral("柳溪小学 小学 在校学生数"));
    EXPECT_EQ(cells[1].typed.cell, cell(u"teachers"));
    EXPECT_EQ(cells[1].typed.text, QStringLiteral("约二十"));
    EXPECT_EQ(refused.error().error.code, QStringLiteral("value.negative")) << "that of the first";

    const std::vector<TypedCell> fault{{.cell = cell(u"teaching_area"), .text = QStringLiteral("10")},
                                       {.cell = cell(u"equipment_value"), .text = QStringLiteral("不适用")}};
    const auto faulty = workspace.edit(fault);
    ASSERT_FALSE(faulty);
    ASSERT_EQ(faulty.error().cells.size(), 1U);
    EXPECT_EQ(faulty.error().cells.front().typed.cell, cell(u"equipment_value"));
    EXPECT_EQ(shown(u"teaching_area"), QString());
}

TEST_F(WorkspaceTest, AnEditThatIsRefusedForAnotherReasonNamesNoCell) {
    workspace.setGate([] { return base::Outcome(std::unexpected(declined(QStringLiteral("不改")))); });
    const auto refused = workspace.edit({{.cell = cell(u"teachers"), .text = QStringLiteral("20")}});
    ASSERT_FALSE(refused);
    EXPECT_TRUE(isDeclined(refused.error().error));
    EXPECT_TRUE(refused.error().cells.empty());
}

TEST_F(WorkspaceTest, TheUndoStepSaysHowCellsWereEdited) {
    const std::vector<TypedCell> two{{.cell = cell(u"pupils"), .text = QStringLiteral("300")},
                                     {.cell = cell(u"teachers"), .text = QStringLiteral("20")},
                                     {.cell = cell(u"classes"), .text = QString()}}; // blank already
    const std::vector<TypedCell> none{{.cell = cell(u"pupils"), .text = QString()},
                                      {.cell = cell(u"teachers"), .text = QString()}};
    for (const auto& [cells, kind, label] :
         {std::tuple(two, EditKind::Paste, QStringLiteral("撤销：粘贴 2 个单元格")),
          std::tuple(none, EditKind::Cut, QStringLiteral("撤销：剪切 2 个单元格")),
          std::tuple(two, EditKind::Fill, QStringLiteral("撤销：填充 2 个单元格")),
          std::tuple(none, EditKind::Type, QStringLiteral("撤销：清除 2 个单元格")),
          std::tuple(two, EditKind::Type, QStringLiteral("撤销：修改 2 个单元格"))}) {
        ASSERT_TRUE(workspace.edit(cells, kind));
        EXPECT_EQ(workspace.undoLabel(), label);
    }
}

TEST_F(WorkspaceTest, TypingTheSameAgainChangesNothing) {
    ASSERT_TRUE(type(u"pupils", u"300"));
    const auto batches = workspace.history().batches().value().size();
    ASSERT_TRUE(type(u"pupils", u" 300 "));
    EXPECT_EQ(workspace.history().batches().value().size(), batches);
}

TEST_F(WorkspaceTest, HistoryOfACell) {
    ASSERT_TRUE(type(u"pupils", u"300"));
    ASSERT_TRUE(type(u"pupils", u""));
    const auto history = workspace.history().ofCell(cell(u"pupils")).value();
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history[0].before, QStringLiteral("300"));
    EXPECT_EQ(history[0].after, QStringLiteral("待填报"));
    EXPECT_EQ(history[0].batch.what, QStringLiteral("清除 柳溪小学 小学 在校学生数"));
}

TEST_F(WorkspaceTest, ImportsTheSampleAndThenNothing) {
    const QString sample = QStringLiteral(JUNHENG_SOURCE "/data/samples/demo-county.xlsx");
    const auto preview = planImport({sample}, workspace.data(), workspace.standard(), false, {});
    ASSERT_TRUE(preview) << preview.error().message.toStdString();
    for (const auto& finding : preview->findings)
        EXPECT_NE(finding.severity, model::Severity::Error) << finding.message.toStdString();
    ASSERT_TRUE(workspace.imports().commit(*preview));
    EXPECT_EQ(workspace.undoLabel(), QStringLiteral("撤销：导入 demo-county.xlsx"));
    const auto before = fingerprint(path);
    const auto again = planImport({sample}, workspace.data(), workspace.standard(), false, {});
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->changes.isEmpty());
    EXPECT_EQ(again->changedCells, 0);
    ASSERT_TRUE(workspace.imports().commit(*again));
    EXPECT_EQ(fingerprint(path), before);
    ASSERT_TRUE(workspace.undo());
    EXPECT_EQ(workspace.data().schools().rowCount(), 1);
    EXPECT_TRUE(workspace.history().verify().value().empty());
}

TEST_F(WorkspaceTest, AnImportPlannedBeforeAnEditIsRefused) {
    const QString sample = QStringLiteral(JUNHENG_SOURCE "/data/samples/demo-county.xlsx");
    const auto preview = planImport({sample}, workspace.data(), workspace.standard(), false, {});
    ASSERT_TRUE(preview);
    ASSERT_TRUE(workspace.imports().commit(*preview));
    const auto outdated = workspace.imports().commit(*preview);
    ASSERT_FALSE(outdated);
    EXPECT_EQ(outdated.error().code, QStringLiteral("import.outdated"));
}

TEST_F(WorkspaceTest, ACancelledImportDoesNothing) {
    std::stop_source stop;
    stop.request_stop();
    const auto preview = planImport({QStringLiteral(JUNHENG_SOURCE "/data/samples/demo-county.xlsx")}, workspace.data(),
                                    workspace.standard(), false, {.progress = {}, .stop = stop.get_token()});
    ASSERT_FALSE(preview);
    EXPECT_EQ(preview.error().code, QStringLiteral("job.cancelled"));
}

TEST_F(WorkspaceTest, SchoolsAreChecked) {
    const auto twice = workspace.structure().addSchool(
        {.code = kSchool, .name = QStringLiteral("另一所"), .type = QStringLiteral("小学"), .stages = {}});
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().code, QStringLiteral("school.exists"));
    EXPECT_FALSE(workspace.structure().addSchool(
        {.code = QStringLiteral("12"), .name = QStringLiteral("短"), .type = QStringLiteral("小学"), .stages = {}}));
    EXPECT_FALSE(workspace.structure().addSchool({.code = QStringLiteral("9901010002"),
                                                  .name = QStringLiteral(" "),
                                                  .type = QStringLiteral("小学"),
                                                  .stages = {}}));
    EXPECT_FALSE(workspace.structure().addSchool({.code = QStringLiteral("9901010002"),
                                                  .name = QStringLiteral("园"),
                                                  .type = QStringLiteral("幼儿园"),
                                                  .stages = {}}));
    EXPECT_EQ(workspace.data().schools().rowCount(), 1);
}

TEST_F(WorkspaceTest, WritesReportAndTemplate) {
    ASSERT_TRUE(type(u"pupils", u"300"));
    const QString report = folder.filePath(QStringLiteral("报表.xlsx"));
    ASSERT_TRUE(workspace.reports().writeReport(report, QDate(2025, 11, 1)));
    EXPECT_GT(QFile(report).size(), 1000);
    const QString book = folder.filePath(QStringLiteral("数据表.xlsx"));
    ASSERT_TRUE(workspace.reports().writeTemplate(book, true));
    const auto preview = planImport({book}, workspace.data(), workspace.standard(), false, {});
    ASSERT_TRUE(preview) << preview.error().message.toStdString();
    EXPECT_FALSE(preview->hasErrors());
    EXPECT_TRUE(preview->changes.isEmpty());
}

TEST(Workspace, RefusesToCreateWithBadWords) {
    const QTemporaryDir folder;
    Workspace workspace;
    const QString path = folder.filePath(QStringLiteral("a.junheng"));
    EXPECT_EQ(workspace
                  .create(path, {.code = QStringLiteral("12"), .name = QStringLiteral("县")},
                          standard::defaultStandardId(), 2025)
                  .error()
                  .code,
              QStringLiteral("county.bad_code"));
    EXPECT_EQ(
        workspace
            .create(path, {.code = QStringLiteral("990101"), .name = QString()}, standard::defaultStandardId(), 2025)
            .error()
            .code,
        QStringLiteral("county.no_name"));
    EXPECT_EQ(workspace
                  .create(path, {.code = QStringLiteral("990101"), .name = QString(501, u'县')},
                          standard::defaultStandardId(), 2025)
                  .error()
                  .code,
              QStringLiteral("value.too_long"));
    EXPECT_EQ(
        workspace
            .create(path, {.code = QStringLiteral("990101"), .name = QStringLiteral("县")}, QStringLiteral("x"), 2025)
            .error()
            .code,
        QStringLiteral("standard.unknown"));
    EXPECT_FALSE(QFile::exists(path));
    EXPECT_FALSE(workspace.isOpen());
    EXPECT_EQ(workspace.edit({}).error().error.code, QStringLiteral("workspace.not_open"));
    EXPECT_FALSE(workspace.undo());
}

// Of three years before, each says that all was met, with composites at their limits.
TEST_F(WorkspaceTest, TheYearsBeforeCountForTheEligibility) {
    const auto county = [](const char16_t* item) {
        return model::CellKey{.subject = SubjectKey::ofCounty(),
                              .item = &ItemDictionary::builtIn().at(QStringView(item))};
    };
    for (const int year : {2022, 2023, 2024}) {
        ASSERT_TRUE(workspace.setYear(year));
        ASSERT_TRUE(workspace.edit({{.cell = county(u"basic_all_met"), .text = QStringLiteral("是")},
                                    {.cell = county(u"basic_cv_primary"), .text = QStringLiteral("0.6")},
                                    {.cell = county(u"basic_cv_junior"), .text = QStringLiteral("0.5")}}));
    }
    ASSERT_TRUE(workspace.setYear(2025));
    EXPECT_EQ(workspace.priorYears().size(), 3U);
    const model::CellKey conclusion{.subject = {.level = Level::Attested, .part = QStringLiteral("E2")},
                                    .item = &ItemDictionary::builtIn().at(u"conclusion")};
    ASSERT_TRUE(workspace.edit({{.cell = conclusion, .text = QStringLiteral("达标")}}));
    EXPECT_EQ(workspace.assessment().eligibility.at(1).status, assess::IndicatorStatus::Met);
    ASSERT_TRUE(workspace.setYear(2024));
    EXPECT_EQ(workspace.priorYears().size(), 2U);
    EXPECT_EQ(workspace.assessment().eligibility.at(1).status, assess::IndicatorStatus::Missing);
}

TEST_F(WorkspaceTest, AStandardWithoutResourcesIsNoCountysStandard) {
    Workspace other;
    const auto created = other.create(folder.filePath(QStringLiteral("b.junheng")),
                                      {.code = QStringLiteral("990101"), .name = QStringLiteral("示例县")},
                                      QStringLiteral("basic-2012"), 2025);
    ASSERT_FALSE(created);
    EXPECT_EQ(created.error().code, QStringLiteral("standard.not_for_counties"));
}
