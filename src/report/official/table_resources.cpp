// 表Ⅱ-1.

#include "base/rounding.h"
#include "report/cells.h"
#include "report/figure_names.h"
#include "report/official/table_parts.h"
#include "report/tr.h"

#include <algorithm>

namespace junheng::report {

using document::Cell;
using document::countCell;
using document::dashCell;
using document::Mark;
using document::merged;
using document::numberCell;
using document::Row;
using document::Table;
using document::textCell;

namespace {

constexpr int kFirstTally = 2; // after the stage and what is counted

/// Schools of a stage, by one indicator or as a whole.
struct Tally {
    std::int64_t met = 0;
    std::int64_t missing = 0;
    bool failing = false; ///< must stand out: the rule asks for every school
};

std::vector<Tally> talliesOf(const assess::StageAssessment& stage) {
    std::vector<Tally> tallies;
    for (const assess::IndicatorColumn& indicator : stage.indicators)
        tallies.push_back({.met = std::ranges::count(indicator.statuses, assess::Status::Met),
                           .missing = std::ranges::count(indicator.statuses, assess::Status::Missing)});
    tallies.push_back({.met = std::ranges::count(stage.verdicts, assess::Verdict::Pass),
                       .missing = std::ranges::count(stage.verdicts, assess::Verdict::Missing),
                       .failing = std::ranges::count(stage.verdicts, assess::Verdict::Fail) > 0});
    return tallies;
}

void addStage(Table& table, model::Stage which, const Sources& sources, std::size_t columns) {
    const assess::StageAssessment* stage = sources.assessment.stage(which);
    Row counts{{merged(textCell(0, model::stageName(which)), 2, 1), textCell(1, tr("达标学校总数"))}};
    Row shares{{textCell(1, tr("达标学校比例（%）"))}};
    const std::vector<Tally> tallies = stage != nullptr ? talliesOf(*stage) : std::vector<Tally>{};
    for (std::size_t i = 0; i < columns; ++i) {
        const int column = kFirstTally + static_cast<int>(i);
        if (stage == nullptr) {
            counts.cells.push_back(dashCell(column));
            shares.cells.push_back(dashCell(column));
            continue;
        }
        const Tally& tally = tallies[i];
        const base::Rational share =
            base::toRational(100 * tally.met) / base::toRational(std::int64_t{stage->sectionCount()});
        Cell count = countCell(column, tally.met);
        Cell percent = numberCell(column, base::toDouble(share), base::printHalfUp(share, kShareDecimals));
        const QStringView indicator = i + 1 < columns ? sources.standard.resource[i].id : kAllIndicators;
        count.figure = stageFigure(which, indicator, u"schools_met");
        percent.figure = stageFigure(which, indicator, u"share_met");
        count.mark = percent.mark = tally.failing ? Mark::Failing : tally.missing > 0 ? Mark::Missing : Mark::None;
        counts.cells.push_back(count);
        shares.cells.push_back(percent);
    }
    table.body.push_back(counts);
    table.body.push_back(shares);
}

// "小学 L4 其中1所待填报、L8 其中1所待填报", or empty.
QString missingOf(const assess::StageAssessment& stage) {
    const std::vector<Tally> tallies = talliesOf(stage);
    QStringList parts;
    for (std::size_t i = 0; i < tallies.size(); ++i) {
        if (tallies[i].missing > 0)
            parts << tr("L%1 其中%2所待填报").arg(i + 1).arg(tallies[i].missing);
    }
    return parts.isEmpty() ? QString() : model::stageName(stage.stage) + QChar(u' ') + parts.join(QStringLiteral("、"));
}

QStringList notesOf(const assess::Assessment& assessment) {
    QStringList totals;
    QStringList missing;
    for (const assess::StageAssessment& stage : assessment.stages) {
        totals << tr("%1%2所").arg(model::stageName(stage.stage)).arg(stage.sectionCount());
        if (const QString part = missingOf(stage); !part.isEmpty())
            missing << part;
    }
    QStringList notes{tr("达标学校比例为达标学校总数占参加评估的学校总数（%1）的百分比，保留%2位小数。")
                          .arg(totals.join(QStringLiteral("、")), countWord(kShareDecimals)),
                      tr("综合评估未全部达标的，以深色底纹、粗体标出。")};
    if (!missing.isEmpty())
        notes << tr("数据不全的学校计入学校总数，不计入达标学校：%1。灰色底纹：待填报后才能定论。")
                     .arg(missing.join(QStringLiteral("；")));
    return numbered(notes);
}

} // namespace

Table resourcesTable(const Sources& sources) {
    const auto& indicators = sources.standard.resource;
    Table table{.name = QStringLiteral("表Ⅱ-1"), .title = tr("表Ⅱ-1　小学、初中资源配置基本情况")};
    table.caption.right = tr("单位：所、%");
    table.columnWidths = {7, 20};
    Row headings{{merged(textCell(0, tr("学段")), 2, 1), merged(textCell(1, tr("项目")), 2, 1)}};
    Row numbers;
    for (std::size_t i = 0; i <= indicators.size(); ++i) {
        const int column = kFirstTally + static_cast<int>(i);
        headings.cells.push_back(textCell(column, i < indicators.size() ? indicators[i].formTitle : tr("综合评估")));
        numbers.cells.push_back(textCell(column, QStringLiteral("L%1").arg(i + 1)));
        table.columnWidths.push_back(13);
    }
    table.head = {headings, numbers};
    for (const model::Stage stage : standard::kJudgedStages)
        addStage(table, stage, sources, indicators.size() + 1);
    table.notes = notesOf(sources.assessment);
    return table;
}

} // namespace junheng::report
