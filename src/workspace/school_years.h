// The school years of the open county file: beginning one, confirming what it took over, looking back.
#pragma once

#include "base/error.h"
#include "model/subject.h"
#include "report/dossier/earlier_year.h"
#include "workspace/year_choice.h"

#include <memory>
#include <optional>
#include <vector>

namespace junheng::workspace {

struct OpenCounty;

/// Handed out by Workspace::schoolYears(); valid as long as the workspace. Errors of every function: those of the file.
class SchoolYears {
public:
    explicit SchoolYears(OpenCounty& county) : m_county(county) {}

    [[nodiscard]] base::Result<YearChoice> choice() const;
    /// Begins a school year and opens it: one batch, one undo step, which takes the year away again. With `from` it
    /// takes over what stays from that year, all of it unconfirmed; see exchange::takenOverFrom(). Errors: those of
    /// YearChoice::check(), "store.*".
    base::Outcome begin(int year, std::optional<int> from);
    /// Confirms those of the cells that were taken over and not confirmed yet; one batch, one undo step.
    base::Outcome confirm(const std::vector<model::CellKey>& cells);
    /// Ascending, also those of which everything is taken back.
    [[nodiscard]] base::Result<std::vector<int>> inJournal() const;
    /// The years before the current one that the file holds, four at most, ascending, by the county's standard. Read
    /// and assessed when first asked for, and kept until another year, standard or file is opened.
    [[nodiscard]] base::Result<std::shared_ptr<const std::vector<report::EarlierYear>>> earlier() const;

private:
    OpenCounty& m_county;
};

} // namespace junheng::workspace
