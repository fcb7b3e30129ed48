#include "ui/pages/entry/grid/grid_sizes.h"

#include "model/record_kind.h"
#include "ui/pages/entry/grid/column_header.h"

#include <QScopedValueRollback>
#include <QSettings>
#include <QTableView>

#include <algorithm>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kCellMargin = 10;
constexpr int kNarrowest = 84;
constexpr int kNarrowestText = 160;
constexpr int kWidest = 420;
constexpr int kMeasuredRows = 200;
constexpr int kMostHeaderLines = 3;

} // namespace

GridSizes::GridSizes(const EntryModel& model, QTableView& grid, ColumnHeader& header)
    : m_model(model), m_grid(grid), m_header(header) {}

// Wide enough for the choices and for what stands in the first rows; the heading takes three lines at most.
int GridSizes::wantedWidth(int column) const {
    const QFontMetrics metrics(m_grid.font());
    int width = 0;
    for (int row = 0; row < std::min(m_model.rowCount(), kMeasuredRows); ++row) {
        const QModelIndex index = m_model.index(row, column);
        width = std::max(width, metrics.horizontalAdvance(index.data().toString()));
        const auto cell = m_model.cellAt(index);
        if (cell && cell->item->kind == model::ItemKind::Text)
            width = std::max(width, kNarrowestText);
        if (row > 0 || !cell)
            continue;
        for (const QString& choice : cell->item->choices)
            width = std::max(width, metrics.horizontalAdvance(choice));
    }
    const QString heading = m_model.headerData(column, Qt::Horizontal).toString();
    const int headingWidth = metrics.horizontalAdvance(heading) / kMostHeaderLines + metrics.height();
    return std::clamp(std::max(width + 2 * kCellMargin, headingWidth), kNarrowest, kWidest);
}

void GridSizes::fit() {
    const QScopedValueRollback fitting(m_fitting, true);
    const QSettings settings;
    const QFontMetrics metrics(m_header.font());
    int height = 0;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const int remembered = settings.value(key(column)).toInt();
        const int width = remembered > 0 ? remembered : wantedWidth(column);
        m_grid.setColumnWidth(column, width);
        const QRect room(0, 0, width - kCellMargin, 1000);
        const QString heading = m_model.headerData(column, Qt::Horizontal).toString();
        height = std::max(height, metrics.boundingRect(room, Qt::AlignCenter | Qt::TextWordWrap, heading).height());
    }
    const auto last = m_model.cellAt(m_model.index(0, m_model.columnCount() - 1));
    m_header.setStretchLastSection(!last || last->item->kind == model::ItemKind::Text);
    m_header.setTitleHeight(std::max(height, metrics.height()) + kCellMargin);
    m_grid.verticalHeader()->setDefaultSectionSize(metrics.height() + kCellMargin);
}

void GridSizes::fitColumn(int column) {
    m_grid.setColumnWidth(column, wantedWidth(column));
}

// The width goes with the item, or with the place where columns are no items.
QString GridSizes::key(int column) const {
    const auto cell = m_model.cellAt(m_model.index(0, column));
    const bool byItem = m_model.rows().topic().level == model::Level::County;
    return u"entry/columnWidth/"_s + (cell && !byItem
                                          ? cell->item->code
                                          : model::levelId(m_model.rows().topic().level) + QString::number(column));
}

void GridSizes::remember(int column, int width) const {
    const bool stretched = m_header.stretchLastSection() && column == m_model.columnCount() - 1;
    if (!m_fitting && !stretched && width > 0)
        QSettings().setValue(key(column), width);
}

} // namespace junheng::ui
