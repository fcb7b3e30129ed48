#include "exchange/conversion.h"

#include "exchange/cell_value.h"
#include "exchange/tr.h"
#include "model/typed_text.h"

#include <algorithm>
#include <cmath>

namespace junheng::exchange {

namespace {

using model::Item;
using model::ItemKind;

// Behind the point of a figure in the other unit: as many as make a difference, 元 and 亩 have two at least.
int givenDecimals(const Item& item, const model::UnitRatio& ratio) {
    constexpr int kLeast = 4;
    const double factor = static_cast<double>(ratio.times) / static_cast<double>(ratio.over);
    return std::max(kLeast, item.decimals + static_cast<int>(std::ceil(std::log10(factor))));
}

model::UnitRatio ratioOf(const Conversion& conversion) {
    return model::unitRatio(conversion.unit, model::unitName(conversion.item->unitText())).value_or(model::UnitRatio{});
}

const Item* findItem(const TemplateLayout& layout, const QString& name, const QString& label) {
    const auto sheet = std::ranges::find(layout.sheets(), name, &SheetLayout::name);
    if (sheet == layout.sheets().end())
        return nullptr;
    const auto item = std::ranges::find_if(sheet->columns,
                                           [&](const Item* column) { return model::foldText(column->label) == label; });
    return item == sheet->columns.end() ? nullptr : *item;
}

} // namespace

bool isConvertible(const Item& item, const QString& unit) {
    return item.isNumeric() && model::unitRatio(unit, model::unitName(item.unitText())).has_value();
}

base::Result<Conversion> parseConversion(const QString& text, const TemplateLayout& layout) {
    const QString folded = model::foldText(text);
    const Conversion conversion{.item = findItem(layout, folded.section(QChar(u'!'), 0, 0),
                                                 folded.section(QChar(u'!'), 1).section(QChar(u'='), 0, 0)),
                                .unit = model::unitName(folded.section(QChar(u'='), 1))};
    if (conversion.item != nullptr && isConvertible(*conversion.item, conversion.unit))
        return conversion;
    return std::unexpected(base::Error{
        .code = QStringLiteral("usage.bad_conversion"),
        .message =
            tr("看不懂要换算的列%1。应写“工作表!列=单位”，如 校区!教学仪器设备资产值=元，单位要能换算成这一列的单位。")
                .arg(model::quoted(text))});
}

QString toText(const Conversion& conversion) {
    return QStringLiteral("%1!%2=%3").arg(sheetNameOf(conversion.item->level), conversion.item->label, conversion.unit);
}

QString rateOf(const Conversion& conversion) {
    const model::UnitRatio ratio = ratioOf(conversion);
    return QStringLiteral("%1 %2 = %3 %4")
        .arg(ratio.over)
        .arg(conversion.unit)
        .arg(ratio.times)
        .arg(conversion.item->unitText());
}

base::Result<model::ParsedObservation> readConverted(const Conversion& conversion, const sheet::StoredCell& cell) {
    const Item& item = *conversion.item;
    Item given = item;
    given.unit = model::unitNamed(conversion.unit).value_or(item.unit);
    given.kind = ItemKind::Decimal;
    given.decimals = givenDecimals(item, ratioOf(conversion));
    auto parsed = readCell(given, cell);
    if (!parsed || !parsed->observation.isValue())
        return parsed;
    const auto figure =
        model::converted(model::decimalOf(given, parsed->observation), ratioOf(conversion), item.decimals);
    auto own = model::parseObservation(item, figure.text);
    if (own)
        own->rounded = parsed->rounded || !figure.exact;
    return own;
}

} // namespace junheng::exchange
