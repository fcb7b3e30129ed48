#include "ui/pages/resources/resource_columns.h"

#include "assess/assessment.h"
#include "base/rational.h"

#include <QCoreApplication>
#include <QStringList>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

std::optional<int> ResourceColumns::indicator(int column) const {
    const int indicator = column - kFirstIndicator;
    if (indicator < 0 || indicator >= m_indicators)
        return std::nullopt;
    return indicator;
}

QString indicatorHeading(const standard::ResourceIndicator& indicator) {
    return u"%1\n%2 %3\n≥%4/%5"_s.arg(indicator.shortName, indicator.id, indicator.unit,
                                      indicator.threshold[0].text.toShortString(),
                                      indicator.threshold[1].text.toShortString());
}

QString indicatorToolTip(const standard::Standard& standard, const standard::ResourceIndicator& indicator) {
    QStringList lines{u"%1 %2（%3）"_s.arg(indicator.id, indicator.title, indicator.unit)};
    const QString percent = assess::floorPercent(standard);
    for (const model::Stage stage : standard::kJudgedStages) {
        const standard::Threshold& threshold = indicator.threshold[standard::stageIndex(stage)];
        lines += QCoreApplication::translate("resources", "%1：达标 ≥ %2，%3% 线 %4")
                     .arg(model::stageName(stage), threshold.text.toShortString(), percent,
                          QString::number(base::toDouble(threshold.floor), 'g', 8));
    }
    return lines.join(u'\n');
}

} // namespace junheng::ui
