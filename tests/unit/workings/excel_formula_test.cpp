// Numbers, texts and addresses as a spreadsheet reads them.

#include "workings/formula/excel_formula.h"

#include <gtest/gtest.h>

#include <limits>

namespace junheng::workings {

using namespace Qt::Literals::StringLiterals;
TEST(ExcelFormula, NumbersReadBackAsTheSameDouble) {
    EXPECT_EQ(excelNumber(0.1), u"0.1"_s);
    EXPECT_EQ(excelNumber(2500.0), u"2500"_s);
    for (const double value :
         {1.0 / 3, 44.0 / 9, 1e-7, 123456789012345680.0, std::numeric_limits<double>::denorm_min()})
        EXPECT_EQ(excelNumber(value).toDouble(), value) << value;
    EXPECT_FALSE(excelNumber(1e-7).contains(u'e'));
}

TEST(ExcelFormula, FractionsAreDecimalsWhereTheyCanBe) {
    EXPECT_EQ(excelNumber(base::Rational(11, 10)), u"1.1"_s);
    EXPECT_EQ(excelNumber(base::Rational(10000)), u"10000"_s);
    EXPECT_EQ(excelNumber(base::Rational(1, 3)), u"(1/3)"_s);
}

TEST(ExcelFormula, QuotesTextsAndSheets) {
    EXPECT_EQ(excelText(u"低于85%"_s), u"\"低于85%\""_s);
    EXPECT_EQ(excelText(u"甲\"乙"_s), u"\"甲\"\"乙\""_s);
    EXPECT_EQ(excelAddress(u"小学-判定"_s, 4, 27), u"'小学-判定'!AB5"_s);
    EXPECT_EQ(excelAddress(u"甲'乙"_s, 0, 0), u"'甲''乙'!A1"_s);
    EXPECT_EQ(excelFixedRow(4, 2), u"C$5"_s);
    EXPECT_EQ(excelColumnRange(u"小学-均衡"_s, 8, 12, 3), u"'小学-均衡'!D$9:D$13"_s);
}

} // namespace junheng::workings
