#include "exchange/cell_value.h"

#include "exchange/cell_appearance.h"
#include "exchange/tr.h"
#include "model/typed_text.h"

namespace junheng::exchange {

namespace {

using model::Item;
using model::ItemKind;
using sheet::CellKind;
using sheet::StoredCell;

// Of a key every sign counts: what is struck out or raised in it is not left away without a word.
base::Result<QString> wholeWords(const QString& label, const StoredCell& cell) {
    auto words = wordsOf(label, cell);
    if (words && cell.kind == CellKind::Text && (cell.struckOut != sheet::StruckOut::No || cell.raised))
        return std::unexpected(base::Error{
            .code = QStringLiteral("import.struck_out"),
            .message = tr("“%1”的单元格里有带删除线的字，或者上标、下标（“%2”），不清楚应取哪些字。请删去多余的字。")
                           .arg(label, (cell.shown.isEmpty() ? cell.text : cell.shown).left(40))});
    return words;
}

} // namespace

bool isBlank(const StoredCell& cell) {
    // A formula drawn down over rows to come looks blank until it is calculated.
    const bool isEmptyFormula = cell.kind == CellKind::Uncalculated && cell.calculation == sheet::Calculation::Pending;
    return cell.kind == CellKind::Blank || cell.kind == CellKind::Picture || isEmptyFormula ||
           (cell.kind == CellKind::Text && model::foldText(cell.text).isEmpty());
}

base::Result<model::ParsedObservation> readCell(const Item& item, const StoredCell& cell) {
    if (auto refusal = refusalOf(item.label, cell))
        return std::unexpected(std::move(*refusal));
    if (cell.kind == CellKind::Boolean && item.kind == ItemKind::Flag)
        return model::ParsedObservation{.observation =
                                            model::Observation::ofAmount(cell.text == QLatin1StringView("TRUE"))};
    if (cell.kind == CellKind::Date && item.kind == ItemKind::Date)
        return model::parseObservation(item, QStringView(cell.text).left(10)); // the day without its time
    if (cell.kind == CellKind::Date && item.kind == ItemKind::Text)
        return model::parseObservation(item, cell.text);
    if (auto raised = raisedIn(item, cell))
        return std::unexpected(std::move(*raised));
    const auto text = item.isNumeric() ? figureOf(item, cell) : wordsOf(item.label, cell);
    if (!text)
        return std::unexpected(text.error());
    return model::parseObservation(item, *text);
}

base::Result<QString> readSchoolCode(const StoredCell& cell) {
    const auto text = wholeWords(tr("学校标识码"), cell);
    return text ? model::parseSchoolCode(*text) : text;
}

base::Result<QString> readWord(const QString& label, const StoredCell& cell) {
    auto text = wholeWords(label, cell);
    if (text)
        text = model::foldCode(*text);
    return text;
}

} // namespace junheng::exchange
