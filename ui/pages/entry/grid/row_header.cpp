#include "ui/pages/entry/grid/row_header.h"

#include "ui/pages/entry/grid/column_header.h"
#include "ui/pages/entry/grid/entry_model.h"

#include <QPainter>
#include <QStyleOptionHeader>

#include <algorithm>
#include <numeric>

namespace junheng::ui {

namespace {

constexpr int kMargin = 6;
constexpr int kWidestFirst = 250;
constexpr int kWidestOther = 300;

void drawLabels(QPainter& painter, const QRect& rect, const QStringList& labels, const std::vector<int>& widths,
                int flags) {
    int left = rect.left();
    for (std::size_t i = 0; i < widths.size() && static_cast<qsizetype>(i) < labels.size(); ++i) {
        const QRect room(left + kMargin, rect.top(), widths[i] - 2 * kMargin, rect.height());
        const QString& text = labels[static_cast<qsizetype>(i)];
        painter.drawText(room, flags, painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
        left += widths[i];
    }
}

} // namespace

RowHeader::RowHeader(const EntryModel& model, QWidget* parent) : QHeaderView(Qt::Vertical, parent), m_model(model) {
    setSectionResizeMode(QHeaderView::Fixed);
    setSectionsClickable(true);
    setHighlightSections(true);
}

// Only texts that could be wider than the widest so far are measured: no character is wider than an ideograph.
bool RowHeader::fit() {
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    const int widestCharacter = metrics.horizontalAdvance(u'〇');
    const QStringList titles = m_model.labelTitles();
    std::vector<int> widths;
    std::ranges::transform(titles, std::back_inserter(widths),
                           [&](const QString& title) { return metrics.horizontalAdvance(title); });
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QStringList labels = m_model.headerData(row, Qt::Vertical, EntryModel::LabelsRole).toStringList();
        for (std::size_t i = 0; i < widths.size() && static_cast<qsizetype>(i) < labels.size(); ++i) {
            const QString& text = labels[static_cast<qsizetype>(i)];
            if (static_cast<int>(text.size()) * widestCharacter > widths[i])
                widths[i] = std::max(widths[i], metrics.horizontalAdvance(text));
        }
    }
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const bool only = widths.size() == 1;
        const int widest = only ? kWidestFirst + kWidestOther : i == 0 ? kWidestFirst : kWidestOther;
        widths[i] = std::min(widths[i], widest) + 2 * kMargin + 2;
    }
    if (widths == m_widths)
        return false;
    m_widths = widths;
    setFixedWidth(totalWidth());
    return true;
}

int RowHeader::totalWidth() const {
    return std::accumulate(m_widths.begin(), m_widths.end(), 0);
}

QSize RowHeader::sizeHint() const {
    return {totalWidth(), QHeaderView::sizeHint().height()};
}

void RowHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const {
    QStyleOptionHeaderV2 option;
    initStyleOption(&option);
    initStyleOptionForIndex(&option, logicalIndex);
    option.rect = rect;
    const bool current = currentIndex().isValid() && currentIndex().row() == logicalIndex;
    QFont shown = font();
    shown.setBold(current);
    painter->save();
    style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);
    painter->setFont(shown);
    painter->setPen(palette().color(QPalette::ButtonText));
    drawLabels(*painter, rect, m_model.headerData(logicalIndex, Qt::Vertical, EntryModel::LabelsRole).toStringList(),
               m_widths, Qt::AlignLeft | Qt::AlignVCenter);
    painter->restore();
}

RowHeaderTitles::RowHeaderTitles(const EntryModel& model, const RowHeader& rows, const ColumnHeader& columns,
                                 QWidget* parent)
    : QWidget(parent), m_model(model), m_rows(rows), m_columns(columns) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void RowHeaderTitles::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    QStyleOptionHeader option;
    option.initFrom(this);
    option.rect = rect();
    option.orientation = Qt::Horizontal;
    style()->drawControl(QStyle::CE_HeaderSection, &option, &painter, this);
    painter.setPen(palette().color(QPalette::ButtonText));
    QRect titles = rect();
    titles.setHeight(m_columns.titleHeight());
    drawLabels(painter, titles, m_model.labelTitles(), m_rows.labelWidths(), Qt::AlignLeft | Qt::AlignVCenter);
    const QRect filters(0, titles.bottom(), width() - kMargin, height() - titles.height());
    painter.setPen(palette().color(QPalette::Disabled, QPalette::ButtonText));
    painter.drawText(filters, Qt::AlignRight | Qt::AlignVCenter, tr("筛选 ▸"));
}

} // namespace junheng::ui
