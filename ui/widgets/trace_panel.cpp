#include "ui/widgets/trace_panel.h"

#include <QUrl>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

TracePanel::TracePanel(QWidget* parent) : QTextBrowser(parent) {
    setOpenLinks(false);
    setAccessibleName(tr("计算依据"));
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        bool isNumber = false;
        const std::size_t number = link.fragment().toULongLong(&isNumber);
        if (isNumber && number < m_cells.size())
            Q_EMIT cellRequested(m_cells[number]);
    });
    showNothing();
}

void TracePanel::showNothing() {
    m_cells.clear();
    showHtml(u"<p>%1</p>"_s.arg(tr("选中一个数字，这里显示它是怎样算出来的，以及它依据的数据。")));
}

void TracePanel::showHtml(const QString& html) {
    // Most edits leave it as it is, and reading goes on where it was.
    if (html == m_html)
        return;
    m_html = html;
    setHtml(html);
}

void TracePanel::focusFirstCell() {
    setFocus(Qt::TabFocusReason);
    if (!m_cells.empty())
        focusNextPrevChild(true);
}

QString TracePanel::rowOf(const QString& description, const model::CellKey& cell) {
    m_cells.push_back(cell);
    // Word joiners keep the link on one line.
    const QString link = tr("转到数据").split(QString(), Qt::SkipEmptyParts).join(QChar(0x2060));
    return u"%1 <a href=\"#%2\">%3</a>"_s.arg(description.toHtmlEscaped(), QString::number(m_cells.size() - 1), link);
}

QString TracePanel::cellList(const QString& heading, const QStringList& rows) const {
    if (rows.isEmpty())
        return {};
    QString html;
    if (!heading.isEmpty())
        html += u"<p style=\"margin-bottom:2px\"><b>%1</b></p>"_s.arg(heading.toHtmlEscaped());
    for (const QString& row : rows)
        html += u"<p style=\"margin-top:2px;margin-bottom:2px;margin-left:8px\">%1</p>"_s.arg(row);
    return html;
}

void TracePanel::showTrace(const assess::Trace& trace, const model::CountyYear& year) {
    m_cells.clear();
    QString html = u"<p style=\"font-size:large\"><b>%1</b></p>"_s.arg(trace.title.toHtmlEscaped());
    // The last lines of a figure that cannot be computed name the cells in its way; here these become links.
    const qsizetype steps = trace.lines.size() - static_cast<qsizetype>(trace.obstacles.size());
    for (const QString& line : trace.lines.mid(0, steps))
        html += u"<p style=\"margin-top:3px;margin-bottom:3px\">%1</p>"_s.arg(line.toHtmlEscaped());

    QStringList missing;
    for (const standard::Obstacle& obstacle : trace.obstacles) {
        const QString name = model::describeCell(year.schoolName(obstacle.cell.subject.school), obstacle.cell);
        missing += rowOf(obstacle.why.isEmpty() ? name : u"%1：%2"_s.arg(name, obstacle.why), obstacle.cell);
    }
    html += cellList({}, missing);

    QStringList sources;
    for (const standard::Expression& leaf : trace.cells) {
        const model::CellKey& cell = *leaf.cellKey();
        const QString figure = model::displayText(*cell.item, year.value(cell.subject, *cell.item));
        // The title has named the school.
        sources += rowOf(u"%1 = %2 %3"_s.arg(model::describeCell({}, cell), figure, cell.item->unitText()), cell);
    }
    html += cellList(tr("依据的数据"), sources);
    showHtml(html);
}

} // namespace junheng::ui
