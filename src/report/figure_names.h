// The names of the figures that the official tables show: whoever has the same figure elsewhere finds its cell by them.
#pragma once

#include "model/stage.h"

#include <QString>
#include <QStringView>

namespace junheng::report {

/// In place of an indicator: all of them together.
inline constexpr QStringView kAllIndicators = u"all";

/// "primary.R4.mean", "junior.all.cv": of the sections of a stage.
QString stageFigure(model::Stage stage, QStringView indicator, QStringView what);
/// "primary.9901100001.R4": of a section.
QString sectionFigure(model::Stage stage, const QString& school, QStringView what);
/// "G4.status".
QString statusFigure(const QString& indicator);
/// "basics.0": table Ⅰ by column.
QString basicFigure(std::size_t column);
/// "S1.1.3": table Ⅵ by row and column.
QString surveyFigure(std::size_t row, int column);

} // namespace junheng::report
