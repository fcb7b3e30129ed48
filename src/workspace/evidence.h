// What proves an indicator: files kept in the county file, and notes.
#pragma once

#include "model/county_year.h"

#include <QString>

#include <vector>

namespace junheng::workspace {

struct Evidence {
    model::SubjectKey subject;
    QString name;    ///< of the file; empty for a mere note
    qint64 size = 0; ///< of the file, bytes
    QString sha256;  ///< of the file, hexadecimal; empty for a mere note
    QString note;
};

/// Of one indicator (G4, V2, E1), in the order in which it was attached.
std::vector<Evidence> evidenceOf(const model::CountyYear& year, const QString& indicator);

} // namespace junheng::workspace
