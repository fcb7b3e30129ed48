// An observation in the form the file keeps: independent of the order of choices and of the decimals of today's items.
#pragma once

#include "model/change.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace junheng::store {

/// A number with its scale, or a text (also the wording of a choice); neither unless state is Value. In the existence
/// of a subject a Value has neither.
struct StoredValue {
    model::State state = model::State::Missing;
    std::optional<std::int64_t> amount = {};
    int scale = 0;
    std::optional<QString> text = {};
    bool unconfirmed = false; ///< taken over from the year before

    [[nodiscard]] bool isMissing() const { return state == model::State::Missing; }
    bool operator==(const StoredValue&) const = default;
};

/// Empty when the observation is none of the item's (a choice out of range).
std::optional<StoredValue> toStored(const model::Item& item, const model::Observation& observation);

/// Empty when this version cannot read it: an unknown choice, another kind of item, more decimals than declared, or a
/// figure that nobody can enter (negative, of too many digits).
std::optional<model::Observation> fromStored(const model::Item& item, const StoredValue& value);

/// Whether a newer version may have written what fromStored() cannot read: a choice, or decimals that came later.
bool mayBeNewer(const model::Item& item, const StoredValue& value);

QString batchKindId(model::BatchKind kind);
std::optional<model::BatchKind> batchKindFromId(const QString& id);

} // namespace junheng::store
