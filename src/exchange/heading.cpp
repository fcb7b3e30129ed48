#include "exchange/heading.h"

#include "exchange/cell_value.h"
#include "model/observation.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace junheng::exchange {

namespace {

using model::Item;
using model::ItemDictionary;
using model::Level;

QString tr(const char* text) {
    return QCoreApplication::translate("exchange", text);
}

// Folded labels of a sheet. Labels are unique within a sheet.
using Labels = QHash<QString, const Item*>;

const Labels& labelsOf(const SheetLayout& layout) {
    static const std::array<Labels, model::kLevelCount> all = [] {
        std::array<Labels, model::kLevelCount> result;
        for (const SheetLayout& sheet : templateSheets()) {
            for (const Item* item : sheet.columns)
                result[static_cast<std::size_t>(sheet.level)].insert(foldHeading(item->label), item);
        }
        return result;
    }();
    return all[static_cast<std::size_t>(layout.level)];
}

// One spelling for each unit.
QString foldUnit(QStringView unit) {
    static const std::array<std::pair<QString, QString>, 3> kSpellings{
        {{QStringLiteral("平方米"), QStringLiteral("m2")},
         {QStringLiteral("平米"), QStringLiteral("m2")},
         {QStringLiteral("％"), QStringLiteral("%")}}};
    QString folded = foldHeading(unit).toLower();
    for (const auto& [spelling, canonical] : kSpellings) {
        if (folded == spelling)
            return canonical;
    }
    return folded;
}

// Units that mean another amount than the item's own; any other words in brackets are a remark.
bool isUnit(const QString& folded) {
    static const QSet<QString> units = [] {
        QSet<QString> result;
        for (const char16_t* unit : {u"元", u"千元", u"万元", u"百万元", u"亿元", u"人", u"千人", u"万人", u"亩",
                                     u"公顷", u"m2", u"万m2", u"万平方米"})
            result.insert(foldUnit(unit));
        for (const Item& item : ItemDictionary::instance().all()) {
            if (!item.unit.isEmpty())
                result.insert(foldUnit(item.unit));
        }
        return result;
    }();
    return units.contains(folded);
}

void reportUnnamed(const sheet::Sheet& sheet, int column, FindingList& findings) {
    int filled = 0;
    int firstRow = 0;
    for (int row = sheet.rowCount() - 1; row > 0; --row) {
        if (!isBlank(sheet.at(row, column))) {
            ++filled;
            firstRow = row;
        }
    }
    if (filled > 0)
        findings.notice(
            "import.unnamed_column",
            tr("这一列第一行没有列名，其中 %1 个单元格没有导入。如需导入，请在第一行填写列名。").arg(filled),
            sheet.name(), sheet::cellName(firstRow, column));
}

// The columns of the template that the sheet has not.
void reportAbsent(const sheet::Sheet& sheet, const SheetLayout& layout, const HeadingRow& headings,
                  FindingList& findings) {
    QStringList absent;
    for (const Item* item : layout.columns) {
        if (headings.columnOf(*item) >= 0)
            continue;
        if (layout.isObligatory(*item))
            findings.error("import.missing_column",
                           tr("第一行没有必需的列“%1”。请从数据表模板复制这一列的列名，并填写数据。").arg(item->label),
                           sheet.name());
        else
            absent << item->label;
    }
    if (!absent.isEmpty())
        findings.notice("import.absent_columns",
                        tr("没有以下 %1 列，已有数据保留不变，没有数据的为待填报：%2。")
                            .arg(absent.size())
                            .arg(absent.join(QChar(u'、'))),
                        sheet.name());
}

} // namespace

QString foldHeading(QStringView heading) {
    QString result = model::foldText(heading);
    result.remove(QChar(u'*'));
    for (QChar& c : result) {
        if ((c >= QChar(0x2010) && c <= QChar(0x2015)) || c == QChar(0x2212))
            c = u'-';
    }
    return result;
}

HeadingMatch matchHeading(QStringView heading, const SheetLayout& layout) {
    const Labels& labels = labelsOf(layout);
    QString rest = foldHeading(heading);
    QStringList remarks;
    const Item* item = labels.value(rest);
    while (item == nullptr && rest.endsWith(QChar(u')'))) {
        const qsizetype open = rest.lastIndexOf(QChar(u'('));
        if (open <= 0)
            return {};
        remarks << rest.mid(open + 1, rest.size() - open - 2);
        rest.truncate(open);
        item = labels.value(rest);
    }
    if (item == nullptr)
        return {};
    for (const QString& remark : std::as_const(remarks)) {
        const QString unit = foldUnit(remark);
        if (item->isNumeric() && unit != foldUnit(item->unit) && isUnit(unit))
            return {.item = item, .otherUnit = remark};
    }
    return {.item = item};
}

int HeadingRow::columnOf(const Item& item) const {
    const auto found = std::ranges::find(items, &item);
    return found == items.end() ? -1 : static_cast<int>(found - items.begin());
}

HeadingRow readHeadings(const sheet::Sheet& sheet, const SheetLayout& layout, FindingList& findings) {
    HeadingRow result;
    QStringList unknown;
    for (int column = 0; column < sheet.columnCount(); ++column) {
        const sheet::Cell& cell = sheet.at(0, column);
        const QString place = sheet::cellName(0, column);
        const HeadingMatch match = matchHeading(cell.text, layout);
        const int first = match.item == nullptr ? -1 : result.columnOf(*match.item);
        result.items.push_back(first < 0 ? match.item : nullptr);
        if (match.item == nullptr && isOwnHeading(cell.text))
            continue;
        if (isBlank(cell))
            reportUnnamed(sheet, column, findings);
        else if (match.item == nullptr)
            unknown << tr("“%1”（%2）").arg(cell.text.simplified().left(40), place);
        else if (first >= 0)
            findings.error(
                "import.duplicate_column",
                tr("列“%1”出现了两次，前一次在 %2。请只保留一列。").arg(match.item->label, sheet::cellName(0, first)),
                sheet.name(), place);
        else if (!match.otherUnit.isEmpty())
            findings.error("import.wrong_unit",
                           tr("“%1”的单位应为“%2”，列名中写的是“%3”。请换算数据并改正列名。")
                               .arg(match.item->label, match.item->unit, match.otherUnit),
                           sheet.name(), place);
    }
    if (!unknown.isEmpty())
        findings.notice(
            "import.unknown_column",
            tr("以下列不在数据表模板中，没有导入：%1。如需导入，请改用模板的列名。").arg(unknown.join(QChar(u'、'))),
            sheet.name());
    reportAbsent(sheet, layout, result, findings);
    return result;
}

} // namespace junheng::exchange
