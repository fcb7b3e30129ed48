// What is asked of whom. Expected stages are those that the names of the types say (教基1001 办学类型).

#include "model/asked.h"
#include "support/county_builder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace junheng::model {
namespace {

using test::CountyBuilder;

QString idsOf(std::span<const Stage> stages) {
    QStringList ids;
    for (const Stage stage : stages)
        ids << stageId(stage);
    return ids.join(QChar(u' '));
}

TEST(Asked, StagesOfEveryTypeOfSchool) {
    struct Row {
        SchoolType type;
        const char16_t* usual;
        bool obligatory;
    };
    constexpr std::array kRows{Row{SchoolType::Primary, u"primary", false},
                               Row{SchoolType::TeachingPoint, u"primary", false},
                               Row{SchoolType::Junior, u"junior", false},
                               Row{SchoolType::NineYear, u"primary junior", true},
                               Row{SchoolType::TwelveYear, u"primary junior senior", true},
                               Row{SchoolType::Complete, u"junior senior", true},
                               Row{SchoolType::Senior, u"senior", false},
                               Row{SchoolType::Special, u"special", false}};
    for (const Row& row : kRows) {
        const QString usual = QString::fromUtf16(row.usual);
        EXPECT_EQ(idsOf(usualStages(row.type)), usual);
        EXPECT_EQ(idsOf(statedStages(row.type)), usual);
        EXPECT_EQ(idsOf(obligatoryStages(row.type)), row.obligatory ? usual : QString());
    }
    EXPECT_EQ(idsOf(usualStages(SchoolType::Vocational)), QStringLiteral("junior"));
    EXPECT_EQ(idsOf(statedStages(SchoolType::Vocational)), QString()) << "any stage may be attached to it";
    EXPECT_EQ(idsOf(obligatoryStages(SchoolType::Vocational)), QString());
}

TEST(Asked, ItemsOfAStage) {
    const auto asked = [](const char16_t* code) { return idsOf(stagesAsked(itemOf(code))); };
    EXPECT_EQ(asked(u"pupils"), QStringLiteral("primary junior senior special"));
    EXPECT_EQ(asked(u"classes"), QStringLiteral("primary junior"));
    EXPECT_EQ(asked(u"teachers_college"), QStringLiteral("primary")) << "above the wanted degree in 小学 alone";
    EXPECT_EQ(asked(u"graduates"), QStringLiteral("junior")) << "Q1 is of 初中";
    for (const char16_t* code : {u"teachers", u"certified_teachers", u"trained_teachers"}) // G9, G12
        EXPECT_EQ(asked(code), QStringLiteral("primary junior special"));
}

TEST(Asked, BlankCells) {
    const CountyYear year = CountyBuilder()
                                .school(u"9901010001", u"小学")
                                .school(u"9901010002", u"特殊教育学校")
                                .school(u"9901010003", u"高级中学")
                                .build();
    const Item& area = itemOf(u"teaching_area");
    const auto campus = [](const char16_t* school) {
        return SubjectKey{.level = Level::Campus, .school = QString::fromUtf16(school)};
    };
    EXPECT_TRUE(isAsked(year, campus(u"9901010001"), area));
    EXPECT_FALSE(isAsked(year, campus(u"9901010002"), area)) << "not assessed";
    EXPECT_FALSE(isAsked(year, campus(u"9901010003"), area)) << "nothing is split";
    EXPECT_TRUE(isAsked(year, campus(u"9901010009"), area)) << "a school that is not there yet";
    EXPECT_FALSE(isAsked(year, campus(u"9901010001"), itemOf(u"books"))) << "never required";
    const SubjectKey junior{
        .level = Level::Section, .school = QStringLiteral("9901010001"), .part = stageId(Stage::Junior)};
    EXPECT_FALSE(isAsked(year, junior, itemOf(u"teachers_college")));
    EXPECT_TRUE(isAsked(year, junior, itemOf(u"graduates")));
}

TEST(Asked, PartsThatEveryCountyHas) {
    EXPECT_EQ(askedParts(Level::Survey, {}).size(), 7);
    EXPECT_EQ(askedParts(Level::Veto, {}).join(QChar(u' ')), QStringLiteral("V1 V2 V3 V4 V5 V6 V7"));
    // Those without a figure: G1 G2 G8 G10 G14 G15, Q3 Q5 Q6 Q7 Q8, E2 E3 E5.
    EXPECT_EQ(askedParts(Level::Attested, {}).size(), 14);
    EXPECT_TRUE(askedParts(Level::Section, {}).isEmpty());
    const QStringList tasks = askedParts(Level::Task, {});
    EXPECT_EQ(tasks.size(), 31);
    const std::array further{FurtherIndicator{.id = QStringLiteral("Q10"), .title = {}},
                             FurtherIndicator{.id = QStringLiteral("R8"), .title = {}}};
    const QStringList more = askedParts(Level::Task, further);
    EXPECT_EQ(more.size(), 33);
    EXPECT_EQ(more.mid(6, 3).join(QChar(u' ')), QStringLiteral("R7 R8 G1"));
    EXPECT_EQ(more.back(), QStringLiteral("Q10"));
}

} // namespace
} // namespace junheng::model
