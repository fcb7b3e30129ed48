#include "standard/asks_less.h"

#include "base/decimal.h"
#include "base/rational.h"
#include "model/item.h"
#include "model/items.h"
#include "standard/json_reader.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>

namespace junheng::standard {

namespace {

/// What becomes of a place when it asks less.
enum class Less : std::uint8_t {
    Lower,   ///< a floor comes down
    Higher,  ///< a ceiling goes up
    Fewer,   ///< of those asked about, some are gone; an empty place asks about all
    More,    ///< those left out have become more
    True,    ///< a narrowing is in force
    False,   ///< a demand is no longer made
    Gone,    ///< a demand is no longer there
    Present, ///< a place that narrows has come
};

struct Direction {
    const char* name;
    Less less;
};

// By the innermost member of the path, or the one around it.
constexpr std::array kDirections{
    Direction{"at_least", Less::Lower},
    Direction{"per_pupil", Less::Lower},
    Direction{"threshold", Less::Lower},
    Direction{"minimum_pupils", Less::Lower},
    Direction{"years", Less::Lower},
    Direction{"share", Less::Lower},
    Direction{"share_of_population", Less::Lower},
    Direction{"least", Less::Lower},
    Direction{"valid_share", Less::Lower},
    Direction{"area", Less::Lower},
    Direction{"above", Less::Lower},
    Direction{"level", Less::Lower},
    Direction{"count", Less::Lower},
    Direction{"at_most", Less::Higher},
    Direction{"below", Less::Higher},
    Direction{"gap_below", Less::Higher},
    Direction{"pupils", Less::Higher},
    Direction{"limit", Less::Higher},
    Direction{"composite", Less::Higher},
    Direction{"classes_per_room", Less::Higher},
    Direction{"points_from", Less::Higher},
    Direction{"localities", Less::Fewer},
    Direction{"school_types", Less::Fewer},
    Direction{"stages", Less::Fewer},
    Direction{"barred_school_types", Less::Gone},
    Direction{"sponsors_except", Less::More},
    Direction{"without_boarding", Less::True},
    Direction{"conclusion", Less::False},
    Direction{"inclusive", Less::Gone},
    Direction{"limits", Less::Gone},
    Direction{"parts", Less::Gone},
    Direction{"rooms", Less::Gone},
    Direction{"schools", Less::Present},
};

std::optional<Less> ruleOf(const QString& name) {
    const auto found =
        std::ranges::find_if(kDirections, [&](const Direction& r) { return name == QLatin1StringView(r.name); });
    return found == kDirections.end() ? std::nullopt : std::optional(found->less);
}

// A number, or a choice by its place from the worst: Ⅰ below Ⅱ, 一般 below 良好.
std::optional<base::Rational> rankOf(const nlohmann::json& value) {
    if (value.is_number_integer())
        return base::toRational(value.get<std::int64_t>());
    if (!value.is_string())
        return std::nullopt;
    const QString text = textOf(value);
    if (const auto number = base::parseRational(text))
        return *number;
    if (const auto level = model::itemOf(items::monitored_level).choices.indexOf(text); level >= 0)
        return base::toRational(std::int64_t{level});
    if (const auto grade = model::itemOf(items::moral_culture_grade).choices.indexOf(text); grade >= 0)
        return base::toRational(-std::int64_t{grade});
    return std::nullopt;
}

bool isMore(const nlohmann::json& value, const nlohmann::json& other) {
    const auto rank = rankOf(value);
    const auto otherRank = rankOf(other);
    return rank && otherRank && *rank > *otherRank;
}

// Whether all that is in one list is in the other.
bool hasAll(const nlohmann::json& list, const nlohmann::json& wanted) {
    return std::ranges::all_of(
        wanted, [&](const nlohmann::json& element) { return std::ranges::find(list, element) != list.end(); });
}

// A part of a ratio may be there to be shown only.
bool isDemand(const nlohmann::json& clause) {
    constexpr std::array kBounds{"at_least", "at_most", "above", "below"};
    return !clause.contains("numerator") ||
           std::ranges::any_of(kBounds, [&](const char* bound) { return clause.contains(bound); });
}

bool isLess(Less less, const nlohmann::json& before, const nlohmann::json& after) {
    switch (less) {
    case Less::Lower:
        return after.is_null() ? rankOf(before).has_value() : isMore(before, after);
    case Less::Higher:
        return after.is_null() ? rankOf(before).has_value() : isMore(after, before);
    case Less::Fewer:
        return !after.is_null() && (before.is_null() || !hasAll(after, before));
    case Less::Gone:
        return after.is_null() ? isDemand(before) : before.is_array() && !hasAll(after, before);
    case Less::More:
        return !after.is_null() && (before.is_null() || !hasAll(before, after));
    case Less::True:
        return after == true;
    case Less::False:
        return after != true;
    case Less::Present:
        break;
    }
    return before.is_null();
}

bool isWholeClauseLess(const QString& part, const nlohmann::json& before, const nlohmann::json& after) {
    if (part == QLatin1StringView("relaxations"))
        return before.is_null();
    if (part != QLatin1StringView("scope"))
        return after.is_null();
    return std::ranges::any_of(after, [&](const nlohmann::json& exclusion) {
        return std::ranges::none_of(
            before, [&](const nlohmann::json& known) { return known["exclude"] == exclusion["exclude"]; });
    });
}

// A relaxation gives other limits: of areas a floor, of pupils a ceiling.
bool isRelaxationLess(const DifferingPlace& place, const QStringList& names, const nlohmann::json& before,
                      const nlohmann::json& after) {
    if (names.size() == 1)
        return !after.empty();
    if (names.size() == 2)
        return before.is_null();
    const bool areas = place.kind == QLatin1StringView("rooms_per_classes");
    return names.contains(QStringLiteral("limits")) && isLess(areas ? Less::Lower : Less::Higher, before, after);
}

} // namespace

bool asksLess(const DifferingPlace& place, const nlohmann::json& before, const nlohmann::json& after) {
    constexpr std::array kWithoutDemands{"targets", "print", "groups", "split"};
    if (std::ranges::any_of(kWithoutDemands, [&](const char* p) { return place.part == QLatin1StringView(p); }))
        return false;
    if (place.path.isEmpty())
        return isWholeClauseLess(place.part, before, after);
    const QStringList names = place.path.split(QChar(u'/'));
    if (names.front() == QLatin1StringView("relaxations"))
        return isRelaxationLess(place, names, before, after);
    // A flag without a share, as the nation's, is asked of every school.
    if (place.kind == QLatin1StringView("school_flag") && place.path == QLatin1StringView("at_least"))
        return isLess(Less::Lower, "1", after);
    for (qsizetype back = 1; back <= std::min<qsizetype>(2, names.size()); ++back) {
        if (const auto rule = ruleOf(names.at(names.size() - back)))
            return isLess(*rule, before, after);
    }
    return place.part == QLatin1StringView("balance") && isLess(Less::Higher, before, after);
}

} // namespace junheng::standard
