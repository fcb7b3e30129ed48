// What two standards state differently, clause by clause.
#pragma once

#include "standard/library.h"

#include <vector>

namespace junheng::standard {

/// One figure or wording of a clause. What only one standard has stands as one whole clause.
struct Difference {
    QString clause = {}; ///< id: "G7", "T1", or the name of a clause without one: "balance"
    QString title = {};  ///< of the clause, in either standard
    QString field = {};  ///< in words: 限值, 条文, ...; empty where the whole clause is in one standard only
    QString path = {};   ///< within the clause: "per_pupil"; empty for a whole clause
    QString before = {}; ///< in words; empty where the first standard has none
    QString after = {};
    QString source = {}; ///< title of the source of the clause, of the second standard where it has it
    /// The second standard asks less here than the national one at the end of its chain of extensions: 低于国家标准.
    bool belowNational = false;

    /// "G7 特殊教育…"; a clause without a number is known by its title alone.
    [[nodiscard]] QString heading() const;
};

/// By part and clause, in the order of the standards. Both documents must be readable standards (parseStandard), by
/// `items`.
/// Errors: "standard.invalid".
base::Result<std::vector<Difference>>
differencesOf(const QByteArray& first, const QByteArray& second,
              const model::ItemDictionary& items = model::ItemDictionary::builtIn());

/// Where a standard asks less than the one at the end of its chain of extensions, clause by clause; nothing of one that
/// extends no other. Limits, levels, conclusions, schools and sections asked about, exclusions and relaxations are
/// compared; what is judged in another way altogether is not called less. Errors: as above.
base::Result<std::vector<Difference>>
belowNational(const QByteArray& json, const model::ItemDictionary& items = model::ItemDictionary::builtIn());

} // namespace junheng::standard
