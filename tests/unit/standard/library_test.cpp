#include "standard/library.h"

#include <QFile>

#include <gtest/gtest.h>

using namespace junheng;
using namespace junheng::standard;

namespace {

QByteArray national() {
    QFile file(QStringLiteral(JUNHENG_SOURCE "/data/standards/national-2017.json"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

// The path named when `before` in the file is replaced by `after`; "accepted" when it is taken.
std::string faultOf(const QByteArray& before, const QByteArray& after) {
    QByteArray json = national();
    const auto at = json.indexOf(before);
    EXPECT_GE(at, 0) << before.toStdString();
    json.replace(at, before.size(), after);
    const auto parsed = parseStandard(json, QStringLiteral("own.json"));
    if (parsed)
        return "accepted";
    EXPECT_EQ(parsed.error().code, QStringLiteral("standard.invalid"));
    EXPECT_EQ(parsed.error().place.file, QStringLiteral("own.json"));
    EXPECT_TRUE(parsed.error().message.contains(parsed.error().place.cell));
    return parsed.error().place.cell.toStdString();
}

} // namespace

// Golden N9: thresholds of 教督〔2017〕6号 art. 6 and floors of 85 %.
TEST(Library, NationalThresholdsAndFloors) {
    const auto rules = loadStandard(QStringLiteral("national-2017"));
    ASSERT_TRUE(rules) << rules.error().message.toStdString();
    const char* thresholds[2][7] = {{"4.2", "1", "0.9", "4.5", "7.5", "2000", "2.3"},
                                    {"5.3", "1", "0.9", "5.8", "10.2", "2500", "2.4"}};
    const char* floors[2][7] = {{"3.57", "0.85", "0.765", "3.825", "6.375", "1700", "1.955"},
                                {"4.505", "0.85", "0.765", "4.93", "8.67", "2125", "2.04"}};
    ASSERT_EQ(rules->resource.size(), 7U);
    for (std::size_t stage = 0; stage < 2; ++stage) {
        for (std::size_t i = 0; i < 7; ++i) {
            const Threshold& threshold = rules->resource[i].threshold[stage];
            EXPECT_EQ(threshold.value, *base::parseRational(QString::fromLatin1(thresholds[stage][i])));
            EXPECT_EQ(threshold.floor, *base::parseRational(QString::fromLatin1(floors[stage][i])));
            EXPECT_EQ(judge(threshold.value, threshold), Status::Met);
            EXPECT_EQ(judge(threshold.floor, threshold), Status::Floor);
            EXPECT_EQ(judge(threshold.floor - base::Rational(1, 1000000000), threshold), Status::Below);
            EXPECT_EQ(judge(threshold.value - base::Rational(1, 1000000000), threshold), Status::Floor);
        }
    }
    EXPECT_EQ(rules->balanceLimit[0].toString(), QStringLiteral("0.5"));
    EXPECT_EQ(rules->balanceLimit[1].toString(), QStringLiteral("0.45"));
    EXPECT_EQ(rules->rowsMet, 6);
    EXPECT_EQ(rules->splitWeight[2], base::Rational(33, 25));
}

TEST(Library, AnUnknownStandardIsRefusedWithThoseThatExist) {
    const auto rules = loadStandard(QStringLiteral("national-1999"));
    ASSERT_FALSE(rules);
    EXPECT_EQ(rules.error().code, QStringLiteral("standard.unknown"));
    EXPECT_TRUE(rules.error().message.contains(QStringLiteral("national-2017")));
}

TEST(Library, EveryFaultNamesItsPath) {
    EXPECT_EQ(faultOf("\"format\": 1", "\"format\": 2"), "/format");
    EXPECT_EQ(faultOf("\"format\": 1,", ""), "/format");
    EXPECT_EQ(faultOf("\"primary\": \"4.5\", \"junior\": \"5.8\"", "\"primary\": 4.5, \"junior\": \"5.8\""),
              "/resource/3/threshold/primary");
    EXPECT_EQ(faultOf("\"primary\": \"4.5\", \"junior\": \"5.8\"", "\"primary\": \"4.5\""),
              "/resource/3/threshold/junior");
    EXPECT_EQ(faultOf("\"teaching_area\"],", "\"no_such_item\"],"), "/resource/3/plus/0");
    EXPECT_EQ(faultOf("[\"teaching_area\"],", "[\"pupils\"],"), "/resource/3/plus/0");
    EXPECT_EQ(faultOf("\"indicator\": \"R3\"", "\"indicator\": \"R9\""), "/relaxations/0/indicator");
    EXPECT_EQ(faultOf("\"compulsory_pupils\": [50, 99]", "\"compulsory_pupils\": [99, 50]"),
              "/relaxations/0/when/compulsory_pupils");
    EXPECT_EQ(faultOf("\"rural_small\": true", "\"pupils\": true"), "/relaxations/0/when/pupils");
    EXPECT_EQ(faultOf("\"share\": \"0.85\"", "\"share\": \"1.2\""), "/floor/share");
    EXPECT_EQ(faultOf("\"junior\": \"1.1\"", "\"junior\": \"0\""), "/split/junior");
    EXPECT_EQ(faultOf("\"source\": \"河北\"", "\"source\": \"某文件\""), "/scope/1/source");
    EXPECT_EQ(faultOf("\"school_type\": \"特殊教育学校\"", "\"school_type\": \"幼儿园\""),
              "/scope/1/exclude/school_type");
    EXPECT_EQ(faultOf("\"rows_met\"", "\"rows_mett\""), "/rows_met");
    EXPECT_EQ(faultOf("\"balance\": {", "\"extra\": 1, \"balance\": {"), "/extra");
    EXPECT_EQ(faultOf("\"extends\": null", "\"extends\": \"national-2025\""), "/extends");
    EXPECT_EQ(faultOf("\"natural_unit\": \"人\",", ""), "/resource/0/natural_unit");
    EXPECT_EQ(faultOf("\"id\": \"R2\"", "\"id\": \"R1\""), "/resource/1/id");
}

TEST(Library, WorkedExamplesAreRunAgain) {
    EXPECT_EQ(faultOf("\"value\": \"235/32\"", "\"value\": \"236/32\""), "/examples/0/value");
    EXPECT_EQ(faultOf("\"status\": \"floor\"", "\"status\": \"met\""), "/examples/7/status");
    EXPECT_EQ(faultOf("\"junior\": \"1.1\"", "\"junior\": \"1.2\""), "/examples/0/value");
}

TEST(Library, BrokenJsonIsRefused) {
    EXPECT_EQ(faultOf("\"format\": 1,", "\"format\": 1"), "/format");
    EXPECT_EQ(faultOf("\"format\": 1,", "\"format\": 1, \"format\": 1,"), "/format");
    EXPECT_FALSE(parseStandard(QByteArray(), QStringLiteral("empty.json")));
    EXPECT_FALSE(parseStandard("[]", QStringLiteral("list.json")));
}
