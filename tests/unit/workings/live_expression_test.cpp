// Expressions as a spreadsheet reads them, with what they amount to.

#include "workings/formula/live_expression.h"

#include <gtest/gtest.h>

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

// Each cell stands under its label and holds `figure`.
Live liveOf(const Expression& expression, double figure = 1) {
    return liveFormula(expression, [=](const Expression& node) {
        return node.cellKey() ? std::optional(Live(node.label(), figure)) : std::nullopt;
    });
}

QString formulaOf(const Expression& expression) {
    return liveOf(expression).text();
}

} // namespace

TEST(LiveExpression, WritesOperatorsFromLeftToRight) {
    EXPECT_EQ(formulaOf(Expression::sum({cell("A1"), cell("B1"), cell("C1")})), u"A1+B1+C1"_s);
    EXPECT_EQ(formulaOf(Expression::difference(cell("A1"), cell("B1"))), u"A1-B1"_s);
    EXPECT_EQ(formulaOf(Expression::product({cell("A1"), number(100)})), u"A1*100"_s);
    EXPECT_EQ(formulaOf(Expression::quotient(Expression::product({cell("A1"), number(100)}), cell("B1"))),
              u"A1*100/B1"_s);
}

TEST(LiveExpression, KeepsBracketsThatMatter) {
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

TEST(LiveExpression, PutsTheCellOfTheCallerInPlaceOfATree) {
    const Expression share = Expression::quotient(cell("A1"), cell("B1"));
    const Expression part = Expression::product({cell("C1"), share});
    const Live formula = liveFormula(part, [](const Expression& node) -> std::optional<Live> {
        if (node.kind() == Expression::Kind::Quotient)
            return Live(u"$H$5"_s, 0.5);
        return node.cellKey() ? std::optional(Live(node.label(), 8.0)) : std::nullopt;
    });
    EXPECT_EQ(formula.text(), u"C1*$H$5"_s);
    EXPECT_EQ(formula.toNumber(), 4);
}

TEST(LiveExpression, BracketsASumThatStandsForANode) {
    const Expression share = Expression::quotient(cell("A1"), cell("B1"));
    const Live formula = liveFormula(share, [](const Expression& node) -> std::optional<Live> {
        if (node.operands().empty())
            return node.label() == u"A1" ? live::plus(Live(u"X1"_s, 1.0), Live(u"Y1"_s, 2.0)) : Live(u"Z1"_s, 4.0);
        return std::nullopt;
    });
    EXPECT_EQ(formula.text(), u"(X1+Y1)/Z1"_s);
    EXPECT_EQ(formula.toNumber(), 0.75);
}

TEST(LiveExpression, CalculatesWithTheFiguresOfItsCells) {
    // (A - B) * (C / 8) with A = 10, B = 4, C = 2, whatever the tree was made with.
    const Expression tree =
        Expression::product({Expression::difference(cell("A"), cell("B")), Expression::quotient(cell("C"), number(8))});
    const Live formula = liveFormula(tree, [](const Expression& node) -> std::optional<Live> {
        if (!node.cellKey())
            return std::nullopt;
        return Live(node.label(), node.label() == u"A" ? 10.0 : node.label() == u"B" ? 4.0 : 2.0);
    });
    EXPECT_EQ(formula.toNumber(), 1.5);
    // 2 + 2 + 1
    EXPECT_EQ(liveOf(Expression::sum({cell("C"), cell("C"), number(1)}), 2).toNumber(), 5);
}

} // namespace junheng::workings
