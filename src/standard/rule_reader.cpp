#include "standard/rule_reader.h"

#include "model/items.h"
#include "standard/standard.h"
#include "standard/tr.h"

#include <algorithm>

namespace junheng::standard {

namespace {

using model::Item;
using model::ItemDictionary;
using model::ItemKind;
using model::Level;

int yearsAt(const JsonNode& node) {
    constexpr std::int64_t kMost = 50;
    const std::int64_t years = positiveIntegerAt(node);
    if (years > kMost)
        node.fail(tr("应为 1 到 %1 年").arg(kMost));
    return static_cast<int>(years);
}

SectionScope readSections(JsonNode node) {
    SectionScope scope;
    for (const JsonNode& element : node.at("stages").elements()) {
        const auto stage = model::stageFromId(element.text());
        if (!stage)
            element.fail(tr("没有学段“%1”").arg(element.text()));
        scope.stages.push_back(*stage);
    }
    if (scope.stages.empty())
        node.at("stages").fail(tr("至少要有一个学段"));
    if (const auto sponsors = node.find("sponsors_except"))
        scope.sponsorsExcept = choicesAt(*sponsors, model::itemOf(items::sponsor));
    if (const auto localities = node.find("localities"))
        scope.localities = choicesAt(*localities, model::itemOf(items::locality));
    if (const auto boarding = node.find("without_boarding"))
        scope.withoutBoarding = boarding->boolean();
    node.refuseUnknownMembers();
    return scope;
}

void readBound(JsonNode& node, RatioPart& part) {
    constexpr std::pair<const char*, Bound> kBounds[]{
        {"at_least", Bound::AtLeast}, {"at_most", Bound::AtMost}, {"above", Bound::Above}, {"below", Bound::Below}};
    for (const auto& [name, bound] : kBounds) {
        const auto limit = node.find(name);
        if (!limit)
            continue;
        if (part.limit)
            limit->fail(tr("at_least、at_most、above、below 只能写一个"));
        part.limit = positiveLimitAt(*limit);
        part.bound = bound;
    }
}

RatioPart readPart(JsonNode node, const ItemDictionary& items) {
    RatioPart part;
    part.id = node.at("id").text();
    part.label = node.at("label").text();
    if (auto sections = node.find("sections"))
        part.sections = readSections(*sections);
    const Level level = part.sections ? Level::Section : Level::County;
    if (auto formulas = node.find("formulas")) {
        JsonNode wanted = node.at("formula");
        bool found = false;
        for (auto [id, formula] : formulas->members()) {
            const QString title = formula.at("title").text();
            Quantity numerator = quantityAt(formula.at("numerator"), level, items);
            Quantity denominator = quantityAt(formula.at("denominator"), level, items);
            formula.refuseUnknownMembers();
            for (const Quantity* quantity : {&numerator, &denominator}) {
                part.shown.insert(part.shown.end(), quantity->plus.begin(), quantity->plus.end());
                part.shown.insert(part.shown.end(), quantity->minus.begin(), quantity->minus.end());
            }
            if (id != wanted.text())
                continue;
            found = true;
            part.formula = title;
            part.numerator = std::move(numerator);
            part.denominator = std::move(denominator);
        }
        if (!found)
            wanted.fail(tr("formulas 中没有“%1”").arg(wanted.text()));
    } else {
        part.numerator = quantityAt(node.at("numerator"), level, items);
        part.denominator = quantityAt(node.at("denominator"), level, items);
    }
    readBound(node, part);
    node.refuseUnknownMembers();
    return part;
}

RatioRule readRatio(JsonNode& node, const ItemDictionary& items) {
    RatioRule rule;
    for (const JsonNode& part : node.at("parts").elements())
        rule.parts.push_back(readPart(part, items));
    if (rule.parts.empty())
        node.at("parts").fail(tr("至少要有一项"));
    return rule;
}

SchoolSizeRule readSchoolSize(JsonNode& node) {
    SchoolSizeRule rule;
    for (JsonNode limit : node.at("limits").elements()) {
        rule.limits.push_back({.id = limit.at("id").text(),
                               .label = limit.at("label").text(),
                               .countedAs = limit.at("counted_as").text(),
                               .types = schoolTypesAt(limit.at("school_types")),
                               .limit = positiveLimitAt(limit.at("pupils"))});
        limit.refuseUnknownMembers();
    }
    rule.barred = schoolTypesAt(node.at("barred_school_types"));
    return rule;
}

RoomsRule readRooms(JsonNode& node, const ItemDictionary& items) {
    RoomsRule rule;
    rule.classesPerRoom = positiveIntegerAt(node.at("classes_per_room"));
    for (JsonNode room : node.at("rooms").elements()) {
        rule.rooms.push_back({.id = room.at("id").text(),
                              .label = room.at("room_kind").text(),
                              .kind = choiceAt(room.at("room_kind"), model::itemOf(items::room_kind)),
                              .count = &itemAt(room.at("count"), Level::School, items),
                              .area = positiveLimitAt(room.at("area"))});
        room.refuseUnknownMembers();
    }
    if (const auto schools = node.find("schools"))
        rule.schools = schoolSelectionAt(*schools);
    return rule;
}

ClassSizeRule readClassSize(JsonNode& node, const ItemDictionary& items) {
    ClassSizeRule rule;
    for (JsonNode band : node.at("bands").elements()) {
        rule.bands.push_back(
            {.item = &itemAt(band.at("item"), Level::Section, items), .from = band.at("from").integer()});
        band.refuseUnknownMembers();
    }
    rule.largest = &itemAt(node.at("largest"), Level::Section, items);
    JsonNode limits = node.at("limit");
    for (model::Stage stage : kJudgedStages) {
        const QByteArray id = model::stageId(stage).toLatin1();
        JsonNode limit = limits.at(id.constData());
        rule.limit[stageIndex(stage)] = positiveIntegerAt(limit);
        if (std::ranges::find(rule.bands, limit.integer() + 1, &ClassSizeRule::Band::from) == rule.bands.end())
            limit.fail(tr("应与班额分档的上限一致"));
    }
    limits.refuseUnknownMembers();
    return rule;
}

SmallSchoolFundsRule readSmallSchoolFunds(JsonNode& node, const ItemDictionary& items) {
    SmallSchoolFundsRule rule;
    rule.minimumPupils = positiveIntegerAt(node.at("minimum_pupils"));
    JsonNode quota = node.at("quota");
    for (model::Stage stage : kJudgedStages) {
        const QByteArray id = model::stageId(stage).toLatin1();
        rule.quota[stageIndex(stage)] = &itemAt(quota.at(id.constData()), Level::County, items);
    }
    quota.refuseUnknownMembers();
    rule.funds = &itemAt(node.at("funds"), Level::School, items);
    rule.budget = &itemAt(node.at("budget"), Level::School, items);
    if (const auto schools = node.find("schools"))
        rule.schools = schoolSelectionAt(*schools);
    return rule;
}

SpecialFundsRule readSpecialFunds(JsonNode& node, const ItemDictionary& items) {
    SpecialFundsRule rule{.limit = positiveLimitAt(node.at("per_pupil")),
                          .schoolFunds = &itemAt(node.at("school_funds"), Level::School, items),
                          .funds = &itemAt(node.at("funds"), Level::County, items),
                          .pupils = &itemAt(node.at("pupils"), Level::County, items)};
    if (auto inclusive = node.find("inclusive")) {
        rule.inclusiveFunds = &itemAt(inclusive->at("funds"), Level::County, items);
        rule.inclusivePupils = &itemAt(inclusive->at("pupils"), Level::County, items);
        inclusive->refuseUnknownMembers();
    }
    return rule;
}

AmountsRule readAmounts(JsonNode& node, const ItemDictionary& items) {
    AmountsRule rule;
    for (JsonNode amount : node.at("amounts").elements()) {
        rule.amounts.push_back({.item = &itemAt(amount.at("item"), Level::County, items),
                                .limit = positiveLimitAt(amount.at("at_least"))});
        amount.refuseUnknownMembers();
    }
    if (rule.amounts.empty())
        node.at("amounts").fail(tr("至少要有一项"));
    return rule;
}

MonitoringRule readMonitoring(JsonNode& node) {
    MonitoringRule rule{.level = choiceAt(node.at("level"), model::itemOf(items::monitored_level)),
                        .gap = positiveLimitAt(node.at("gap_below"))};
    if (const auto sources = node.find("sources")) {
        for (const JsonNode& source : sources->elements())
            rule.sources.push_back(choiceAt(source, model::itemOf(items::monitored_source)));
        if (rule.sources.empty())
            sources->fail(tr("至少要有一项"));
    } else {
        rule.sources = {0};
    }
    return rule;
}

SchoolFlagRule readSchoolFlag(JsonNode& node, const ItemDictionary& items) {
    SchoolFlagRule rule{.flag = &itemAt(node.at("flag"), Level::School, ItemKind::Flag, items)};
    if (const auto share = node.find("at_least")) {
        rule.share = positiveLimitAt(*share);
        if (rule.share->value > 1)
            share->fail(tr("应大于 0、不超过 1"));
    }
    return rule;
}

SchoolGradeRule readSchoolGrade(JsonNode& node, const ItemDictionary& items) {
    const Item& grade = itemAt(node.at("grade"), Level::School, ItemKind::Choice, items);
    return {.grade = &grade, .worst = choiceAt(node.at("at_least"), grade)};
}

YearsSinceRule readYearsSince(JsonNode& node, const ItemDictionary& items) {
    YearsSinceRule rule{.since = &itemAt(node.at("since"), Level::County, ItemKind::Integer, items),
                        .years = yearsAt(node.at("years"))};
    if (const auto from = node.find("held_from"))
        rule.heldFrom = static_cast<int>(from->integer());
    return rule;
}

PriorYearsRule readPriorYears(JsonNode& node) {
    PriorYearsRule rule{.system = node.at("system").text(), .years = yearsAt(node.at("years")), .composite = {}};
    JsonNode limits = node.at("composite");
    for (model::Stage stage : kJudgedStages) {
        const QByteArray id = model::stageId(stage).toLatin1();
        rule.composite[stageIndex(stage)] = positiveLimitAt(limits.at(id.constData()));
    }
    limits.refuseUnknownMembers();
    return rule;
}

SchoolByPopulationRule readSchoolByPopulation(JsonNode& node) {
    return {.inhabitants = positiveLimitAt(node.at("inhabitants")), .type = schoolTypeAt(node.at("school_type"))};
}

// Resource indicators are to be high, coefficients low.
ReachedRule readReached(JsonNode& node) {
    ReachedRule rule{.indicator = node.at("indicator").name()};
    const bool isBalance = rule.indicator == QLatin1StringView("balance");
    if (auto limits = node.find(isBalance ? "at_most" : "at_least")) {
        for (model::Stage stage : kJudgedStages) {
            if (const auto limit = limits->find(model::stageId(stage).toLatin1().constData()))
                rule.limit[stageIndex(stage)] = positiveLimitAt(*limit);
        }
        limits->refuseUnknownMembers();
    }
    return rule;
}

} // namespace

Rule readRule(const JsonNode& kind, JsonNode& node, const ItemDictionary& items) {
    const QString name = kind.text();
    const auto is = [&](const char* known) { return name == QLatin1StringView(known); };
    if (is("ratio"))
        return readRatio(node, items);
    if (is("school_size"))
        return readSchoolSize(node);
    if (is("rooms_per_classes"))
        return readRooms(node, items);
    if (is("class_size"))
        return readClassSize(node, items);
    if (is("small_school_funds"))
        return readSmallSchoolFunds(node, items);
    if (is("special_funds"))
        return readSpecialFunds(node, items);
    if (is("amounts"))
        return readAmounts(node, items);
    if (is("comparison"))
        return ComparisonRule{.amount = &itemAt(node.at("amount"), Level::County, items),
                              .atLeast = &itemAt(node.at("at_least"), Level::County, items)};
    if (is("school_share"))
        return SchoolShareRule{.numerator = &itemAt(node.at("numerator"), Level::School, items),
                               .denominator = &itemAt(node.at("denominator"), Level::School, items),
                               .limit = positiveLimitAt(node.at("at_least"))};
    if (is("school_flag"))
        return readSchoolFlag(node, items);
    if (is("school_grade"))
        return readSchoolGrade(node, items);
    if (is("attested"))
        return AttestedRule{};
    if (is("monitoring"))
        return readMonitoring(node);
    if (is("years_since"))
        return readYearsSince(node, items);
    if (is("prior_years"))
        return readPriorYears(node);
    if (is("balance"))
        return BalanceRule{};
    if (is("school_by_population"))
        return readSchoolByPopulation(node);
    if (is("reached"))
        return readReached(node);
    kind.fail(tr("没有“%1”这类规则").arg(name));
}

QStringList limitIdsOf(const Rule& rule) {
    QStringList ids;
    if (const auto* size = std::get_if<SchoolSizeRule>(&rule)) {
        for (const auto& limit : size->limits)
            ids << limit.id;
    } else if (const auto* rooms = std::get_if<RoomsRule>(&rule)) {
        for (const auto& room : rooms->rooms)
            ids << room.id;
    }
    return ids;
}

} // namespace junheng::standard
