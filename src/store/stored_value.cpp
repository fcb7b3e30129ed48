#include "store/stored_value.h"

#include "model/observation.h"

#include <array>

namespace junheng::store {

namespace {

using model::ItemKind;
using model::Observation;
using model::State;

constexpr std::array<const char*, 4> kBatchKinds{"import", "edit", "undo", "redo"};

bool isText(const model::Item& item) {
    return item.kind == ItemKind::Text || item.kind == ItemKind::Date;
}

// Without its mark.
std::optional<Observation> wordOf(const model::Item& item, const StoredValue& value) {
    if (value.state != State::Value)
        return Observation{.state = value.state};
    if (isText(item))
        return value.text ? std::optional(Observation::ofText(*value.text)) : std::nullopt;
    if (item.kind == ItemKind::Choice) {
        const qsizetype index = value.text ? item.choices.indexOf(*value.text) : -1;
        return index >= 0 ? std::optional(Observation::ofChoice(item, static_cast<int>(index))) : std::nullopt;
    }
    const int decimals = item.isNumeric() ? item.decimals : 0;
    if (!value.amount)
        return std::nullopt;
    const base::Decimal number(*value.amount, value.scale);
    const auto rescaled = number.fitsScale(decimals) ? number.rescaledHalfUp(decimals) : std::nullopt;
    return rescaled ? std::optional(Observation::ofAmount(rescaled->unscaled())) : std::nullopt;
}

} // namespace

std::optional<StoredValue> toStored(const model::Item& item, const Observation& observation) {
    StoredValue value{.state = observation.state, .unconfirmed = observation.unconfirmed};
    if (observation.state != State::Value)
        return value;
    if (isText(item)) {
        value.text = observation.text;
    } else if (item.kind == ItemKind::Choice) {
        if (observation.amount < 0 || observation.amount >= item.choices.size())
            return std::nullopt;
        value.text = item.choices[observation.amount];
    } else {
        value.amount = observation.amount;
        value.scale = item.isNumeric() ? item.decimals : 0;
    }
    return value;
}

std::optional<Observation> fromStored(const model::Item& item, const StoredValue& value) {
    auto observation = wordOf(item, value);
    if (!observation || !model::isPossible(item, *observation))
        return std::nullopt;
    observation->unconfirmed = value.unconfirmed;
    return observation;
}

bool mayBeNewer(const model::Item& item, const StoredValue& value) {
    if (item.kind == ItemKind::Choice)
        return value.text.has_value();
    return item.isNumeric() && value.amount >= 0 && value.scale > item.decimals;
}

QString batchKindId(model::BatchKind kind) {
    return QLatin1StringView(kBatchKinds[static_cast<std::size_t>(kind)]);
}

std::optional<model::BatchKind> batchKindFromId(const QString& id) {
    for (std::size_t i = 0; i < kBatchKinds.size(); ++i) {
        if (id == QLatin1StringView(kBatchKinds[i]))
            return static_cast<model::BatchKind>(i);
    }
    return std::nullopt;
}

} // namespace junheng::store
