// One cause, one error, and a sentence that names it: rows of totals and notes, codes that many rows have, the twelve
// digits of the bureau of statistics; and in cells, figures are refused the same way as typed.
#include "book_builder.h"

#include <gtest/gtest.h>

using namespace Qt::Literals::StringLiterals;

namespace junheng::test {
namespace {

using exchange::ImportPlan;

TEST(TotalRows, AreNamedOnceAndSayWhatToDo) {
    for (const char16_t* word :
         {u"合计", u"总 计", u"小计", u"注：本表由各校填报", u"说明：见附件", u"填表人：张某　审核人：李某",
          u"制表单位", u"单位负责人（签字）", u"备注", u"全县合计", u"填报日期：2025年10月"}) {
        Book book = smallBook();
        book[u"学校"].push_back({word, u"70 所", u"", u"", u"", u"约九千"});
        const ImportPlan plan = planOf(book);
        EXPECT_EQ(errorsOf(plan), QStringList{u"import.total_row 学校!A4"_s}) << QString::fromUtf16(word).toStdString();
        EXPECT_TRUE(messageOf(plan, "import.total_row").contains(u"合计行、说明行、填表人等请删除"_s));
    }
}

TEST(TotalRows, InEverySheet) {
    Book book = smallBook();
    book[u"学段"].push_back({u"合计", u"", 1600});
    book[u"校区"].push_back({u"3499010002", u"小计", 400, 300, 3800});
    book[u"专用教室"] = {{u"学校标识码", u"专用教室类别", u"专用教室使用面积"}, {u"合计", u"3间", 200}};
    book[u"社会认可度"] = {{u"调查对象", u"满意问卷数"}, {u"家长", 5}, {u"合计", 5}};
    book[u"一票否决"] = {{u"编号", u"是否存在"}, {u"V1", u"否"}, {u"注：据实填写"}};
    EXPECT_EQ(
        errorsOf(planOf(book)),
        (QStringList{u"import.total_row 学段!A5"_s, u"import.total_row 校区!B5"_s, u"import.total_row 专用教室!A2"_s,
                     u"import.total_row 社会认可度!A3"_s, u"import.total_row 一票否决!A3"_s}));
}

TEST(TotalRows, ASchoolOrCampusMayBeginWithSuchAWord) {
    Book book = smallBook();
    book[u"学校"][1][1] = u"全县实验小学";
    book[u"校区"][3][1] = u"说明寺校区";
    EXPECT_EQ(errorsOf(planOf(book)), QStringList());
}

// A title above the headings, in one row or several, is one error of the sheet and the only word about it.
TEST(TitleRows, AreNamedInsteadOfEveryColumn) {
    for (const char16_t* name : {u"学校", u"学段", u"校区", u"县级", u"社会认可度"}) {
        for (std::size_t rows = 1; rows <= 4; ++rows) {
            SCOPED_TRACE(QStringLiteral("%1 %2").arg(QString::fromUtf16(name)).arg(rows).toStdString());
            Book book = smallBook();
            book[u"县级"] = {{u"指标项", u"数值"}, {u"乡镇数", 5}};
            book[u"社会认可度"] = {{u"调查对象", u"满意问卷数"}, {u"家长", 5}};
            Rows& sheet = book[name];
            sheet.insert(sheet.begin(), rows, std::vector<TestCell>{u""});
            sheet[0] = {u"示例县2025学年学校基本情况表"};
            const ImportPlan plan = planOf(book);
            const QString place = QStringLiteral("%1!A%2").arg(QString::fromUtf16(name)).arg(rows + 1);
            EXPECT_EQ(errorsOf(plan), QStringList{u"import.title_row "_s + place});
            EXPECT_EQ(noticesOf(plan).filter(u" "_s + QString::fromUtf16(name)), QStringList());
            const QString message = messageOf(plan, "import.title_row");
            EXPECT_TRUE(message.contains(u"列名在第 %1 行"_s.arg(rows + 1))) << message.toStdString();
            EXPECT_TRUE(message.contains(u"请删除上面的标题行"_s)) << message.toStdString();
        }
    }
}

TEST(TitleRows, ThatSpeakOfAColumnAreTitlesAllTheSame) {
    Book book = smallBook();
    book[u"学段"].insert(book[u"学段"].begin(), std::vector<TestCell>{u"在校学生数（人）统计表", u"", u"2025年"});
    EXPECT_EQ(errorsOf(planOf(book)), QStringList{u"import.title_row 学段!A2"_s});
    const auto identity = [](Rows rows) {
        Book with = smallBook();
        with[u"县级"] = std::move(rows);
        return exchange::identify(with.workbook(), u"数据表.xlsx"_s);
    };
    const auto refused = identity({{u"县级数据"}, {u"指标项", u"数值"}, {u"学年", 2025}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, u"import.title_row"_s);
}

TEST(TitleRows, WhatCampusesAddUpToIsNotJudgedWithoutTheirSections) {
    const model::CountyYear stored = yearOf(smallBook());
    Book book = smallBook();
    book[u"学段"][2][2] = 410;
    book[u"校区"][2][2] = 410;
    EXPECT_EQ(errorsOf(planOf(book, stored)), QStringList());
    book[u"学段"].insert(book[u"学段"].begin(), std::vector<TestCell>{u"学段表"});
    EXPECT_EQ(errorsOf(planOf(book, stored)), QStringList{u"import.title_row 学段!A2"_s});
}

TEST(TitleRows, AMissingColumnOrAHeadingInTheDataIsNone) {
    Book book = smallBook();
    book[u"学段"][0] = {u"学校标识码", u"学段", u"人数", u"教师", u"职工"};
    EXPECT_EQ(errorsOf(planOf(book)), QStringList{u"import.missing_column 学段"_s});
    book = smallBook();
    book[u"学校"][2][1] = u"办学类型";
    EXPECT_EQ(errorsOf(planOf(book)), QStringList());
}

TEST(Pictures, InTheKeyOfARowAreNoTotalRow) {
    const sheet::CellKind picture = sheet::CellKind::Picture;
    Book book = smallBook();
    book[u"学段"][3][0] = TestCell(picture, {});
    ImportPlan plan = planOf(book);
    EXPECT_EQ(errorsOf(plan), QStringList{u"import.picture 学段!A4"_s});
    EXPECT_TRUE(messageOf(plan, "import.picture").contains(u"图片"_s));
    EXPECT_FALSE(messageOf(plan, "import.picture").contains(u"合计行"_s));
    book = smallBook();
    book[u"学段"][3][1] = TestCell(picture, {});
    EXPECT_EQ(errorsOf(planOf(book)), QStringList{u"import.picture 学段!B4"_s});
    book = smallBook();
    book[u"校区"][3][1] = TestCell(picture, {});
    EXPECT_EQ(errorsOf(planOf(book)), QStringList{u"import.picture 校区!B4"_s}) << "nor the main campus";
    book = smallBook();
    book[u"一票否决"] = {{u"编号", u"是否存在"}, {TestCell(picture, {}), u"否"}};
    EXPECT_EQ(errorsOf(planOf(book)), QStringList{u"import.picture 一票否决!A2"_s});
}

TEST(BadCodes, OneErrorForAllRowsThatHaveIt) {
    Book book = smallBook();
    for (const char16_t* sheet : {u"学校", u"学段", u"校区"}) {
        for (auto& cells : book[sheet]) {
            if (cells[0].text == kNineYearSchool)
                cells[0] = u"34990100②2";
        }
    }
    const ImportPlan plan = planOf(book);
    EXPECT_EQ(errorsOf(plan), QStringList{u"value.not_a_code 学校!A3"_s});
    EXPECT_TRUE(
        messageOf(plan, "value.not_a_code").contains(u"另有 4 行用了同一标识码"_s)); // two sections, two campuses
}

TEST(BadCodes, OfTheSheetOfSchoolsExplainTheRowsElsewhere) {
    Book book = smallBook();
    book[u"学校"][2][0] = u"3499010002①";
    const ImportPlan plan = planOf(book);
    EXPECT_EQ(errorsOf(plan), QStringList{u"value.not_a_code 学校!A3"_s});
    EXPECT_TRUE(messageOf(plan, "value.not_a_code").contains(u"其他工作表有 4 行的标识码 3499010002 因此对不上学校"_s));
}

TEST(BadCodes, AnUnknownSchoolIsOneErrorToo) {
    Book book = smallBook();
    book[u"学段"].push_back({u"3499019999", u"小学", 10});
    book[u"校区"].push_back({u"3499019999", u"", u"", u"", 10});
    book[u"专用教室"] = {{u"学校标识码", u"专用教室类别"}, {u"3499019999", u"音乐"}};
    const ImportPlan plan = planOf(book);
    EXPECT_EQ(errorsOf(plan), QStringList{u"import.unknown_school 学段!A5"_s});
    EXPECT_TRUE(messageOf(plan, "import.unknown_school").contains(u"另有 2 行"_s));
}

TEST(CountyCode, OfTheStatisticsTheFirstSixDigitsAreNamed) {
    const auto message = [](const char16_t* code) {
        Book book = smallBook();
        book[u"县级"] = {{u"指标项", u"数值"}, {u"行政区划代码", code}};
        const ImportPlan plan = planOf(book);
        EXPECT_EQ(errorsOf(plan), QStringList{u"import.bad_county_code 县级!B2"_s});
        return messageOf(plan, "import.bad_county_code");
    };
    EXPECT_TRUE(message(u"349901000000").contains(u"请取前六位 349901"_s)); // 统计用区划代码
    EXPECT_TRUE(message(u"349901001").contains(u"请取前六位 349901"_s));    // 乡级
    EXPECT_TRUE(message(u"３４９９０１００００００").contains(u"请取前六位 349901"_s));
    EXPECT_FALSE(message(u"34990").contains(u"请取前六位 34990"_s));
    EXPECT_FALSE(message(u"3499①1").contains(u"请取前六位 "_s)) << "a note mark is no digit";
    EXPECT_TRUE(message(u"34990\u202E1").contains(u"U+202E"_s));
}

TEST(FiguresInCells, AreReadAsTyped) {
    const auto error = [](const char16_t* text) {
        Book book = smallBook();
        book[u"学段"][1][2] = text;
        return errorsOf(planOf(book)).join(u'|');
    };
    for (const char16_t* text : {u"900①", u"900²", u"🄁00", u"900 901", u"900/901", u"900(901)", u"９００⑴"})
        EXPECT_EQ(error(text), u"value.not_a_number 学段!C2"_s) << QString::fromUtf16(text).toStdString();
    for (const char16_t* text :
         {u"\u202D900\u202C", u"900\u200E", u"\u2060900", u"9\u00AD00", u"９００", u"900人", u"９００　人"})
        EXPECT_EQ(error(text), QString()) << QString::fromUtf16(text).toStdString();
    Book book = smallBook();
    book[u"学校"][1][0] = u"\u202D3499010001\u202C";
    book[u"学校"][1][1] = u"柳溪\u200B小学\uFEFF";
    EXPECT_EQ(errorsOf(planOf(book)), QStringList());
    EXPECT_EQ(yearOf(book).schoolName(kPrimarySchool), u"柳溪小学"_s);
    book[u"定性结论"] = {{u"指标编号"}, {u"G①"}};
    EXPECT_EQ(errorsOf(planOf(book)), QStringList{u"import.unknown_indicator 定性结论!A2"_s});
    book[u"定性结论"] = {{u"指标编号"}, {u"Ｇ１\u200B"}};
    EXPECT_EQ(errorsOf(planOf(book)), QStringList());
    book[u"县级"] = {{u"指标项", u"数值"}, {u"学年", u"202⑤"}};
    EXPECT_EQ(errorsOf(planOf(book)), QStringList{u"import.bad_year 县级!B2"_s});
}

TEST(FiguresInCells, PrivateCharactersOfANameAreNoticed) {
    Book book = smallBook();
    book[u"学校"][1][1] = u"柳\uE123小学";
    const ImportPlan plan = planOf(book);
    EXPECT_EQ(errorsOf(plan), QStringList());
    EXPECT_TRUE(messageOf(plan, "import.private_character").contains(u"U+E123"_s));
}

} // namespace
} // namespace junheng::test
