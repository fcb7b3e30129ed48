// The worked examples of a standard, run again.

#include "model/items.h"
#include "standard/formula.h"
#include "standard/standard_reader.h"
#include "standard/tr.h"

#include <algorithm>

namespace junheng::standard {

namespace {

using model::Item;
using model::ItemDictionary;
using model::Level;
using model::Stage;

void setCells(const JsonNode& node, const ItemDictionary& items, const model::SubjectKey& subject,
              model::ChangeSet& changes) {
    changes.changes.push_back({.subject = subject, .after = model::Observation::ofAmount(1)});
    for (const auto& [code, cell] : node.members()) {
        const Item* item = items.find(code);
        if (item == nullptr || item->level != subject.level || item->key)
            cell.fail(tr("没有“%1”这个指标项").arg(code));
        const auto parsed = model::parseObservation(*item, cell.text());
        if (!parsed)
            cell.fail(parsed.error().message);
        changes.changes.push_back({.subject = subject, .item = item, .after = parsed->observation});
    }
}

void checkStatus(const JsonNode& node, Status actual) {
    const QString word = actual == Status::Met     ? QStringLiteral("met")
                         : actual == Status::Floor ? QStringLiteral("floor")
                                                   : QStringLiteral("below");
    if (node.text() != word)
        node.fail(tr("算例不符：判为 %1").arg(word));
}

} // namespace

void runExample(JsonNode node, const Standard& standard, const ItemDictionary& items) {
    const QString school = QStringLiteral("9900000001");
    const QString title = node.at("title").text();
    model::ChangeSet changes;
    setCells(node.at("school"), items, model::SubjectKey::ofSchool(school), changes);
    for (const auto& [id, section] : node.at("sections").members()) {
        if (!model::stageFromId(id))
            section.fail(tr("没有学段“%1”").arg(id));
        setCells(section, items, {.level = Level::Section, .school = school, .part = id}, changes);
    }
    int campuses = 0;
    for (const JsonNode& campus : node.at("campuses").elements())
        setCells(campus, items, {.level = Level::Campus, .school = school, .part = QString::number(campuses++)},
                 changes);
    model::CountyYear year({.code = QStringLiteral("990000"), .name = standard.id}, 2025, items);
    year.apply(changes);

    JsonNode stageNode = node.at("stage");
    const auto stage = model::stageFromId(stageNode.text());
    const int row = year.sections().find({.level = Level::Section, .school = school, .part = stageNode.text()});
    if (!stage || (*stage != Stage::Primary && *stage != Stage::Junior) || row < 0)
        stageNode.fail(tr("应为 sections 中的 primary 或 junior"));
    const model::Observation pupils = year.sections().at(row, model::itemOf(items::pupils));
    if (pupils.isValue() && pupils.amount == 0)
        node.at("sections")
            .at(stageNode.text().toLatin1().constData())
            .at("pupils")
            .fail(tr("算例“%1”的在校学生数应大于 0：没有学生的学段不计算").arg(title));
    JsonNode indicatorNode = node.at("indicator");
    const auto rule = std::ranges::find(standard.resource, indicatorNode.text(), &ResourceIndicator::id);
    if (rule == standard.resource.end())
        indicatorNode.fail(tr("没有指标“%1”").arg(indicatorNode.text()));

    const auto derivation = deriveIndicator(standard, year, row, static_cast<int>(rule - standard.resource.begin()));
    if (!derivation.figure)
        node.fail(tr("算例“%1”的数据不全").arg(title));
    const base::Rational value = derivation.figure->value();
    JsonNode expected = node.at("value");
    if (value != expected.rational())
        expected.fail(tr("算例“%1”不符：算得 %2").arg(title, base::toString(value)));
    checkStatus(node.at("status"), judge(value, rule->threshold[stageIndex(*stage)]));
    node.refuseUnknownMembers();
}

} // namespace junheng::standard
