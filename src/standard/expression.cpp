#include "standard/expression.h"

#include <QStringList>

#include <algorithm>

namespace junheng::standard {

namespace {

// How tightly an expression binds: a looser one inside a tighter one needs brackets.
int precedence(Expression::Kind kind) {
    switch (kind) {
    case Expression::Kind::Sum:
    case Expression::Kind::Difference:
        return 1;
    case Expression::Kind::Product:
    case Expression::Kind::Quotient:
        return 2;
    case Expression::Kind::Number:
    case Expression::Kind::Cell:
        return 3;
    }
    return 3;
}

QString symbol(Expression::Kind kind) {
    switch (kind) {
    case Expression::Kind::Sum:
        return QStringLiteral(" + ");
    case Expression::Kind::Difference:
        return QStringLiteral(" − ");
    case Expression::Kind::Product:
        return QStringLiteral(" × ");
    default:
        return QStringLiteral(" ÷ ");
    }
}

} // namespace

Expression Expression::number(const base::Rational& value, const QString& printed) {
    return Expression(std::make_shared<const Node>(Node{Kind::Number, value, printed, printed, {}, {}}));
}

Expression Expression::cell(const model::CellKey& key, const base::Decimal& value, const QString& label) {
    return Expression(
        std::make_shared<const Node>(Node{Kind::Cell, base::toRational(value), value.toShortString(), label, key, {}}));
}

Expression Expression::sum(std::vector<Expression> terms) {
    if (terms.size() == 1)
        return terms.front();
    return Expression(std::make_shared<const Node>(Node{Kind::Sum, {}, {}, {}, {}, std::move(terms)}));
}

Expression Expression::difference(Expression minuend, Expression subtrahend) {
    return Expression(std::make_shared<const Node>(
        Node{Kind::Difference, {}, {}, {}, {}, {std::move(minuend), std::move(subtrahend)}}));
}

Expression Expression::product(std::vector<Expression> factors) {
    if (factors.size() == 1)
        return factors.front();
    return Expression(std::make_shared<const Node>(Node{Kind::Product, {}, {}, {}, {}, std::move(factors)}));
}

Expression Expression::quotient(Expression dividend, Expression divisor) {
    return Expression(
        std::make_shared<const Node>(Node{Kind::Quotient, {}, {}, {}, {}, {std::move(dividend), std::move(divisor)}}));
}

base::Rational Expression::value() const {
    const auto& operands = m_node->operands;
    switch (m_node->kind) {
    case Kind::Number:
    case Kind::Cell:
        return m_node->value;
    case Kind::Sum: {
        base::Rational total = 0;
        for (const Expression& term : operands)
            total += term.value();
        return total;
    }
    case Kind::Difference:
        return operands[0].value() - operands[1].value();
    case Kind::Product: {
        base::Rational total = 1;
        for (const Expression& factor : operands)
            total *= factor.value();
        return total;
    }
    case Kind::Quotient:
        return operands[0].value() / operands[1].value();
    }
    return 0;
}

QString Expression::text(QString Node::* leaf) const {
    if (m_node->operands.empty())
        return (*m_node).*leaf;
    QStringList parts;
    for (std::size_t i = 0; i < m_node->operands.size(); ++i) {
        const Expression& operand = m_node->operands[i];
        const int inner = precedence(operand.kind());
        const int outer = precedence(kind());
        // The right side of − and ÷ needs brackets even around its equals.
        const bool brackets = inner < outer ||
                              (i > 0 && inner == outer && kind() != Kind::Sum && kind() != operand.kind()) ||
                              (i > 0 && inner == outer && (kind() == Kind::Difference || kind() == Kind::Quotient));
        parts << (brackets ? QChar(u'(') + operand.text(leaf) + QChar(u')') : operand.text(leaf));
    }
    return parts.join(symbol(kind()));
}

QString Expression::numbersText() const {
    return text(&Node::printed);
}

QString Expression::namesText() const {
    return text(&Node::label);
}

void Expression::collectCells(std::vector<Expression>& found) const {
    if (m_node->cell &&
        std::ranges::none_of(found, [&](const Expression& other) { return other.cellKey() == m_node->cell; }))
        found.push_back(*this);
    for (const Expression& operand : m_node->operands)
        operand.collectCells(found);
}

std::vector<Expression> Expression::cells() const {
    std::vector<Expression> found;
    collectCells(found);
    return found;
}

} // namespace junheng::standard
