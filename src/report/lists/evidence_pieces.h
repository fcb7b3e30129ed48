// What is attached as evidence, as documents list it.
#pragma once

#include "model/county_year.h"

#include <vector>

namespace junheng::report {

/// A file or a note, by the indicator that it proves.
struct EvidencePiece {
    QString indicator;
    QString name;   ///< of the file, or that there is only a note
    QString size;   ///< empty for a mere note, like the digest
    QString digest; ///< the first digits of its SHA-256
    QString note;
};

/// In the order of the indicators' ids, and of attaching.
std::vector<EvidencePiece> evidencePieces(const model::CountyYear& year);

} // namespace junheng::report
