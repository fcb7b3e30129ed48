// roll: the school year after one that is there. The counts are those of data/samples/demo-county.xlsx.

#include "run.h"

#include "model/county_year.h"
#include "workspace/school_years.h"
#include "workspace/workspace.h"

#include <gtest/gtest.h>

using namespace Qt::Literals::StringLiterals;

namespace junheng::cli {

namespace {

class Roll : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_EQ(run({u"init"_s, file(), u"--county"_s, u"示例县"_s, u"--code"_s, u"990101"_s}).code, 0);
        const QString sample = QStringLiteral(JUNHENG_SOURCE "/data/samples/demo-county.xlsx");
        ASSERT_EQ(run({u"import"_s, file(), sample, u"--year"_s, u"2025"_s}).code, 0);
    }
    [[nodiscard]] QString file() const { return m_folder.filePath(u"示例县.junheng"_s); }
    [[nodiscard]] nlohmann::json countsOf(int year) const {
        workspace::Workspace workspace;
        EXPECT_TRUE(workspace.open(file(), workspace::Access::ReadOnly, year));
        const model::CountyYear& data = workspace.data();
        return {data.schools().rowCount(), data.sections().rowCount(), data.campuses().rowCount(),
                data.table(model::Level::Room).rowCount()};
    }

    QTemporaryDir m_folder;
};

} // namespace

TEST_F(Roll, BeginsTheNextYearWithWhatStays) {
    const Answer answer = run({u"roll"_s, file(), u"--from"_s, u"2025"_s, u"--json"_s});
    ASSERT_EQ(answer.code, 0) << answer.err.toStdString();
    const nlohmann::json json = answer.json();
    EXPECT_EQ(json["format"], 1);
    EXPECT_EQ(json["year"], 2026);
    EXPECT_EQ(json["from"], 2025);
    EXPECT_EQ((nlohmann::json{json["schools"], json["sections"], json["campuses"], json["rooms"]}), countsOf(2025));
    EXPECT_EQ(countsOf(2026), countsOf(2025));
    EXPECT_GT(json["unconfirmed"], 0);

    // Nothing of it passes silently.
    const Answer assessed = run({u"assess"_s, file(), u"--year"_s, u"2026"_s});
    EXPECT_EQ(assessed.code, 0);
    EXPECT_TRUE(assessed.err.contains(u"个数据承接自上年，尚未确认"_s)) << assessed.err.toStdString();
    EXPECT_TRUE(run({u"check"_s, file(), u"--year"_s, u"2026"_s}).out.contains(u"个数据承接自上年，尚未确认"_s));
    const Answer reported =
        run({u"report"_s, file(), u"--year"_s, u"2026"_s, u"--xlsx"_s, m_folder.filePath(u"a.xlsx"_s)});
    EXPECT_EQ(reported.code, 0);
    EXPECT_TRUE(reported.err.contains(u"个数据承接自上年，尚未确认"_s));
    EXPECT_EQ(run({u"assess"_s, file(), u"--year"_s, u"2025"_s}).err, QString());
    EXPECT_EQ(run({u"verify"_s, file()}).code, 0);
    EXPECT_TRUE(run({u"history"_s, file()}).out.contains(u"开始 2026—2027学年（承接 2025—2026学年）"_s));

    const Answer again = run({u"roll"_s, file(), u"--from"_s, u"2025"_s});
    EXPECT_EQ(again.code, 3);
    EXPECT_TRUE(again.err.contains(u"已经有2026—2027学年"_s)) << again.err.toStdString();
}

TEST_F(Roll, OrBeginsItEmpty) {
    const Answer answer = run({u"roll"_s, file(), u"--from"_s, u"2025"_s, u"--empty"_s, u"--json"_s});
    ASSERT_EQ(answer.code, 0) << answer.err.toStdString();
    EXPECT_EQ(answer.json()["from"], nullptr);
    EXPECT_EQ(answer.json()["schools"], 0);
    EXPECT_EQ(answer.json()["unconfirmed"], 0);
    EXPECT_TRUE(run({u"history"_s, file()}).out.contains(u"开始 2026—2027学年（空白）"_s));
}

TEST_F(Roll, RefusesAndChangesNothing) {
    EXPECT_EQ(run({u"roll"_s, file()}).code, 2);
    EXPECT_EQ(run({u"roll"_s, file(), u"--from"_s, u"25"_s}).code, 2);
    EXPECT_EQ(run({u"roll"_s, file(), u"--from"_s, u"2024"_s}).code, 3); // 2025 is there
    EXPECT_EQ(run({u"roll"_s, file(), u"--from"_s, u"2030"_s}).code, 3); // nothing to take over, and far ahead
    EXPECT_EQ(run({u"roll"_s, m_folder.filePath(u"没有.junheng"_s), u"--from"_s, u"2025"_s}).code, 4);
    workspace::Workspace workspace;
    ASSERT_TRUE(workspace.open(file(), workspace::Access::ReadOnly));
    EXPECT_EQ(*workspace.schoolYears().inJournal(), std::vector<int>{2025});
}

} // namespace junheng::cli
