#include "ui/pages/entry/grid/indicator_names.h"

#include "model/indicator.h"

#include <algorithm>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

QStringList expandedIds(const QString& ids) {
    QStringList result;
    for (const QString& part : ids.split(u',', Qt::SkipEmptyParts)) {
        const QStringList ends = part.split(u'-');
        if (ends.size() != 2) {
            result << part;
            continue;
        }
        for (int number = ends[0].mid(1).toInt(); number <= ends[1].mid(1).toInt(); ++number)
            result << ends[0].left(1) + QString::number(number);
    }
    return result;
}

QStringList allIndicatorIds() {
    return expandedIds(u"R1-R7,G1-G15,Q1-Q9"_s);
}

QString indicatorName(const standard::Standard& standard, const QString& id) {
    const auto resource = std::ranges::find(standard.resource, id, &standard::ResourceIndicator::id);
    if (resource != standard.resource.end())
        return resource->title;
    return model::indicatorName(id);
}

int indicatorRank(const QString& id) {
    const qsizetype group = u"RGQSEV"_s.indexOf(id.left(1));
    bool isNumber = false;
    const int number = id.mid(1).toInt(&isNumber);
    return group < 0 || id.isEmpty() || !isNumber ? 10'000 : static_cast<int>(group) * 1'000 + number;
}

} // namespace junheng::ui
