#include "model/plausible.h"

#include "model/csv_rows.h"

namespace junheng::model {

namespace {

QHash<QString, Bounds> readBounds() {
    QHash<QString, Bounds> bounds;
    for (const QHash<QString, QString>& row : csvRows(QStringLiteral(":/junheng/items.csv")))
        bounds.insert(row.value(QStringLiteral("code")),
                      Bounds::read(row.value(QStringLiteral("low")), row.value(QStringLiteral("high"))));
    return bounds;
}

std::vector<PlausibleRatio> readRatios() {
    const ItemDictionary& items = ItemDictionary::builtIn();
    std::vector<PlausibleRatio> ratios;
    for (const QHash<QString, QString>& row : csvRows(QStringLiteral(":/junheng/plausible.csv"))) {
        const auto field = [&](const char* name) { return row.value(QLatin1StringView(name)); };
        const QString denominator = field("denominator");
        ratios.push_back({.numerator = &items.at(field("numerator")),
                          .denominator = denominator.isEmpty() ? nullptr : &items.at(denominator),
                          .stage = stageFromId(field("stage")),
                          .possible = Bounds::read(field("low"), field("high")),
                          .usual = Bounds::read(field("usual_low"), field("usual_high")),
                          .source = field("source")});
    }
    return ratios;
}

} // namespace

Bounds plausibleBounds(const Item& item) {
    static const QHash<QString, Bounds> bounds = readBounds();
    return bounds.value(item.code);
}

const std::vector<PlausibleRatio>& plausibleRatios() {
    static const std::vector<PlausibleRatio> ratios = readRatios();
    return ratios;
}

} // namespace junheng::model
