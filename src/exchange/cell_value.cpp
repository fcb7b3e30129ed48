#include "exchange/cell_value.h"

#include "base/decimal.h"

#include <QCoreApplication>

namespace junheng::exchange {

namespace {

using model::Item;
using model::ItemKind;
using sheet::Cell;
using sheet::CellKind;

QString tr(const char* text) {
    return QCoreApplication::translate("exchange", text);
}

base::Error error(const char* code, const QString& message) {
    return {.code = QLatin1StringView(code), .message = message};
}

// A number without an exponent, so that codes and names stored as numbers read as typed.
QString numberText(const QString& text) {
    if (!text.contains(QChar(u'E'), Qt::CaseInsensitive))
        return text;
    const auto number = base::Decimal::parse(text);
    return number ? number->toShortString() : text;
}

base::Error wrongKind(const QString& label, const Cell& cell) {
    return cell.kind == CellKind::Date
               ? error("import.wrong_kind",
                       tr("“%1”的单元格是日期格式（%2），应为数字或文字。请把单元格格式改为“常规”后重新填写。")
                           .arg(label, cell.text))
               : error("import.wrong_kind",
                       tr("“%1”的单元格是逻辑值 %2，应为数字或文字。请改填实际数据。").arg(label, cell.text));
}

// The text of a cell whose kind needs no particular item.
base::Result<QString> plainText(const QString& label, const Cell& cell) {
    switch (cell.kind) {
    case CellKind::Blank:
    case CellKind::Text:
        return cell.text;
    case CellKind::Number:
        return numberText(cell.text);
    case CellKind::Error:
        return std::unexpected(
            error("import.error_cell",
                  tr("“%1”的公式出错，单元格显示 %2。请改正公式或直接填写数据。").arg(label, cell.text)));
    case CellKind::Uncalculated:
        return std::unexpected(
            error("import.not_calculated",
                  tr("“%1”的公式没有计算结果，请在 Excel/WPS 中打开并保存一次，或直接填写数据。").arg(label)));
    case CellKind::Boolean:
    case CellKind::Date:
        break;
    }
    return std::unexpected(wrongKind(label, cell));
}

} // namespace

bool isBlank(const Cell& cell) {
    return cell.kind == CellKind::Blank || (cell.kind == CellKind::Text && model::foldText(cell.text).isEmpty());
}

base::Result<model::ParsedObservation> readCell(const Item& item, const Cell& cell) {
    if (cell.kind == CellKind::Boolean && item.kind == ItemKind::Flag)
        return model::ParsedObservation{.observation =
                                            model::Observation::ofAmount(cell.text == QLatin1StringView("TRUE"))};
    if (cell.kind == CellKind::Date && item.kind == ItemKind::Date)
        return model::parseObservation(item, QStringView(cell.text).left(10)); // the day without its time
    if (cell.kind == CellKind::Date && item.kind == ItemKind::Text)
        return model::parseObservation(item, cell.text);
    const auto text = plainText(item.label, cell);
    if (!text)
        return std::unexpected(text.error());
    return model::parseObservation(item, *text);
}

base::Result<QString> readSchoolCode(const Cell& cell) {
    const auto text = plainText(tr("学校标识码"), cell);
    return text ? model::parseSchoolCode(*text) : text;
}

base::Result<QString> readWord(const QString& label, const Cell& cell) {
    auto text = plainText(label, cell);
    if (text)
        text = model::foldText(*text);
    return text;
}

} // namespace junheng::exchange
