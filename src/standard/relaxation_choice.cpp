#include "standard/relaxation_choice.h"

#include "model/items.h"

namespace junheng::standard {

std::optional<bool> relaxationsChosen(const model::CountyYear& county) {
    static const model::Item& item = model::itemOf(items::relaxations_applied);
    const model::Observation given = county.value(model::SubjectKey::ofCounty(), item);
    return given.isValue() ? std::optional(given.amount != 0) : std::nullopt;
}

} // namespace junheng::standard
