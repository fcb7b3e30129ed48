// From an indicator to the formulas of its rule; the sheets of the parts.

#include "report/cells.h"
#include "workings/parts/rule_sheets.h"
#include "workings/parts/rules.h"
#include "workings/tr.h"

#include <iterator>

namespace junheng::workings {

using report::relaxationSign;
using report::Sources;

using document::Row;
using document::Table;

namespace {

constexpr int kNumberWidth = 6;
constexpr int kSchoolWidth = 26;

Live describe(const standard::Indicator& indicator, const assess::IndicatorResult& result, const RuleSources& from,
              PartSheet& part) {
    part.begin(indicator, result);
    std::visit([&](const auto& rule) { describeRule(rule, from, part); }, indicator.rule);
    if (indicator.conclusion) {
        const Live entered = from.raw.conclusion(indicator.id);
        part.line(tr("自评结论"), {}, live::choose(live::isBlank(entered), words().missing, entered), 0);
        part.status(conclusionStatus(from.raw, indicator.id));
    }
    return part.end();
}

void addPart(const QString& name, const std::vector<standard::Indicator>& indicators,
             const std::vector<assess::IndicatorResult>& results, assess::Verdict verdict, const RuleSources& from,
             RuleTables& tables) {
    if (indicators.empty())
        return;
    PartSheet part(name, tr("%1判定（各项指标）").arg(name), from.sources.year.items());
    for (std::size_t i = 0; i < indicators.size(); ++i)
        tables.form.statuses.emplace(indicators[i].id, describe(indicators[i], results[i], from, part));
    tables.verdicts.emplace_back(name, part.conclude(verdict));
    tables.tables.push_back(part.finish());
}

} // namespace

LiveSheet schoolsSheet(const standard::Indicator& indicator, const QString& caption) {
    LiveSheet sheet(tr("%1-逐校").arg(indicator.id), tr("%1 %2（逐校）").arg(indicator.id, indicator.shortName),
                    caption);
    sheet.addColumn(tr("序号"), kNumberWidth);
    sheet.addColumn(tr("学校名称"), kSchoolWidth);
    return sheet;
}

Row schoolHead(const model::CountyYear& year, int number, int school) {
    return rowHead(number, year.schoolName(year.schools().key(school).school));
}

std::vector<Relaxed> relaxationsOf(const standard::Indicator& indicator, const model::CountyYear& year) {
    std::vector<Relaxed> relaxations;
    for (std::size_t i = 0; i < indicator.relaxations.size(); ++i) {
        if (indicator.relaxations[i].inForce(year))
            relaxations.push_back({&indicator.relaxations[i], relaxationSign(static_cast<int>(i))});
    }
    return relaxations;
}

QString captionOf(const PartSheet& part, const RuleSources& from) {
    QStringList titles;
    for (const Relaxed& relaxed : relaxationsOf(part.indicator(), from.sources.year))
        titles << relaxed.sign + relaxed.relaxation->title;
    return titles.join(QStringLiteral("；"));
}

bool lacksSchools(const RuleSources& from, PartSheet& part) {
    if (from.sources.year.schools().rowCount() > 0)
        return false;
    part.line(tr("没有学校"));
    part.status(words().missing);
    return true;
}

RuleTables ruleTables(const Sources& sources, const WorkingLayout& layout) {
    const standard::Standard& standard = sources.standard;
    const assess::Assessment& assessment = sources.assessment;
    RawFigures raw(sources, layout);
    RuleTables rules;
    if (!standard.government.empty() || !standard.quality.empty()) {
        SchoolScope scope(raw);
        const RuleSources from{.sources = sources, .raw = raw, .scope = scope, .sheets = rules.tables};
        addPart(tr("政府保障"), standard.government, assessment.government, assessment.verdicts.government, from,
                rules);
        addPart(tr("教育质量"), standard.quality, assessment.quality, assessment.verdicts.quality, from, rules);
        rules.tables.insert(rules.tables.begin(), scope.finish());
    }
    if (standard.approval) {
        ApprovalSheet approval = approvalSheet(*standard.approval, sources, raw);
        rules.verdicts.emplace_back(approval.table.name, approval.verdict);
        rules.form.approval = std::move(approval.totals);
        rules.tables.push_back(std::move(approval.table));
    }
    std::vector<Table> basics = basicsSheets(sources, raw, rules.form.basics);
    rules.tables.insert(rules.tables.begin(), std::make_move_iterator(basics.begin()),
                        std::make_move_iterator(basics.end()));
    std::vector<Table> entered = raw.finish();
    rules.tables.insert(rules.tables.begin(), std::make_move_iterator(entered.begin()),
                        std::make_move_iterator(entered.end()));
    return rules;
}

} // namespace junheng::workings
