#include "model/record_kind.h"
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

// As src/model/subject.h describes them.
TEST(SubjectKey, SaysWhatItsLevelAsksFor) {
    const QString code = QStringLiteral("9901000001");
    const std::vector<SubjectKey> possible{
        SubjectKey::ofSchool(code),
        SubjectKey::ofCounty(),
        {.level = Level::Section, .school = code, .part = QStringLiteral("special")},
        {.level = Level::Campus, .school = code},
        {.level = Level::Campus, .school = code, .part = QStringLiteral("东校区")},
        {.level = Level::Room, .school = code, .part = QStringLiteral("244")},
        {.level = Level::Monitoring, .part = QStringLiteral("语文/四年级")},
        {.level = Level::Monitoring, .part = QStringLiteral("语文/")},
        {.level = Level::Survey, .part = QStringLiteral("家长")},
        {.level = Level::Attested, .part = QStringLiteral("G10")},
        {.level = Level::Veto, .part = QStringLiteral("V1")},
        {.level = Level::Task, .part = QStringLiteral("R1")},
        {.level = Level::Evidence, .part = QStringLiteral("G1/2")},
        {.level = Level::Narrative, .part = QStringLiteral("preface")},
        {.level = Level::Explanation, .school = code, .part = QStringLiteral("degrees/section/primary")},
        {.level = Level::Explanation, .part = QStringLiteral("unconfirmed/county/学校")},
    };
    for (const SubjectKey& key : possible)
        EXPECT_TRUE(isPossible(key)) << levelId(key.level).toStdString() << ' ' << key.part.toStdString();
    const std::vector<SubjectKey> impossible{
        SubjectKey::ofSchool({}),
        SubjectKey::ofSchool(QStringLiteral("990100000")),
        SubjectKey::ofSchool(QStringLiteral("99010000011")),
        SubjectKey::ofSchool(QStringLiteral("99010000１1")),
        SubjectKey::ofSchool(QStringLiteral("<img src=x")),
        {.level = Level::School, .school = code, .part = QStringLiteral("primary")},
        {.level = Level::County, .part = QStringLiteral("x")},
        {.level = Level::County, .school = code},
        {.level = Level::Section, .school = code},
        {.level = Level::Section, .school = code, .part = QStringLiteral("zzz")},
        {.level = Level::Section, .school = code, .part = QStringLiteral("小学")},
        {.level = Level::Section, .part = QStringLiteral("primary")},
        {.level = Level::Campus, .school = code, .part = QString(501, u'东')},
        {.level = Level::Campus, .part = QStringLiteral("东校区")},
        {.level = Level::Room, .school = code},
        {.level = Level::Room, .school = code, .part = QStringLiteral("0")},
        {.level = Level::Room, .school = code, .part = QStringLiteral("-1")},
        {.level = Level::Room, .school = code, .part = QStringLiteral("12345678901234567890")},
        {.level = Level::Monitoring, .part = QStringLiteral("语文")},
        {.level = Level::Monitoring, .part = QStringLiteral("语文/四年级/甲")},
        {.level = Level::Monitoring, .school = code, .part = QStringLiteral("语文/四年级")},
        {.level = Level::Survey, .part = QStringLiteral("路人")},
        {.level = Level::Survey},
        {.level = Level::Attested},
        {.level = Level::Attested, .school = code, .part = QStringLiteral("G10")},
        {.level = Level::Veto},
        {.level = Level::Task},
        {.level = Level::Evidence, .part = QStringLiteral("G1")},
        {.level = Level::Evidence, .part = QStringLiteral("/1")},
        {.level = Level::Evidence, .part = QStringLiteral("G1/x")},
        {.level = Level::Narrative},
        {.level = Level::Explanation, .school = code, .part = QStringLiteral("degrees")},
        {.level = Level::Explanation, .school = QStringLiteral("1"), .part = QStringLiteral("degrees/section/primary")},
    };
    for (const SubjectKey& key : impossible)
        EXPECT_FALSE(isPossible(key)) << levelId(key.level).toStdString() << ' ' << key.part.toStdString();
}
