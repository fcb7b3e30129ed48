// Short names of indicators and vetoes, for the rows that are entered by indicator.
#pragma once

#include "standard/standard.h"

#include <QString>
#include <QStringList>

namespace junheng::ui {

/// "R1-R7,G4" -> R1, ..., R7, G4.
QStringList expandedIds(const QString& ids);

/// The ids of all 31 indicators.
QStringList allIndicatorIds();

/// "艺术教室", "重点学校或重点班"; empty for an unknown id. Resource indicators are named by the standard.
QString indicatorName(const standard::Standard& standard, const QString& id);

/// Orders R, G, Q, S, E, V ids as they are printed; unknown ids come last.
int indicatorRank(const QString& id);

} // namespace junheng::ui
