// Something to tell the user about data, with its place.
#pragma once

#include "base/error.h"

#include <cstdint>
#include <vector>

namespace junheng::model {

enum class Severity : std::uint8_t {
    Error,  ///< nothing is imported
    Notice, ///< imported, but worth knowing
};

struct Finding {
    Severity severity = Severity::Error;
    QString code = {};    ///< stable, "import.duplicate_school"
    QString message = {}; ///< Chinese: what was found, what was expected, what to do
    base::Place place = {};
};

} // namespace junheng::model
