// What a typed text means: figures are never folded like labels, and nothing unseen is taken for something.
// The expected values are what a person reads in the cell.
#include "model/observation.h"
#include "model/typed_text.h"
#include "model/unit.h"

#include <gtest/gtest.h>

using namespace junheng::model;
using namespace Qt::Literals::StringLiterals;

namespace {

const Item& item(const char16_t* code) {
    return ItemDictionary::builtIn().at(QStringView(code));
}

// The amount as shown, or the code of the refusal.
QString read(const char16_t* code, const QString& text) {
    const auto parsed = parseObservation(item(code), text);
    return parsed ? displayText(item(code), parsed->observation) : parsed.error().code;
}

QString sentence(const char16_t* code, const QString& text) {
    const auto parsed = parseObservation(item(code), text);
    return parsed ? QString() : parsed.error().message;
}

std::string utf8(const QString& text) {
    return text.toStdString();
}

} // namespace

TEST(TypedNumbers, NoteMarksAndRaisedDigitsAreNoDigits) {
    for (const QString& text :
         {u"1191①"_s, u"1191²"_s, u"1191₁"_s, u"🄁191"_s, u"1191⑴"_s, u"1191⒈"_s, u"㈠1191"_s, u"1191㉑"_s, u"119½"_s,
          u"Ⅷ"_s, u"一二"_s, u"〇"_s, u"119〇"_s, u"1191⁻"_s, u"⓪"_s, u"❶"_s, u"1191①人"_s, u"1191人②"_s, u"1191注1"_s})
        EXPECT_EQ(read(u"pupils", text), u"value.not_a_number"_s) << utf8(text);
    EXPECT_TRUE(sentence(u"pupils", u"1191①"_s).contains(u"“1191①”"_s));
    EXPECT_TRUE(sentence(u"pupils", u"1191①"_s).contains(u"注号"_s));
    for (const QString& text : {u"9901010001①"_s, u"990101000①"_s, u"99010100⒈1"_s, u"990101000¹"_s})
        EXPECT_FALSE(parseSchoolCode(text)) << utf8(text);
    EXPECT_EQ(read(u"charter", u"①"_s), u"value.not_a_flag"_s);
    EXPECT_EQ(read(u"charter", u"⁰"_s), u"value.not_a_flag"_s);
    EXPECT_EQ(read(u"sponsor", u"1⓪"_s), u"value.unknown_choice"_s);
    EXPECT_EQ(read(u"task_deadline", u"2025-12-3①"_s), u"value.not_a_date"_s);
    EXPECT_EQ(read(u"task_deadline", u"2025-12-1 2"_s), u"value.not_a_date"_s);
    EXPECT_EQ(read(u"built_year", u"201²"_s), u"value.not_a_number"_s);
}

TEST(TypedNumbers, TwoNumbersInOneCellAreNone) {
    for (const QString& text : {u"1191 1192"_s, u"119/120"_s,      u"1191(1190)"_s,   u"1191（1190）"_s, u"1 191"_s,
                                u"1　191"_s,    u"1\u00A0191"_s,   u"119\u2800120"_s, u"1191\n1190"_s,   u"1,191,1"_s,
                                u"1191,1192"_s, u"1.191.000"_s,    u"1191-1192"_s,    u"119;120"_s,      u"119、120"_s,
                                u"12。5"_s,     u"119\u2063120"_s, u"1\u2009191 1"_s, u"119+1"_s,        u"3×40"_s})
        EXPECT_EQ(read(u"pupils", text), u"value.not_a_number"_s) << utf8(text);
    EXPECT_EQ(read(u"teaching_area", u"1.191.000"_s), u"value.not_a_number"_s);
}

TEST(TypedNumbers, WordsAroundANumberAreRefused) {
    for (const QString& text : {u"约1191"_s, u"1191人左右"_s, u"1191-"_s, u"+"_s, u"."_s, u"0x10"_s, u"1e"_s, u"¥12"_s,
                                u"1191名生"_s, u"#1191"_s, u"'1191"_s, u"(1191)"_s, u"- 5"_s})
        EXPECT_EQ(read(u"pupils", text), u"value.not_a_number"_s) << utf8(text);
}

TEST(TypedNumbers, WhatAnInputMethodTypesIsRead) {
    EXPECT_EQ(read(u"teaching_area", u"１２３．５"_s), u"123.5"_s);
    EXPECT_EQ(read(u"pupils", u"１，２３４"_s), u"1234"_s);
    EXPECT_EQ(read(u"pupils", u"1，191"_s), u"1191"_s);
    EXPECT_EQ(read(u"pupils", u"＋12"_s), u"12"_s);
    EXPECT_EQ(read(u"pupils", u"1\u2009191"_s), u"1191"_s); // 千分空, GB/T 15835
    EXPECT_EQ(read(u"pupils", u"1\u202F191\u202F000"_s), u"1191000"_s);
    EXPECT_EQ(read(u"pupils", u"　1191　"_s), u"1191"_s);
    EXPECT_EQ(read(u"pupils", u"1e3"_s), u"1000"_s);
    for (const QString& text : {u"−5"_s, u"－5"_s, u"-5"_s, u"﹣5"_s})
        EXPECT_EQ(read(u"pupils", text), u"value.negative"_s) << utf8(text);
    EXPECT_EQ(read(u"pupils", u"١١٩١"_s), u"1191"_s); // Arabic-Indic
    EXPECT_EQ(read(u"pupils", u"१२३"_s), u"123"_s);   // Devanagari
    EXPECT_EQ(read(u"pupils", u"𝟏191"_s), u"1191"_s); // mathematical bold
    EXPECT_EQ(read(u"pupils", u"߁߂"_s), u"value.not_a_number"_s) << "N'Ko digits stand from right to left";
}

TEST(TypedNumbers, TheUnitOfTheItemAndNoOther) {
    // The comma of other countries is a point, and a group begins with no zero.
    for (const auto& [code, text] : {std::pair(u"monitored_gap", u"0,125"_s), std::pair(u"equipment_value", u"0,417"_s),
                                     std::pair(u"pupils", u"012,345"_s), std::pair(u"pupils", u"0\u2009417"_s)})
        EXPECT_EQ(read(code, text), u"value.not_a_number"_s) << utf8(text);
    EXPECT_EQ(read(u"pupils", u"10,417"_s), u"10417"_s);
    EXPECT_EQ(read(u"pupils", u"120人"_s), u"120"_s);
    EXPECT_EQ(read(u"pupils", u"120 人"_s), u"120"_s);
    EXPECT_EQ(read(u"pupils", u"120名"_s), u"120"_s);
    EXPECT_EQ(read(u"pupils", u"120⼈"_s), u"120"_s); // the radical U+2F08
    for (const QString& unit : {u"㎡"_s, u"m2"_s, u"M²"_s, u"平方米"_s, u" 平米"_s, u"ｍ２"_s, u"m²"_s})
        EXPECT_EQ(read(u"teaching_area", u"3,500.5"_s + unit), u"3500.5"_s) << utf8(unit);
    EXPECT_EQ(read(u"equipment_value", u"12.5万元"_s), u"12.5"_s);
    EXPECT_EQ(read(u"equipment_value", u"人民币12.5万元"_s), u"value.not_a_number"_s);
    EXPECT_EQ(read(u"compulsory_retention", u"96.5％"_s), u"96.5"_s);
    EXPECT_EQ(read(u"built_year", u"2012年"_s), u"2012"_s);
    EXPECT_EQ(read(u"multimedia_rooms", u"12间"_s), u"12"_s);
    for (const auto& [code, text] :
         {std::pair(u"equipment_value", u"12.5万"_s), std::pair(u"equipment_value", u"125000元"_s),
          std::pair(u"teaching_area", u"3亩"_s), std::pair(u"teaching_area", u"35m"_s),
          std::pair(u"teaching_area", u"35m②"_s), std::pair(u"pupils", u"1.2千人"_s),
          std::pair(u"monitored_gap", u"8.3%"_s), std::pair(u"compulsory_retention", u"965‰"_s),
          std::pair(u"pupils", u"120人次"_s)})
        EXPECT_EQ(read(code, text), u"value.not_a_number"_s) << utf8(text);
}

TEST(UnseenCharacters, MeanNothingInFiguresAndCodes) {
    for (const char16_t mark :
         {u'\u200B', u'\u200C', u'\u200D', u'\u200E', u'\u200F', u'\u202A', u'\u202C', u'\u202D', u'\u2060', u'\u2066',
          u'\u2069', u'\u00AD', u'\uFEFF', u'\u061C', u'\uFE0F', u'\uFE00', u'\u180E', u'\u034F'}) {
        EXPECT_EQ(read(u"pupils", u"11"_s + QChar(mark) + u"91"_s), u"1191"_s) << std::hex << int{mark};
        EXPECT_EQ(read(u"charter", u"是"_s + QChar(mark)), u"是"_s) << std::hex << int{mark};
        EXPECT_EQ(read(u"locality", QChar(mark) + u"镇区"_s), u"镇区"_s) << std::hex << int{mark};
        EXPECT_EQ(read(u"school_name", QChar(mark) + u"甲村小学"_s + QChar(mark)), u"甲村小学"_s)
            << std::hex << int{mark};
        EXPECT_EQ(parseSchoolCode(QChar(mark) + u"9901001008"_s + QChar(mark)).value_or(QString()), u"9901001008"_s)
            << std::hex << int{mark};
        EXPECT_EQ(read(u"pupils", QString(QChar(mark))), QString()) << "blank, not zero";
    }
    EXPECT_EQ(read(u"pupils", u"1191\U000E0031"_s), u"1191"_s) << "a tag digit is not seen";
}

TEST(UnseenCharacters, ThatDeceiveAreRefusedByName) {
    // U+202E shows 1911 as 1191.
    for (const auto& [code, text] :
         {std::pair(u"pupils", u"\u202E1911\u202C"_s), std::pair(u"school_name", u"\u202E学小村甲"_s),
          std::pair(u"locality", u"\u202E区镇"_s), std::pair(u"charter", u"\u202E是"_s)})
        EXPECT_TRUE(sentence(code, text).contains(u"含有看不见的字符 U+202E"_s)) << utf8(sentence(code, text));
    const auto schoolCode = parseSchoolCode(u"\u202E9901001008"_s);
    ASSERT_FALSE(schoolCode);
    EXPECT_TRUE(schoolCode.error().message.contains(u"U+202E"_s));
}

TEST(UnseenCharacters, AreNamedWhereATextIsRefused) {
    EXPECT_TRUE(sentence(u"pupils", u"约1191\u200E"_s).contains(u"“约1191”（含有看不见的字符 U+200E）"_s));
    EXPECT_TRUE(sentence(u"locality", u"城\uE123区"_s).contains(u"含有自造字 U+E123"_s));
    EXPECT_TRUE(sentence(u"pupils", u"11\u000191x"_s).contains(u"U+0001"_s));
    EXPECT_EQ(quoted(u"1191"), u"“1191”"_s);
    EXPECT_EQ(quoted(u"\u200B\u200B\u00AD"), u"“”（含有看不见的字符 U+200B、U+00AD）"_s);
}

TEST(LookAlikes, RadicalsAreReadAsWhatTheyMean) {
    EXPECT_EQ(read(u"school_type", u"⼩学"_s), u"小学"_s);
    EXPECT_EQ(read(u"sponsor", u"⺠办"_s), u"10 民办"_s); // U+2EA0
    EXPECT_EQ(read(u"locality", u"乡⽊"_s), u"value.unknown_choice"_s);
    EXPECT_EQ(read(u"school_name", u"⼈⺠⼩学"_s), u"人民小学"_s);
    EXPECT_EQ(read(u"school_name", u"⻢⻥⻰小学"_s), u"马鱼龙小学"_s);
    EXPECT_EQ(foldText(u"⼈数"), u"人数"_s);
}

// What a bureau writes is kept: ideographs that Unicode calls compatible are other characters in a name.
TEST(LookAlikes, NamesStayAsWritten) {
    for (const QString& name : {u"\uF9D1合小学"_s, u"第①小学"_s, u"Ⅷ号小学"_s, u"甲　村小学"_s, u"葛\U000E0100村小学"_s,
                                u"ᠮᠣᠩᠭᠣᠯ\u180Eᠠ"_s, u"ｅ小学"_s})
        EXPECT_EQ(read(u"school_name", u" "_s + name + u"\u200B"_s), name) << utf8(name);
}

TEST(Units, KnowWhatOneIsInAnother) {
    const auto convert = [](const char16_t* from, const char16_t* to, const char16_t* number) {
        const auto ratio = unitRatio(unitName(QStringView(from)), unitName(QStringView(to)));
        if (!ratio)
            return u"none"_s;
        const Converted result = converted(*junheng::base::Decimal::parse(QStringView(number)), *ratio, 4);
        return result.text + (result.exact ? QString() : u" rounded"_s);
    };
    EXPECT_EQ(convert(u"元", u"万元", u"123456.78"), u"12.3457 rounded"_s); // 12.345678
    EXPECT_EQ(convert(u"人民币元", u"万元", u"20000"), u"2.0000"_s);
    EXPECT_EQ(convert(u"百元", u"万元", u"250"), u"2.5000"_s);
    EXPECT_EQ(convert(u"亿元", u"万元", u"0.5"), u"5000.0000"_s);
    EXPECT_EQ(convert(u"亩", u"平方米", u"3"), u"2000.0000"_s); // 15 亩 = 1 公顷 = 10,000 ㎡
    EXPECT_EQ(convert(u"亩", u"㎡", u"1"), u"666.6667 rounded"_s);
    EXPECT_EQ(convert(u"公顷", u"㎡", u"0.15"), u"1500.0000"_s);
    EXPECT_EQ(convert(u"万平方米", u"㎡", u"1.5"), u"15000.0000"_s);
    EXPECT_EQ(convert(u"千人", u"人", u"1.191"), u"1191.0000"_s);
    EXPECT_EQ(convert(u"元", u"㎡", u"1"), u"none"_s);
    EXPECT_EQ(convert(u"元", u"元", u"1"), u"none"_s);
    EXPECT_EQ(convert(u"台", u"间", u"1"), u"none"_s);
}
