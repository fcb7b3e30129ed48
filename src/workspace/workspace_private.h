// What an open county is made of. Internal to this room.
#pragma once

#include "exchange/next_year.h"
#include "report/dossier/dossier.h"
#include "report/official/table_parts.h"
#include "standard/library.h"
#include "store/county_file.h"
#include "workspace/earlier_years.h"
#include "workspace/workspace.h"

#include <algorithm>
#include <ranges>

namespace junheng::workspace {

base::Error notOpen();
report::ReportInfo reportInfo(const QDate& date);

struct Workspace::Private {
    std::function<base::Outcome()> gate; ///< before every commit; outlives the file
    std::unique_ptr<store::CountyFile> file;
    standard::Standard standard;
    std::optional<base::Error> standardError; ///< `standard` is then another than the county's
    model::CountyYear data{{}, 0};
    assess::Assessment assessment;
    std::vector<assess::PriorYear> priorYears;
    std::vector<int> years; ///< in the file, and the current one; ascending
    /// What undo and redo would take back, empty where there is nothing. Remembered, as the window asks at every
    /// change.
    struct Steps {
        std::optional<QString> undo;
        std::optional<QString> redo;
    };
    mutable std::optional<Steps> steps;
    mutable std::optional<std::vector<standard::Difference>> belowNational;  ///< once asked for
    std::optional<int> yearTakenBack;                                        ///< by the last step: redo begins it again
    mutable std::shared_ptr<const std::vector<report::EarlierYear>> earlier; ///< once asked for

    [[nodiscard]] report::Sources sources() const {
        return {.year = data, .standard = standard, .assessment = assessment, .priorYears = priorYears};
    }

    // Years that the eligibility looks back on, as far as the file holds them.
    base::Outcome loadPriorYears(int year, const std::vector<int>& known) {
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

    base::Outcome load(int year) {
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

    // Nothing is given away, and nothing changed, by a standard that is not the county's.
    [[nodiscard]] base::Outcome judgedByItsOwn() const {
        return standardError ? base::Outcome(std::unexpected(*standardError)) : base::Outcome();
    }

    base::Outcome commit(const model::ChangeSet& changes, std::optional<qint64> undoes = {},
                         const std::vector<store::Content>& contents = {}) {
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

    // Takes a batch back by its inverse, itself a batch.
    base::Outcome revert(const store::BatchInfo& batch, model::BatchKind kind) {
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

    // Where everything of the year has been taken back there is no such year any more: on to the newest one there is.
    base::Outcome leaveTakenBackYear() {
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

    // The newest year with schools before the current one.
    [[nodiscard]] base::Result<std::optional<model::CountyYear>> earlierYear() const {
        const auto known = file->years();
        if (!known)
            return std::unexpected(known.error());
        for (const int year : std::views::reverse(*known)) {
            if (year >= data.year())
                continue;
            auto loaded = file->load(year);
            if (!loaded)
                return std::unexpected(loaded.error());
            if (loaded->schools().rowCount() > 0)
                return std::move(*loaded);
        }
        return std::nullopt;
    }

    [[nodiscard]] base::Outcome knowsSchool(const QString& code) const {
        if (data.exists(model::SubjectKey::ofSchool(code)))
            return {};
        return std::unexpected(
            base::Error{.code = QStringLiteral("dossier.unknown_school"),
                        .message = tr("%1 学年没有标识码为“%2”的学校。请核对学校标识码。").arg(data.year()).arg(code)});
    }

    // What `make` makes for one school of the year.
    [[nodiscard]] base::Result<document::Report>
    dossier(const Workspace& workspace, const QString& school, const QDate& date,
            document::Report (report::DossierMaker::*make)(const QString&)) const {
        if (const auto judged = judgedByItsOwn(); !judged)
            return std::unexpected(judged.error());
        if (const auto known = knowsSchool(school); !known)
            return std::unexpected(known.error());
        const auto before = workspace.earlierYears();
        if (!before)
            return std::unexpected(before.error());
        const auto findings = workspace.findings();
        if (!findings)
            return std::unexpected(findings.error());
        report::Sources all = sources();
        all.findings = *findings;
        report::DossierMaker maker(all, **before, reportInfo(date));
        return (maker.*make)(school);
    }

    [[nodiscard]] base::Result<std::optional<store::BatchInfo>> candidate(bool redo) const {
        if (!file)
            return std::nullopt;
        return redo ? file->redoCandidate(yearTakenBack.value_or(data.year())) : file->undoCandidate(data.year());
    }

    // Asked anew where the file could not be read.
    [[nodiscard]] Steps nextSteps() const {
        if (steps)
            return *steps;
        if (file && (standardError || file->access() == store::Access::ReadOnly))
            return {};
        const auto undo = candidate(false);
        const auto redo = candidate(true);
        if (!undo || !redo)
            return {};
        const auto labelOf = [](const store::BatchInfo& batch) { return batch.label; };
        steps = Steps{.undo = undo->transform(labelOf), .redo = redo->transform(labelOf)};
        return *steps;
    }
};

} // namespace junheng::workspace
