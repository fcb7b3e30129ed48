// Figures in another unit than the item's own, converted where the user has agreed to it.
#pragma once

#include "base/error.h"
#include "exchange/template_layout.h"
#include "model/observation.h"
#include "model/unit.h"
#include "sheet/workbook.h"

#include <QString>

namespace junheng::exchange {

/// The figures of an item where their heading names another unit: agreed to, they are converted into the item's own.
struct Conversion {
    const model::Item* item = nullptr;
    QString unit = {}; ///< as of model::unitName; it can be converted into the item's own

    bool operator==(const Conversion&) const = default;
};

/// Whether the item's figures can be converted from the unit.
bool isConvertible(const model::Item& item, const QString& unit);

/// "校区!教学仪器设备资产值=元": sheet, label and unit. Errors: "usage.bad_conversion".
base::Result<Conversion> parseConversion(const QString& text, const TemplateLayout& layout);
/// As parseConversion reads it.
QString toText(const Conversion& conversion);
/// "10000 元 = 1 万元".
QString rateOf(const Conversion& conversion);

/// readCell of a cell in the other unit. The figure is exact until it is rounded to the decimals of the item.
base::Result<model::ParsedObservation> readConverted(const Conversion& conversion, const sheet::StoredCell& cell);

} // namespace junheng::exchange
