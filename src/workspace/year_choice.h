// Which school years can be begun.
#pragma once

#include "base/error.h"

#include <optional>
#include <vector>

namespace junheng::workspace {

struct YearChoice {
    int first = 0;
    int last = 0;
    int proposed = 0;
    std::vector<int> filled = {}; ///< years that have schools, ascending: only these hand anything over
    std::vector<int> blank = {};  ///< years that are there without schools, ascending: these can still take over

    /// The newest year with schools before `year`.
    [[nodiscard]] std::optional<int> sourceOf(int year) const;
    /// Whether it can be begun, with what it takes over from the year `from` or else empty. Errors:
    /// "year.out_of_range", "year.exists", "year.empty" (`from` has nothing to hand over).
    [[nodiscard]] base::Outcome check(int year, std::optional<int> from) const;
    /// Whether it can be begun, empty or taking over from its sourceOf().
    [[nodiscard]] bool mayBegin(int year, bool takesOver) const;
};

} // namespace junheng::workspace
