// What Excel displays for a stored number, by its documentation of format codes (support.microsoft.com, "Review
// guidelines for customizing a number format": sections, ? 0 #, the comma behind the last digit, %, text in quotes,
// conditions); the formats with ! are those that Chinese editions offer for 万.
#include "sheet/number_format.h"

#include <gtest/gtest.h>

#include <ostream>

using namespace Qt::Literals::StringLiterals;

// So that GoogleTest prints what it compares.
inline void PrintTo(const QString& text, std::ostream* out) {
    *out << '"' << text.toStdString() << '"';
}

namespace junheng::sheet {
namespace {

struct Case {
    const char16_t* code;
    const char16_t* stored;
    Display display;
    const char16_t* shown;
};

void expect(const std::vector<Case>& cases) {
    for (const Case& one : cases) {
        const QString code = QString::fromUtf16(one.code);
        const auto found = NumberFormat::fromCode(code).of(QString::fromUtf16(one.stored));
        const QString what = code + u" of "_s + QString::fromUtf16(one.stored);
        EXPECT_EQ(static_cast<int>(found.display), static_cast<int>(one.display)) << what.toStdString();
        EXPECT_EQ(found.shown, QString::fromUtf16(one.shown)) << what.toStdString();
    }
}

TEST(NumberFormat, SeparatorsSignsAndZerosAreNoOtherFigure) {
    expect({{u"General", u"4.5732", Display::AsStored, u""},
            {u"0.00", u"12", Display::AsStored, u""},
            {u"0.00", u"12.5", Display::AsStored, u""},
            {u"#,##0", u"1234567", Display::AsStored, u""},
            {u"#,##0.00;[Red]-#,##0.00", u"-1234.5", Display::AsStored, u""},
            {u"[$¥-804]#,##0.00", u"1234.5", Display::AsStored, u""},
            {u"_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", u"0", Display::AsStored, u""},
            {u"_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", u"71.5", Display::AsStored, u""},
            {u"0.##", u"12", Display::AsStored, u""},
            {u"#.0", u"0.5", Display::AsStored, u""},
            {u"@", u"12.25", Display::AsStored, u""},
            {u"[Blue]G/通用格式", u"12.25", Display::AsStored, u""}});
}

TEST(NumberFormat, OtherWaysOfWritingAreNoOtherFigure) {
    expect({{u"0.00E+00", u"1234567", Display::AsStored, u""},
            {u"# ?/?", u"0.3333", Display::AsStored, u""},
            {u"# ?/100", u"4.57", Display::AsStored, u""},
            {u"[DBNum1][$-804]General", u"123", Display::AsStored, u""},
            {u"yyyy\"年\"m\"月\"", u"45536.5", Display::AsStored, u""}});
}

TEST(NumberFormat, PerCents) {
    expect({{u"0.0%", u"0.965", Display::Percent, u"96.5%"},
            {u"0%", u"0.9654", Display::Percent, u"97%"},
            {u"0.00%", u"1", Display::Percent, u"100.00%"},
            {u"[Red]0.0%;[Blue]-0.0%", u"0.05", Display::Percent, u"5.0%"},
            {u"0\" %\"", u"96", Display::Labelled, u"96 %"},
            {u"0.0\\%", u"96.5", Display::Labelled, u"96.5%"},
            {u"0%", u"0", Display::AsStored, u""}}); // nothing of anything
}

TEST(NumberFormat, ScaledFigures) {
    expect({{u"0,", u"12345", Display::Scaled, u"12"},
            {u"0.0,", u"12345", Display::Scaled, u"12.3"},
            {u"0.0,,", u"12345678", Display::Scaled, u"12.3"},
            {u"#,##0,", u"1234567", Display::Scaled, u"1,235"},
            {u"0!.0,\"万\"", u"12345", Display::Scaled, u"1.2万"},
            {u"0\".\"0,", u"12345", Display::Scaled, u"1.2"},
            {u"0\\.0,", u"995000", Display::Scaled, u"99.5"},
            {u"0!.0000", u"12345", Display::Scaled, u"1.2345"},
            {u"[>=10000]0!.0,\"万\";0", u"12345", Display::Scaled, u"1.2万"},
            {u"[>=10000]0!.0,\"万\";0", u"1234", Display::AsStored, u""},
            {u"0!.0,\"万\"", u"0", Display::Labelled, u"0.0万"}});
}

TEST(NumberFormat, DigitsThatAreNotShown) {
    expect({{u"0", u"4.6", Display::Rounded, u"5"},
            {u"0.0", u"4.5732", Display::Rounded, u"4.6"},
            {u"#,##0", u"1234.5", Display::Rounded, u"1,235"},
            {u"0.00", u"0.004", Display::Rounded, u"0.00"},
            {u"0.0\"㎡\"", u"4.5732", Display::Rounded, u"4.6㎡"},
            {u";;;", u"1191", Display::Nothing, u""},
            {u"0;-0;;@", u"0", Display::Nothing, u""},
            {u"#", u"0", Display::Nothing, u""},
            {u"\"\"", u"7", Display::Nothing, u""}});
}

TEST(NumberFormat, TextsHaveASectionOfTheirOwn) {
    const auto shown = [](QStringView code, const QString& text) {
        const auto appearance = NumberFormat::fromCode(code).ofText(text);
        return std::pair(appearance.display, appearance.shown);
    };
    EXPECT_EQ(shown(u";;;", u"119"_s), std::pair(Display::Nothing, u""_s));
    for (const auto* code : {u"0;-0;;@", u";;", u"0.00", u"General", u"@"})
        EXPECT_EQ(shown(code, u"119"_s), std::pair(Display::AsStored, u""_s)) << QString::fromUtf16(code).toStdString();
    EXPECT_EQ(shown(u"@\"万\"", u"119"_s), std::pair(Display::Words, u"119万"_s));
    EXPECT_EQ(shown(u"0;0;0;@\"百人\"", u"119"_s), std::pair(Display::Words, u"119百人"_s));
    EXPECT_EQ(shown(u"0;0;0;\"无\"", u"119"_s), std::pair(Display::Words, u"无"_s));
    EXPECT_EQ(NumberFormat::unknown().ofText(u"119"_s).display, Display::Unknown);
    EXPECT_EQ(NumberFormat::unknown().of(u"119"_s).display, Display::Unknown);
}

// Another way of writing does not hide what stands around it.
TEST(NumberFormat, NumeralsFractionsAndPowersOfTenAreNoExcuse) {
    expect({{u"[DBNum1]0%", u"0.965", Display::Percent, u"96.5%"},
            {u"[DBNum1][$-804]0.0%", u"0.965", Display::Percent, u"96.5%"},
            {u"0.0E+0%", u"0.965", Display::Percent, u"96.5%"},
            {u"# ?/?%", u"0.5", Display::Percent, u"50%"},
            {u"General%", u"0.965", Display::Percent, u"0.965%"},
            {u"[DBNum1][$-804]0.0,", u"4171600", Display::Scaled, u""},
            {u"[DBNum1][$-804]General\"元\"", u"417", Display::Labelled, u"417元"},
            {u"# ?/?", u"0.5", Display::AsStored, u""},
            {u"0.00E+00", u"1191", Display::AsStored, u""},
            {u"[DBNum2][$-804]General", u"1191", Display::AsStored, u""}});
}

TEST(NumberFormat, SignsAndCurrenciesOfTheFormat) {
    expect({{u"0[$元]", u"417", Display::Labelled, u"417元"},
            {u"0[$元-804]", u"417", Display::Labelled, u"417元"},
            {u"[$¥-804]#,##0.00", u"417", Display::AsStored, u""},
            {u"\"-\"0", u"417", Display::Labelled, u"-417"},
            {u"(0)", u"417", Display::Labelled, u"(417)"},
            {u"#,##0;(#,##0)", u"-417", Display::AsStored, u""},
            {u"#,##0;-#,##0;\"-\"", u"0", Display::AsStored, u""},
            {u"@\"万\"", u"119", Display::Labelled, u"119万"}});
}

TEST(NumberFormat, WordsAroundTheFigureOrInItsPlace) {
    expect({{u"0\"人\"", u"1191", Display::Labelled, u"1191人"},
            {u"0.00\"万元\"", u"12.5", Display::Labelled, u"12.50万元"},
            {u"\"约\"0", u"12", Display::Labelled, u"约12"},
            {u"0000000000", u"901001008", Display::Padded, u"0901001008"},
            {u"\"有\";;\"无\"", u"3", Display::Words, u"有"},
            {u"[=1]\"是\";[=0]\"否\";", u"0", Display::Words, u"否"},
            {u"[=1]\"是\";\"否\"", u"1", Display::Words, u"是"},
            {u"\"合格\"", u"0.5", Display::Words, u"合格"}});
}

TEST(NumberFormat, OddCodesHarmNothing) {
    for (const char16_t* code :
         {u"", u"[", u"[]", u"\"", u"\\", u"_", u"*", u"[>", u"[>]0", u"0,,,,,,,,,", u"%%%%%%%%%%", u"0.0.0.0",
          u";;;;;;;;", u"E+", u"/", u"[$", u"[$-", u"!", u"0.000000000000000000000000"}) {
        const NumberFormat format = NumberFormat::fromCode(QStringView(code));
        for (const char16_t* number : {u"0", u"-1.5", u"1E+308", u"123456789012345678", u"1E-300"})
            static_cast<void>(format.of(QString::fromUtf16(number)));
    }
}

TEST(NumberFormat, BuiltInNumbers) {
    EXPECT_EQ(NumberFormat::builtIn(9).of(u"0.5"_s).shown, u"50%"_s);
    EXPECT_EQ(NumberFormat::builtIn(10).of(u"0.5"_s).shown, u"50.00%"_s);
    EXPECT_EQ(NumberFormat::builtIn(1).of(u"0.5"_s).shown, u"1"_s);
    EXPECT_EQ(NumberFormat::builtIn(43).of(u"0"_s).shown, u""_s);
    EXPECT_TRUE(NumberFormat::builtIn(14).isDate());
    EXPECT_TRUE(NumberFormat::builtIn(57).isDate());
    EXPECT_FALSE(NumberFormat::builtIn(49).isDate());
}

} // namespace
} // namespace junheng::sheet
