#include "exchange/sheet_notices.h"

#include "exchange/cell_appearance.h"
#include "exchange/cell_value.h"
#include "exchange/template_layout.h"
#include "exchange/tr.h"

#include <QStringList>

#include <algorithm>
#include <functional>
#include <vector>

namespace junheng::exchange {

namespace {

constexpr qsizetype kMostRuns = 20;

// "42–49、53" from ascending numbers.
QString runsOf(const std::vector<int>& numbers, const std::function<QString(int)>& nameOf) {
    QStringList runs;
    for (std::size_t first = 0; first < numbers.size();) {
        std::size_t last = first;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1)
            ++last;
        runs << (first == last ? nameOf(numbers[first])
                               : nameOf(numbers[first]) + QStringLiteral("–") + nameOf(numbers[last]));
        first = last + 1;
    }
    const bool isLong = runs.size() > kMostRuns;
    return QStringList(runs.mid(0, kMostRuns)).join(QChar(u'、')) + (isLong ? tr("等") : QString());
}

bool isUsed(const sheet::Sheet& sheet, int column) {
    const QString& heading = sheet.at(0, column).text;
    return !heading.isEmpty() && !isOwnHeading(heading);
}

} // namespace

QString hiddenRemark(const sheet::Sheet& sheet) {
    switch (sheet.visibility()) {
    case sheet::Visibility::Visible:
        break;
    case sheet::Visibility::Hidden:
        return tr("（隐藏的，右键任一工作表标签→取消隐藏，可以看到）");
    case sheet::Visibility::VeryHidden:
        return tr(
            "（深度隐藏的，菜单里看不到；在 Excel 或 WPS 的 VB 编辑器（Alt+F11）里把它的 Visible 改为 -1 后可以看到）");
    }
    return {};
}

bool reportFault(const sheet::Sheet& sheet, FindingList& findings) {
    if (!sheet.fault())
        return false;
    findings.error(*sheet.fault(), sheet.name(), sheet.fault()->place.cell);
    return true;
}

void reportHidden(const sheet::Sheet& sheet, FindingList& findings) {
    QStringList hidden;
    if (sheet.hidden())
        hidden << tr("整张工作表") + hiddenRemark(sheet);
    std::vector<int> rows = sheet.hiddenRows();
    std::erase(rows, 0); // the headings
    if (!rows.empty())
        hidden << tr("第 %1 行").arg(runsOf(rows, [](int row) { return QString::number(row + 1); }));
    std::vector<int> columns = sheet.hiddenColumns();
    std::erase_if(columns, [&](int column) { return !isUsed(sheet, column); });
    if (!columns.empty())
        hidden << tr("%1 列").arg(runsOf(columns, sheet::columnName));
    if (!hidden.isEmpty())
        findings.notice("import.hidden",
                        tr("隐藏的内容照常导入：%1。请取消隐藏核对；不应导入的，请删除后再导入。")
                            .arg(hidden.join(QStringLiteral("；"))),
                        sheet.name());
}

void reportHeadings(const sheet::Sheet& sheet, const HeadingRow& headings, FindingList& findings) {
    for (int column = 0; column < sheet.columnCount(); ++column) {
        const sheet::StoredCell& cell = sheet.at(0, column);
        const model::Item* item = headings.items[static_cast<std::size_t>(column)];
        const bool isDoubtful =
            cell.struckOut == sheet::StruckOut::Wholly || cell.calculation == sheet::Calculation::Pending;
        if (cell.kind != sheet::CellKind::Damaged && (item == nullptr || !isDoubtful))
            continue;
        if (const auto refusal = refusalOf(item != nullptr ? item->label : tr("列名"), cell))
            findings.error(*refusal, sheet.name(), sheet::cellName(0, column));
    }
}

bool reportMerged(const sheet::Sheet& sheet, int row, int column, const QString& label, FindingList& findings) {
    const auto merge = isBlank(sheet.at(row, column)) ? sheet.mergeOver(row, column) : std::nullopt;
    if (!merge || isBlank(sheet.at(merge->top, merge->left)))
        return false;
    findings.error(
        "import.merged_cell",
        tr("“%1”的单元格属于合并单元格 %2，合并后只有左上角一格有内容，这一格是空白。请取消合并单元格，在每一"
           "格分别填写。")
            .arg(label, sheet::rangeName(*merge)),
        sheet.name(), sheet::cellName(row, column));
    return true;
}

} // namespace junheng::exchange
