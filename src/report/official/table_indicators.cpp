// 表Ⅳ and 表Ⅴ.

#include "model/school_year.h"
#include "report/cells.h"
#include "report/figure_names.h"
#include "report/official/table_parts.h"
#include "report/tr.h"

namespace junheng::report {

using document::Cell;
using document::leftCell;
using document::Row;
using document::serialCell;
using document::setHead;
using document::Table;
using document::textCell;

namespace {

constexpr int kStatusColumn = 3;
constexpr int kNamed = 10; // schools; more are counted

// Schools that pass by a relaxation only: the sentence counts by the limits of the form.
QString relaxedSchools(const model::CountyYear& year, const assess::IndicatorResult& result) {
    QStringList names;
    for (const assess::SchoolResult& school : result.schools) {
        if (school.relaxation < 0 || school.status != assess::IndicatorStatus::Met)
            continue;
        QString name = year.schoolName(year.schools().key(school.schoolRow).school);
        if (school.stage)
            name += tr("（%1）").arg(model::stageName(*school.stage));
        if (!names.contains(name))
            names << name;
    }
    if (names.isEmpty())
        return {};
    const qsizetype count = names.size();
    const QString listed = QStringList(names.mid(0, kNamed)).join(tr("、"));
    return count > kNamed ? tr("按放宽条件达标的：%1等%2所").arg(listed).arg(count)
                          : tr("按放宽条件达标的：%1").arg(listed);
}

Row rowOf(const Sources& sources, const standard::Indicator& indicator, const assess::IndicatorResult& result,
          int number) {
    QString sentence = assess::detailOf(sources.year, indicator, result);
    if (result.borderline)
        sentence += borderlineSign();
    if (const QString relaxed = relaxedSchools(sources.year, result); !relaxed.isEmpty())
        sentence += tr("。%1").arg(relaxed);
    Cell status = textCell(kStatusColumn, assess::statusWord(result.status));
    status.mark = markOf(result.status);
    status.figure = statusFigure(indicator.id);
    return {{serialCell(number), leftCell(1, indicator.formTitle), leftCell(2, sentence), status}};
}

Table indicatorsTable(const Sources& sources, const std::vector<standard::Indicator>& indicators,
                      const std::vector<assess::IndicatorResult>& results) {
    Table table;
    setHead(table, {{tr("序号"), 6}, {tr("名称"), 52}, {tr("指标值或简要结论"), 66}, {tr("是否达标"), 10}});
    bool borderline = false;
    for (std::size_t i = 0; i < indicators.size(); ++i) {
        table.body.push_back(rowOf(sources, indicators[i], results[i], static_cast<int>(i) + 1));
        borderline = borderline || results[i].borderline;
    }
    table.notes = {tr("表中所有比例数值保留一位小数，其余保留整数。"),
                   tr("“上年度”（经费年度）为%1年。").arg(model::fundYear(sources.year))};
    for (const standard::Indicator& indicator : indicators) {
        if (!indicator.formNote.isEmpty())
            table.notes << indicator.formNote;
    }
    if (borderline)
        table.notes << borderlineNote();
    table.notes = numbered(table.notes);
    return table;
}

} // namespace

Table governmentTable(const Sources& sources) {
    Table table = indicatorsTable(sources, sources.standard.government, sources.assessment.government);
    table.name = QStringLiteral("表Ⅳ");
    table.title = tr("表Ⅳ　政府保障程度评估指标");
    return table;
}

Table qualityTable(const Sources& sources) {
    Table table = indicatorsTable(sources, sources.standard.quality, sources.assessment.quality);
    table.name = QStringLiteral("表Ⅴ");
    table.title = tr("表Ⅴ　教育质量评估指标");
    return table;
}

} // namespace junheng::report
