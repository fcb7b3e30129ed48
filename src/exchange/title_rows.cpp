#include "exchange/title_rows.h"

#include "exchange/heading.h"
#include "exchange/tr.h"

#include <QSet>

#include <algorithm>

namespace junheng::exchange {

namespace {

constexpr int kMostTitleRows = 4;
constexpr int kFewestHeadings = 2; // one word of a title, or of a row of data, may be like a heading

// How many different columns the cells of a row name.
int headingsIn(const sheet::Sheet& sheet, int row, const SheetLayout& layout) {
    QSet<QString> named;
    for (int column = 0; column < sheet.columnCount(); ++column) {
        const QString& text = sheet.at(row, column).text;
        if (layout.level == model::Level::County) {
            const QString heading = foldHeading(text);
            if (heading == countyItemHeading() || heading == countyValueHeading())
                named.insert(heading);
        } else if (const model::Item* item = headingItem(text, layout)) {
            named.insert(item->code);
        }
    }
    return static_cast<int>(named.size());
}

} // namespace

bool reportTitleRows(const sheet::Sheet& sheet, const SheetLayout& layout, FindingList& findings) {
    const int last = std::min(kMostTitleRows, sheet.rowCount() - 1);
    if (last < 1 || headingsIn(sheet, 0, layout) >= kFewestHeadings)
        return false;
    for (int row = 1; row <= last; ++row) {
        if (headingsIn(sheet, row, layout) < kFewestHeadings)
            continue;
        const QString above = row == 1 ? tr("第 1 行") : tr("第 1–%1 行").arg(row);
        findings.error("import.title_row",
                       tr("列名在第 %1 行，应在第一行，这张工作表没有导入。请删除上面的标题行（%2），再重新导入。")
                           .arg(row + 1)
                           .arg(above),
                       sheet.name(), sheet::cellName(row, 0));
        return true;
    }
    return false;
}

} // namespace junheng::exchange
