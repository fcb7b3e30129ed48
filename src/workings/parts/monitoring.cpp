// Q9: every monitored subject has at least a level, and a gap below the limit.

#include "model/items.h"
#include "report/cells.h"
#include "workings/parts/digits.h"
#include "workings/parts/rules.h"

#include "workings/tr.h"

#include <map>

namespace junheng::workings {

using document::kAllDecimals;

namespace {

// 1 for Ⅰ, and so on; what is blank or not applicable stays a word.
Live levelNumber(const Live& entered, const QStringList& levels) {
    Live number = words().notApplicable;
    for (qsizetype i = levels.size(); i > 0; --i)
        number = live::choose(live::equal(entered, Live::text(levels.at(i - 1))), Live::number(static_cast<double>(i)),
                              number);
    return live::choose(live::isBlank(entered), words().missing, number);
}

Live levelWord(const Live& number, const QStringList& levels) {
    Live word = words().dash;
    for (qsizetype i = levels.size(); i > 0; --i)
        word =
            live::choose(live::equal(number, Live::number(static_cast<double>(i))), Live::text(levels.at(i - 1)), word);
    return word;
}

struct Cells {
    LiveRange levels;
    LiveRange gaps;
};

void append(LiveRange& range, const Live& cell) {
    range.ranges << cell.text();
    range.values.push_back(cell.value());
}

} // namespace

void describeRule(const standard::MonitoringRule& rule, const RuleSources& from, PartSheet& part) {
    const QStringList& levels = model::itemOf(items::monitored_level).choices;
    const model::Item& gapItem = model::itemOf(items::monitored_gap);
    const model::LevelTable& rows = from.sources.year.table(model::Level::Monitoring);
    const std::vector<int> counted = rule.rowsOf(rows);
    if (counted.empty()) {
        part.line(tr("没有监测结果"));
        part.status(words().missing);
        return;
    }
    std::map<qsizetype, Cells> subjects;
    for (const int row : counted) {
        const QString label = model::partLabel(rows.key(row));
        const Live level = part.line(
            tr("%1：学业水平等级（%2至%3为1至%4）").arg(label, levels.first(), levels.last()).arg(levels.size()), {},
            levelNumber(from.raw.monitoring(row, items::monitored_level), levels), 0);
        part.judge(level, standard::Bound::AtLeast, rule.level + 1, 0);
        const Live gap = part.line(tr("%1：%2").arg(label, gapItem.label), {},
                                   known(from.raw.monitoring(row, items::monitored_gap), gapItem), kAllDecimals);
        part.judge(gap, standard::Bound::Below, rule.gap.value, kRatioDigits);
        Cells& cells = subjects[model::itemOf(items::monitored_subject)
                                    .choices.indexOf(model::monitoredOf(rows.key(row).part).subject)];
        append(cells.levels, level);
        append(cells.gaps, gap);
    }
    // Nothing is against the indicator where every row is not applicable.
    part.line(tr("有监测结果"));
    part.status(words().met);
    for (const auto& [subject, cells] : subjects) {
        if (subject < 0)
            continue;
        const QString& name = model::itemOf(items::monitored_subject).choices.at(subject);
        const auto given = [](const LiveRange& range) {
            return live::above(live::countNumbers(range), Live::number(0.0));
        };
        part.figure(name + QStringLiteral("_level"),
                    live::choose(given(cells.levels), levelWord(live::smallest(cells.levels), levels), words().dash));
        part.figure(name + QStringLiteral("_gap"),
                    live::choose(given(cells.gaps), live::largest(cells.gaps), words().dash));
    }
}

} // namespace junheng::workings
