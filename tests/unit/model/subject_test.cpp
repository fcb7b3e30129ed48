#include "model/subject.h"

#include <gtest/gtest.h>

using namespace junheng::model;

TEST(SubjectKey, OrdersBySchoolThenStage) {
    const SubjectKey primary{.level = Level::Section, .school = QStringLiteral("1"), .part = QStringLiteral("primary")};
    const SubjectKey junior{.level = Level::Section, .school = QStringLiteral("1"), .part = QStringLiteral("junior")};
    const SubjectKey senior{.level = Level::Section, .school = QStringLiteral("1"), .part = QStringLiteral("senior")};
    const SubjectKey other{.level = Level::Section, .school = QStringLiteral("2"), .part = QStringLiteral("primary")};
    EXPECT_LT(primary, junior);
    EXPECT_LT(junior, senior);
    EXPECT_LT(senior, other);
    const SubjectKey second{.level = Level::Room, .school = QStringLiteral("1"), .part = QStringLiteral("2")};
    const SubjectKey tenth{.level = Level::Room, .school = QStringLiteral("1"), .part = QStringLiteral("10")};
    EXPECT_LT(second, tenth);
}

TEST(SubjectKey, LabelsItsPart) {
    EXPECT_EQ(partLabel({.level = Level::Section, .school = {}, .part = QStringLiteral("junior")}),
              QStringLiteral("初中"));
    EXPECT_EQ(partLabel({.level = Level::Campus}), QStringLiteral("本部"));
    EXPECT_EQ(partLabel({.level = Level::Room, .school = {}, .part = QStringLiteral("3")}), QStringLiteral("第3间"));
}
