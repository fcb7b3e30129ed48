// Words in a heading beside the label: the item's unit and listed remarks are tolerated, everything else is named and
// keeps the figures out, since they may be another number. Expected outcomes are what a person reads in the heading.
#include "book_builder.h"

#include "exchange/heading_addition.h"

#include <gtest/gtest.h>

using namespace Qt::Literals::StringLiterals;

namespace junheng::test {
namespace {

using exchange::Conversion;
using exchange::ImportPlan;

base::Result<Conversion> conversionOf(const QString& text) {
    return exchange::parseConversion(text, exchange::TemplateLayout(model::ItemDictionary::builtIn()));
}

// 校区 with one more column, under the heading.
Book bookWith(const QString& heading, const TestCell& figure) {
    Book book = smallBook();
    book[u"校区"].front().push_back(TestCell(sheet::CellKind::Text, heading));
    book[u"校区"][1].resize(6);
    book[u"校区"][1][5] = figure;
    return book;
}

// The first error's code, or "notice" where the column is only named as unknown, or the figure read.
QString outcome(const QString& heading, const char16_t* code, const TestCell& figure = 20) {
    const Book book = bookWith(heading, figure);
    const ImportPlan plan = planOf(book);
    if (plan.hasErrors())
        return errorsOf(plan).join(u'|');
    if (noticesOf(plan).contains(u"import.unknown_column 校区"_s))
        return u"notice"_s;
    return shown(yearOf(book), campus(kPrimarySchool, u""), code);
}

TEST(HeadingWords, AnotherUnitIsRefusedHoweverItIsWritten) {
    for (const QString& heading :
         {u"教学仪器设备资产值（单位：元）"_s, u"教学仪器设备资产值（人民币元）"_s, u"教学仪器设备资产值（百元）"_s,
          u"教学仪器设备资产值 元"_s, u"教学仪器设备资产值（千元，学年初）"_s, u"教学仪器设备资产值【元】"_s,
          u"（元）教学仪器设备资产值"_s, u"教学仪器设备资产值[亿元]"_s, u"教学仪器设备资产值-元"_s,
          u"教学仪器设备资产值/元"_s, u"教学仪器设备资产值（计量单位为元"_s, u"教学仪器设备资产值（⾦额：百万元）"_s}) {
        const QStringList errors = errorsOf(planOf(bookWith(heading, 20)));
        ASSERT_EQ(errors.size(), 1) << heading.toStdString();
        EXPECT_TRUE(errors.first() == u"import.wrong_unit 校区!F1"_s ||
                    errors.first() == u"import.unknown_addition 校区!F1"_s)
            << heading.toStdString();
    }
    for (const QString& heading : {u"运动场地面积（单位：亩）"_s, u"运动场地面积-亩"_s, u"运动场地面积（公顷）"_s,
                                   u"运动场地面积（万平方米）"_s, u"运动场地面积 亩（必填）"_s})
        EXPECT_EQ(outcome(heading, u"sports_ground_area"), u"import.wrong_unit 校区!F1"_s) << heading.toStdString();
}

TEST(HeadingWords, UnknownWordsAreRefusedAndNamed) {
    for (const QString& heading :
         {u"教学仪器设备资产值（净值）"_s, u"教学仪器设备资产值（万元，含捐赠）"_s, u"教学仪器设备资产值合计"_s,
          u"教学仪器设备资产值（美元）"_s, u"教学仪器设备资产值②"_s, u"教学仪器设备资产值（万元）（当年新增）"_s,
          u"教学仪器设备资产值（生均）"_s})
        EXPECT_EQ(outcome(heading, u"equipment_value"), u"import.unknown_addition 校区!F1"_s) << heading.toStdString();
    const QString message =
        messageOf(planOf(bookWith(u"教学仪器设备资产值（万元，净值）"_s, 20)), "import.unknown_addition");
    EXPECT_TRUE(message.contains(u"“教学仪器设备资产值（万元，净值）”应为“教学仪器设备资产值（万元）”"_s))
        << message.toStdString();
    EXPECT_TRUE(message.contains(u"多出的“净值”"_s)) << message.toStdString();
}

// Factors, dates of other years, and stages say that other figures stand below. The workbook is imported for 2025.
TEST(HeadingWords, FactorsOtherYearsAndStagesAreNoRemarks) {
    for (const QString& heading :
         {u"教学仪器设备资产值（1000）"_s, u"教学仪器设备资产值（/1000）"_s, u"教学仪器设备资产值（*1000）"_s,
          u"教学仪器设备资产值*1000"_s, u"教学仪器设备资产值（单位：1000）"_s, u"教学仪器设备资产值（2023年末）"_s,
          u"教学仪器设备资产值（2024学年）"_s, u"教学仪器设备资产值（2024-2025学年）"_s,
          u"教学仪器设备资产值（上学年）"_s, u"教学仪器设备资产值（上年）"_s, u"教学仪器设备资产值（小学）"_s,
          u"教学仪器设备资产值（小数）"_s})
        EXPECT_EQ(outcome(heading, u"equipment_value"), u"import.unknown_addition 校区!F1"_s) << heading.toStdString();
    for (const QString& heading : {u"教学仪器设备资产值（2025学年）"_s, u"教学仪器设备资产值（截至2025年9月1日）"_s,
                                   u"教学仪器设备资产值（2025）"_s})
        EXPECT_EQ(outcome(heading, u"equipment_value"), u"20"_s) << heading.toStdString();
}

TEST(HeadingWords, TheOwnUnitAndRemarksAreTolerated) {
    for (const QString& heading :
         {u"教学仪器设备资产值（万元）"_s, u"教学仪器设备资产值（单位：万元）"_s, u"教学仪器设备资产值 万元"_s,
          u"教学仪器设备资产值（人民币万元）"_s, u"*教学仪器设备资产值（万元）（必填，学年初）"_s,
          u"教学仪器设备资产值（2025-2026学年）"_s, u"教学仪器设备资产值（万元；见说明）"_s, u"教学仪器设备资产值"_s,
          u"教学仪器\u200B设备资产值（账面原值）"_s, u"教学仪器设备资产值（保留两位小数）"_s,
          u"教学仪器设备资产值【万元】"_s, u"教学仪器设备资产值〈万元〉"_s, u"教学仪器设备资产值“万元”"_s})
        EXPECT_EQ(outcome(heading, u"equipment_value"), u"20"_s) << heading.toStdString();
    for (const QString& heading : {u"运动场地面积（m²）"_s, u"运动场地面积平方米"_s, u"运动场地⾯积"_s})
        EXPECT_EQ(outcome(heading, u"sports_ground_area"), u"20"_s) << heading.toStdString();
}

TEST(HeadingWords, OnesOwnColumnBesideTheItemsIsOnlyNamed) {
    Book book = bookWith(u"教学仪器设备资产值（万元）"_s, 20);
    book[u"校区"].front().push_back(u"教学仪器设备资产值（当年新增）");
    const ImportPlan plan = planOf(book);
    EXPECT_EQ(errorsOf(plan), QStringList());
    EXPECT_TRUE(messageOf(plan, "import.unknown_column")
                    .contains(u"“教学仪器设备资产值（当年新增）”（G1，是否应为“教学仪器设备资产值（万元）”？）"_s));
}

TEST(HeadingWords, WhatResemblesALabelIsNamedWithIt) {
    for (const QString& heading :
         {u"教学仪器设备资产植"_s, u"教学仪器设备值"_s, u"其中：教学仪器设备资产值"_s, u"仪器设备资产值"_s}) {
        const ImportPlan plan = planOf(bookWith(heading, 20));
        EXPECT_TRUE(messageOf(plan, "import.unknown_column").contains(u"是否应为“教学仪器设备资产值（万元）”"_s))
            << heading.toStdString();
    }
    EXPECT_FALSE(messageOf(planOf(bookWith(u"校长姓名"_s, u"甲")), "import.unknown_column").contains(u"是否应为"_s));
}

TEST(HeadingWords, LinesOfTheCountyLikewise) {
    const auto errors = [](const char16_t* label) {
        Book book = smallBook();
        book[u"县级"] = {{u"指标项", u"数值"}, {label, 5}};
        return errorsOf(planOf(book));
    };
    EXPECT_EQ(errors(u"特殊教育学校公用经费总额（单位：元）"), QStringList{u"import.wrong_unit 县级!A2"_s});
    EXPECT_EQ(errors(u"特殊教育学校公用经费总额（含随班就读）"), QStringList{u"import.unknown_addition 县级!A2"_s});
    EXPECT_EQ(errors(u"特殊教育学校学生数/百人"), QStringList{u"import.wrong_unit 县级!A2"_s});
    EXPECT_EQ(errors(u"教师年平均工资收入（元/年）"), QStringList());
    EXPECT_EQ(errors(u"教师年平均工资收入（万元/年）"), QStringList{u"import.wrong_unit 县级!A2"_s});
    EXPECT_EQ(errors(u"小学生均公用经费基准定额（元/生·年）"), QStringList());
    // The salaries are of the year before, so they may bear its date.
    EXPECT_EQ(errors(u"教师年平均工资收入（2024年）"), QStringList());
    EXPECT_EQ(errors(u"教师年平均工资收入（上年度）"), QStringList());
    EXPECT_EQ(errors(u"教师年平均工资收入（2023年）"), QStringList{u"import.unknown_addition 县级!A2"_s});
    EXPECT_EQ(errors(u"特殊教育学校学生数（2024年）"), QStringList{u"import.unknown_addition 县级!A2"_s});
    EXPECT_EQ(errors(u"填报人（签字）"), QStringList());
    EXPECT_EQ(errors(u"填报人：张某　审核人：李某"), QStringList());
}

TEST(Conversions, AreOfferedAndNeverAssumed) {
    const Book book = bookWith(u"教学仪器设备资产值（单位：元）"_s, "201234.5");
    const ImportPlan refused = planOf(book);
    ASSERT_EQ(refused.offers.size(), 1U);
    EXPECT_EQ(exchange::toText(refused.offers.front()), u"校区!教学仪器设备资产值=元"_s);
    EXPECT_TRUE(messageOf(refused, "import.wrong_unit").contains(u"如果数据确以“元”为单位"_s));
    EXPECT_TRUE(messageOf(refused, "import.wrong_unit").contains(u"--convert 校区!教学仪器设备资产值=元"_s));

    const auto agreed = conversionOf(u"校区!教学仪器设备资产值=元"_s);
    ASSERT_TRUE(agreed);
    const ImportPlan plan = planOf(book, emptyYear(), {.conversions = {*agreed}});
    EXPECT_EQ(errorsOf(plan), QStringList());
    EXPECT_EQ(plan.conversions, std::vector<Conversion>{*agreed});
    model::CountyYear year = emptyYear();
    year.apply(plan.changes);
    // 201234.5 元 = 20.12345 万元, four decimals, half up.
    EXPECT_EQ(shown(year, campus(kPrimarySchool, u""), u"equipment_value"), u"20.1235"_s);
    EXPECT_EQ(messageOf(plan, "import.converted"),
              u"列“教学仪器设备资产值”按 10000 元 = 1 万元 换算了 1 个数据，其中 1 个四舍五入。"_s);
}

// As many digits as make a difference in the item's own unit.
TEST(Conversions, LoseNoDigits) {
    const auto converted = [](const QString& conversion, const char* typed) {
        sheet::StoredCell cell{.kind = sheet::CellKind::Number, .text = QString::fromLatin1(typed)};
        const auto read = exchange::readConverted(*conversionOf(conversion), cell);
        const model::Item& item = *conversionOf(conversion)->item;
        return read ? model::displayText(item, read->observation) + (read->rounded ? u" rounded"_s : QString())
                    : read.error().code;
    };
    EXPECT_EQ(converted(u"校区!运动场地面积=平方公里"_s, "0.01064"), u"10640"_s);
    EXPECT_EQ(converted(u"校区!教学仪器设备资产值=亿元"_s, "0.030133"), u"301.33"_s);
    EXPECT_EQ(converted(u"校区!教学仪器设备资产值=元"_s, "3013300"), u"301.33"_s);
    EXPECT_EQ(converted(u"校区!教学仪器设备资产值=元"_s, "123456789.12"), u"12345.6789 rounded"_s);
}

TEST(Conversions, CountOnlyForTheUnitInTheHeading) {
    const auto agreed = conversionOf(u"校区!教学仪器设备资产值=元"_s);
    ASSERT_TRUE(agreed);
    const auto errors = [&](const QString& heading) {
        return errorsOf(planOf(bookWith(heading, 20), emptyYear(), {.conversions = {*agreed}}));
    };
    EXPECT_EQ(errors(u"教学仪器设备资产值（百元）"_s), QStringList{u"import.wrong_unit 校区!F1"_s});
    EXPECT_EQ(errors(u"教学仪器设备资产值（元，净值）"_s), QStringList{u"import.unknown_addition 校区!F1"_s});
    // The item's own unit stays what it is.
    const Book own = bookWith(u"教学仪器设备资产值（万元）"_s, 20);
    model::CountyYear year = emptyYear();
    year.apply(planOf(own, emptyYear(), {.conversions = {*agreed}}).changes);
    EXPECT_EQ(shown(year, campus(kPrimarySchool, u""), u"equipment_value"), u"20"_s);
}

TEST(Conversions, OfAreasHeadsAndLinesOfTheCounty) {
    const auto figure = [](const QString& heading, const char16_t* conversion, const char16_t* code,
                           const TestCell& cell) {
        const auto agreed = conversionOf(QString::fromUtf16(conversion));
        EXPECT_TRUE(agreed) << QString::fromUtf16(conversion).toStdString();
        model::CountyYear year = emptyYear();
        year.apply(
            planOf(bookWith(heading, cell), emptyYear(), {.conversions = {agreed.value_or(Conversion{})}}).changes);
        return shown(year, campus(kPrimarySchool, u""), code);
    };
    EXPECT_EQ(figure(u"运动场地面积（亩）"_s, u"校区!运动场地面积=亩", u"sports_ground_area", 15), u"10000"_s);
    EXPECT_EQ(figure(u"运动场地面积（亩）"_s, u"校区!运动场地面积=亩", u"sports_ground_area", u"3亩"), u"2000"_s);
    EXPECT_EQ(figure(u"运动场地面积（公顷）"_s, u"校区！运动场地面积＝公顷", u"sports_ground_area", "1.25"),
              u"12500"_s);
    EXPECT_EQ(figure(u"图书册数（万册）"_s, u"校区!图书册数=万册", u"books", "1.2345"), u"12345"_s);

    Book book = smallBook();
    book[u"县级"] = {{u"指标项", u"数值"}, {u"特殊教育学校公用经费总额（元）", 123'400}};
    const auto agreed = conversionOf(u"县级!特殊教育学校公用经费总额=元"_s);
    ASSERT_TRUE(agreed);
    model::CountyYear year = emptyYear();
    year.apply(planOf(book, emptyYear(), {.conversions = {*agreed}}).changes);
    EXPECT_EQ(shown(year, model::SubjectKey::ofCounty(), u"special_funds"), u"12.34"_s);
}

TEST(Conversions, ThatCannotBeAreRefused) {
    for (const QString& text :
         {u"校区!教学仪器设备资产值=亩"_s, u"校区!教学仪器设备资产值=万元"_s, u"校区!无此列=元"_s,
          u"校园!教学仪器设备资产值=元"_s, u"教学仪器设备资产值=元"_s, u"校区!校区名称=元"_s, u""_s})
        EXPECT_FALSE(conversionOf(text)) << text.toStdString();
}

} // namespace
} // namespace junheng::test
