// What an import leaves alone, and the pupils of campuses.
#include "book_builder.h"

#include <gtest/gtest.h>

using namespace Qt::Literals::StringLiterals;

namespace junheng::test {
namespace {

using exchange::ImportPlan;
using model::Level;
using model::SubjectKey;

TEST(ImportKeeps, BlankCells) {
    Book book = smallBook();
    book[u"学段"][1][4] = u"";
    book[u"学段"][2][4] = u"  ";
    book[u"县级"] = {{u"指标项", u"数值"}, {u"乡镇数", 5}};
    const model::CountyYear stored = yearOf(book, yearOf(smallBook()));
    book[u"县级"][1][1] = u"";
    const ImportPlan plan = planOf(book, stored);
    EXPECT_EQ(errorsOf(plan), QStringList());
    EXPECT_TRUE(plan.changes.isEmpty());
    EXPECT_EQ(plan.summary.keptCells, 3);
    EXPECT_EQ(noticesOf(plan).filter(u"kept"_s),
              (QStringList{u"import.kept_blank 学段!E1"_s, u"import.kept_blank 县级"_s}));
    EXPECT_EQ(messageOf(plan, "import.kept_blank"), u"列“教职工数”有 2 个空白单元格，已有数据保留不变。"_s);
}

TEST(ImportKeeps, BlankCellsWithoutAStoredValueAreNotListed) {
    Book book = smallBook();
    book[u"学段"][1][4] = u"";
    const ImportPlan plan = planOf(book);
    EXPECT_EQ(plan.summary.keptCells, 0);
    EXPECT_EQ(messageOf(plan, "import.kept_blank"), QString());
}

TEST(ImportKeeps, AbsentColumnsSheetsSchoolsAndRows) {
    Book full = smallBook();
    full[u"专用教室"] = {{u"学校标识码", u"专用教室类别", u"专用教室使用面积"},
                         {u"3499010001", u"音乐", 96},
                         {u"3499010001", u"美术", 90},
                         {u"3499010002", u"美术", 90}};
    full[u"一票否决"] = {{u"编号", u"是否存在"}, {u"V1", u"否"}};
    const model::CountyYear stored = yearOf(full);

    Book book = smallBook();
    book[u"学校"].pop_back();                                                                 // the nine-year school
    book[u"学段"] = {{u"学校标识码", u"学段", u"在校学生数"}, {u"3499010001", u"小学", 900}}; // and two columns
    book[u"校区"].resize(2);
    book[u"专用教室"] = {{u"学校标识码", u"专用教室类别", u"专用教室使用面积"}, {u"3499010001", u"音乐", 96}};
    const ImportPlan plan = planOf(book, stored);
    EXPECT_EQ(errorsOf(plan), QStringList());
    EXPECT_TRUE(plan.changes.isEmpty());
    EXPECT_EQ(messageOf(plan, "import.absent_school"),
              u"已有的 1 所学校不在表中，数据保留不变：东山九年一贯制学校 3499010002。"_s);
    EXPECT_EQ(messageOf(plan, "import.absent_rooms"), u"已有的 1 间专用教室不在表中，保留不变：“柳溪小学”一间 90.00 ㎡ "
                                                      u"的美术专用教室（第2间）。如已撤去，请在导入预览"
                                                      "中勾选删除，或在命令行加 --remove-rooms。"_s);
    EXPECT_TRUE(messageOf(plan, "import.absent_sheet").contains(u"“一票否决”"_s));
    const auto found = std::ranges::find_if(plan.findings, [](const model::Finding& finding) {
        return finding.code == u"import.absent_columns" && finding.place.sheet == u"学段";
    });
    ASSERT_NE(found, plan.findings.end());
    EXPECT_TRUE(found->message.contains(u"教职工数"_s));
    EXPECT_FALSE(found->message.contains(u"在校学生数"_s));
}

TEST(ImportKeeps, NamesNoCountyIsANotice) {
    EXPECT_TRUE(noticesOf(planOf(smallBook())).contains(u"import.no_identity"_s));
    Book book = smallBook();
    book[u"县级"] = {{u"指标项", u"数值"}, {u"学年", 2025}};
    const ImportPlan plan = planOf(book);
    EXPECT_EQ(errorsOf(plan), QStringList());
    EXPECT_TRUE(noticesOf(plan).contains(u"import.no_identity 县级"_s));
}

TEST(ImportClears, BlankCellsOnRequest) {
    Book book = smallBook();
    book[u"学段"][1][4] = u"";
    book[u"学校"].front().resize(5); // an absent column is not a blank cell
    book[u"学校"][1].resize(5);
    book[u"学校"][2].resize(5);
    book[u"县级"] = {{u"指标项", u"数值"}, {u"乡镇数", 5}};
    const model::CountyYear stored = yearOf(book, yearOf(smallBook()));
    book[u"县级"][1][1] = u"";
    const ImportPlan plan = planOf(book, stored, {.clearBlanks = true});
    EXPECT_EQ(errorsOf(plan), QStringList());
    ASSERT_EQ(plan.changes.changes.size(), 2U);
    EXPECT_EQ(plan.changes.changes[0].subject, section(kPrimarySchool, u"primary"));
    EXPECT_EQ(plan.changes.changes[0].item, &item(u"staff"));
    EXPECT_EQ(plan.changes.changes[0].before.amount, 50);
    EXPECT_TRUE(plan.changes.changes[0].after.isMissing());
    EXPECT_EQ(plan.changes.changes[1].item, &item(u"towns"));
    EXPECT_EQ(plan.summary.clearedCells, 2);
    EXPECT_EQ(plan.summary.keptCells, 0);
}

TEST(Pupils, CampusesSumToTheirSection) {
    Book book = smallBook();
    book[u"校区"][3][3] = 299;
    const ImportPlan plan = planOf(book);
    EXPECT_EQ(errorsOf(plan), QStringList{u"import.campus_pupils 校区!D3"_s}); // 0 + 299 of 300
    EXPECT_TRUE(messageOf(plan, "import.campus_pupils").contains(u"299"_s));
    EXPECT_TRUE(messageOf(plan, "import.campus_pupils").contains(u"300"_s));
}

TEST(Pupils, ABlankCampusIsMissingAndNoError) {
    Book book = smallBook();
    book[u"校区"][3][3] = u"";
    EXPECT_EQ(errorsOf(planOf(book)), QStringList());
}

TEST(Pupils, ANotApplicableCampusAddsNothing) {
    Book book = smallBook();
    book[u"校区"][2][3] = u"不适用";
    EXPECT_EQ(errorsOf(planOf(book)), QStringList());
}

TEST(Pupils, ASingleCampusMayGiveThemOnlyRight) {
    Book book = smallBook();
    book[u"校区"][1][2] = 900;
    EXPECT_EQ(errorsOf(planOf(book)), QStringList());
    book[u"校区"][1][2] = 901;
    EXPECT_EQ(errorsOf(planOf(book)), QStringList{u"import.campus_pupils 校区!C2"_s});
}

TEST(Pupils, OfAStageWithoutASectionWaitForTheirRow) {
    Book book = smallBook();
    book[u"校区"][1][3] = 5;
    const ImportPlan plan = planOf(book);
    EXPECT_EQ(errorsOf(plan), QStringList());
    EXPECT_TRUE(noticesOf(plan).contains(u"import.campus_without_section 校区!D2"_s));
    book[u"校区"][1][3] = 0;
    EXPECT_FALSE(noticesOf(planOf(book)).contains(u"import.campus_without_section 校区!D2"_s));
}

TEST(Pupils, AreJudgedAsTheyWillBe) {
    const model::CountyYear stored = yearOf(smallBook());
    Book book = smallBook();
    for (auto& cells : book[u"校区"])
        cells.erase(cells.begin() + 2, cells.begin() + 4); // campuses without pupils: the stored ones stay
    book[u"学段"][3][2] = 310;
    EXPECT_EQ(errorsOf(planOf(book, stored)), QStringList{u"import.campus_pupils 学段!C4"_s});
    book[u"学段"][3][2] = u""; // the stored 300 stay
    EXPECT_EQ(errorsOf(planOf(book, stored)), QStringList());
    Book both = smallBook();
    both[u"学段"][3][2] = 310;
    both[u"校区"][3][3] = 310;
    EXPECT_EQ(errorsOf(planOf(both, stored)), QStringList());
}

TEST(Pupils, WithAnErrorOfTheirOwnAreNotSummed) {
    Book book = smallBook();
    book[u"学段"][3][2] = u"三百";
    EXPECT_EQ(errorsOf(planOf(book)), QStringList{u"value.not_a_number 学段!C4"_s});
}

TEST(Pupils, AreSummedBesideOtherErrorsOfTheSchool) {
    Book book = smallBook();
    book[u"学段"][3][3] = u"很多";
    book[u"校区"][3][3] = 299;
    EXPECT_EQ(errorsOf(planOf(book)),
              (QStringList{u"value.not_a_number 学段!D4"_s, u"import.campus_pupils 校区!D3"_s}));
}

TEST(Campuses, KeepTheSpellingTheyAreStoredWith) {
    const model::CountyYear stored = yearOf(smallBook());
    Book book = smallBook();
    book[u"校区"][3][1] = u"东 校区";
    book[u"校区"][2][1] = u"本部";
    const ImportPlan plan = planOf(book, stored);
    EXPECT_EQ(errorsOf(plan), QStringList());
    EXPECT_TRUE(plan.changes.isEmpty());
}

} // namespace
} // namespace junheng::test
