#include "standard/expression.h"

#include <gtest/gtest.h>

using namespace junheng;
using standard::Expression;

namespace {

Expression number(int value) {
    return Expression::number(value, QString::number(value));
}

} // namespace

TEST(Expression, ComputesExactly) {
    const auto third = Expression::quotient(number(1), number(3));
    EXPECT_EQ(Expression::sum({third, third, third}).value(), base::Rational(1));
    EXPECT_EQ(Expression::product({Expression::difference(number(7), number(2)), third}).value(), base::Rational(5, 3));
}

TEST(Expression, BracketsWhereTheyAreNeeded) {
    const auto text = [](const Expression& expression) { return expression.numbersText().toStdString(); };
    const auto sum = Expression::sum({number(1), number(2)});
    EXPECT_EQ(text(Expression::quotient(sum, number(3))), "(1 + 2) ÷ 3");
    EXPECT_EQ(text(Expression::difference(number(9), sum)), "9 − (1 + 2)");
    EXPECT_EQ(text(Expression::difference(sum, number(9))), "1 + 2 − 9");
    EXPECT_EQ(text(Expression::product({number(2), Expression::quotient(number(6), number(3))})), "2 × (6 ÷ 3)");
    EXPECT_EQ(text(Expression::quotient(number(8), Expression::product({number(2), number(2)}))), "8 ÷ (2 × 2)");
    EXPECT_EQ(text(Expression::quotient(Expression::product({number(2), number(6)}), number(3))), "2 × 6 ÷ 3");
    EXPECT_EQ(text(Expression::sum({Expression::product({number(1), number(2)}), number(3)})), "1 × 2 + 3");
}

// − and ÷ bind to the left; + and × need no brackets around their equals.
TEST(Expression, BracketsAroundEquals) {
    const auto text = [](const Expression& expression) { return expression.numbersText().toStdString(); };
    EXPECT_EQ(text(Expression::difference(number(9), Expression::difference(number(5), number(2)))), "9 − (5 − 2)");
    EXPECT_EQ(text(Expression::quotient(number(8), Expression::quotient(number(4), number(2)))), "8 ÷ (4 ÷ 2)");
    EXPECT_EQ(text(Expression::sum({number(1), Expression::difference(number(3), number(2))})), "1 + 3 − 2");
    EXPECT_EQ(text(Expression::sum({number(1), Expression::sum({number(3), number(2)})})), "1 + 3 + 2");
    EXPECT_EQ(text(Expression::product({number(2), Expression::product({number(3), number(4)})})), "2 × 3 × 4");
    EXPECT_EQ(text(Expression::product({number(7)})), "7");
    EXPECT_EQ(text(Expression::sum({number(7)})), "7");
}

TEST(Expression, ListsItsCellsOnce) {
    const model::CellKey pupils{.subject = model::SubjectKey::ofSchool(QStringLiteral("9900000001")),
                                .item = &model::ItemDictionary::builtIn().at(u"pupils")};
    const auto cell = Expression::cell(pupils, base::Decimal(300, 0), QStringLiteral("在校学生数"));
    const auto all = Expression::quotient(Expression::product({cell, number(2)}), cell);
    ASSERT_EQ(all.cells().size(), 1U);
    EXPECT_EQ(all.namesText(), QStringLiteral("在校学生数 × 2 ÷ 在校学生数"));
    EXPECT_EQ(all.value(), base::Rational(2));
}
