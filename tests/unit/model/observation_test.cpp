#include "model/observation.h"

#include <gtest/gtest.h>

using namespace junheng::model;

namespace {

const Item& item(const char16_t* code) {
    return ItemDictionary::builtIn().at(QStringView(code));
}

// "value 480000", "missing", "n/a", or the error's code.
std::string read(const char16_t* code, const char16_t* text) {
    const auto parsed = parseObservation(item(code), QStringView(text));
    if (!parsed)
        return parsed.error().code.toStdString();
    switch (parsed->observation.state) {
    case State::Missing:
        return "missing";
    case State::NotApplicable:
        return "n/a";
    case State::Value:
        break;
    }
    const auto& observation = parsed->observation;
    return (observation.text.isEmpty() ? std::to_string(observation.amount) : observation.text.toStdString()) +
           (parsed->rounded ? " rounded" : "");
}

} // namespace

TEST(ParseObservation, KeepsBlankApartFromZero) {
    EXPECT_EQ(read(u"pe_teachers", u""), "missing");
    EXPECT_EQ(read(u"pe_teachers", u"  　"), "missing");
    EXPECT_EQ(read(u"pe_teachers", u"0"), "0");
    EXPECT_EQ(read(u"pe_teachers", u" 不 适用 "), "n/a");
}

TEST(ParseObservation, ToleratesHowPeopleType) {
    EXPECT_EQ(read(u"teaching_area", u"1,234.5"), "123450");
    EXPECT_EQ(read(u"teaching_area", u"１２３４．５"), "123450");
    EXPECT_EQ(read(u"teaching_area", u"１，２３４"), "123400");
    EXPECT_EQ(read(u"teaching_area", u" 12,345 "), "1234500");
    EXPECT_EQ(read(u"pupils", u"1E3"), "1000");
    EXPECT_EQ(read(u"compulsory_retention", u"96.5%"), "9650");
    EXPECT_EQ(read(u"charter", u"是"), "1");
    EXPECT_EQ(read(u"charter", u"FALSE"), "0");
    EXPECT_EQ(read(u"sponsor", u"10"), "10 民办");
    EXPECT_EQ(read(u"sponsor", u"县级教育部门"), "7 县级教育部门");
    EXPECT_EQ(read(u"school_type", u"职业学校(附设)"), "职业学校（附设）");
    EXPECT_EQ(read(u"monitored_level", u"Ⅲ级"), "Ⅲ");
    EXPECT_EQ(read(u"monitored_level", u"III"), "Ⅲ");
    EXPECT_EQ(read(u"task_deadline", u"2025年12月31日"), "2025-12-31");
    EXPECT_EQ(read(u"parent_code", u"９９０１０１０００１"), "9901010001");
}

TEST(ParseObservation, RoundsHalfUpAndSaysSo) {
    EXPECT_EQ(read(u"teaching_area", u"12.345"), "1235 rounded");
    EXPECT_EQ(read(u"teaching_area", u"12.344"), "1234 rounded");
    EXPECT_EQ(read(u"pupils", u"12.5"), "13 rounded");
    // Binary noise behind the tenth decimal is no rounding.
    EXPECT_EQ(read(u"teaching_area", u"1234.5600000000001"), "123456");
    EXPECT_EQ(read(u"equipment_value", u"198.00000000000003"), "1980000");
    EXPECT_EQ(read(u"equipment_value", u"0.30000000000000004"), "3000");
}

TEST(ParseObservation, RefusesWhatCannotBe) {
    EXPECT_EQ(read(u"pupils", u"约300"), "value.not_a_number");
    EXPECT_EQ(read(u"pupils", u"12,34"), "value.not_a_number");
    EXPECT_EQ(read(u"pupils", u"12 345"), "value.not_a_number"); // may as well be two numbers
    EXPECT_EQ(read(u"pupils", u"nan"), "value.not_a_number");
    EXPECT_EQ(read(u"pupils", u"-3"), "value.negative");
    EXPECT_EQ(read(u"pupils", u"1e308"), "value.too_large");
    EXPECT_EQ(read(u"pupils", u"12345678901234567890123456789012345678901"), "value.too_large");
    EXPECT_EQ(read(u"pupils", u"10000000"), "value.too_large");
    EXPECT_EQ(read(u"pupils", u"9999999"), "9999999");
    EXPECT_EQ(read(u"equipment_value", u"99999999999.9999"), "999999999999999");
    EXPECT_EQ(read(u"equipment_value", u"100000000000"), "value.too_large");
    EXPECT_EQ(read(u"pupils", u"不适用"), "value.not_applicable");
    EXPECT_EQ(read(u"school_type", u"幼儿园"), "value.unknown_choice");
    EXPECT_EQ(read(u"charter", u"也许"), "value.not_a_flag");
    EXPECT_EQ(read(u"parent_code", u"123"), "value.not_a_code");
    EXPECT_EQ(read(u"task_deadline", u"2025-13-01"), "value.not_a_date");
    EXPECT_EQ(read(u"built_year", u"12"), "value.not_a_year");
}

TEST(ParseObservation, SentencesNameTheItemAndWhatWasFound) {
    const auto parsed = parseObservation(item(u"pupils"), u"约300");
    ASSERT_FALSE(parsed);
    EXPECT_TRUE(parsed.error().message.contains(QStringLiteral("在校学生数")));
    EXPECT_TRUE(parsed.error().message.contains(QStringLiteral("约300")));
}

TEST(ParseSchoolCode, WantsTenDigits) {
    EXPECT_EQ(parseSchoolCode(u" 9901010001 ").value(), QStringLiteral("9901010001"));
    EXPECT_EQ(parseSchoolCode(u"0001010001").value(), QStringLiteral("0001010001"));
    for (const char16_t* text : {u"", u"990101000", u"99010100011", u"99010100O1", u"9.901010001E9"})
        EXPECT_FALSE(parseSchoolCode(QStringView(text)));
}

// What is shown is read back as the same.
TEST(DisplayText, RoundTrips) {
    for (const auto& [code, text] :
         {std::pair(u"teaching_area", u"4800.05"), std::pair(u"charter", u"是"), std::pair(u"school_type", u"完全中学"),
          std::pair(u"pupils", u"0"), std::pair(u"equipment_value", u"不适用"), std::pair(u"school_name", u"=甲校")}) {
        const auto parsed = parseObservation(item(code), QStringView(text));
        ASSERT_TRUE(parsed);
        EXPECT_EQ(displayText(item(code), parsed->observation), QString::fromUtf16(text));
    }
    EXPECT_EQ(displayText(item(u"pupils"), Observation::missing()), QString());
}
