#include "model/item.h"
#include "model/stage.h"

#include <QSet>

#include <gtest/gtest.h>

using namespace junheng::model;

TEST(ItemDictionary, HoldsEveryItemOnce) {
    QSet<QString> codes;
    for (const Item& item : ItemDictionary::instance().all()) {
        EXPECT_FALSE(codes.contains(item.code)) << item.code.toStdString();
        codes.insert(item.code);
        EXPECT_FALSE(item.label.isEmpty()) << item.code.toStdString();
        EXPECT_FALSE(item.topic.isEmpty()) << item.code.toStdString();
        EXPECT_EQ(item.kind == ItemKind::Choice, !item.choices.isEmpty()) << item.code.toStdString();
        EXPECT_TRUE(item.decimals >= 0 && item.decimals <= 4) << item.code.toStdString();
    }
    EXPECT_GE(codes.size(), 126);
}

TEST(ItemDictionary, NumbersTheColumnsOfALevel) {
    for (int level = 0; level < kLevelCount; ++level) {
        int column = 0;
        QSet<QString> labels;
        for (const Item& item : ItemDictionary::instance().ofLevel(static_cast<Level>(level))) {
            EXPECT_EQ(item.column, column++);
            EXPECT_FALSE(labels.contains(item.label)) << "two headings alike: " << item.label.toStdString();
            labels.insert(item.label);
        }
        EXPECT_GT(column, 0) << level;
    }
}

TEST(ItemDictionary, KnowsAreas) {
    const Item& area = ItemDictionary::instance().at(u"teaching_area");
    EXPECT_EQ(area.heading(), QStringLiteral("教学及辅助用房面积（㎡）"));
    EXPECT_EQ(area.level, Level::Campus);
    EXPECT_EQ(area.decimals, 2);
    EXPECT_TRUE(area.required);
    EXPECT_EQ(ItemDictionary::instance().findByLabel(Level::Campus, u"教学及辅助用房面积"), &area);
    EXPECT_EQ(ItemDictionary::instance().findByLabel(Level::School, u"教学及辅助用房面积"), nullptr);
    EXPECT_EQ(ItemDictionary::instance().find(u"no_such"), nullptr);
}

// The enumerators and the words of the dictionary are the same list.
TEST(ItemDictionary, ChoicesMatchTheEnumerators) {
    const QStringList& types = ItemDictionary::instance().at(u"school_type").choices;
    ASSERT_EQ(types.size(), 9);
    EXPECT_EQ(types[static_cast<int>(SchoolType::TeachingPoint)], QStringLiteral("小学教学点"));
    EXPECT_EQ(types[static_cast<int>(SchoolType::NineYear)], QStringLiteral("九年一贯制学校"));
    EXPECT_EQ(types[static_cast<int>(SchoolType::TwelveYear)], QStringLiteral("十二年一贯制学校"));
    EXPECT_EQ(types[static_cast<int>(SchoolType::Complete)], QStringLiteral("完全中学"));
    EXPECT_EQ(types[static_cast<int>(SchoolType::Vocational)], QStringLiteral("职业学校（附设）"));
    const QStringList& stages = ItemDictionary::instance().at(u"stage").choices;
    ASSERT_EQ(stages.size(), kStageCount);
    for (int i = 0; i < kStageCount; ++i)
        EXPECT_EQ(stages[i], stageName(static_cast<Stage>(i)));
}
