// How a figure comes about: an expression over cells, exact, and printable.
#pragma once

#include "base/rational.h"
#include "model/subject.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace junheng::standard {

/// A tree of sums, differences, products and quotients over cells and constants. Cheap to copy.
class Expression {
public:
    enum class Kind : std::uint8_t { Number, Cell, Sum, Difference, Product, Quotient };

    /// A constant; `label` says what it is ("1.1", "初中折算系数"), `printed` how it is written.
    static Expression number(const base::Rational& value, const QString& printed);
    /// A cell with its figure. `label` names it in words ("体育专任教师数").
    static Expression cell(const model::CellKey& key, const base::Decimal& value, const QString& label);
    static Expression sum(std::vector<Expression> terms);
    static Expression difference(Expression minuend, Expression subtrahend);
    static Expression product(std::vector<Expression> factors);
    static Expression quotient(Expression dividend, Expression divisor);

    [[nodiscard]] Kind kind() const { return m_node->kind; }
    [[nodiscard]] const std::vector<Expression>& operands() const { return m_node->operands; }
    [[nodiscard]] const std::optional<model::CellKey>& cellKey() const { return m_node->cell; }
    [[nodiscard]] const QString& label() const { return m_node->label; }

    /// Exact. A quotient by zero never comes into being: sections without pupils are not judged.
    [[nodiscard]] base::Rational value() const;
    /// "(4800 − 500) ÷ 900": the numbers put in.
    [[nodiscard]] QString numbersText() const;
    /// "(教学及辅助用房面积 − 室内体育用房面积) ÷ 在校学生数": the names put in.
    [[nodiscard]] QString namesText() const;
    /// Every cell the figure rests on, in reading order, each once.
    [[nodiscard]] std::vector<Expression> cells() const;

private:
    struct Node {
        Kind kind;
        base::Rational value;
        QString printed;
        QString label;
        std::optional<model::CellKey> cell;
        std::vector<Expression> operands;
    };
    explicit Expression(std::shared_ptr<const Node> node) : m_node(std::move(node)) {}
    [[nodiscard]] QString text(QString Node::* leaf) const;
    void collectCells(std::vector<Expression>& found) const;

    std::shared_ptr<const Node> m_node;
};

} // namespace junheng::standard
