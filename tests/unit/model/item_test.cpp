#include "model/indicator.h"
#include "model/item.h"
#include "model/stage.h"
#include "support/own_items.h"

#include <QSet>

#include <gtest/gtest.h>

#include <algorithm>

using namespace junheng::model;

TEST(ItemDictionary, HoldsEveryItemOnce) {
    QSet<QString> codes;
    for (const Item& item : ItemDictionary::builtIn().all()) {
        EXPECT_FALSE(codes.contains(item.code)) << item.code.toStdString();
        codes.insert(item.code);
        EXPECT_FALSE(item.label.isEmpty()) << item.code.toStdString();
        EXPECT_FALSE(item.topic.isEmpty()) << item.code.toStdString();
        EXPECT_EQ(item.kind == ItemKind::Choice, !item.choices.isEmpty()) << item.code.toStdString();
        EXPECT_TRUE(item.decimals >= 0 && item.decimals <= 6) << item.code.toStdString();
    }
    EXPECT_GE(codes.size(), 126);
}

TEST(ItemDictionary, NumbersTheColumnsOfALevel) {
    for (int level = 0; level < kLevelCount; ++level) {
        int column = 0;
        QSet<QString> labels;
        for (const Item& item : ItemDictionary::builtIn().ofLevel(static_cast<Level>(level))) {
            EXPECT_EQ(item.column, column++);
            EXPECT_FALSE(labels.contains(item.label)) << "two headings alike: " << item.label.toStdString();
            labels.insert(item.label);
        }
        EXPECT_GT(column, 0) << level;
    }
}

TEST(ItemDictionary, KnowsAreas) {
    const Item& area = ItemDictionary::builtIn().at(u"teaching_area");
    EXPECT_EQ(area.heading(), QStringLiteral("教学及辅助用房面积（㎡）"));
    EXPECT_EQ(area.level, Level::Campus);
    EXPECT_EQ(area.decimals, 2);
    EXPECT_TRUE(area.required);
    EXPECT_EQ(ItemDictionary::builtIn().findByLabel(Level::Campus, u"教学及辅助用房面积"), &area);
    EXPECT_EQ(ItemDictionary::builtIn().findByLabel(Level::School, u"教学及辅助用房面积"), nullptr);
    EXPECT_EQ(ItemDictionary::builtIn().find(u"no_such"), nullptr);
}

TEST(ItemDictionary, KnowsWhatStaysFromYearToYear) {
    const ItemDictionary& items = ItemDictionary::builtIn();
    for (const char16_t* code : {u"school_name", u"school_type", u"teaching_area", u"equipment_value", u"room_area"})
        EXPECT_TRUE(items.at(code).carried) << items.at(code).label.toStdString();
    // People and money are counted anew each year.
    for (const Item& item : items.all())
        EXPECT_FALSE(item.carried && (item.isOfPersons() || item.level == Level::Survey)) << item.code.toStdString();
    EXPECT_FALSE(items.at(u"public_funds_budget").carried);
    EXPECT_TRUE(items.at(u"pupils").source.contains(QStringLiteral("基础基312")));
    EXPECT_EQ(items.at(u"graduates").requiredStage, Stage::Junior);
    EXPECT_EQ(items.at(u"teachers_college").requiredStage, Stage::Primary);
    EXPECT_FALSE(items.at(u"pupils").requiredStage.has_value());
}

TEST(ItemDictionary, OfACountyHoldsTheBuiltInItemsAndItsOwn) {
    const ItemDictionary& builtIn = ItemDictionary::builtIn();
    const ItemDictionary& items = junheng::test::itemsWithBuses();
    for (const Item& item : builtIn.all())
        EXPECT_EQ(items.find(item.code), &item) << item.code.toStdString();
    EXPECT_EQ(items.all().size(), builtIn.all().size() + 1);
    EXPECT_EQ(builtIn.find(u"school_buses"), nullptr);

    const Item& buses = items.at(u"school_buses");
    const auto schools = items.ofLevel(Level::School);
    EXPECT_EQ(&schools.back(), &buses);
    EXPECT_EQ(buses.column, static_cast<int>(schools.size()) - 1);
    EXPECT_EQ(items.ofLevel(Level::Section).size(), builtIn.ofLevel(Level::Section).size());
    EXPECT_EQ(items.findByLabel(Level::School, u"校车数量"), &buses);
}

TEST(Indicator, NamesAllThatAreEnteredById) {
    int named = 0;
    for (const auto& [letter, count] : {std::pair{u'R', 7}, {u'G', 15}, {u'Q', 9}, {u'E', 5}, {u'V', 7}}) {
        for (int number = 1; number <= count; ++number)
            named += indicatorName(QChar(letter) + QString::number(number)).isEmpty() ? 0 : 1;
    }
    EXPECT_EQ(named, 43);
    EXPECT_EQ(indicatorName(u"V3"), QStringLiteral("重点学校或重点班"));
    EXPECT_TRUE(indicatorName(u"V8").isEmpty());
}

TEST(Indicator, KnowsTheNationalOrder) {
    EXPECT_EQ(nationalNumber(u"R1"), 1);
    EXPECT_EQ(nationalNumber(u"G1"), 8);
    EXPECT_EQ(nationalNumber(u"Q9"), 31);
    for (const char16_t* other : {u"R8", u"E1", u"V1", u"", u"r1"})
        EXPECT_EQ(nationalNumber(other), 0);
    EXPECT_EQ(indicatorIds(u"RGQ").size(), 31);
    EXPECT_EQ(indicatorIds(u"V").join(QChar(u' ')), QStringLiteral("V1 V2 V3 V4 V5 V6 V7"));
    QStringList ids{QStringLiteral("其他"), QStringLiteral("V1"), QStringLiteral("S1"),
                    QStringLiteral("R10"),  QStringLiteral("G1"), QStringLiteral("R2")};
    std::ranges::sort(ids, {}, indicatorRank);
    EXPECT_EQ(ids.join(QChar(u' ')), QStringLiteral("R2 R10 G1 S1 V1 其他"));
}

TEST(ItemDictionary, NamesIndicatorsOneByOne) {
    const ItemDictionary& items = ItemDictionary::builtIn();
    EXPECT_EQ(items.at(u"pupils").uses.join(QChar(u' ')), QStringLiteral("R1-R7 G4 G6"));
    EXPECT_EQ(items.at(u"pupils").indicators.join(QChar(u' ')), QStringLiteral("R1 R2 R3 R4 R5 R6 R7 G4 G6"));
    EXPECT_EQ(items.at(u"population").indicators, QStringList(QStringLiteral("S1"))) << "表Ⅰ is none";
    EXPECT_TRUE(items.at(u"computers").indicators.isEmpty()) << "nor is a standard, basic-2012";
}

TEST(ItemDictionary, UnitsArePrintedAsTheyAreWritten) {
    const ItemDictionary& items = ItemDictionary::builtIn();
    EXPECT_EQ(items.at(u"teaching_area").unit, Unit::SquareMetre);
    EXPECT_EQ(items.at(u"equipment_value").heading(), QStringLiteral("教学仪器设备资产值（万元）"));
    EXPECT_EQ(items.at(u"population").unitText(), QStringLiteral("万人"));
    EXPECT_FALSE(items.at(u"school_name").hasUnit());
    EXPECT_EQ(items.at(u"school_name").unitText(), QString());
    for (int unit = 0; unit <= static_cast<int>(Unit::Byte); ++unit)
        EXPECT_EQ(unitNamed(printedUnit(static_cast<Unit>(unit))), static_cast<Unit>(unit)) << unit;
    EXPECT_FALSE(unitNamed(u"斤").has_value());
}

// The enumerators and the words of the dictionary are the same list.
TEST(ItemDictionary, ChoicesMatchTheEnumerators) {
    const QStringList& types = ItemDictionary::builtIn().at(u"school_type").choices;
    ASSERT_EQ(types.size(), 9);
    EXPECT_EQ(types[static_cast<int>(SchoolType::TeachingPoint)], QStringLiteral("小学教学点"));
    EXPECT_EQ(types[static_cast<int>(SchoolType::NineYear)], QStringLiteral("九年一贯制学校"));
    EXPECT_EQ(types[static_cast<int>(SchoolType::TwelveYear)], QStringLiteral("十二年一贯制学校"));
    EXPECT_EQ(types[static_cast<int>(SchoolType::Complete)], QStringLiteral("完全中学"));
    EXPECT_EQ(types[static_cast<int>(SchoolType::Vocational)], QStringLiteral("职业学校（附设）"));
    const QStringList& stages = ItemDictionary::builtIn().at(u"stage").choices;
    ASSERT_EQ(stages.size(), kStageCount);
    for (int i = 0; i < kStageCount; ++i)
        EXPECT_EQ(stages[i], stageName(static_cast<Stage>(i)));
}
