// The rooms of every school, as G3 judges them: one of each kind for every 12 classes begun.

#include "assess/room_register.h"

#include "indicator_fixture.h"

using namespace junheng;
using namespace junheng::test;
using namespace junheng::assess;

TEST(RoomRegister, TellsOfEverySchoolAndKind) {
    CountyBuilder county;
    county.school(u"9900000001", u"小学", {{u"music_rooms", u"1"}, {u"fine_art_rooms", u"0"}, {u"built_year", u"2010"}})
        .section(u"9900000001", u"primary", {{u"pupils", u"400"}, {u"classes", u"12"}})
        .room(u"9900000001", u"1", {{u"room_kind", u"音乐"}, {u"room_area", u"80"}}) // 73 ㎡ are enough: built by 2016
        .school(u"9900000002", u"小学", {{u"music_rooms", u"1"}})
        .section(u"9900000002", u"primary", {{u"pupils", u"400"}, {u"classes", u"6"}})
        .room(u"9900000002", u"1", {{u"room_kind", u"音乐"}, {u"room_area", u"96"}})
        .school(u"9900000003", u"小学", {{u"music_rooms", u"1"}, {u"fine_art_rooms", u"1"}})
        .section(u"9900000003", u"primary", {{u"pupils", u"400"}})
        .school(u"9900000004", u"小学", {{u"music_rooms", u"0"}, {u"fine_art_rooms", u"0"}})
        .section(u"9900000004", u"primary", {{u"pupils", u"5"}, {u"classes", u"0"}}); // none is wanted
    const standard::Indicator& indicator = *rulesOf().findIndicator(QStringLiteral("G3"));
    const auto list = roomRegister(county.build(), std::get<standard::RoomsRule>(indicator.rule), indicator);
    ASSERT_EQ(list.size(), 6U);
    EXPECT_EQ(list[0].classes, 12);
    EXPECT_EQ(list[0].status, IndicatorStatus::Met);
    EXPECT_EQ(list[0].relaxation, 0);
    EXPECT_EQ(list[1].part, 1);
    EXPECT_EQ(list[1].status, IndicatorStatus::Unmet);
    EXPECT_EQ(list[1].relaxation, -1);
    EXPECT_EQ(list[2].status, IndicatorStatus::Met);
    EXPECT_EQ(list[2].relaxation, -1);
    EXPECT_EQ(list[3].status, IndicatorStatus::Missing); // how many art rooms there are is not said
    EXPECT_EQ(list[4].classes, std::nullopt);
    EXPECT_EQ(list[4].status, IndicatorStatus::Missing);
    EXPECT_EQ(list[4].relaxation, -1);
    EXPECT_EQ(list[5].schoolRow, 2);
}
