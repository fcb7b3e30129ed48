// Two data files of one import, as two departments hand them in.
#include "base/job.h"
#include "model/finding.h"
#include "workspace/history.h"
#include "workspace/import_plan.h"
#include "workspace/import_preview.h"
#include "workspace/imports.h"
#include "workspace/reports.h"

#include "workspace_fixture.h"

#include <QDir>

namespace junheng::workspace {
namespace {

using namespace Qt::Literals::StringLiterals;

class SeveralFilesTest : public WorkspaceTest {
protected:
    // The county as it is now, as a data file in a folder of its own.
    QString book(const QString& department) {
        QDir(folder.path()).mkpath(department);
        const QString file = folder.filePath(department + u"/数据表.xlsx"_s);
        EXPECT_TRUE(workspace.reports().writeTemplate(file, true));
        return file;
    }

    ImportPreview plan(const QStringList& files, bool clearBlanks = false, const ImportAgreement& agreed = {}) {
        auto preview = planImport(files, workspace.data(), workspace.standard(), clearBlanks, base::Job{}, agreed);
        EXPECT_TRUE(preview) << preview.error().message.toStdString();
        return preview.value_or(ImportPreview{});
    }
};

TEST_F(SeveralFilesTest, TwoValuesForOneCellAreOneErrorWithBothPlaces) {
    ASSERT_TRUE(type(u"pupils", u"1191"));
    const QString first = book(u"甲科"_s);
    ASSERT_TRUE(type(u"pupils", u"300"));
    const QString second = book(u"乙科"_s);
    const ImportPreview preview = plan({first, second});
    EXPECT_TRUE(preview.hasErrors());
    EXPECT_TRUE(preview.changes.isEmpty());
    const auto conflicts = std::ranges::count(preview.findings, u"import.conflict"_s, &model::Finding::code);
    EXPECT_EQ(conflicts, 1);
    const QString message = preview.findings.front().message;
    EXPECT_TRUE(message.contains(u"甲科/数据表.xlsx 的“学段”D2 是“1191”，乙科/数据表.xlsx 的“学段”D2 是“300”"_s))
        << message.toStdString();
    EXPECT_FALSE(plan({first, first}).hasErrors()) << "equal values in two places are none";
}

TEST_F(SeveralFilesTest, ABlankClearsNothingThatAnotherFileGives) {
    ASSERT_TRUE(type(u"charter", u"是"));
    const QString blank = book(u"甲科"_s); // without pupils
    ASSERT_TRUE(type(u"pupils", u"300"));
    const QString filled = book(u"乙科"_s);
    ASSERT_TRUE(type(u"pupils", u"250"));
    for (const QStringList& files : {QStringList{blank, filled}, QStringList{filled, blank}}) {
        const ImportPreview preview = plan(files, true);
        EXPECT_FALSE(preview.hasErrors());
        EXPECT_EQ(preview.clearedCells, 0);
        ASSERT_EQ(preview.changes.changes.size(), 1U);
        EXPECT_EQ(preview.changes.changes.front().after.amount, 300);
    }
    EXPECT_EQ(plan({blank}, true).clearedCells, 1);
}

TEST_F(SeveralFilesTest, ARoomThatLeftIsTakenOutAndComesBackWithUndo) {
    const auto addRoom = [&](const QString& number, const QString& kind, const QString& area) {
        const model::SubjectKey room{.level = model::Level::Room, .school = kSchool, .part = number};
        const auto& items = model::ItemDictionary::builtIn();
        return workspace.edit({{.cell = {.subject = room, .item = &items.at(u"room_kind")}, .text = kind},
                               {.cell = {.subject = room, .item = &items.at(u"room_area")}, .text = area}});
    };
    ASSERT_TRUE(addRoom(u"1"_s, u"美术"_s, u"60"_s));
    const QString file = book(u"甲科"_s); // one room
    ASSERT_TRUE(addRoom(u"2"_s, u"音乐"_s, u"72"_s));
    EXPECT_EQ(plan({file}).absentRooms, 1);
    const ImportPreview preview = plan({file}, false, {.removeRooms = true});
    EXPECT_EQ(preview.removedRooms, 1);
    EXPECT_TRUE(preview.summaryLines().contains(u"删除专用教室 1 间"_s));
    ASSERT_TRUE(workspace.imports().commit(preview));
    EXPECT_EQ(workspace.data().table(model::Level::Room).rowCount(), 1);
    ASSERT_TRUE(workspace.undo());
    const model::SubjectKey room{.level = model::Level::Room, .school = kSchool, .part = u"2"_s};
    EXPECT_EQ(workspace.data().value(room, model::ItemDictionary::builtIn().at(u"room_area")).amount, 7200);
    EXPECT_TRUE(workspace.history().verify().value().empty());
}

// One department knows the section, the other its campuses; each leaves blank what is not its own.
TEST_F(SeveralFilesTest, PupilsAreSummedAfterAllFiles) {
    const auto typePupils = [&](const char16_t* section, const QString& main, const QString& east) {
        const auto campus = [](const QString& name) {
            return model::CellKey{.subject = {.level = model::Level::Campus, .school = kSchool, .part = name},
                                  .item = &model::ItemDictionary::builtIn().at(u"campus_pupils_primary")};
        };
        ASSERT_TRUE(workspace.edit({{.cell = cell(u"pupils"), .text = QString::fromUtf16(section)},
                                    {.cell = campus(QString()), .text = main},
                                    {.cell = campus(u"东校区"_s), .text = east}}));
    };
    typePupils(u"910", {}, {});
    const QString section = book(u"甲科"_s);
    typePupils(u"", u"600"_s, u"310"_s);
    const QString campuses = book(u"乙科"_s);
    typePupils(u"", u"600"_s, u"320"_s);
    const QString wrong = book(u"丙科"_s);
    typePupils(u"900", u"600"_s, u"300"_s);
    for (const QStringList& files : {QStringList{section, campuses}, QStringList{campuses, section}}) {
        const ImportPreview preview = plan(files);
        EXPECT_FALSE(preview.hasErrors()) << preview.findings.front().message.toStdString();
        EXPECT_EQ(preview.changedCells, 2);
    }
    for (const QStringList& files : {QStringList{section, wrong}, QStringList{wrong, section}}) {
        const ImportPreview preview = plan(files);
        EXPECT_EQ(std::ranges::count(preview.findings, model::Severity::Error, &model::Finding::severity), 1);
        const model::Finding& error = preview.findings.front();
        EXPECT_EQ(error.code, u"import.campus_pupils"_s);
        EXPECT_EQ(error.place.file, u"丙科/数据表.xlsx"_s);
        EXPECT_TRUE(error.message.contains(u"920"_s) && error.message.contains(u"910"_s));
    }
    EXPECT_TRUE(plan({section}).hasErrors()) << "alone it contradicts what is there";
}

TEST_F(SeveralFilesTest, RoomsThatOneFileListsAreNotTakenOutForAnother) {
    const QString none = book(u"甲科"_s);
    const model::SubjectKey room{.level = model::Level::Room, .school = kSchool, .part = u"1"_s};
    const auto& items = model::ItemDictionary::builtIn();
    ASSERT_TRUE(workspace.edit({{.cell = {.subject = room, .item = &items.at(u"room_kind")}, .text = u"音乐"_s},
                                {.cell = {.subject = room, .item = &items.at(u"room_area")}, .text = u"72"_s}}));
    const QString all = book(u"乙科"_s);
    for (const QStringList& files : {QStringList{none, all}, QStringList{all, none}}) {
        for (const bool removes : {true, false}) {
            const ImportPreview preview = plan(files, false, {.removeRooms = removes});
            EXPECT_FALSE(preview.hasErrors());
            EXPECT_EQ(preview.removedRooms + preview.absentRooms, 0) << removes;
            EXPECT_TRUE(preview.changes.isEmpty()) << removes;
        }
    }
    EXPECT_EQ(plan({none}, false, {.removeRooms = true}).removedRooms, 1);
    EXPECT_EQ(plan({none, none}, false, {.removeRooms = true}).removedRooms, 1);
}

TEST_F(SeveralFilesTest, AConversionThatNoHeadingAsksForIsAnError) {
    const QString file = book(u"甲科"_s);
    const ImportPreview preview = plan({file}, false, {.conversions = {u"校区!教学仪器设备资产值=元"_s}});
    ASSERT_TRUE(preview.hasErrors());
    EXPECT_EQ(preview.findings.front().code, u"import.unused_conversion"_s);
    const auto unknown = planImport({file}, workspace.data(), workspace.standard(), false, base::Job{},
                                    {.conversions = {u"校区!教学仪器设备资产值=亩"_s}});
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, u"usage.bad_conversion"_s);
}

} // namespace
} // namespace junheng::workspace
