#include "exchange/heading.h"

#include "exchange/cell_value.h"
#include "exchange/heading_addition.h"
#include "exchange/tr.h"
#include "model/observation.h"
#include "model/typed_text.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <numeric>
#include <utility>

namespace junheng::exchange {

namespace {

using model::Item;
using model::Level;

using Labels = QHash<QString, const Item*>; // of SheetLayout

constexpr int kShortestBegin = 3;   ///< a shorter label may begin the name of anything
constexpr int kShortestSimilar = 4; ///< likewise, for what a heading resembles

// The longest label that the heading begins with; what is left is an addition. A short label counts only before a
// bracket.
const Item* labelBefore(const QString& heading, const Labels& labels, QString& addition) {
    const Item* found = nullptr;
    qsizetype length = 0;
    for (const auto& [label, item] : labels.asKeyValueRange()) {
        const bool begins = label.size() > length && heading.startsWith(label);
        if (begins && (label.size() >= kShortestBegin || heading[label.size()] == QChar(u'('))) {
            found = item;
            length = label.size();
        }
    }
    addition = found == nullptr ? QString() : heading.sliced(length);
    return found;
}

// The item that a folded heading names, and what it says before and after the label.
const Item* namedItem(const QString& heading, const Labels& labels, QString& words) {
    if (const Item* item = labels.value(heading))
        return item;
    QString before;
    if (heading.startsWith(QChar(u'('))) // （万元）教学仪器设备资产值
        before = heading.left(heading.indexOf(QChar(u')')) + 1);
    const QString rest = heading.sliced(before.size());
    QString after;
    const Item* item = labels.value(rest);
    if (item == nullptr)
        item = labelBefore(rest, labels, after);
    words = before + after;
    return item;
}

// How many characters are to be put in, left out or replaced to make one text of the other.
qsizetype editDistance(const QString& one, const QString& other) {
    std::vector<qsizetype> row(static_cast<std::size_t>(other.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < one.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const qsizetype replaced = diagonal + (one[i] == other[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

// The item whose label the heading holds, is a part of, or differs from by a few characters.
const Item* similarItem(const QString& heading, const Labels& labels) {
    const Item* found = nullptr;
    qsizetype least = heading.size();
    for (const auto& [label, item] : labels.asKeyValueRange()) {
        if (std::min(label.size(), heading.size()) < kShortestSimilar)
            continue;
        const qsizetype distance = editDistance(heading, label);
        const bool resembles = heading.contains(label) || label.contains(heading) ||
                               distance <= std::max(label.size(), heading.size()) / 4;
        if (resembles && (distance < least || found == nullptr)) {
            found = item;
            least = distance;
        }
    }
    return found;
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
    if (filled == 0)
        return;
    const auto merge = sheet.mergeOver(0, column);
    const QString why =
        merge ? tr("这一列的列名属于合并单元格 %1，合并后只有左上角一格有列名，其中 %2 个单元格没有导入。如需导入，"
                   "请取消合并单元格，在第一行分别填写列名。")
                    .arg(sheet::rangeName(*merge))
                    .arg(filled)
              : tr("这一列第一行没有列名，其中 %1 个单元格没有导入。如需导入，请在第一行填写列名。").arg(filled);
    findings.notice("import.unnamed_column", why, sheet.name(), sheet::cellName(firstRow, column));
}

bool hasData(const model::CountyYear& stored, const Item& item) {
    const model::LevelTable& table = stored.table(item.level);
    for (int row = 0; row < table.rowCount(); ++row) {
        if (!item.key && !table.at(row, item).isMissing())
            return true;
    }
    return false;
}

// The columns of the template that the sheet has not; those refused have an error of their own. Not those that nobody
// has to fill in and nobody has: a template of some years ago lacks many.
void reportAbsent(const sheet::Sheet& sheet, const SheetLayout& layout, const HeadingRow& headings,
                  const QSet<const Item*>& refused, const model::CountyYear& stored, FindingList& findings) {
    QStringList absent;
    for (const Item* item : layout.columns) {
        if (headings.columnOf(*item) >= 0 || refused.contains(item))
            continue;
        if (layout.isObligatory(*item))
            findings.error("import.missing_column",
                           tr("第一行没有必需的列“%1”。请从数据表模板复制这一列的列名，并填写数据。").arg(item->label),
                           sheet.name());
        else if (item->required || hasData(stored, *item))
            absent << item->label;
    }
    if (!absent.isEmpty())
        findings.notice("import.absent_columns",
                        tr("没有以下 %1 列，已有数据保留不变，没有数据的为待填报：%2。")
                            .arg(absent.size())
                            .arg(absent.join(QChar(u'、'))),
                        sheet.name());
}

// “教学仪器设备值”（K1，是否应为“教学仪器设备资产值（万元）”？）
QString unknownColumn(const QString& heading, const QString& place, const Item* expected) {
    const QString question = expected == nullptr ? QString() : tr("，是否应为“%1”？").arg(expected->heading());
    return QStringLiteral("%1（%2%3）").arg(model::quoted(heading), place, question);
}

// The columns of a sheet, one after another.
class Columns {
public:
    Columns(const sheet::Sheet& sheet, const SheetLayout& layout, ImportContext& context)
        : m_sheet(sheet), m_context(context) {
        for (int column = 0; column < sheet.columnCount(); ++column)
            m_matches.push_back(isOwnHeading(sheet.at(0, column).text)
                                    ? HeadingMatch{}
                                    : matchHeading(sheet.at(0, column).text, layout, context.current.year()));
    }

    HeadingRow read(const SheetLayout& layout) {
        for (int column = 0; column < m_sheet.columnCount(); ++column)
            readColumn(column);
        if (!m_unknown.isEmpty())
            m_context.findings.notice("import.unknown_column",
                                      tr("以下列不在数据表模板中，没有导入：%1。如需导入，请改用模板的列名。")
                                          .arg(m_unknown.join(QChar(u'、'))),
                                      m_sheet.name());
        reportAbsent(m_sheet, layout, m_row, m_refused, m_context.current, m_context.findings);
        return m_row;
    }

private:
    void readColumn(int column) {
        const sheet::StoredCell& cell = m_sheet.at(0, column);
        const HeadingMatch& match = m_matches[static_cast<std::size_t>(column)];
        const QString place = sheet::cellName(0, column);
        auto conversion = agreedConversion(match, m_context.options);
        const bool isTaken = match.isClean() || conversion;
        const int first = isTaken ? m_row.columnOf(*match.item) : -1;
        m_row.items.push_back(isTaken && first < 0 ? match.item : nullptr);
        m_row.conversions.push_back(first < 0 ? std::move(conversion) : std::nullopt);
        if (first >= 0)
            m_context.findings.error(
                "import.duplicate_column",
                tr("列“%1”出现了两次，前一次在 %2。请只保留一列。").arg(match.item->label, sheet::cellName(0, first)),
                m_sheet.name(), place);
        if (isTaken || isOwnHeading(cell.text))
            return;
        if (isBlank(cell))
            reportUnnamed(m_sheet, column, m_context.findings);
        else if (match.item == nullptr || hasCleanColumn(*match.item))
            m_unknown << unknownColumn(cell.text, place, match.item == nullptr ? match.similar : match.item);
        else
            refuse(cell.text, match, place);
    }

    void refuse(const QString& heading, const HeadingMatch& match, const QString& place) {
        m_refused.insert(match.item);
        m_context.findings.error(headingRefusal(heading, match, m_context), m_sheet.name(), place);
    }

    // A column beside the item's own is one more of the bureau's (其中：女), and no figure is left out with it.
    [[nodiscard]] bool hasCleanColumn(const Item& item) const {
        return std::ranges::any_of(m_matches,
                                   [&](const HeadingMatch& match) { return match.item == &item && match.isClean(); });
    }

    const sheet::Sheet& m_sheet;
    ImportContext& m_context;
    std::vector<HeadingMatch> m_matches;
    HeadingRow m_row;
    QSet<const Item*> m_refused;
    QStringList m_unknown;
};

} // namespace

const Item* headingItem(QStringView heading, const SheetLayout& layout) {
    QString words;
    return namedItem(foldHeading(heading), layout.labels, words);
}

HeadingMatch matchHeading(QStringView heading, const SheetLayout& layout, int year) {
    const QString folded = foldHeading(heading);
    QString words;
    const Item* item = namedItem(folded, layout.labels, words);
    if (item == nullptr)
        return {.similar = similarItem(folded, layout.labels)};
    const Addition addition = readAddition(*item, words, year);
    return {.item = item, .unit = addition.unit, .addition = addition.unknown};
}

base::Error headingRefusal(QStringView heading, const HeadingMatch& match, ImportContext& context) {
    const Item& item = *match.item;
    if (!match.addition.isEmpty() || !isConvertible(item, match.unit)) {
        const QString extra = match.addition.isEmpty() ? match.unit : match.addition;
        return {.code = match.addition.isEmpty() ? QStringLiteral("import.wrong_unit")
                                                 : QStringLiteral("import.unknown_addition"),
                .message =
                    tr("%1应为“%2”，多出的%3不是它的单位，也不是模板里的说明，无法确定填的是不是同一个数。请核对数"
                       "据，改用模板的名称；确实不是这一项的，请删去。")
                        .arg(model::quoted(heading), item.heading(), model::quoted(extra))};
    }
    const Conversion conversion{.item = &item, .unit = match.unit};
    if (std::ranges::find(context.offers, conversion) == context.offers.end())
        context.offers.push_back(conversion);
    return {.code = QStringLiteral("import.wrong_unit"),
            .message =
                tr("“%1”的单位应为“%2”，这里写的是“%3”。如果数据确以“%3”为单位，可以按 %4 换算后导入：在导入预览中"
                   "勾选换算，或在命令行加 --convert %5。否则请改正单位。")
                    .arg(item.label, item.unitText(), match.unit, rateOf(conversion), toText(conversion))};
}

std::optional<Conversion> agreedConversion(const HeadingMatch& match, const ImportOptions& options) {
    if (match.item == nullptr || match.unit.isEmpty() || !match.addition.isEmpty())
        return std::nullopt;
    const Conversion wanted{.item = match.item, .unit = match.unit};
    const auto found = std::ranges::find(options.conversions, wanted);
    return found == options.conversions.end() ? std::nullopt : std::optional(wanted);
}

int HeadingRow::columnOf(const Item& item) const {
    const auto found = std::ranges::find(items, &item);
    return found == items.end() ? -1 : static_cast<int>(found - items.begin());
}

const Conversion* HeadingRow::conversionOf(int column) const {
    const auto& conversion = conversions[static_cast<std::size_t>(column)];
    return conversion ? &*conversion : nullptr;
}

HeadingRow readHeadings(const sheet::Sheet& sheet, const SheetLayout& layout, ImportContext& context) {
    return Columns(sheet, layout, context).read(layout);
}

} // namespace junheng::exchange
