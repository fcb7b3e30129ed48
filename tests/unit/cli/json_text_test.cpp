#include "cli/json_text.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace junheng::cli {

namespace {

QString textOf(const Json& document) {
    QString text;
    QTextStream out(&text);
    writeJson(document, out);
    return text;
}

TEST(JsonText, NumbersAreTheShortestThatReadBackTheSame) {
    EXPECT_EQ(textOf(0.1), u"0.1\n"_s);
    EXPECT_EQ(textOf(44.0 / 9), u"4.888888888888889\n"_s);
    EXPECT_EQ(textOf(2200.0), u"2200\n"_s);
    EXPECT_EQ(textOf(5e-324), u"5e-324\n"_s);
    EXPECT_EQ(textOf(9007199254740993LL), u"9007199254740993\n"_s); // 2^53 + 1: an integer stays one
    double number = 1.0 / 3;
    for (int i = 0; i < 10000; ++i) {
        number = number * 1.0009 + 1e-7 / (i + 1);
        EXPECT_EQ(std::strtod(textOf(number).toUtf8().constData(), nullptr), number);
    }
}

TEST(JsonText, WhatIsNotFiniteIsNull) {
    EXPECT_EQ(textOf(std::numeric_limits<double>::quiet_NaN()), u"null\n"_s);
    EXPECT_EQ(textOf(std::numeric_limits<double>::infinity()), u"null\n"_s);
}

TEST(JsonText, MembersKeepTheirOrderAndTextItsCharacters) {
    const Json document{{"b", 1}, {"a", {true, nullptr}}, {"县\"", toJson(u"示例县\n\u0001"_s)}, {"e", Json::array()}};
    EXPECT_EQ(textOf(document), u"{\n  \"b\": 1,\n  \"a\": [\n    true,\n    null\n  ],\n"
                                "  \"县\\\"\": \"示例县\\n\\u0001\",\n  \"e\": []\n}\n"_s);
}

} // namespace

} // namespace junheng::cli
