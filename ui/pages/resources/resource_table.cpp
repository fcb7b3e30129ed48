#include "ui/pages/resources/resource_table.h"

#include "ui/pages/resources/resource_columns.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>

namespace junheng::ui {

namespace {

// Column widths in characters of the font's ideographic width.
constexpr double kStageChars = 3;
constexpr double kSchoolChars = 10.5;
constexpr double kPupilsChars = 4.6; // six digits: the sum of a large county
constexpr double kIndicatorChars = 5.8;
constexpr double kMetChars = 2.8;
constexpr double kVerdictChars = 5.2;
constexpr double kWidestSchool = 26;

double charsOf(const ResourceColumns& columns, int column) {
    if (columns.indicator(column))
        return kIndicatorChars;
    if (column == columns.met())
        return kMetChars;
    if (column == columns.verdict())
        return kVerdictChars;
    return column == ResourceColumns::kStage    ? kStageChars
           : column == ResourceColumns::kSchool ? kSchoolChars
                                                : kPupilsChars;
}

} // namespace

ColumnKeeper::ColumnKeeper(QTableView& table, QTableView& strip) : QObject(&table), m_table(table), m_strip(strip) {
    strip.horizontalHeader()->hide();
    strip.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    strip.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(table.horizontalHeader(), &QHeaderView::sectionResized, &strip,
            [&strip](int column, int, int width) { strip.setColumnWidth(column, width); });
    connect(table.horizontalScrollBar(), &QScrollBar::valueChanged, strip.horizontalScrollBar(), &QScrollBar::setValue);
    connect(strip.horizontalScrollBar(), &QScrollBar::valueChanged, table.horizontalScrollBar(), &QScrollBar::setValue);
    table.viewport()->installEventFilter(this);
}

bool ColumnKeeper::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize)
        fitNow();
    return QObject::eventFilter(watched, event);
}

void ColumnKeeper::fit(const ResourceColumns& columns) {
    m_indicators = columns.count() - ResourceColumns(0).count();
    int height = 2 * m_strip.frameWidth();
    for (int row = 0; row < m_strip.model()->rowCount(); ++row)
        height += m_strip.rowHeight(row);
    m_strip.setFixedHeight(height);
    fitNow();
}

void ColumnKeeper::fitNow() {
    const ResourceColumns columns(m_indicators);
    if (m_table.model() == nullptr || m_table.model()->columnCount() != columns.count())
        return;
    const auto setWidth = [this](int column, int width) {
        m_table.setColumnWidth(column, width);
        m_strip.setColumnWidth(column, width);
    };
    const double unit = m_table.fontMetrics().horizontalAdvance(u'国');
    double needed = 0;
    for (int column = 0; column < columns.count(); ++column)
        needed += charsOf(columns, column) * unit;
    // Half of what is to spare goes to the names, until they are wide enough; the indicators share the rest.
    const double spare = std::max(0.0, m_table.viewport()->width() - needed);
    const double toSchool = std::min(m_indicators > 0 ? spare / 2 : spare, (kWidestSchool - kSchoolChars) * unit);
    const double toIndicator = m_indicators > 0 ? (spare - toSchool) / m_indicators : 0;
    int others = 0;
    for (int column = 0; column < columns.count(); ++column) {
        if (column == ResourceColumns::kSchool)
            continue;
        const double extra = columns.indicator(column) ? toIndicator : 0;
        const int width = static_cast<int>(charsOf(columns, column) * unit + extra);
        setWidth(column, width);
        others += width;
    }
    // The names take what the rounding of the others leaves, so that no gap stays at the edge.
    const int narrowest = static_cast<int>(kSchoolChars * unit);
    setWidth(ResourceColumns::kSchool, std::max(narrowest, m_table.viewport()->width() - others));
}

} // namespace junheng::ui
