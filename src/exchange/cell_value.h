// Cells of a workbook as observations.
#pragma once

#include "base/error.h"
#include "model/observation.h"
#include "sheet/workbook.h"

namespace junheng::exchange {

/// Nothing in it but blanks, a picture, or a formula with an empty text that is still to be calculated.
bool isBlank(const sheet::StoredCell& cell);

/// The parser of model behind the kinds of cells and what is seen of them: true/false only for flags, dates only for
/// dates and texts. Errors: those of parseObservation, and those of figureOf and wordsOf.
base::Result<model::ParsedObservation> readCell(const model::Item& item, const sheet::StoredCell& cell);

/// Ten digits as text or as a number. Errors: "value.not_a_code", and those of figureOf.
base::Result<QString> readSchoolCode(const sheet::StoredCell& cell);

/// What stands in a cell of a key column or of the county's identity, folded. Errors: those of wordsOf, and
/// "import.struck_out".
base::Result<QString> readWord(const QString& label, const sheet::StoredCell& cell);

} // namespace junheng::exchange
