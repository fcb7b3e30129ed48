#include "exchange/cell_appearance.h"

#include "base/decimal.h"
#include "exchange/tr.h"
#include "model/typed_text.h"
#include "model/unit.h"

#include <QRegularExpression>

#include <algorithm>

namespace junheng::exchange {

namespace {

using model::Item;
using model::ItemKind;
using sheet::Calculation;
using sheet::CellKind;
using sheet::Display;
using sheet::StoredCell;
using sheet::StruckOut;

constexpr int kPerCent = 2; // places that a per cent sign moves the point

base::Error error(const char* code, const QString& message) {
    return {.code = QLatin1StringView(code), .message = message};
}

// As Excel shows it: neither with an exponent nor with ".0" behind a whole number.
QString numberText(const QString& text) {
    if (!text.contains(QChar(u'.')) && !text.contains(QChar(u'E'), Qt::CaseInsensitive))
        return text;
    const auto number = base::Decimal::parse(text);
    return number ? number->toShortString() : text;
}

// A hundred times the number; empty beyond all figures of the trade.
std::optional<QString> hundredfold(const QString& text) {
    const auto number = base::Decimal::parse(text);
    if (!number)
        return std::nullopt;
    if (number->scale() >= kPerCent)
        return base::Decimal(number->unscaled(), number->scale() - kPerCent).toShortString();
    const QString zeros(kPerCent - number->scale(), QChar(u'0'));
    return numberText(QString::number(number->unscaled()) + zeros);
}

// The number among what is shown ("约 4.6万元").
std::optional<base::Decimal> numberIn(const QString& shown) {
    static const QRegularExpression kNumber(QStringLiteral("\\d[\\d,]*(\\.\\d+)?"));
    return base::Decimal::parse(kNumber.match(shown).captured().remove(QChar(u',')));
}

// What the number format writes around the number, where that is not the unit of the item: another unit, a factor, 约.
QString foreignWords(const Item& item, const QString& shown) {
    static const QRegularExpression kFigure(QStringLiteral("\\d[\\d,.]*"));
    QString words = shown;
    words.replace(kFigure.match(shown).captured(), QString()).removeIf([](QChar c) {
        return c.isSpace() || QStringView(u"¥￥$€£").contains(c);
    });
    return words.isEmpty() || (item.hasUnit() && model::unitName(words) == model::unitName(item.unitText())) ? QString()
                                                                                                             : words;
}

base::Error wrongKind(const QString& label, const StoredCell& cell) {
    return cell.kind == CellKind::Date
               ? error("import.wrong_kind",
                       tr("“%1”的单元格是日期格式（%2），应为数字或文字。请把单元格格式改为“常规”后重新填写。")
                           .arg(label, cell.text))
               : error("import.wrong_kind",
                       tr("“%1”的单元格是逻辑值 %2，应为数字或文字。请改填实际数据。").arg(label, cell.text));
}

base::Error scaled(const QString& label, const StoredCell& cell) {
    const QString shown = cell.shown.isEmpty() ? tr("缩小了的数") : cell.shown;
    return error("import.scaled_cell",
                 tr("“%1”的单元格格式把数缩小了显示：看到的是 %2，存的是 %3，不清楚应取哪一个。请把"
                    "单元格格式改为“常规”，核对单位后重新填写。")
                     .arg(label, shown, numberText(cell.text)));
}

base::Error percent(const Item& item, const StoredCell& cell) {
    const QString unit = item.hasUnit() ? tr("以“%1”为单位的数").arg(item.unitText()) : tr("数");
    return error("import.percent_cell",
                 tr("“%1”的单元格是百分比格式，显示为 %2，应填%3。请把单元格格式改为“常规”，核对后重新填写。")
                     .arg(item.label, cell.shown.isEmpty() ? numberText(cell.text) : cell.shown, unit));
}

base::Result<QString> percentFigure(const Item& item, const StoredCell& cell) {
    if (item.isPercentage()) {
        if (auto figure = hundredfold(cell.text))
            return *figure;
    } else if (item.kind == ItemKind::Decimal && !item.hasUnit()) {
        return numberText(cell.text); // a ratio: 12 % is 0.12
    }
    return std::unexpected(percent(item, cell));
}

base::Result<QString> numericFigure(const Item& item, const StoredCell& cell) {
    const bool hasFigure = cell.display == Display::Labelled || cell.display == Display::Rounded;
    if (const QString words = hasFigure ? foreignWords(item, cell.shown) : QString(); !words.isEmpty()) {
        const QString wanted = item.hasUnit() ? tr("的单位应为“%1”").arg(item.unitText()) : tr("没有单位");
        return std::unexpected(
            error("import.unit_of_format",
                  tr("“%1”%2，单元格却显示为“%3”（“%4”是单元格格式加上的，存的是 %5）。请把单元格格式改为“常规”，"
                     "换算后重新填写。")
                      .arg(item.label, wanted, cell.shown, words, numberText(cell.text))));
    }
    switch (cell.display) {
    case Display::Percent:
        return percentFigure(item, cell);
    case Display::Scaled:
        return std::unexpected(scaled(item.label, cell));
    case Display::Words:
        return std::unexpected(error(
            "import.worded_cell", tr("“%1”的单元格显示为“%2”，存的却是 %3（单元格格式只显示文字）。请把单元格格式改为"
                                     "“常规”后重新填写。")
                                      .arg(item.label, cell.shown, numberText(cell.text))));
    case Display::AsStored:
    case Display::Labelled:
    case Display::Padded:
    case Display::Rounded:
    case Display::Nothing:
    case Display::Unknown:
        break;
    }
    return numberText(cell.text);
}

// Whether the figure as shown is another one than what was read.
bool looksOtherwise(const Item& item, const StoredCell& cell, const model::Observation& read) {
    if (!item.isNumeric() || !read.isValue() || cell.shown.isEmpty())
        return false;
    if (cell.display == Display::Percent && !item.isPercentage())
        return false;
    const auto seen = numberIn(cell.shown);
    return seen && seen->toShortString() != model::decimalOf(item, read).toShortString();
}

} // namespace

std::optional<base::Error> refusalOf(const QString& label, const StoredCell& cell) {
    if (cell.kind == CellKind::Picture)
        return std::nullopt;
    if (cell.kind == CellKind::Uncalculated)
        return error("import.not_calculated",
                     tr("“%1”的公式没有计算结果，请在 Excel/WPS 中打开并保存一次，或直接填写数据。").arg(label));
    if (cell.kind == CellKind::Damaged)
        return error(
            "import.damaged_cell",
            tr("“%1”的单元格无法读取：%2。请用 Excel 或 WPS 打开，重新填写这一格并保存。").arg(label, cell.text));
    if (cell.calculation == Calculation::Pending)
        return error(
            "import.stale_formula",
            tr("“%1”是公式，存着的“%2”未必是它的结果：这个工作簿注明打开时才计算。请用 Excel 或 WPS 打开、保存一"
               "次，再导入。")
                .arg(label, cell.text.left(40)));
    if (cell.struckOut == StruckOut::Wholly)
        return error("import.struck_out",
                     tr("“%1”的单元格整个带删除线（“%2”），不清楚是否作废。作废请清空，有效请去掉删"
                        "除线。")
                         .arg(label, cell.text.left(40)));
    if (cell.kind == CellKind::Error)
        return error("import.error_cell",
                     tr("“%1”的公式出错，单元格显示 %2。请改正公式或直接填写数据。").arg(label, cell.text));
    return std::nullopt;
}

base::Result<QString> wordsOf(const QString& label, const StoredCell& cell) {
    if (auto refusal = refusalOf(label, cell))
        return std::unexpected(std::move(*refusal));
    switch (cell.kind) {
    case CellKind::Text:
        return cell.display == Display::Words && cell.struckOut == StruckOut::No ? cell.shown : cell.text;
    case CellKind::Number:
        if (cell.display == Display::Scaled)
            return std::unexpected(scaled(label, cell));
        if (!cell.shown.isEmpty() &&
            (cell.display == Display::Percent || cell.display == Display::Words || cell.display == Display::Padded))
            return cell.shown;
        return numberText(cell.text);
    case CellKind::Boolean:
    case CellKind::Date:
        return std::unexpected(wrongKind(label, cell));
    case CellKind::Blank:
    case CellKind::Picture:
    case CellKind::Error:
    case CellKind::Uncalculated:
    case CellKind::Damaged:
        break;
    }
    return QString();
}

base::Result<QString> figureOf(const Item& item, const StoredCell& cell) {
    if (auto refusal = refusalOf(item.label, cell))
        return std::unexpected(std::move(*refusal));
    if (cell.kind == CellKind::Number)
        return numericFigure(item, cell);
    if (cell.struckOut == StruckOut::Partly)
        return std::unexpected(
            error("import.struck_out",
                  tr("“%1”的单元格里有带删除线的字（“%2”，去掉以后是“%3”），不清楚应取哪一个。请删去划掉的字。")
                      .arg(item.label, cell.shown.left(40), cell.text.left(40))));
    return wordsOf(item.label, cell);
}

std::optional<base::Error> raisedIn(const Item& item, const StoredCell& cell) {
    const bool isName = item.kind == ItemKind::Text && !model::foldCode(cell.text).isEmpty() &&
                        !std::ranges::all_of(model::foldCode(cell.text), [](QChar c) { return c.isDigit(); });
    if (cell.kind != CellKind::Text || !cell.raised || isName)
        return std::nullopt;
    return error("import.raised_digits",
                 tr("“%1”的单元格里有上标或下标（“%2”），可能是注释号，不能当作数据的一部分。请删去。")
                     .arg(item.label, cell.text.left(40)));
}

std::vector<base::Error> noticesOf(const Item& item, const StoredCell& cell, const model::Observation& read) {
    std::vector<base::Error> notices;
    const auto add = [&](const char* code, const QString& message) { notices.push_back(error(code, message)); };
    if (cell.kind == CellKind::Picture)
        add("import.picture",
            tr("“%1”的单元格里是图片，图片不导入，这一格按空白处理。需要留存的图片请作为佐证材料附上。")
                .arg(item.label));
    if (cell.calculation == Calculation::Manual && cell.kind != CellKind::Picture)
        add("import.manual_calculation",
            tr("“%1”是公式，而这个工作簿设为手动计算，存着的“%2”可能不是最新的结果。请用 Excel "
               "或 WPS 打开，按 F9 计算、保存后核对。")
                .arg(item.label, cell.text.left(40)));
    if (cell.kind == CellKind::Text && cell.struckOut == StruckOut::Partly)
        add("import.struck_out_words", tr("“%1”的单元格里有带删除线的字（“%2”），划掉的没有导入，取“%3”。")
                                           .arg(item.label, cell.shown.left(40), cell.text.left(40)));
    if (cell.kind == CellKind::Text && cell.raised && !raisedIn(item, cell))
        add("import.raised_words", tr("“%1”的单元格里有上标或下标，已按普通文字导入：“%2”。如是注释号，请删去。")
                                       .arg(item.label, cell.text.left(40)));
    if (cell.display == Display::Nothing && (cell.kind == CellKind::Number || cell.kind == CellKind::Text))
        add("import.hidden_figure",
            tr("“%1”的单元格格式使内容不显示，看起来是空白，实际存着“%2”，已照此导入。不应有内容的请清空。")
                .arg(item.label, cell.text.left(40)));
    if (cell.display == Display::Unknown && item.isNumeric())
        add("import.unknown_format",
            tr("“%1”的单元格格式无法读取，按存着的“%2”导入。如原来是百分比等格式，请用 Excel 或 WPS 打开核对。")
                .arg(item.label, cell.text.left(40)));
    if (looksOtherwise(item, cell, read))
        add("import.shown_rounded",
            tr("“%1”的单元格显示 %2，实际是 %3，已按实际的数导入。")
                .arg(item.label, cell.shown,
                     cell.display == Display::Percent ? model::displayText(item, read) + item.unitText()
                                                      : numberText(cell.text)));
    return notices;
}

} // namespace junheng::exchange
