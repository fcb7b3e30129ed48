#include "report/figure_names.h"

namespace junheng::report {

QString stageFigure(model::Stage stage, QStringView indicator, QStringView what) {
    return QStringLiteral("%1.%2.%3").arg(model::stageId(stage), indicator, what);
}

QString sectionFigure(model::Stage stage, const QString& school, QStringView what) {
    return QStringLiteral("%1.%2.%3").arg(model::stageId(stage), school, what);
}

QString statusFigure(const QString& indicator) {
    return indicator + QStringLiteral(".status");
}

QString basicFigure(std::size_t column) {
    return QStringLiteral("basics.%1").arg(column);
}

QString surveyFigure(std::size_t row, int column) {
    return QStringLiteral("S1.%1.%2").arg(row).arg(column);
}

} // namespace junheng::report
