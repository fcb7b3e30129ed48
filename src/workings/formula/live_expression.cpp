#include "workings/formula/live_expression.h"

namespace junheng::workings {

using standard::Expression;

namespace {

Live combined(Expression::Kind kind, const Live& a, const Live& b) {
    switch (kind) {
    case Expression::Kind::Sum:
        return live::plus(a, b);
    case Expression::Kind::Difference:
        return live::minus(a, b);
    case Expression::Kind::Product:
        return live::times(a, b);
    default:
        return live::dividedBy(a, b);
    }
}

} // namespace

Live liveFormula(const Expression& expression, const LiveReference& reference) {
    if (auto stand = reference(expression))
        return *std::move(stand);
    const auto& operands = expression.operands();
    if (operands.empty())
        return Live::number(expression.value());
    Live result = liveFormula(operands.front(), reference);
    for (std::size_t i = 1; i < operands.size(); ++i)
        result = combined(expression.kind(), result, liveFormula(operands[i], reference));
    return result;
}

} // namespace junheng::workings
