// Judging one indicator of a small county by the national standard, or by another.
#pragma once

#include "assess/assessment.h"
#include "standard/library.h"
#include "support/county_builder.h"

#include <map>

namespace junheng::test {

inline constexpr auto kMet = assess::IndicatorStatus::Met;
inline constexpr auto kUnmet = assess::IndicatorStatus::Unmet;
inline constexpr auto kMissing = assess::IndicatorStatus::Missing;
inline constexpr auto kNotApplicable = assess::IndicatorStatus::NotApplicable;

inline const standard::Standard& rulesOf(const char16_t* id = u"national-2017") {
    static std::map<QString, standard::Standard> loaded;
    const QString key = QString::fromUtf16(id);
    if (!loaded.contains(key))
        loaded.emplace(key, standard::loadStandard(key).value());
    return loaded.at(key);
}

/// A standard of one's own that changes these members of another one.
inline standard::Standard ownRules(const QByteArray& members, const QByteArray& base = "national-2017") {
    const QByteArray json =
        R"({"format":1,"id":"own","title":"自定","extends":")" + base + R"(","sources":{},)" + members + "}";
    const auto rules = standard::parseStandard(json, QStringLiteral("own.json"));
    EXPECT_TRUE(rules) << (rules ? std::string() : rules.error().message.toStdString());
    return rules.value();
}

inline assess::IndicatorResult judged(const CountyBuilder& county, const char16_t* indicator,
                                      const char16_t* standard = u"national-2017") {
    const assess::Assessment assessment = assess::assess(county.build(), rulesOf(standard));
    return *assessment.result(rulesOf(standard), QString::fromUtf16(indicator));
}

inline assess::IndicatorStatus statusOf(const CountyBuilder& county, const char16_t* indicator,
                                        const char16_t* standard = u"national-2017") {
    return judged(county, indicator, standard).status;
}

/// Codes of the items in the way, each once, in order.
inline QStringList obstaclesIn(const CountyBuilder& county, const char16_t* indicator) {
    QStringList codes;
    for (const auto& obstacle : assess::obstaclesOf(county.build(), rulesOf(), QString::fromUtf16(indicator)))
        codes << obstacle.cell.item->code;
    return codes;
}

/// A figure of a result by its name, as a fraction: "1/10"; empty where there is none.
inline QString figureOf(const assess::IndicatorResult& result, const char16_t* indicator, const char16_t* name) {
    const standard::Indicator& rule = *rulesOf().findIndicator(QString::fromUtf16(indicator));
    for (std::size_t i = 0; i < rule.figures.size(); ++i) {
        if (rule.figures[i].name == QStringView(name))
            return result.figures[i] ? base::toString(*result.figures[i]) : QString();
    }
    ADD_FAILURE() << "no figure";
    return {};
}

inline CountyBuilder& conclude(CountyBuilder& county, const char16_t* indicator, const char16_t* conclusion) {
    return county.row(model::Level::Attested, indicator, {{u"conclusion", conclusion}});
}

} // namespace junheng::test
