#include "ui/pages/entry/grid/selection_summary.h"

#include "base/rounding.h"
#include "ui/widgets/tr.h"

#include <QStringList>

#include <algorithm>
#include <limits>
#include <set>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// Whole numbers are added as such, and as a fraction before they could overflow.
class AmountSum {
public:
    void add(const model::Item& item, std::int64_t amount) {
        if (item.decimals != m_decimals || m_unscaled > kLargest)
            flush();
        m_decimals = item.decimals;
        m_mostDecimals = std::max(m_mostDecimals, item.decimals);
        m_unscaled += amount;
        ++m_count;
    }
    base::Rational total() {
        flush();
        return m_total;
    }
    [[nodiscard]] int mostDecimals() const { return m_mostDecimals; }
    [[nodiscard]] int count() const { return m_count; }

private:
    static constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max() / 2;

    void flush() {
        if (m_unscaled != 0)
            m_total += base::toRational(m_unscaled) / base::toRational(base::powerOfTen(m_decimals));
        m_unscaled = 0;
    }

    base::Rational m_total;
    std::int64_t m_unscaled = 0;
    int m_decimals = 0;
    int m_mostDecimals = 0;
    int m_count = 0;
};

// "1234567.50" -> "1,234,567.5"
QString grouped(QString number) {
    const bool isWhole = !number.contains(u'.');
    while (!isWhole && number.endsWith(u'0'))
        number.chop(1);
    if (number.endsWith(u'.'))
        number.chop(1);
    const qsizetype point = number.indexOf(u'.');
    for (qsizetype at = (point < 0 ? number.size() : point) - 3; at > 0; at -= 3)
        number.insert(at, u',');
    return number;
}

} // namespace

QString selectionSummary(const EntryModel& model, const QItemSelection& selection) {
    std::set<int> rows;
    std::set<int> columns;
    AmountSum sum;
    qsizetype cells = 0;
    int filled = 0;
    int blank = 0;
    for (const QItemSelectionRange& range : selection) {
        cells += qsizetype{range.height()} * range.width();
        for (int row = range.top(); row <= range.bottom(); ++row) {
            rows.insert(row);
            for (int column = range.left(); column <= range.right(); ++column) {
                const auto cell = model.cellAt(model.index(row, column));
                if (!cell)
                    continue;
                const model::Observation value = model.observationAt(model.index(row, column));
                ++(value.isMissing() ? blank : filled);
                if (value.isValue() && cell->item->isNumeric())
                    sum.add(*cell->item, value.amount);
            }
        }
        for (int column = range.left(); column <= range.right(); ++column)
            columns.insert(column);
    }
    if (cells < 2)
        return {};
    QStringList words;
    words << (cells == std::ssize(rows) * std::ssize(columns) ? tr("%1 行 × %2 列").arg(rows.size()).arg(columns.size())
                                                              : tr("%1 个单元格").arg(cells));
    words << tr("计数 %1").arg(filled);
    if (sum.count() > 0 && sum.count() < filled)
        words << tr("其中数值 %1").arg(sum.count());
    if (sum.count() > 0) {
        const base::Rational total = sum.total();
        const base::Rational mean = total / base::toRational(sum.count());
        words << tr("求和 %1").arg(grouped(base::printHalfUp(total, sum.mostDecimals())))
              << tr("平均 %1").arg(grouped(base::printHalfUp(mean, sum.mostDecimals() + 2)));
    }
    if (blank > 0)
        words << tr("空白 %1").arg(blank);
    return words.join(u" · "_s);
}

} // namespace junheng::ui
