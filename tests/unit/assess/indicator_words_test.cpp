// What tables Ⅳ and Ⅴ say of an indicator, and what is said of a school. Figures by hand, wording of the forms.

#include "indicator_fixture.h"

using namespace junheng;
using namespace junheng::test;
using namespace junheng::assess;
using standard::FigureFormat;

namespace {

constexpr const char16_t* kCode = u"9900000001";

std::string printed(FigureFormat format, const base::Rational& value) {
    return printedFigure(format, value).toStdString();
}

std::string detail(const CountyBuilder& county, const char16_t* indicator,
                   const char16_t* standard = u"national-2017") {
    const standard::Indicator& rule = *rulesOf(standard).findIndicator(QString::fromUtf16(indicator));
    return detailOf(county.build(), rule, judged(county, indicator, standard)).toStdString();
}

// Of the only school named.
std::string schoolWords(const CountyBuilder& county, const char16_t* indicator) {
    const IndicatorResult result = judged(county, indicator);
    EXPECT_EQ(result.schools.size(), 1U);
    const standard::Indicator& rule = *rulesOf().findIndicator(QString::fromUtf16(indicator));
    return schoolSentence(county.build(), rule, result.schools.at(0)).toStdString();
}

CountyBuilder school(const char16_t* type, const char16_t* stage, Cells section, Cells cells = {}) {
    CountyBuilder county;
    county.school(kCode, type, {{u"school_name", u"柳溪学校"}}).school(kCode, type, cells);
    county.section(kCode, stage, section);
    return county;
}

} // namespace

// Half up at every tie; 差异率 as delivered, other formats with their fixed decimals.
TEST(IndicatorWords, PrintsEveryFormat) {
    EXPECT_EQ(printed(FigureFormat::Count, base::Rational(2469, 2)), "1235"); // 1234.5
    EXPECT_EQ(printed(FigureFormat::Yuan, base::Rational(238000, 3)), "79333");
    EXPECT_EQ(printed(FigureFormat::Year, 2022), "2022");
    EXPECT_EQ(printed(FigureFormat::TenThousandYuan, base::Rational(2469, 200)), "12.35"); // 12.345
    EXPECT_EQ(printed(FigureFormat::Percentage, base::Rational(1899, 2000)), "95.0");      // 94.95 %
    EXPECT_EQ(printed(FigureFormat::Percentage, base::Rational(4749, 5000)), "95.0");      // 94.98 %
    EXPECT_EQ(printed(FigureFormat::Percentage, base::Rational(949, 1000)), "94.9");
    EXPECT_EQ(printed(FigureFormat::Coefficient, base::Rational(1, 2)), "0.500");
    EXPECT_EQ(printed(FigureFormat::Coefficient, base::Rational(1001, 2000)), "0.501"); // 0.5005
    EXPECT_EQ(printed(FigureFormat::Delivered, base::Rational(149, 1000)), "0.149");
    EXPECT_EQ(printed(FigureFormat::Delivered, base::Rational(1, 10)), "0.1");
    EXPECT_EQ(printed(FigureFormat::Delivered, base::Rational(1, 3)), "0.333"); // three at most
    EXPECT_EQ(printed(FigureFormat::Delivered, 100), "100");
    EXPECT_EQ(printed(FigureFormat::Level, 1), "Ⅰ");
    EXPECT_EQ(printed(FigureFormat::Level, 4), "Ⅳ");
    EXPECT_EQ(printedFigure(FigureFormat::Count, std::nullopt), QStringLiteral("待填报"));
}

TEST(IndicatorWords, TheConclusionAndItsNote) {
    CountyBuilder county;
    EXPECT_EQ(detail(county, u"G1"), "待填报");
    EXPECT_EQ(detail(conclude(county, u"G1", u"未达标"), u"G1"), "未达标");
    EXPECT_EQ(detail(conclude(county, u"G1", u"不适用"), u"G1"), "不适用");
    county.row(model::Level::Attested, u"G1", {{u"conclusion", u"达标"}, {u"conclusion_note", u"县政府批复"}});
    EXPECT_EQ(detail(county, u"G1"), "达标：县政府批复");
}

// What is said beside the word of the status, which a report prints as a mark of its own.
TEST(IndicatorWords, NothingStandsBesideAConclusionAlone) {
    const auto beside = [](const char16_t* indicator, Cells cells) {
        CountyBuilder county;
        county.row(model::Level::Attested, indicator, cells);
        const standard::Indicator& rule = *rulesOf().findIndicator(QString::fromUtf16(indicator));
        return detailBesideStatus(county.build(), rule, judged(county, indicator)).value_or(QStringLiteral("nothing"));
    };
    EXPECT_EQ(beside(u"G1", {{u"conclusion", u"达标"}}), QStringLiteral("nothing"));
    EXPECT_EQ(beside(u"G1", {{u"conclusion", u"待定"}}), QStringLiteral("待定")); // its status is 待填报
    EXPECT_EQ(beside(u"G1", {{u"conclusion_note", u"在办"}}), QStringLiteral("待填报：在办"));
    EXPECT_EQ(beside(u"G1", {{u"conclusion", u"达标"}, {u"conclusion_note", u"批复"}}), QStringLiteral("达标：批复"));
}

// A grade is still to be given: the conclusion stands beside 待填报.
TEST(IndicatorWords, AConclusionThatGradesWillReplace) {
    CountyBuilder county = school(u"小学", u"primary", {{u"pupils", u"500"}}, {{u"moral_culture_grade", u"良好"}});
    county.school(u"9900000002", u"小学").section(u"9900000002", u"primary", {{u"pupils", u"400"}});
    conclude(county, u"Q6", u"达标");
    ASSERT_EQ(judged(county, u"Q6").status, IndicatorStatus::Missing);
    EXPECT_EQ(detail(county, u"Q6"), "达标");
}

// Q6 is the conclusion where no school has a grade, and the count of schools where one has.
TEST(IndicatorWords, GradesOrTheConclusion) {
    CountyBuilder county = school(u"小学", u"primary", {{u"pupils", u"500"}});
    EXPECT_EQ(detail(conclude(county, u"Q6", u"达标"), u"Q6"), "达标");
    county.school(kCode, u"小学", {{u"moral_culture_grade", u"合格"}});
    EXPECT_EQ(detail(county, u"Q6"), "参与判定的学校1所，德育工作、校园文化建设水平未达到良好的1所");
    EXPECT_EQ(schoolWords(county, u"Q6"), "柳溪学校：德育与校园文化等级：合格，未达标");
}

TEST(IndicatorWords, FillsTheSentenceOfTheForm) {
    CountyBuilder county;
    county.county({{u"rotation_eligible", u"150"}, {u"rotation_actual", u"14"}, {u"rotation_backbone", u""}});
    // 14 / 150 = 9.33 %
    EXPECT_EQ(detail(county, u"G11"), "全县符合交流轮岗条件教师总数150名，上一年度交流轮岗教师14名，"
                                      "交流轮岗教师占符合交流轮岗条件教师总数的比例9.3%；"
                                      "交流轮岗的骨干教师待填报名，占交流轮岗教师总数的比例待填报%");
}

// A share of nothing is no blank cell: no blind child lives there, of the deaf nothing is known.
TEST(IndicatorWords, AShareOfNothingIsNotApplicable) {
    CountyBuilder county;
    county.county({{u"disabled_total", u"20"},
                   {u"disabled_enrolled", u"19"},
                   {u"disabled_special", u"5"},
                   {u"disabled_blind_total", u"0"},
                   {u"disabled_blind_enrolled", u"0"},
                   {u"disabled_mental_total", u"不适用"},
                   {u"disabled_mental_enrolled", u"不适用"}});
    EXPECT_EQ(detail(county, u"Q2", u"urumqi-county-2022"),
              "全县残疾儿童少年为20人，入学19人，入学率为95.0%。其中，在特殊教育学校就读5人，占比26.3%。"
              "盲、聋、智障三类残疾儿童少年义务教育入学率分别为不适用、待填报%、不适用");
}

// Every blank in a sentence reads 待填报, of whatever kind the rule is.
TEST(IndicatorWords, ASentenceWithBlanks) {
    EXPECT_EQ(detail(CountyBuilder(), u"G8"),
              "全县义务教育学校教师年平均工资收入为待填报元，当地公务员年平均工资收入待填报元");
    EXPECT_EQ(detail(CountyBuilder(), u"Q1"),
              "全县初中毕业班学生数为待填报人，三年前该年级入学学生数为待填报人，毕业年级三年转入学生数为待填报人，"
              "死亡学生数为待填报人，转出学生数为待填报人，全县初中三年巩固率为待填报%");
}

TEST(IndicatorWords, NotApplicableAndWithoutASentence) {
    const CountyBuilder large = school(u"小学", u"primary", {{u"pupils", u"500"}});
    EXPECT_EQ(detail(large, u"G6"), "不适用"); // no school below 100
    EXPECT_EQ(detail(CountyBuilder(), u"E4"), "待填报");
    CountyBuilder recognised;
    recognised.county({{u"basic_recognised_year", u"2015"}});
    EXPECT_EQ(detail(recognised, u"E1"), "2015年通过国家义务教育基本均衡发展认定，已满10年");
    EXPECT_EQ(detail(CountyBuilder(2024), u"E1"),
              "待填报"); // only from 2025 on every county has been recognised so long
    EXPECT_EQ(detail(CountyBuilder(), u"E2"),
              "1年前小学综合差异系数 待填报，1年前初中综合差异系数 待填报，2年前小学综合差异系数 待填报，"
              "2年前初中综合差异系数 待填报，3年前小学综合差异系数 待填报，3年前初中综合差异系数 待填报");
}

TEST(IndicatorWords, NamesTheSubjectsMonitored) {
    CountyBuilder county;
    EXPECT_EQ(detail(county, u"Q9"), "待填报");
    county.row(model::Level::Monitoring, u"德育/四年级", {{u"monitored_level", u"Ⅲ"}});
    EXPECT_EQ(detail(county, u"Q9"), "德育Ⅲ级、校际差异率待填报");
    county.row(model::Level::Monitoring, u"语文/四年级", {{u"monitored_gap", u"0.12"}});
    EXPECT_EQ(detail(county, u"Q9"), "语文待填报级、校际差异率0.12；德育Ⅲ级、校际差异率待填报");
}

TEST(IndicatorWords, ASchoolThatIsTooLarge) {
    EXPECT_EQ(schoolWords(school(u"小学", u"primary", {{u"pupils", u"2150"}}), u"G4"),
              "柳溪学校：义务教育阶段在校学生数 2150，限值 2000，未达标");
    EXPECT_EQ(schoolWords(school(u"小学", u"primary", {{u"pupils", u"2150"}}, {{u"built_year", u"2006"}}), u"G4"),
              "柳溪学校：义务教育阶段在校学生数 2150，限值 2400，达标（适用放宽条件：2010年及之前规划并建成的学校，"
              "小学、初中不超过2400人，九年一贯制学校不超过3000人；不适用时为 2150，限值 2000，未达标）");
    EXPECT_EQ(schoolWords(school(u"职业学校（附设）", u"junior", {{u"pupils", u"88"}}), u"G4"),
              "柳溪学校：义务教育阶段在校学生数 88，不得附设义务教育阶段班，未达标");
}

TEST(IndicatorWords, ASchoolWithoutRooms) {
    const CountyBuilder county = school(u"小学", u"primary", {{u"pupils", u"300"}, {u"classes", u"13"}},
                                        {{u"music_rooms", u"0"}, {u"fine_art_rooms", u"0"}});
    const IndicatorResult result = judged(county, u"G3");
    ASSERT_EQ(result.schools.size(), 2U);
    const standard::Indicator& rule = *rulesOf().findIndicator(QStringLiteral("G3"));
    EXPECT_EQ(schoolSentence(county.build(), rule, result.schools[0]),
              QStringLiteral("柳溪学校：达到面积的音乐专用教室 0，限值 2，未达标"));
    EXPECT_EQ(schoolSentence(county.build(), rule, result.schools[1]),
              QStringLiteral("柳溪学校：达到面积的美术专用教室 0，限值 2，未达标"));
}

TEST(IndicatorWords, AStageWithLargeClasses) {
    EXPECT_EQ(schoolWords(school(u"小学", u"primary", {{u"pupils", u"300"}, {u"largest_class", u"46"}}), u"G5"),
              "柳溪学校 小学：最大班额 46，限值 45，未达标");
    EXPECT_EQ(schoolWords(school(u"初级中学", u"junior", {{u"pupils", u"300"}, {u"classes_51_55", u"2"}}), u"G5"),
              "柳溪学校 初中：最大班额，限值 50，未达标");
}

// 7.1999 万元 of 7.2; 5.95 万元 for 10 pupils; 4 of 100 万元.
TEST(IndicatorWords, SchoolsShortOfFunds) {
    CountyBuilder small = school(u"小学", u"primary", {{u"pupils", u"99"}}, {{u"small_school_funds", u"7.1999"}});
    small.county({{u"funds_standard_primary", u"720"}});
    EXPECT_EQ(schoolWords(small, u"G6"), "柳溪学校：公用经费 71999元，限值 72000元，未达标");
    EXPECT_EQ(
        schoolWords(school(u"特殊教育学校", u"special", {{u"pupils", u"10"}}, {{u"public_funds_budget", u"5.95"}}),
                    u"G7"),
        "柳溪学校 特教：生均公用经费 5950元，限值 6000元，未达标");
    EXPECT_EQ(schoolWords(school(u"小学", u"primary", {{u"pupils", u"500"}},
                                 {{u"public_funds_budget", u"100"}, {u"teacher_training_budget", u"4"}}),
                          u"Q4"),
              "柳溪学校：教师培训经费预算占比 4.0%，限值 5.0%，未达标");
}

TEST(IndicatorWords, ASchoolWithoutACharter) {
    EXPECT_EQ(schoolWords(school(u"小学", u"primary", {{u"pupils", u"500"}}, {{u"charter", u"否"}}), u"Q3"),
              "柳溪学校：是否制定章程：否，未达标");
}

TEST(IndicatorWords, EveryStatusHasItsWord) {
    EXPECT_EQ(statusWord(IndicatorStatus::Met), QStringLiteral("达标"));
    EXPECT_EQ(statusWord(IndicatorStatus::Unmet), QStringLiteral("未达标"));
    EXPECT_EQ(statusWord(IndicatorStatus::Missing), QStringLiteral("待填报"));
    EXPECT_EQ(statusWord(IndicatorStatus::NotApplicable), QStringLiteral("不适用"));
    EXPECT_EQ(approvalSentence({}), QStringLiteral("问卷 待填报 份，有效 待填报 份，满意 待填报 份，满意度 待填报%"));
}
