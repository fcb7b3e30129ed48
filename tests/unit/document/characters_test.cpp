// Characters that no font has are named; those beyond the first plane can be found in PDF files, which poppler reads.
#include "document/paper/missing_characters.h"
#include "document/render/pdf_book.h"
#include "unit/document/pdf_file.h"

#include <gmock/gmock.h>

namespace junheng::document {

using namespace Qt::Literals::StringLiterals;
using document_test::PdfFile;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

Table tableWith(const QString& cell, Mark mark = Mark::None) {
    Table table{.name = u"表1"_s, .title = u"表1示例"_s};
    table.columnWidths = {8, 24};
    table.head = {{{{.column = 0, .text = u"序号"_s}, {.column = 1, .text = u"校名"_s}}}};
    table.body = {{{{.column = 0, .text = u"1"_s}, {.column = 1, .text = cell, .mark = mark}}}};
    return table;
}

Report reportWith(std::vector<Block> blocks, Style style = Style::Form) {
    return {.title = u"报告"_s, .author = {}, .date = QDate(2025, 11, 3), .blocks = std::move(blocks), .style = style};
}

std::vector<char32_t> missingOf(const Report& report) {
    std::vector<char32_t> codes;
    for (const MissingCharacter& character : missingCharacters(report))
        codes.push_back(character.code);
    return codes;
}

QString of(char32_t code) {
    return QString::fromUcs4(&code, 1);
}

} // namespace

// U+31350 is of an extension that Noto does not have, U+E863 the private place that 䶮 had in GBK; the others are
// private, of no character, and half of one.
TEST(MissingCharacters, AreNamedWhereverTheyStand) {
    constexpr char32_t kPrivate = 0x10FFFD;
    constexpr char32_t kNone = 0x2FFFE;
    constexpr char32_t kHalf = 0xD842;
    Table table = tableWith(u"县\U00031350小学"_s);
    table.notes = {of(kNone)};
    table.signature = u"填报人\U00031350"_s; // named once
    Report report = reportWith({Heading{.level = 1, .text = u"一、\uE863"_s},
                                Paragraph{.spans = {{.text = u"正文"_s}, {.text = of(kPrivate)}}}, table});
    report.foot = QString(QChar(static_cast<char16_t>(kHalf)));
    EXPECT_THAT(missingOf(report), ElementsAre(kHalf, 0xE863, kPrivate, 0x31350, kNone));
    const auto missing = missingCharacters(report);
    EXPECT_EQ(missing[3].where, u"县\U00031350小学"_s);
    const QString notice = missingCharactersNotice(missing);
    EXPECT_TRUE(notice.contains(u"U+31350（见“县\U00031350小学”）"_s)) << notice.toStdString();
    EXPECT_TRUE(notice.contains(u"U+E863"_s) && notice.contains(u"U+10FFFD"_s)) << notice.toStdString();
    EXPECT_EQ(notice.count(u'。'), 1);
}

TEST(MissingCharacters, OnlyWhatLeavesNoTrace) {
    // Of faces of Noto, of other fonts that stand in for them, and what has no picture anywhere.
    for (const QString& text : {u"小学 ABC 1.50 ①②Ⅱ㎡％"_s, u"𠮷𬱖䶮㬵"_s, u"ё ß π ✓ ✗ △ ○"_s,
                                u"甲\u200D乙\uFE0F丙\u3000丁\t戊\n己\u00A0庚\u200B"_s, QString()})
        EXPECT_THAT(missingOf(reportWith({tableWith(text)})), IsEmpty()) << text.toStdString();
    EXPECT_TRUE(missingCharactersNotice({}).isEmpty());
}

TEST(MissingCharacters, ManyAreCounted) {
    QString text;
    for (char16_t code = 0xE100; code < 0xE100 + 12; ++code)
        text += QChar(code);
    const auto missing = missingCharacters(reportWith({tableWith(text)}));
    ASSERT_EQ(missing.size(), 12U);
    const QString notice = missingCharactersNotice(missing);
    EXPECT_TRUE(notice.contains(u"等 12 个字符"_s)) << notice.toStdString();
    EXPECT_FALSE(notice.contains(u"U+E10B"_s)) << notice.toStdString();
}

// 𠮷, 𬱖 and the rest are names of places and people; Noto has them.
TEST(FarCharacters, CanBeFoundAndCopied) {
    const QStringList words{u"𠮷林县第一小学"_s, u"𬱖镇小学"_s, u"𠀋𡈽中学"_s};
    const Report report = reportWith({Heading{.level = 1, .text = u"一、"_s + words[0]},
                                      Paragraph{.spans = {{.text = words[1]}, {.text = words[2], .mark = Mark::Floor}}},
                                      tableWith(words[1] + words[2], Mark::Failing), tableWith(words[0], Mark::Floor)});
    for (const Style style : {Style::Form, Style::Official}) {
        Report styled = report;
        styled.style = style;
        PdfFile file(styled);
        const QString text = file.text();
        for (const QString& word : words)
            EXPECT_EQ(text.count(word), 2) << text.toStdString();
        EXPECT_TRUE(text.contains(u"县第一小学"_s)); // no radicals either
        EXPECT_EQ(PdfFile(styled).bytes(), file.bytes());
        // The page that they are learnt from is gone: the tables have one each, the text another.
        Report plain = reportWith({Heading{.level = 1, .text = u"一、"_s}, Paragraph{.spans = {{.text = u"正文"_s}}},
                                   tableWith(u"甲"_s), tableWith(u"乙"_s)},
                                  style);
        EXPECT_EQ(file.pages().size(), PdfFile(plain).pages().size());
    }
}

TEST(FarCharacters, OfABookOfManyReports) {
    const QStringList names{u"𠮷林小学"_s, u"普通小学"_s, u"𬱖镇𠮷小学"_s};
    PdfFile file([&](const QString& path) {
        PdfBook book(u"一校一册"_s, {}, QDate(2025, 11, 3));
        for (const QString& name : names) {
            const Report report = reportWith({Heading{.level = 1, .text = name}, tableWith(name)});
            if (const auto added = book.add(report, document_test::paintNothing); !added)
                return added;
        }
        return book.write(path);
    });
    const QString text = file.text();
    for (const QString& name : names)
        EXPECT_EQ(text.count(name), 2) << text.toStdString();
    EXPECT_TRUE(file.lines(1).join(QString()).contains(names[0]));
    EXPECT_EQ(file.pages().size(), 3U); // a heading stands on the page of its table
}

} // namespace junheng::document
