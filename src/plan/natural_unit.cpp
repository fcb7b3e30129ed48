#include "plan/natural_unit.h"

namespace junheng::plan {

base::Rational naturalScale(const standard::ResourceIndicator& indicator) {
    constexpr int kYuanInTenThousand = 10000;
    const bool enteredInTenThousands = indicator.plus[0].front()->isInTenThousandYuan();
    if (enteredInTenThousands && indicator.naturalUnit == QStringLiteral("元"))
        return indicator.scale / kYuanInTenThousand;
    return indicator.scale;
}

} // namespace junheng::plan
