#include "exchange/template_format.h"

namespace junheng::exchange {

namespace {

using model::Item;
using model::ItemKind;
using model::Observation;

// Codes and words are text, so that nothing typed later becomes a number or a date.
QString numberFormat(const Item& item) {
    if (!item.isNumeric())
        return QStringLiteral("@");
    if (item.decimals == 0)
        return QStringLiteral("0");
    if (item.kind == ItemKind::Money && item.decimals > 2)
        return QStringLiteral("0.00") + QString(item.decimals - 2, QChar(u'#'));
    return QStringLiteral("0.") + QString(item.decimals, QChar(u'0'));
}

sheet::HorizontalAlignment alignmentOf(const Item& item) {
    if (item.isNumeric())
        return sheet::HorizontalAlignment::Right;
    return item.kind == ItemKind::Text ? sheet::HorizontalAlignment::Left : sheet::HorizontalAlignment::Centre;
}

} // namespace

QString templateFont() {
    return QStringLiteral("宋体");
}

int widthOf(const QString& text) {
    int width = 0;
    for (QChar c : text)
        width += c.unicode() < 0x100 ? 1 : 2;
    return width;
}

sheet::Format cellFormat(const Item& item) {
    return {.fontName = templateFont(),
            .horizontal = alignmentOf(item),
            .vertical = sheet::VerticalAlignment::Centre,
            .wrap = item.kind == ItemKind::Text && !item.key,
            .numberFormat = numberFormat(item),
            .locked = false};
}

sheet::Format ownFormat(std::uint32_t textColour) {
    return {.fontName = templateFont(),
            .fontColour = textColour,
            .vertical = sheet::VerticalAlignment::Centre,
            .locked = false};
}

sheet::Format headingFormat(std::uint32_t fill) {
    return {.fontName = templateFont(),
            .bold = true,
            .fillColour = fill,
            .border = sheet::Border::Thin,
            .horizontal = sheet::HorizontalAlignment::Centre,
            .vertical = sheet::VerticalAlignment::Centre,
            .wrap = true};
}

std::uint32_t headingFill(const Item& item) {
    if (item.key)
        return TemplateColours::kKey;
    return item.required ? TemplateColours::kRequired : TemplateColours::kOptional;
}

void writeValue(sheet::SheetWriter& target, int row, int column, const Item& item, const Observation& observation) {
    const sheet::Format format = cellFormat(item);
    if (observation.isMissing())
        target.writeBlank(row, column, format);
    else if (observation.isValue() && item.isNumeric())
        target.writeNumber(row, column, model::decimalOf(item, observation).toDouble(), format);
    else
        target.writeText(row, column, model::displayText(item, observation), format);
}

QString shownUnit(const Item& item) {
    return item.hasUnit() ? QChar(u' ') + item.unitText() : QString();
}

} // namespace junheng::exchange
