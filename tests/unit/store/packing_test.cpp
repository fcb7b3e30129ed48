// The JSON of docs/file-format.md, "Values".
#include "store/packing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace junheng::store {
namespace {

using model::State;

StoredValue number(std::int64_t amount, int scale = 0) {
    return {.state = State::Value, .amount = amount, .scale = scale};
}

StoredValue text(const QString& words) {
    return {.state = State::Value, .text = words};
}

const StoredValue kMissing;
const StoredValue kNotApplicable{.state = State::NotApplicable};
const StoredValue kThere{.state = State::Value};

StoredValue unconfirmed(StoredValue value) {
    value.unconfirmed = true;
    return value;
}

TEST(PackingTest, FiguresAreAnObject) {
    const std::vector<StoredFigure> figures{{QStringLiteral("school_name"), text(QStringLiteral("柳溪“小学”"))},
                                            {QStringLiteral("pupils"), number(612)},
                                            {QStringLiteral("teaching_area"), number(350025, 2)},
                                            {QStringLiteral("teachers_doctor"), kNotApplicable}};
    EXPECT_EQ(packFigures(figures),
              QByteArray("{\"school_name\":\"柳溪“小学”\",\"pupils\":612,\"teaching_area\":[350025,2],"
                         "\"teachers_doctor\":false}"));
    EXPECT_EQ(packFigures({}), QByteArray("{}"));
}

TEST(PackingTest, WhatIsUnconfirmedIsWrapped) {
    const std::vector<StoredFigure> figures{
        {QStringLiteral("school_name"), unconfirmed(text(QStringLiteral("柳溪小学")))},
        {QStringLiteral("books"), unconfirmed(number(612))},
        {QStringLiteral("teaching_area"), unconfirmed(number(350025, 2))},
        {QStringLiteral("computers"), unconfirmed(kNotApplicable)}};
    EXPECT_EQ(packFigures(figures), QByteArray("{\"school_name\":{\"c\":\"柳溪小学\"},\"books\":{\"c\":612},"
                                               "\"teaching_area\":{\"c\":[350025,2]},\"computers\":{\"c\":false}}"));
    const std::vector<StoredChange> changes{
        {QStringLiteral("books"), unconfirmed(number(612)), number(612), QString()}};
    EXPECT_EQ(packChanges(changes), QByteArray("[[\"books\",{\"c\":612},612,\"\"]]"));
    const auto back = unpackChanges(packChanges(changes));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->front().before, changes.front().before);
    EXPECT_EQ(back->front().after, changes.front().after);
}

TEST(PackingTest, ChangesAreArrays) {
    const std::vector<StoredChange> changes{{QString(), kMissing, kThere, QStringLiteral("A2")},
                                            {QStringLiteral("pupils"), number(600), kMissing, QString()}};
    EXPECT_EQ(packChanges(changes), QByteArray("[[null,null,true,\"A2\"],[\"pupils\",600,null,\"\"]]"));
    const auto back = unpackChanges(packChanges(changes));
    ASSERT_TRUE(back);
    ASSERT_EQ(back->size(), 2U);
    EXPECT_TRUE((*back)[0].item.isNull());
    EXPECT_EQ((*back)[0].before, kMissing);
    EXPECT_EQ((*back)[0].after, kThere);
    EXPECT_EQ((*back)[0].ref, QStringLiteral("A2"));
    EXPECT_EQ((*back)[1].before, number(600));
}

TEST(PackingTest, EveryValueComesBackAsItWas) {
    constexpr std::int64_t kLargest = 999'999'999'999'999'999;
    for (const StoredValue& value :
         {number(0), number(-7), number(kLargest), number(-kLargest, 18), number(kLargest, 1), number(0, 4),
          text(QString::fromUtf8("")), text(QStringLiteral("=1+2\\ \"x\"\n\t末")), text(QString(QChar(u'\0'))),
          text(QStringLiteral("𠮷")), text(QStringLiteral("null")), kNotApplicable, unconfirmed(number(0)),
          unconfirmed(number(-kLargest, 18)), unconfirmed(text(QStringLiteral("{\"c\":1}"))),
          unconfirmed(text(QString::fromUtf8(""))), unconfirmed(kNotApplicable)}) {
        const std::vector<StoredFigure> figures{{QStringLiteral("item"), value}};
        const auto back = unpackFigures(packFigures(figures));
        ASSERT_TRUE(back) << packFigures(figures).toStdString();
        ASSERT_EQ(back->size(), 1U);
        EXPECT_EQ(back->front().item, QStringLiteral("item"));
        EXPECT_EQ(back->front().value, value) << packFigures(figures).toStdString();
    }
}

TEST(PackingTest, WhatIsNoFiguresIsRefused) {
    for (const char* bytes : {"",
                              "[]",
                              "{",
                              "{\"pupils\":null}",
                              "{\"pupils\":true}",
                              "{\"pupils\":1.5}",
                              "{\"pupils\":1e30}",
                              "{\"pupils\":[1]}",
                              "{\"pupils\":[1,0]}",
                              "{\"pupils\":[1,19]}",
                              "{\"pupils\":[1.5,2]}",
                              "{\"pupils\":[\"1\",2]}",
                              "{\"pupils\":{}}",
                              "{\"pupils\":{\"c\":null}}",
                              "{\"pupils\":{\"c\":true}}",
                              "{\"pupils\":{\"c\":1.5}}",
                              "{\"pupils\":{\"c\":{\"c\":1}}}",
                              "{\"pupils\":{\"c\":1,\"d\":1}}",
                              "{\"pupils\":{\"v\":1}}",
                              "{\"pupils\":{\"c\":[1,0]}}"})
        EXPECT_FALSE(unpackFigures(bytes)) << bytes;
    for (const char* bytes : {"", "{}", "[1]", "[[\"pupils\",1,2]]", "[[1,1,2,\"\"]]", "[[\"pupils\",1.5,2,\"\"]]",
                              "[[\"pupils\",1,{},\"\"]]", "[[\"pupils\",1,2,3]]"})
        EXPECT_FALSE(unpackChanges(bytes)) << bytes;
}

} // namespace
} // namespace junheng::store
