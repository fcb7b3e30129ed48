#include "workspace/open_county.h"

#include "quality/check.h"
#include "standard/library.h"
#include "workspace/earlier_years.h"
#include "workspace/tr.h"

#include <algorithm>
#include <utility>

namespace junheng::workspace {

base::Error notOpen() {
    return {.code = QStringLiteral("workspace.not_open"), .message = tr("还没有打开县级文件。")};
}

report::ReportInfo reportInfo(const QDate& date) {
    return {.date = date, .programVersion = QStringLiteral(JUNHENG_VERSION)};
}

void OpenCounty::exchange(OpenCounty next) {
    next.gate = std::move(gate);
    next.changed = std::move(changed);
    *this = std::move(next);
}

base::Outcome OpenCounty::announce(base::Outcome outcome) const {
    if (outcome)
        changed();
    return outcome;
}

base::Outcome OpenCounty::loadPriorYears(int year, const std::vector<int>& known) {
    priorYears.clear();
    const standard::PriorYearsRule* rule = assess::priorYearsRule(standard);
    if (rule == nullptr || std::ranges::none_of(known, [&](int other) { return other < year; }))
        return {};
    const auto system = standard::loadStandard(rule->system);
    if (!system)
        return std::unexpected(system.error());
    for (const int other : known) {
        if (other >= year || other < year - rule->years)
            continue;
        const auto loaded = file->load(other);
        if (!loaded)
            return std::unexpected(loaded.error());
        priorYears.push_back(assess::priorYearOf(*loaded, *rule, *system));
    }
    return {};
}

base::Outcome OpenCounty::load(int year) {
    auto loaded = file->load(year);
    if (!loaded)
        return std::unexpected(loaded.error());
    auto known = file->years();
    if (!known)
        return std::unexpected(known.error());
    if (const auto prior = loadPriorYears(year, *known); !prior)
        return prior;
    if (std::ranges::find(*known, year) == known->end())
        known->insert(std::ranges::upper_bound(*known, year), year);
    years = std::move(*known);
    steps.reset();
    belowNational.reset();
    yearTakenBack.reset();
    earlier.reset();
    data = std::move(*loaded);
    assessment = assess::assess(data, standard, priorYears);
    return {};
}

base::Outcome OpenCounty::judgedByItsOwn() const {
    return standardError ? base::Outcome(std::unexpected(*standardError)) : base::Outcome();
}

base::Outcome OpenCounty::commit(const model::ChangeSet& changes, std::optional<qint64> undoes,
                                 const std::vector<store::Content>& contents) {
    if (!file)
        return std::unexpected(notOpen());
    if (changes.isEmpty() && !undoes) // what is taken back may be a year begun empty
        return {};
    if (const auto judged = judgedByItsOwn(); !judged)
        return judged;
    if (gate) {
        if (auto open = gate(); !open)
            return open;
    }
    const auto batch = file->commit(data.year(), changes, undoes, contents);
    if (!batch)
        return std::unexpected(batch.error());
    data.apply(changes);
    assessment = assess::assess(data, standard, priorYears);
    yearTakenBack.reset();
    if (undoes)
        steps.reset();
    else
        steps = Steps{.undo = changes.label, .redo = {}};
    return {};
}

base::Result<std::optional<store::BatchInfo>> OpenCounty::candidate(bool redo) const {
    if (!file)
        return std::nullopt;
    return redo ? file->redoCandidate(yearTakenBack.value_or(data.year())) : file->undoCandidate(data.year());
}

OpenCounty::Steps OpenCounty::nextSteps() const {
    if (steps)
        return *steps;
    if (file && (standardError || file->access() == store::FileAccess::ReadOnly))
        return {};
    const auto undo = candidate(false);
    const auto redo = candidate(true);
    if (!undo || !redo)
        return {};
    const auto labelOf = [](const store::BatchInfo& batch) { return batch.label; };
    steps = Steps{.undo = undo->transform(labelOf), .redo = redo->transform(labelOf)};
    return *steps;
}

base::Outcome OpenCounty::revert(const store::BatchInfo& batch, model::BatchKind kind) {
    if (batch.year != data.year()) {
        if (const auto loaded = load(batch.year); !loaded)
            return loaded;
    }
    const auto changes = file->changesOf(batch.id);
    if (!changes)
        return std::unexpected(changes.error());
    model::ChangeSet inverse = changes->inverse();
    inverse.kind = kind;
    inverse.label = batch.label;
    return commit(inverse, batch.id);
}

base::Outcome OpenCounty::leaveTakenBackYear() {
    const auto known = file->years();
    if (!known)
        return std::unexpected(known.error());
    const int year = data.year();
    if (known->empty() || std::ranges::find(*known, year) != known->end())
        return {};
    if (const auto loaded = load(known->back()); !loaded)
        return loaded;
    yearTakenBack = year;
    return {};
}

base::Result<std::shared_ptr<const std::vector<report::EarlierYear>>> OpenCounty::earlierYears() const {
    if (!file)
        return std::unexpected(notOpen());
    if (!earlier) {
        auto loaded = loadEarlierYears(*file, years, data.year(), standard);
        if (!loaded)
            return std::unexpected(loaded.error());
        earlier = std::make_shared<const std::vector<report::EarlierYear>>(*std::move(loaded));
    }
    return earlier;
}

base::Result<std::vector<quality::CheckFinding>> OpenCounty::findings() const {
    const auto before = earlierYears();
    if (!before)
        return std::unexpected(before.error());
    return quality::check(data, (*before)->empty() ? nullptr : &(*before)->back().data);
}

} // namespace junheng::workspace
