// What a person sees of a cell, against the value that is stored in it.
#pragma once

#include "base/error.h"
#include "model/observation.h"
#include "sheet/workbook.h"

#include <QString>

#include <optional>
#include <vector>

namespace junheng::exchange {

/// Why nothing can be taken from the cell, whatever it is wanted for. Codes: "import.not_calculated" (a formula without
/// its value), "import.stale_formula" (a formula to be calculated when the workbook is opened), "import.damaged_cell",
/// "import.error_cell" (#DIV/0!), "import.struck_out" (all of it).
std::optional<base::Error> refusalOf(const QString& label, const sheet::StoredCell& cell);

/// The words of a cell: what is seen where a number format writes words or zeros in front, else what is stored, whole
/// numbers without ".0". Errors: those of refusalOf, "import.scaled_cell", "import.wrong_kind".
base::Result<QString> wordsOf(const QString& label, const sheet::StoredCell& cell);

/// The figure of a cell for a numeric item: per cents as seen for an item in per cent, else what is stored. Errors:
/// those of wordsOf, "import.percent_cell", "import.worded_cell" (words where the number is), "import.unit_of_format",
/// "import.struck_out".
base::Result<QString> figureOf(const model::Item& item, const sheet::StoredCell& cell);

/// Why raised or lowered text cannot be part of what the item holds ("import.raised_digits"): of anything but names and
/// notes.
std::optional<base::Error> raisedIn(const model::Item& item, const sheet::StoredCell& cell);

/// Worth knowing although the cell was read as `read`. Codes: "import.manual_calculation", "import.shown_rounded",
/// "import.hidden_figure", "import.unknown_format", "import.struck_out_words", "import.raised_words",
/// "import.picture".
std::vector<base::Error> noticesOf(const model::Item& item, const sheet::StoredCell& cell,
                                   const model::Observation& read);

} // namespace junheng::exchange
