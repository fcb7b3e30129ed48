// Formulas as a spreadsheet reads them.

#include "workings/formula/excel_formula.h"

#include <gtest/gtest.h>

#include <limits>

namespace junheng::workings {

using namespace Qt::Literals::StringLiterals;
using standard::Expression;

namespace {

Expression cell(const char* name, std::int64_t amount = 1) {
    return Expression::cell({}, base::Decimal(amount, 0), QString::fromLatin1(name));
}

Expression number(std::int64_t value) {
    return Expression::number(base::toRational(value), QString::number(value));
}

// Cells by their label.
QString formulaOf(const Expression& expression) {
    return excelFormula(expression, [](const Expression& node) { return node.cellKey() ? node.label() : QString(); });
}

} // namespace

TEST(ExcelFormula, WritesOperatorsFromLeftToRight) {
    EXPECT_EQ(formulaOf(Expression::sum({cell("A1"), cell("B1"), cell("C1")})), u"A1+B1+C1"_s);
    EXPECT_EQ(formulaOf(Expression::difference(cell("A1"), cell("B1"))), u"A1-B1"_s);
    EXPECT_EQ(formulaOf(Expression::product({cell("A1"), number(100)})), u"A1*100"_s);
    EXPECT_EQ(formulaOf(Expression::quotient(Expression::product({cell("A1"), number(100)}), cell("B1"))),
              u"A1*100/B1"_s);
}

TEST(ExcelFormula, KeepsBracketsThatMatter) {
    const Expression sum = Expression::sum({cell("A1"), cell("B1")});
    EXPECT_EQ(formulaOf(Expression::product({sum, number(100)})), u"(A1+B1)*100"_s);
    EXPECT_EQ(formulaOf(Expression::difference(cell("C1"), sum)), u"C1-(A1+B1)"_s);
    EXPECT_EQ(formulaOf(Expression::difference(cell("C1"), Expression::difference(cell("A1"), cell("B1")))),
              u"C1-(A1-B1)"_s);
    const Expression quotient = Expression::quotient(cell("A1"), cell("B1"));
    EXPECT_EQ(formulaOf(Expression::quotient(cell("C1"), quotient)), u"C1/(A1/B1)"_s);
    EXPECT_EQ(formulaOf(Expression::product({cell("C1"), quotient})), u"C1*(A1/B1)"_s);
    EXPECT_EQ(formulaOf(Expression::quotient(quotient, cell("C1"))), u"A1/B1/C1"_s);
    // As in "a part of the premises": net x (weighted pupils / all weighted pupils).
    const Expression weighted = Expression::product({cell("D1"), Expression::number({11, 10}, u"1.1"_s)});
    EXPECT_EQ(formulaOf(Expression::product({Expression::difference(cell("A1"), cell("B1")),
                                             Expression::quotient(weighted, Expression::sum({cell("C1"), weighted}))})),
              u"(A1-B1)*(D1*1.1/(C1+D1*1.1))"_s);
}

TEST(ExcelFormula, PutsTheTextOfTheCallerInPlaceOfATree) {
    const Expression share = Expression::quotient(cell("A1"), cell("B1"));
    const Expression part = Expression::product({cell("C1"), share});
    const QString formula = excelFormula(part, [](const Expression& node) {
        return node.kind() == Expression::Kind::Quotient ? u"$H$5"_s : node.label();
    });
    EXPECT_EQ(formula, u"C1*$H$5"_s);
}

TEST(ExcelFormula, EvaluatesWithOtherFigures) {
    // (A - B) * (C / 8) with A = 10, B = 4, C = 2, whatever the tree was made with.
    const Expression tree =
        Expression::product({Expression::difference(cell("A"), cell("B")), Expression::quotient(cell("C"), number(8))});
    const auto figures = [](const Expression& node) -> std::optional<double> {
        if (!node.cellKey())
            return std::nullopt;
        return node.label() == u"A" ? 10 : node.label() == u"B" ? 4 : 2;
    };
    EXPECT_EQ(evaluate(tree, figures), 1.5);
    EXPECT_EQ(evaluate(Expression::sum({cell("C"), cell("C"), number(1)}), figures), 5);
}

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
