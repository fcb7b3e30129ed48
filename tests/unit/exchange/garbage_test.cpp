// Whatever stands in the cells: no crash, and never errors together with changes.
#include "book_builder.h"

#include <gtest/gtest.h>

#include <random>

using namespace Qt::Literals::StringLiterals;

namespace junheng::test {
namespace {

using sheet::CellKind;

class Garbage {
public:
    explicit Garbage(unsigned seed) : m_random(seed) {}

    int below(int bound) { return std::uniform_int_distribution(0, bound - 1)(m_random); }

    TestCell cell() {
        static const QStringList kTexts{
            u"3499010001"_s,   u"3499010002"_s, u"3499010003"_s,     u"小学"_s,       u"初中"_s,     u"高中"_s,
            u"不适用"_s,       u"-1"_s,         u"1e308"_s,          u"NaN"_s,        u"inf"_s,      u"1,2,3"_s,
            u"是"_s,           u"东校区"_s,     u"本部"_s,           u"G1"_s,         u"V1"_s,       u"语文"_s,
            u"四年级"_s,       u"家长"_s,       u"学校标识码"_s,     u"在校学生数"_s, u"（"_s,       u"）（）"_s,
            u"（人）"_s,       u"349901"_s,     u"2025"_s,           u"示例县"_s,     u"2025-9-1"_s, u"0.1234567"_s,
            u"\u200b\ufeff"_s, u"\U0001F600"_s, QString(5000, u'9'), u"=A1"_s,        u"/"_s};
        switch (below(10)) {
        case 0:
            return {};
        case 1:
            return TestCell(below(2000) - 100);
        case 2:
            return {CellKind::Number, QString::number(std::ldexp(below(1 << 20), below(2000) - 1000), 'g', 17)};
        case 3:
            return {static_cast<CellKind>(1 + below(8)), kTexts[below(static_cast<int>(kTexts.size()))]};
        case 4: {
            QString text;
            for (int i = below(12) + 1; i > 0; --i)
                text += QChar(static_cast<char16_t>(1 + below(0xFFFE))); // lone surrogates too
            return {CellKind::Text, text};
        }
        default:
            return {CellKind::Text, kTexts[below(static_cast<int>(kTexts.size()))]};
        }
    }

    void spoil(Book& book, int cells) {
        static const std::vector<const char16_t*> kSheets{u"学校",     u"学段",     u"校区",     u"专用教室",
                                                          u"县级",     u"任务清单", u"质量监测", u"社会认可度",
                                                          u"定性结论", u"一票否决"};
        for (int i = 0; i < cells; ++i) {
            Rows& rows = book[kSheets[static_cast<std::size_t>(below(static_cast<int>(kSheets.size())))]];
            const auto row = static_cast<std::size_t>(below(static_cast<int>(rows.size()) + 2));
            const auto column = static_cast<std::size_t>(below(8));
            rows.resize(std::max(rows.size(), row + 1));
            rows[row].resize(std::max(rows[row].size(), column + 1));
            rows[row][column] = cell();
        }
    }

private:
    std::mt19937 m_random;
};

Book wholeBook() {
    Book book = smallBook();
    book[u"专用教室"] = {{u"学校标识码", u"专用教室类别", u"专用教室使用面积"}, {u"3499010001", u"音乐", 96}};
    book[u"县级"] = {{u"指标项", u"数值"}, {u"学年", 2025}, {u"乡镇数", 5}};
    book[u"质量监测"] = {{u"监测学科", u"监测年级", u"校际差异率"}, {u"语文", u"四年级", "0.1"}};
    book[u"社会认可度"] = {{u"调查对象", u"满意问卷数"}, {u"家长", 5}};
    book[u"定性结论"] = {{u"指标编号", u"自评结论"}, {u"G1", u"达标"}};
    book[u"一票否决"] = {{u"编号", u"是否存在"}, {u"V1", u"否"}};
    book[u"任务清单"] = {{u"指标编号", u"完成时限"}, {u"R1", u"2026-1-1"}};
    return book;
}

TEST(GarbageInCells, NeverBothErrorsAndChangesAndAlwaysIdempotent) {
    int accepted = 0;
    for (unsigned seed = 0; seed < 1000; ++seed) {
        Garbage garbage(seed);
        Book book = wholeBook();
        garbage.spoil(book, garbage.below(10) == 0 ? 200 : 1 + garbage.below(4));
        const model::CountyYear stored = seed % 2 == 0 ? emptyYear() : yearOf(wholeBook());
        const exchange::ImportOptions options{.clearBlanks = seed % 3 == 0};
        const exchange::ImportPlan plan = planOf(book, stored, options);
        ASSERT_FALSE(plan.hasErrors() && !plan.changes.isEmpty()) << "seed " << seed;
        for (const model::Finding& finding : plan.findings)
            ASSERT_FALSE(finding.code.isEmpty() || finding.message.isEmpty()) << "seed " << seed;
        static_cast<void>(exchange::identify(book.workbook(), u"x"_s));
        if (plan.hasErrors())
            continue;
        ++accepted;
        model::CountyYear year = stored;
        year.apply(plan.changes);
        ASSERT_TRUE(planOf(book, year, options).changes.isEmpty()) << "seed " << seed;
    }
    EXPECT_GT(accepted, 50) << "the second half of the test must be reached";
    EXPECT_LT(accepted, 900);
}

} // namespace
} // namespace junheng::test
