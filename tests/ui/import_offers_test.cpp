// What the preview of an import offers: nothing is assumed, everything is ticked by the user.
#include "desk_fixture.h"

#include "ui/dialogs/import_offers.h"
#include "ui/dialogs/import_preview_dialog.h"
#include "ui/shell/main_window.h"

#include <QCheckBox>
#include <QPushButton>
#include <QTest>

#include <gtest/gtest.h>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

workspace::ImportPreview refusedPreview() {
    workspace::ImportPreview preview;
    preview.findings.push_back({.code = u"import.wrong_unit"_s, .message = u"“教学仪器设备资产值”的单位应为“万元”"_s});
    preview.offers = QStringList{u"校区!教学仪器设备资产值=元"_s, u"校区!运动场地面积=亩"_s};
    return preview;
}

// Where the tick is drawn; beside it a click would miss.
void tick(QCheckBox& box) {
    QTest::mouseClick(&box, Qt::LeftButton, {}, QPoint(10, box.height() / 2));
}

TEST(ImportOffers, NothingIsTickedAndWhatIsTickedIsAgreed) {
    ImportPreviewDialog dialog(refusedPreview(), {});
    dialog.show();
    auto* again = dialog.findChild<QPushButton*>(u"againButton"_s);
    ASSERT_NE(again, nullptr);
    EXPECT_FALSE(again->isEnabled());
    const auto boxes = dialog.findChild<ImportOffers*>()->findChildren<QCheckBox*>();
    ASSERT_EQ(boxes.size(), 2);
    EXPECT_EQ(boxes[0]->text(), u"“校区”的“教学仪器设备资产值”确以“元”为单位，换算后导入"_s);
    EXPECT_TRUE(dialog.agreement().conversions.isEmpty());
    tick(*boxes[1]);
    EXPECT_TRUE(again->isEnabled());
    EXPECT_EQ(dialog.agreement().conversions, QStringList{u"校区!运动场地面积=亩"_s});
    QTest::mouseClick(again, Qt::LeftButton);
    EXPECT_EQ(dialog.result(), ImportPreviewDialog::kPreviewAgain);
}

TEST(ImportOffers, AreNotThereWhereThereIsNothingToAgreeTo) {
    ImportPreviewDialog dialog(workspace::ImportPreview{}, {});
    dialog.show();
    EXPECT_EQ(dialog.findChild<QPushButton*>(u"againButton"_s), nullptr);
    EXPECT_FALSE(dialog.findChild<ImportOffers*>()->isVisible());
}

class RoomsThatLeftTest : public DeskTest {};

// The sample again, after a room was added that it does not list: the room is offered, agreed to, and goes.
TEST_F(RoomsThatLeftTest, GoOnlyAfterTheUserAgreed) {
    std::vector<workspace::ImportPreview> previews;
    Questions questions{
        .openFile = {},
        .openFiles =
            [](QWidget*, const FileQuestion&) {
                return QStringList{QStringLiteral(JUNHENG_SOURCE "/data/samples/demo-county.xlsx")};
            },
        .saveFile = {},
        .newCounty = {},
        .confirmImport = [&previews](QWidget*, const workspace::ImportPreview& preview) -> ImportAnswer {
            previews.push_back(preview);
            if (previews.size() == 1)
                return workspace::ImportAgreement{.removeRooms = true};
            return true;
        },
        .about = {}};
    MainWindow window(m_workspace, questions);
    window.show();
    openSample();
    const int rooms = m_workspace.data().table(model::Level::Room).rowCount();
    const auto& items = model::ItemDictionary::builtIn();
    const model::SubjectKey room{.level = model::Level::Room, .school = kYuntai, .part = u"99"_s};
    ASSERT_TRUE(m_workspace.edit({{.cell = {.subject = room, .item = &items.at(u"room_kind")}, .text = u"音乐"_s},
                                  {.cell = {.subject = room, .item = &items.at(u"room_area")}, .text = u"71.5"_s}}));
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_I, Qt::ControlModifier);
    ASSERT_TRUE(QTest::qWaitFor([&] { return previews.size() == 2; }, 60000));
    EXPECT_EQ(previews[0].absentRooms, 1);
    EXPECT_EQ(previews[0].removedRooms, 0);
    EXPECT_EQ(previews[1].removedRooms, 1);
    EXPECT_TRUE(
        QTest::qWaitFor([&] { return m_workspace.data().table(model::Level::Room).rowCount() == rooms; }, 20000));
}

} // namespace
} // namespace junheng::ui
