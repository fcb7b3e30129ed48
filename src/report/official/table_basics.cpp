// 表Ⅰ.

#include "model/school_year.h"
#include "report/cells.h"
#include "report/figure_names.h"
#include "report/official/county_basics.h"
#include "report/official/table_parts.h"
#include "report/tr.h"

namespace junheng::report {

using document::Cell;
using document::merged;
using document::numberCell;
using document::Row;
using document::showing;
using document::Table;
using document::textCell;

namespace {

constexpr int kHeadRows = 3; // without the L numbers

Cell figureCell(int column, const BasicSpec& spec, const model::Observation& figure) {
    if (figure.isMissing())
        return missingCell(column);
    if (!figure.isValue())
        return textCell(column, model::notApplicableWord());
    const base::Decimal exact(figure.amount, spec.decimals());
    return numberCell(column, exact.toDouble(), exact.toString());
}

double widthOf(const BasicSpec& spec) {
    constexpr double kCounty = 9;
    constexpr double kCount = 7;
    return spec.kind == BasicKind::CountyItem ? kCounty : kCount;
}

// 教职工数 has a heading more, the stage between the group and 合计.
bool hasStageHeading(const BasicSpec& spec) {
    return spec.kind == BasicKind::Sections && spec.label != model::stageName(spec.stage);
}

void addBasicsHead(Table& table) {
    const auto& specs = basicSpecs();
    std::vector<Row> head(kHeadRows + 1);
    for (std::size_t i = 0; i < specs.size(); ++i) {
        const BasicSpec& spec = specs[i];
        const int column = static_cast<int>(i);
        table.columnWidths.push_back(widthOf(spec));
        head[kHeadRows].cells.push_back(textCell(column, QStringLiteral("L%1").arg(column + 1)));
        if (i == 0 || specs[i - 1].group != spec.group)
            head[0].cells.push_back(merged(textCell(column, spec.group), spec.label.isEmpty() ? kHeadRows : 1, 1));
        else
            ++head[0].cells.back().columns;
        if (spec.label.isEmpty())
            continue;
        if (!hasStageHeading(spec)) {
            head[1].cells.push_back(merged(textCell(column, spec.label), kHeadRows - 1, 1));
            continue;
        }
        if (hasStageHeading(specs[i - 1]) && specs[i - 1].stage == spec.stage)
            ++head[1].cells.back().columns;
        else
            head[1].cells.push_back(textCell(column, model::stageName(spec.stage)));
        head[2].cells.push_back(textCell(column, spec.label));
    }
    table.head = head;
}

} // namespace

Table basicsTable(const Sources& sources) {
    Table table{.name = QStringLiteral("表Ⅰ"), .title = tr("表Ⅰ　义务教育优质均衡发展县（市、区）基本情况")};
    addBasicsHead(table);
    const auto& specs = basicSpecs();
    const std::vector<model::Observation> figures = countyBasics(sources.year);
    Row row;
    for (std::size_t i = 0; i < specs.size(); ++i) {
        row.cells.push_back(showing(figureCell(static_cast<int>(i), specs[i], figures[i]), basicFigure(i)));
    }
    table.body = {row};
    const std::optional<int> published = model::statisticsYear(sources.year);
    table.notes = {
        tr("注：“人口总数”和“农业人口数”按常住人口统计，数字保留两位小数。L5-L8列数字保留整数。") +
        (published ? tr("L1-L8列为%1年的数据。").arg(*published) : tr("L1-L8列为最近一次公布的年份的数据。"))};
    return table;
}

} // namespace junheng::report
