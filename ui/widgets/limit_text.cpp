#include "ui/widgets/limit_text.h"

namespace junheng::ui {

QString limitText(const standard::Standard& standard, model::Stage stage) {
    constexpr int kDecimals = 2;
    const base::Decimal& limit = standard.balanceLimit[standard::stageIndex(stage)];
    return limit.fitsScale(kDecimals) ? limit.rescaledHalfUp(kDecimals).value_or(limit).toString() : limit.toString();
}

} // namespace junheng::ui
