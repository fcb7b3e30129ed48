#include "standard/standard.h"

#include "base/rounding.h"

#include <algorithm>

namespace junheng::standard {

const Source* Standard::findSource(const QString& sourceId) const {
    const auto found = std::ranges::find(sources, sourceId, &Source::id);
    return found == sources.end() ? nullptr : &*found;
}

std::vector<const Relaxation*> Standard::relaxationsOf(int indicator, const model::CountyYear& county) const {
    std::vector<const Relaxation*> result;
    if (!relaxationsChosen(county).value_or(true))
        return result;
    const int year = county.year();
    for (const Relaxation& relaxation : relaxations) {
        if (relaxation.indicator == indicator && year >= relaxation.from && year <= relaxation.until.value_or(year))
            result.push_back(&relaxation);
    }
    return result;
}

const ResourceIndicator& Standard::balanceIndicator(int index) const {
    const auto i = static_cast<std::size_t>(index);
    return i < resource.size() ? resource[i] : furtherBalance[i - resource.size()];
}

const Indicator* Standard::findIndicator(const QString& indicatorId) const {
    for (const auto* part : {&government, &quality, &eligibility, &targets}) {
        const auto found = std::ranges::find(*part, indicatorId, &Indicator::id);
        if (found != part->end())
            return &*found;
    }
    return nullptr;
}

namespace {

// Title and short name of whatever bears the id.
std::pair<QString, QString> namesOf(const Standard& standard, const QString& id) {
    for (int i = 0; i < standard.balanceCount(); ++i) {
        const ResourceIndicator& indicator = standard.balanceIndicator(i);
        if (indicator.id == id)
            return {indicator.title, indicator.shortName};
    }
    if (const Indicator* indicator = standard.findIndicator(id))
        return {indicator->title, indicator->shortName};
    const auto veto = std::ranges::find(standard.vetoes, id, &Veto::id);
    if (veto != standard.vetoes.end())
        return {veto->title, veto->shortName};
    if (standard.approval && id == QLatin1StringView("S1"))
        return {standard.approval->title, standard.approval->shortName};
    return {};
}

} // namespace

QString Standard::titleOf(const QString& anyId) const {
    return namesOf(*this, anyId).first;
}

std::vector<model::FurtherIndicator> Standard::furtherIndicators() const {
    std::vector<model::FurtherIndicator> further;
    const auto addFrom = [&](const auto& clauses) {
        for (const auto& clause : clauses) {
            if (model::nationalNumber(clause.id) == 0)
                further.push_back({.id = clause.id, .title = clause.title});
        }
    };
    addFrom(resource);
    addFrom(government);
    addFrom(quality);
    return further;
}

QString Standard::shortNameOf(const QString& anyId) const {
    return namesOf(*this, anyId).second;
}

std::int64_t Approval::requiredSample(const base::Rational& inhabitants) const {
    return std::max(least, base::roundUp(inhabitants * sampleShare.value));
}

Status judge(const base::Rational& value, const Threshold& threshold) {
    if (value >= threshold.value)
        return Status::Met;
    return value >= threshold.floor ? Status::Floor : Status::Below;
}

} // namespace junheng::standard
