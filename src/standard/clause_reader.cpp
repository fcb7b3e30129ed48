#include "standard/clause_reader.h"

#include "model/items.h"
#include "standard/tr.h"

namespace junheng::standard {

namespace {

using model::Item;
using model::ItemDictionary;
using model::ItemKind;
using model::Level;

} // namespace

std::int64_t positiveIntegerAt(const JsonNode& node) {
    const std::int64_t number = node.integer();
    if (number <= 0)
        node.fail(tr("应大于 0"));
    return number;
}

Limit positiveLimitAt(const JsonNode& node) {
    const base::Decimal text = node.decimal();
    if (text.unscaled() <= 0)
        node.fail(tr("应大于 0"));
    return {.text = text, .value = base::toRational(text)};
}

const Item& itemAt(const JsonNode& node, Level level, const ItemDictionary& items) {
    const Item* item = items.find(node.text());
    if (item == nullptr || item->level != level)
        node.fail(tr("没有“%1”这个指标项").arg(node.text()));
    if (!item->isNumeric() && item->kind != ItemKind::Flag)
        node.fail(tr("“%1”不是数字，不能参与计算").arg(node.text()));
    return *item;
}

std::vector<const Item*> itemsAt(const JsonNode& node, Level level, const ItemDictionary& items) {
    std::vector<const Item*> found;
    for (const JsonNode& element : node.elements())
        found.push_back(&itemAt(element, level, items));
    return found;
}

const Item& itemAt(const JsonNode& node, Level level, ItemKind kind, const ItemDictionary& items) {
    const Item* item = items.find(node.text());
    if (item == nullptr || item->level != level || item->kind != kind)
        node.fail(tr("“%1”不是这里可用的指标项").arg(node.text()));
    return *item;
}

Quantity quantityAt(JsonNode node, Level level, const ItemDictionary& items) {
    Quantity quantity;
    if (node.isArray()) {
        quantity.plus = itemsAt(node, level, items);
    } else {
        quantity.plus = itemsAt(node.at("plus"), level, items);
        quantity.minus = itemsAt(node.at("minus"), level, items);
        node.refuseUnknownMembers();
    }
    if (quantity.plus.empty())
        node.fail(tr("至少要有一个指标项"));
    return quantity;
}

int choiceAt(const JsonNode& node, const Item& item) {
    const QString text = node.text();
    for (int i = 0; i < item.choices.size(); ++i) {
        if (item.choices[i] == text || item.choices[i].endsWith(QChar(u' ') + text))
            return i;
    }
    node.fail(tr("“%1”没有“%2”这个选项").arg(item.label, text));
}

model::SchoolType schoolTypeAt(const JsonNode& node) {
    return static_cast<model::SchoolType>(choiceAt(node, model::itemOf(items::school_type)));
}

std::vector<model::SchoolType> schoolTypesAt(const JsonNode& node) {
    std::vector<model::SchoolType> types;
    for (const JsonNode& element : node.elements())
        types.push_back(schoolTypeAt(element));
    return types;
}

std::vector<int> choicesAt(const JsonNode& node, const Item& item) {
    std::vector<int> choices;
    for (const JsonNode& element : node.elements())
        choices.push_back(choiceAt(element, item));
    return choices;
}

SchoolSelection schoolSelectionAt(JsonNode node) {
    SchoolSelection selection;
    if (const auto types = node.find("school_types"))
        selection.types = schoolTypesAt(*types);
    if (const auto localities = node.find("localities"))
        selection.localities = choicesAt(*localities, model::itemOf(items::locality));
    if (const auto sponsors = node.find("sponsors_except"))
        selection.sponsorsExcept = choicesAt(*sponsors, model::itemOf(items::sponsor));
    if (const auto least = node.find("points_from"))
        selection.pointsFrom = positiveIntegerAt(*least);
    node.refuseUnknownMembers();
    if (selection.isEverySchool())
        node.fail(tr("没有写明哪些学校；所有学校都算时删去这一项"));
    return selection;
}

} // namespace junheng::standard
