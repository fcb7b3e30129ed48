#include "model/item.h"

#include "model/csv_rows.h"
#include "model/indicator.h"
#include "model/record_kind.h"

#include <algorithm>
#include <array>

namespace junheng::model {

namespace {

constexpr std::array<const char*, 9> kKindIds{"text",  "choice", "flag",    "integer", "count",
                                              "money", "area",   "decimal", "date"};

template <class Names> std::size_t indexOf(const Names& names, const QString& id) {
    const auto found = std::ranges::find_if(names, [&](const char* name) { return id == QLatin1StringView(name); });
    if (found == names.end())
        qFatal("data/items.csv: unknown word %s", qPrintable(id));
    return static_cast<std::size_t>(found - names.begin());
}

Level readLevel(const QString& id) {
    const auto level = levelFromId(id);
    if (!level)
        qFatal("data/items.csv: unknown level %s", qPrintable(id));
    return *level;
}

Unit readUnit(const QString& name) {
    const auto unit = unitNamed(name);
    if (!unit)
        qFatal("data/items.csv: unknown unit %s", qPrintable(name));
    return *unit;
}

Stage readStage(const QString& id) {
    const auto stage = stageFromId(id);
    if (!stage)
        qFatal("data/items.csv: unknown stage %s", qPrintable(id));
    return *stage;
}

Item readItem(const QHash<QString, QString>& row) {
    const auto field = [&](const char* name) { return row.value(QLatin1StringView(name)); };
    Item item;
    item.code = field("code");
    item.label = field("label");
    item.level = readLevel(field("level"));
    item.unit = readUnit(field("unit"));
    item.kind = static_cast<ItemKind>(indexOf(kKindIds, field("kind")));
    item.decimals = field("decimals").toInt();
    const QString required = field("required");
    item.required = required != QLatin1StringView("no");
    if (item.required && required != QLatin1StringView("yes"))
        item.requiredStage = readStage(required);
    item.key = field("role") == QLatin1StringView("key");
    item.uses = field("used_by").split(QChar(u','), Qt::SkipEmptyParts);
    item.indicators = indicatorsAmong(item.uses);
    item.topic = field("topic");
    item.basis = field("basis");
    if (const QString choices = field("choices"); !choices.isEmpty())
        item.choices = choices.split(QChar(u'|'));
    item.note = field("note");
    item.carried = field("carried") == QLatin1StringView("yes");
    item.source = field("source");
    return item;
}

std::vector<Item> readItems() {
    std::vector<Item> items;
    for (const QHash<QString, QString>& row : csvRows(QStringLiteral(":/junheng/items.csv")))
        items.push_back(readItem(row));
    return items;
}

} // namespace

QString Item::heading() const {
    return hasUnit() ? label + QChar(u'（') + unitText() + QChar(u'）') : label;
}

bool Item::isNumeric() const {
    return kind == ItemKind::Integer || kind == ItemKind::Count || kind == ItemKind::Money || kind == ItemKind::Area ||
           kind == ItemKind::Decimal;
}

const ItemDictionary& ItemDictionary::builtIn() {
    static const ItemDictionary dictionary(readItems());
    return dictionary;
}

ItemDictionary::ItemDictionary(std::vector<Item> own) : m_own(std::move(own)) {
    addOwn();
}

ItemDictionary::ItemDictionary(const ItemDictionary& base, std::vector<Item> own)
    : m_own(std::move(own)), m_items(base.m_items), m_byCode(base.m_byCode) {
    addOwn();
}

void ItemDictionary::addOwn() {
    for (Item& item : m_own) {
        item.column = static_cast<int>(ofLevel(item.level).size());
        m_items.insert(std::ranges::upper_bound(m_items, item.level, {}, &Item::level), &item);
        m_byCode.insert(item.code, &item);
    }
}

const Item* ItemDictionary::find(QStringView code) const {
    return m_byCode.value(code.toString(), nullptr);
}

const Item& ItemDictionary::at(QStringView code) const {
    const Item* item = find(code);
    if (item == nullptr)
        qFatal("data/items.csv has no item %s", qPrintable(code.toString()));
    return *item;
}

const Item& itemOf(QStringView code) {
    return ItemDictionary::builtIn().at(code);
}

const Item* ItemDictionary::findByLabel(Level level, QStringView label) const {
    const auto items = ofLevel(level);
    const auto found = std::ranges::find(items, label, &Item::label);
    return found == items.end() ? nullptr : &*found;
}

} // namespace junheng::model
