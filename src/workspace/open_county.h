// What an open county is made of; the workspace and its doors share it. Internal to this room.
#pragma once

#include "assess/assessment.h"
#include "base/error.h"
#include "model/county_year.h"
#include "quality/finding.h"
#include "report/dossier/earlier_year.h"
#include "report/official/official_tables.h"
#include "report/sources.h"
#include "standard/difference.h"
#include "standard/standard.h"
#include "store/county_file.h"

#include <QDate>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace junheng::workspace {

base::Error notOpen();
report::ReportInfo reportInfo(const QDate& date);

/// The county that is open, or none: then there is no file and the rest is empty. One for the life of a workspace;
/// another county takes its place by exchange().
struct OpenCounty {
    std::function<base::Outcome()> gate; ///< before every commit; outlives the file
    std::function<void()> changed;       ///< told of every change; outlives the file
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

    /// Another county, or none; the gate and who is told stay.
    void exchange(OpenCounty next);
    /// Tells of the change when it went well.
    base::Outcome announce(base::Outcome outcome) const;

    /// Reads the year and all that follows from it. Errors: those of the file, "standard.*".
    base::Outcome load(int year);
    /// Nothing is given away, and nothing changed, by a standard that is not the county's.
    [[nodiscard]] base::Outcome judgedByItsOwn() const;
    /// Into the file and the year's data; without changes nothing happens.
    base::Outcome commit(const model::ChangeSet& changes, std::optional<qint64> undoes = {},
                         const std::vector<store::Content>& contents = {});

    /// The batch that the next step back, or forward, takes back.
    [[nodiscard]] base::Result<std::optional<store::BatchInfo>> candidate(bool redo) const;
    /// Asked anew where the file could not be read.
    [[nodiscard]] Steps nextSteps() const;
    /// Takes a batch back by its inverse, itself a batch.
    base::Outcome revert(const store::BatchInfo& batch, model::BatchKind kind);
    /// Where everything of the year has been taken back there is no such year any more: on to the newest one there is.
    base::Outcome leaveTakenBackYear();

    /// The years before the current one that the file holds; see SchoolYears::earlier().
    [[nodiscard]] base::Result<std::shared_ptr<const std::vector<report::EarlierYear>>> earlierYears() const;
    /// What is doubtful about the year's data; see Doubts::findings().
    [[nodiscard]] base::Result<std::vector<quality::CheckFinding>> findings() const;

private:
    // Years that the eligibility looks back on, as far as the file holds them.
    base::Outcome loadPriorYears(int year, const std::vector<int>& known);
};

} // namespace junheng::workspace
