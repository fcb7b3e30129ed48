// The item dictionary: every raw statistic that a bureau enters, from data/items.csv.
#pragma once

#include "model/level.h"
#include "model/stage.h"
#include "model/unit.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <ranges>
#include <span>
#include <vector>

namespace junheng::model {

enum class ItemKind : std::uint8_t {
    Text,
    Choice,  ///< one of `choices`
    Flag,    ///< 是 or 否
    Integer, ///< a year, without a sum
    Count,   ///< heads, rooms, classes: 0 to 9,999,999
    Money,
    Area,
    Decimal,
    Date,
};

struct Item {
    QString code;  ///< "teaching_area": stable, in county files and standards
    QString label; ///< "教学及辅助用房面积": the heading of the template workbook
    Level level;
    Unit unit = Unit::None;
    ItemKind kind;
    int decimals = 0;                   ///< digits behind the point of a stored amount
    bool required = false;              ///< blocks its indicators when missing; never rejects an import
    std::optional<Stage> requiredStage; ///< the only stage that it blocks; empty: every one
    bool key = false;                   ///< part of the identity of a row, never stored as a cell
    QStringList uses;                   ///< what needs it, as printed: "R1-R7", "G4", "表Ⅰ"
    QStringList indicators;             ///< ids of those among them: "R1", "R2", ..., "R7", "G4"
    QString topic;                      ///< the group on the data entry page
    QString basis;                      ///< date basis (学年初, 财年, ...)
    QStringList choices;
    QString note; ///< what to fill in
    bool carried =
        false;      ///< stays from year to year (identity, areas, equipment), so that a new year may begin with it
    QString source; ///< where the figure stands in the forms of the education statistics; may be empty
    int column = 0; ///< position among the items of its level

    /// "教学及辅助用房面积（㎡）".
    [[nodiscard]] QString heading() const;
    /// "㎡"; empty without a unit.
    [[nodiscard]] QString unitText() const { return printedUnit(unit); }
    [[nodiscard]] bool hasUnit() const { return unit != Unit::None; }
    [[nodiscard]] bool isInYuan() const { return unit == Unit::Yuan; }
    [[nodiscard]] bool isInTenThousandYuan() const { return unit == Unit::TenThousandYuan; }
    [[nodiscard]] bool isPercentage() const { return unit == Unit::Percent; }
    [[nodiscard]] bool isOfPersons() const { return unit == Unit::Person; }
    [[nodiscard]] bool isYear() const { return unit == Unit::Year; }
    [[nodiscard]] bool isNumeric() const;
    /// Whether it is the one of this code, a constant of model/items.h.
    [[nodiscard]] bool is(QStringView itsCode) const { return code == itsCode; }
};

/// What all() and ofLevel() give: `for (const Item& item : ...)`.
inline auto itemsBehind(std::span<const Item* const> pointers) {
    return std::views::transform(pointers, [](const Item* item) -> const Item& { return *item; });
}

/// The items that a county's data consist of. They are compared by address: an item of the built-in dictionary is the
/// same object in all of them.
class ItemDictionary {
public:
    /// Of data/items.csv; lives as long as the program. Whoever works on a county's data asks CountyYear::items() or
    /// CountyFile::items() instead.
    static const ItemDictionary& builtIn();
    /// Those of `base`, which must outlive this one, and behind them, level by level, `own` ones with codes that `base`
    /// does not have.
    ItemDictionary(const ItemDictionary& base, std::vector<Item> own);
    // Others hold the addresses of its items.
    Q_DISABLE_COPY_MOVE(ItemDictionary)
    ~ItemDictionary() = default;

    /// By level, in column order.
    [[nodiscard]] auto all() const { return itemsBehind(m_items); }
    /// The items of one level, in column order, keys included.
    [[nodiscard]] auto ofLevel(Level level) const {
        return itemsBehind(std::ranges::equal_range(m_items, level, {}, &Item::level));
    }
    /// nullptr when there is none.
    [[nodiscard]] const Item* find(QStringView code) const;
    /// By code, for items that the program itself names; a missing one is a fault of data/items.csv and ends the
    /// program.
    [[nodiscard]] const Item& at(QStringView code) const;
    [[nodiscard]] const Item* findByLabel(Level level, QStringView label) const;

private:
    explicit ItemDictionary(std::vector<Item> own);
    void addOwn();

    std::vector<Item> m_own;
    std::vector<const Item*> m_items; ///< grouped by level
    QHash<QString, const Item*> m_byCode;
};

/// An item that every dictionary has, named by a constant of model/items.h.
const Item& itemOf(QStringView code);

} // namespace junheng::model
