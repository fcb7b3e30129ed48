#include "workings/parts/rule_items.h"

#include "model/items.h"
#include "report/official/county_basics.h"

#include <algorithm>

namespace junheng::workings {

using report::BasicKind;
using report::BasicSpec;
using report::basicSpecs;

namespace {

using model::Item;
using model::Stage;

void add(std::vector<const Item*>& items, const Item* item) {
    if (std::ranges::find(items, item) == items.end())
        items.push_back(item);
}

void add(std::vector<const Item*>& items, const std::vector<const Item*>& more) {
    for (const Item* item : more)
        add(items, item);
}

/// Reads one rule after another.
class ItemCollector {
public:
    explicit ItemCollector(RuleItems& items) : m_items(items) {}

    void read(const standard::Indicator& indicator) {
        std::visit([this](const auto& rule) { collect(rule); }, indicator.rule);
        if (indicator.conclusion || std::holds_alternative<standard::SchoolGradeRule>(indicator.rule))
            m_items.conclusions.push_back(&indicator);
        for (const standard::SchoolRelaxation& relaxation : indicator.relaxations)
            collect(relaxation);
    }

    void readBasics() {
        for (const BasicSpec& spec : basicSpecs()) {
            if (spec.kind == BasicKind::CountyItem)
                add(m_items.county, spec.item);
            else if (spec.kind == BasicKind::Sections)
                addSections({spec.stage}, {spec.item});
        }
    }

    void readApproval() { add(m_items.county, &model::itemOf(items::population)); }

private:
    void addSections(const std::vector<Stage>& stages, const std::vector<const Item*>& items) {
        for (const Stage stage : stages)
            add(m_items.section[static_cast<std::size_t>(stage)], items);
    }
    void addJudged(const std::vector<const Item*>& items) { addSections({Stage::Primary, Stage::Junior}, items); }

    void collect(const standard::RatioRule& rule) {
        for (const standard::RatioPart& part : rule.parts) {
            std::vector<const Item*> items = part.shown;
            for (const standard::Quantity* quantity : {&part.numerator, &part.denominator}) {
                add(items, quantity->plus);
                add(items, quantity->minus);
            }
            if (part.sections)
                collect(*part.sections, items);
            else
                add(m_items.county, items);
        }
    }

    void collect(const standard::SectionScope& scope, std::vector<const Item*> items) {
        if (!scope.sponsorsExcept.empty())
            add(m_items.school, &model::itemOf(items::sponsor));
        if (!scope.localities.empty())
            add(m_items.school, &model::itemOf(items::locality));
        if (scope.withoutBoarding) {
            add(m_items.school, &model::itemOf(items::boarding));
            add(items, &model::itemOf(items::section_boarding));
        }
        add(items, &model::itemOf(items::pupils));
        addSections(scope.stages, items);
    }

    void collect(const standard::SchoolSelection& selection) {
        if (!selection.localities.empty())
            add(m_items.school, &model::itemOf(items::locality));
        if (!selection.sponsorsExcept.empty())
            add(m_items.school, &model::itemOf(items::sponsor));
    }

    void collect(const standard::RoomsRule& rule) {
        m_items.rooms = true;
        collect(rule.schools);
        addJudged({&model::itemOf(items::classes)});
        for (const auto& room : rule.rooms)
            add(m_items.school, room.count);
    }

    void collect(const standard::ClassSizeRule& rule) {
        for (const Stage stage : standard::kJudgedStages) {
            addSections({stage}, {rule.largest});
            for (const auto& band : rule.bands) {
                if (band.from > rule.limit[standard::stageIndex(stage)])
                    addSections({stage}, {band.item});
            }
        }
    }

    void collect(const standard::SmallSchoolFundsRule& rule) {
        add(m_items.school,
            {rule.funds, rule.budget, &model::itemOf(items::independent_accounts), &model::itemOf(items::parent_code)});
        add(m_items.county, {rule.quota[0], rule.quota[1]});
        collect(rule.schools);
    }

    void collect(const standard::SpecialFundsRule& rule) {
        add(m_items.school, rule.schoolFunds);
        add(m_items.county, {rule.funds, rule.pupils});
        if (rule.inclusiveFunds != nullptr)
            add(m_items.county, {rule.inclusiveFunds, rule.inclusivePupils});
    }

    void collect(const standard::AmountsRule& rule) {
        for (const auto& amount : rule.amounts)
            add(m_items.county, amount.item);
    }

    void collect(const standard::ComparisonRule& rule) { add(m_items.county, {rule.amount, rule.atLeast}); }

    void collect(const standard::SchoolShareRule& rule) {
        add(m_items.school, {rule.numerator, rule.denominator, &model::itemOf(items::independent_accounts)});
    }

    void collect(const standard::SchoolFlagRule& rule) { add(m_items.school, rule.flag); }
    void collect(const standard::SchoolGradeRule& rule) { add(m_items.school, rule.grade); }
    void collect(const standard::MonitoringRule&) { m_items.monitoring = true; }
    void collect(const standard::YearsSinceRule& rule) { add(m_items.county, rule.since); }
    void collect(const standard::SchoolSizeRule&) {}
    void collect(const standard::AttestedRule&) {}
    void collect(const standard::PriorYearsRule&) {}
    void collect(const standard::BalanceRule&) {}
    void collect(const standard::SchoolByPopulationRule&) {}
    void collect(const standard::ReachedRule&) {}

    void collect(const standard::SchoolRelaxation& relaxation) {
        if (relaxation.flag != nullptr)
            add(m_items.school, relaxation.flag);
        if (relaxation.builtBy)
            add(m_items.school, &model::itemOf(items::built_year));
        if (relaxation.largestClassBelow)
            addJudged({&model::itemOf(items::largest_class)});
        if (relaxation.migrantShareAbove)
            addJudged({&model::itemOf(items::migrant_pupils)});
    }

    RuleItems& m_items;
};

void sortByDictionary(std::vector<const Item*>& items) {
    std::ranges::sort(items, {}, &Item::column);
}

} // namespace

RuleItems ruleItemsOf(const standard::Standard& standard) {
    RuleItems items;
    ItemCollector collector(items);
    for (const auto* part : {&standard.government, &standard.quality}) {
        for (const standard::Indicator& indicator : *part)
            collector.read(indicator);
    }
    if (standard.approval)
        collector.readApproval();
    collector.readBasics();
    // Which schools are judged at all rests on the pupils of each section.
    for (auto& section : items.section) {
        if (!standard.government.empty() || !standard.quality.empty())
            add(section, &model::itemOf(items::pupils));
        sortByDictionary(section);
    }
    sortByDictionary(items.school);
    sortByDictionary(items.county);
    return items;
}

} // namespace junheng::workings
