#include "standard/indicator_reader.h"

#include "model/items.h"
#include "standard/rule_reader.h"
#include "standard/tr.h"

#include <QRegularExpression>

#include <algorithm>

namespace junheng::standard {

namespace {

using model::ItemDictionary;
using model::ItemKind;
using model::Level;

void readCondition(const QString& name, const JsonNode& node, const ItemDictionary& items,
                   SchoolRelaxation& relaxation) {
    if (name == QLatin1StringView("built_by")) {
        relaxation.builtBy = node.integer();
    } else if (name == QLatin1StringView("migrant_share_above")) {
        relaxation.migrantShareAbove = positiveLimitAt(node);
    } else if (name == QLatin1StringView("largest_class_below")) {
        relaxation.largestClassBelow = node.integer();
    } else if (name == QLatin1StringView("has_junior")) {
        relaxation.hasJunior = node.boolean();
    } else {
        const model::Item* flag = items.find(name);
        if (flag == nullptr || flag->level != Level::School || flag->kind != ItemKind::Flag)
            node.fail(tr("条件应为学校的是非项，或 built_by、migrant_share_above、largest_class_below、has_junior"));
        if (!node.boolean())
            node.fail(tr("应为 true"));
        relaxation.flag = flag;
    }
}

SchoolRelaxation readRelaxation(JsonNode node, const Rule& rule, const Standard& standard,
                                const ItemDictionary& items) {
    SchoolRelaxation relaxation;
    relaxation.id = node.at("id").text();
    relaxation.title = node.at("title").text();
    const auto conditions = node.at("when").members();
    if (conditions.empty())
        node.at("when").fail(tr("没有写明放宽的条件"));
    for (const auto& [name, condition] : conditions)
        readCondition(name, condition, items, relaxation);
    const QStringList ids = limitIdsOf(rule);
    relaxation.limits.resize(static_cast<std::size_t>(ids.size()));
    for (const auto& [id, limit] : node.at("limits").members()) {
        const auto at = ids.indexOf(id);
        if (at < 0)
            limit.fail(tr("没有“%1”这个限值").arg(id));
        relaxation.limits[static_cast<std::size_t>(at)] = positiveLimitAt(limit);
    }
    relaxation.from = static_cast<int>(node.at("from").integer());
    if (const auto until = node.find("until"))
        relaxation.until = static_cast<int>(until->integer());
    relaxation.source = sourceOf(node, standard);
    node.refuseUnknownMembers();
    return relaxation;
}

void readRelaxations(const JsonNode& node, const Standard& standard, const ItemDictionary& items,
                     Indicator& indicator) {
    for (const JsonNode& clause : node.elements()) {
        SchoolRelaxation relaxation = readRelaxation(clause, indicator.rule, standard, items);
        if (std::ranges::find(indicator.relaxations, relaxation.id, &SchoolRelaxation::id) !=
            indicator.relaxations.end())
            clause.fail(tr("放宽条件编号重复"));
        indicator.relaxations.push_back(std::move(relaxation));
    }
}

// Every placeholder is one of the figures.
void checkSentence(const JsonNode& node, const Indicator& indicator) {
    static const QRegularExpression placeholder(QStringLiteral("\\{([^}]*)\\}"));
    auto matches = placeholder.globalMatch(indicator.sentence);
    while (matches.hasNext()) {
        const QString name = matches.next().captured(1);
        if (std::ranges::find(indicator.figures, name, &FigureSpec::name) == indicator.figures.end())
            node.fail(tr("没有“%1”这个数值").arg(name));
    }
}

// When a target is to be reached, and by whom.
void readAim(JsonNode& node, Indicator& indicator) {
    if (const auto by = node.find("by"))
        indicator.by = by->text();
    if (const auto counties = node.find("counties")) {
        static const QRegularExpression code(QStringLiteral("^[0-9]{6}$"));
        for (const JsonNode& county : counties->elements()) {
            if (!code.match(county.text()).hasMatch())
                county.fail(tr("应为六位行政区划代码"));
            indicator.counties << county.text();
        }
    }
}

// Targets are read last: what they speak of is there.
void checkReached(JsonNode& node, const ReachedRule& rule, const Standard& standard) {
    const bool resource =
        std::ranges::find(standard.resource, rule.indicator, &ResourceIndicator::id) != standard.resource.end();
    const bool limited = resource || rule.indicator == QLatin1StringView("balance");
    if (!limited && rule.indicator != QLatin1StringView("overall") && standard.findIndicator(rule.indicator) == nullptr)
        node.at("indicator").fail(tr("没有指标“%1”").arg(rule.indicator));
    if (limited != (rule.limit[0] || rule.limit[1]))
        node.fail(limited ? tr("应写明小学或初中要达到的数值") : tr("“%1”没有数值可写").arg(rule.indicator));
}

} // namespace

QString sourceOf(JsonNode& clause, const Standard& standard) {
    JsonNode node = clause.at("source");
    const QString id = node.text();
    if (standard.findSource(id) == nullptr)
        node.fail(tr("sources 中没有“%1”").arg(id));
    return id;
}

QString formTitleOf(JsonNode& clause) {
    const auto stated = clause.find("form_title");
    return stated ? stated->name() : clause.at("title").text();
}

Indicator readIndicator(JsonNode node, const Standard& standard, const ItemDictionary& items, bool isTarget) {
    Indicator indicator;
    indicator.id = node.at("id").text();
    if (const auto number = node.find("number"))
        indicator.number = static_cast<int>(number->integer());
    indicator.title = node.at("title").text();
    indicator.formTitle = formTitleOf(node);
    indicator.shortName = node.at("short").text();
    if (isTarget)
        readAim(node, indicator);
    indicator.rule = readRule(node.at("kind"), node, items);
    if (const auto* reached = std::get_if<ReachedRule>(&indicator.rule)) {
        if (!isTarget)
            node.at("kind").fail(tr("这类规则只能用于 targets"));
        checkReached(node, *reached, standard);
    }
    indicator.figures = figuresOf(indicator.rule);
    indicator.conclusion = std::holds_alternative<AttestedRule>(indicator.rule);
    if (const auto conclusion = node.find("conclusion"))
        indicator.conclusion = conclusion->boolean();
    if (const auto relaxations = node.find("relaxations"))
        readRelaxations(*relaxations, standard, items, indicator);
    if (const auto sentence = node.find("sentence")) {
        indicator.sentence = sentence->text();
        checkSentence(*sentence, indicator);
    }
    if (const auto note = node.find("form_note"))
        indicator.formNote = note->name();
    indicator.source = sourceOf(node, standard);
    node.refuseUnknownMembers();
    return indicator;
}

Approval readApproval(JsonNode node, const Standard& standard) {
    Approval approval;
    approval.title = node.at("title").text();
    approval.shortName = node.at("short").text();
    approval.threshold = positiveLimitAt(node.at("at_least"));
    JsonNode sample = node.at("sample");
    const JsonNode populationShare = sample.at("share_of_population");
    approval.sampleShare = positiveLimitAt(populationShare);
    if (approval.sampleShare.value > 1)
        populationShare.fail(tr("应大于 0、不超过 1"));
    if (const auto least = sample.find("least"))
        approval.least = least->integer();
    JsonNode share = sample.at("group_share");
    approval.parents = choiceAt(share.at("group"), model::itemOf(items::survey_group));
    approval.parentsShare = positiveLimitAt(share.at("at_least"));
    share.refuseUnknownMembers();
    if (const auto valid = sample.find("valid_share"))
        approval.validShare = positiveLimitAt(*valid);
    sample.refuseUnknownMembers();
    approval.source = sourceOf(node, standard);
    node.refuseUnknownMembers();
    return approval;
}

Veto readVeto(JsonNode node, const Standard& standard, const ItemDictionary& items) {
    Veto veto{.id = node.at("id").text(),
              .title = node.at("title").text(),
              .shortName = node.at("short").text(),
              .source = sourceOf(node, standard)};
    if (const auto figures = node.find("figures")) {
        for (JsonNode figure : figures->elements()) {
            veto.figures.push_back({.id = figure.at("id").text(),
                                    .label = figure.at("label").text(),
                                    .quantity = quantityAt(figure.at("quantity"), Level::County, items)});
            figure.refuseUnknownMembers();
        }
    }
    node.refuseUnknownMembers();
    return veto;
}

} // namespace junheng::standard
