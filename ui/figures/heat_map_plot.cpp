// A grid of marks: in one panel, or in several beside one another where one would be too high.
#include "ui/figures/plots.h"
#include "ui/figures/rows.h"

#include <algorithm>
#include <cmath>

namespace junheng::ui {

namespace {

constexpr qreal kBetween = 14;     // panels
constexpr qreal kLongestName = 11; // ideographs
constexpr qreal kNarrowest = 1.5;  // cell, in ideographs

// In ideographs.
constexpr qreal kHead = 3.1;
constexpr qreal kFoot = 1.8;
constexpr qreal kFootWithNote = 3.2;

qreal footOf(const document::HeatMap& figure) {
    return figure.note.isEmpty() ? kFoot : kFootWithNote;
}

// That fit beside one another.
std::size_t mostPanels(const document::HeatMap& figure, qreal width, qreal em) {
    const qreal narrowest = (kLongestName + static_cast<qreal>(figure.columns.size()) * kNarrowest) * em + kBetween;
    return static_cast<std::size_t>(std::max(1.0, std::floor((width + kBetween) / narrowest)));
}

std::size_t rowsOfPanel(std::size_t rows, std::size_t panels) {
    return std::max<std::size_t>((rows + panels - 1) / panels, 1);
}

class Grid : public Rows {
public:
    Grid(QCustomPlot& plot, const FigureStyle& style, const document::HeatMap& figure);

    [[nodiscard]] const document::FigurePart* partAt(const QPointF& pixel) const override;
    [[nodiscard]] const document::FigurePart* beside(int key, int right, int down) const override;
    [[nodiscard]] QRectF roomOfPart(int key) const override;

protected:
    void draw(QCPPainter* painter) override;

private:
    // A heading of a group, or a row.
    struct Line {
        const document::HeatMap::Group* group;
        const document::HeatMap::Row* row; ///< nullptr: the heading
    };
    struct Layout {
        qreal panelWidth; ///< with what is between them
        qreal cellWidth;
        qreal rowHeight;
        std::size_t rows; ///< of a panel
        bool hasHeads;    ///< the columns' whole names
    };
    [[nodiscard]] std::size_t columns() const { return static_cast<std::size_t>(m_figure.columns.size()); }
    [[nodiscard]] qreal headHeight() const { return kHead * em(); }
    [[nodiscard]] qreal footHeight() const { return footOf(m_figure) * em(); }
    [[nodiscard]] Layout layoutOf(const QRectF& room) const;
    [[nodiscard]] QRectF roomOf(const Layout& layout, std::size_t line) const;
    [[nodiscard]] QRectF cellOf(const Layout& layout, std::size_t line, std::size_t column) const;
    [[nodiscard]] BlockLook lookOf(document::Mark mark) const override { return m_style.cellLookOf(mark); }
    [[nodiscard]] bool hasName(const Layout& layout, std::size_t line) const;
    void drawHeads(QCPPainter& painter, const Layout& layout) const;
    void drawLine(QCPPainter& painter, const Layout& layout, std::size_t line) const;
    void drawCell(QCPPainter& painter, const QRectF& cell, const document::FigurePart& part) const;

    document::HeatMap m_figure;
    std::vector<Line> m_lines;
    qreal m_nameWidth = 0;
    qreal m_widestCell = 0; ///< that a figure with its sign needs
    qreal m_widestHead;
};

Grid::Grid(QCustomPlot& plot, const FigureStyle& style, const document::HeatMap& figure)
    : Rows(plot, style), m_figure(figure), m_widestHead(widthOf(figure.columns, kLongestName)) {
    QStringList names;
    QStringList figures;
    for (const auto& group : m_figure.groups) {
        if (!group.title.isEmpty())
            m_lines.push_back({.group = &group, .row = nullptr});
        for (const auto& row : group.rows) {
            m_lines.push_back({.group = &group, .row = &row});
            names << row.part.label;
            for (const auto& cell : row.cells)
                figures << cell.text + u' ' + signOf(cell.mark);
        }
    }
    m_nameWidth = widthOf(names, kLongestName) + em() / 2;
    constexpr qreal kLongestFigure = 6;
    m_widestCell = widthOf(figures, kLongestFigure) + em() / 2;
}

// As few panels as let the names be read.
Grid::Layout Grid::layoutOf(const QRectF& room) const {
    const qreal height = room.height() - headHeight() - footHeight();
    const std::size_t most = mostPanels(m_figure, room.width(), em());
    std::size_t panels = 1;
    const auto isLegible = [&] {
        return legible() * static_cast<qreal>(rowsOfPanel(m_lines.size(), panels)) <= height;
    };
    while (panels < most && !isLegible())
        ++panels;
    constexpr qreal kHighest = 1.7; // in ideographs
    constexpr qreal kBroadest = 1.3;
    Layout layout{};
    layout.rows = rowsOfPanel(m_lines.size(), panels);
    layout.panelWidth = (room.width() + kBetween) / static_cast<qreal>(panels);
    layout.cellWidth = std::min((layout.panelWidth - kBetween - m_nameWidth) / static_cast<qreal>(columns()),
                                std::max(kBroadest * m_widestCell, 5 * em()));
    layout.panelWidth = m_nameWidth + static_cast<qreal>(columns()) * layout.cellWidth + kBetween;
    layout.rowHeight = std::min(height / static_cast<qreal>(layout.rows), kHighest * em());
    layout.hasHeads = m_widestHead <= layout.cellWidth;
    return layout;
}

QRectF Grid::roomOf(const Layout& layout, std::size_t line) const {
    const QPointF corner = area().topLeft();
    const std::size_t panel = line / layout.rows;
    return {corner.x() + static_cast<qreal>(panel) * layout.panelWidth,
            corner.y() + headHeight() + static_cast<qreal>(line % layout.rows) * layout.rowHeight,
            layout.panelWidth - kBetween, layout.rowHeight};
}

QRectF Grid::cellOf(const Layout& layout, std::size_t line, std::size_t column) const {
    const QRectF room = roomOf(layout, line);
    return {room.left() + m_nameWidth + static_cast<qreal>(column) * layout.cellWidth, room.top(), layout.cellWidth,
            room.height()};
}

const document::FigurePart* Grid::partAt(const QPointF& pixel) const {
    const Layout layout = layoutOf(area());
    const QPointF at = pixel - area().topLeft() - QPointF(0, headHeight());
    const auto panel = std::floor(at.x() / layout.panelWidth);
    const auto below = std::floor(at.y() / layout.rowHeight);
    const qreal across = at.x() - panel * layout.panelWidth;
    if (panel < 0 || below < 0 || below >= static_cast<qreal>(layout.rows) || across >= layout.panelWidth - kBetween)
        return nullptr;
    const std::size_t line = static_cast<std::size_t>(panel) * layout.rows + static_cast<std::size_t>(below);
    if (line >= m_lines.size() || m_lines[line].row == nullptr)
        return nullptr;
    const document::HeatMap::Row& row = *m_lines[line].row;
    if (across < m_nameWidth)
        return &row.part;
    const auto column = static_cast<std::size_t>((across - m_nameWidth) / layout.cellWidth);
    return &row.cells[std::min(column, columns() - 1)];
}

// Up and down pass over headings and from panel to panel.
const document::FigurePart* Grid::beside(int key, int right, int down) const {
    std::vector<const document::HeatMap::Row*> rows;
    for (const Line& line : m_lines) {
        if (line.row != nullptr)
            rows.push_back(line.row);
    }
    const auto partOf = [](const document::HeatMap::Row& row, int column) {
        return column < 0 ? &row.part : &row.cells[static_cast<std::size_t>(column)];
    };
    if (rows.empty())
        return nullptr;
    const int lastColumn = static_cast<int>(columns()) - 1;
    const int lastRow = static_cast<int>(rows.size()) - 1;
    for (int at = 0; at <= lastRow; ++at) {
        for (int column = -1; column <= lastColumn; ++column) {
            if (partOf(*rows[static_cast<std::size_t>(at)], column)->key == key)
                return partOf(*rows[static_cast<std::size_t>(std::clamp(at + down, 0, lastRow))],
                              std::clamp(column + right, -1, lastColumn));
        }
    }
    return partOf(*rows[static_cast<std::size_t>(std::clamp(down - 1, 0, lastRow))], -1);
}

void Grid::draw(QCPPainter* painter) {
    painter->setAntialiasing(false);
    const Layout layout = layoutOf(area());
    drawHeads(*painter, layout);
    for (std::size_t line = 0; line < m_lines.size(); ++line)
        drawLine(*painter, layout, line);
    if (chosenKey() >= 0)
        outline(*painter, roomOfPart(chosenKey())); // over its neighbours
    const QRectF room = area();
    QPointF foot(room.left(), room.bottom() - footHeight() + em());
    drawMarks(*painter, foot, m_figure.legend);
    foot.ry() += 1.4 * em();
    if (!m_figure.note.isEmpty())
        drawName(*painter, QRectF(foot - QPointF(0, em() / 2), QSizeF(room.width(), em())), m_figure.note);
}

void Grid::drawHeads(QCPPainter& painter, const Layout& layout) const {
    painter.setFont(m_style.font);
    painter.setPen(m_style.text());
    for (std::size_t first = 0; first < m_lines.size(); first += layout.rows) {
        for (std::size_t column = 0; column < columns(); ++column) {
            QRectF head = cellOf(layout, first, column);
            head.setBottom(head.top());
            head.setTop(head.bottom() - headHeight());
            const QString& name = m_figure.columns[static_cast<qsizetype>(column)];
            painter.drawText(head, Qt::AlignCenter | Qt::TextDontClip,
                             layout.hasHeads ? name : name.section(QChar(u'\n'), 0, 0));
        }
    }
}

QRectF Grid::roomOfPart(int key) const {
    const Layout layout = layoutOf(area());
    for (std::size_t line = 0; line < m_lines.size(); ++line) {
        const document::HeatMap::Row* row = m_lines[line].row;
        if (row == nullptr)
            continue;
        if (row->part.key == key)
            return roomOf(layout, line);
        for (std::size_t column = 0; column < row->cells.size(); ++column) {
            if (row->cells[column].key == key)
                return cellOf(layout, line, column);
        }
    }
    return {};
}

// Every so many from the panel's or the group's beginning, as far as the next heading leaves room.
bool Grid::hasName(const Layout& layout, std::size_t line) const {
    const std::size_t every = nameEvery(layout.rowHeight);
    const std::size_t panel = line - line % layout.rows;
    std::size_t since = 0;
    while (line - since > panel && m_lines[line - since].row != nullptr)
        ++since;
    if (since % every != 0)
        return false;
    for (std::size_t next = line + 1; next < std::min({line + every, panel + layout.rows, m_lines.size()}); ++next) {
        if (m_lines[next].row == nullptr)
            return false;
    }
    return true;
}

void Grid::drawLine(QCPPainter& painter, const Layout& layout, std::size_t line) const {
    const auto& [group, row] = m_lines[line];
    QRectF room = roomOf(layout, line);
    if (row == nullptr) {
        drawName(painter, room, group->title);
        return;
    }
    for (std::size_t column = 0; column < row->cells.size(); ++column)
        drawCell(painter, cellOf(layout, line, column), row->cells[column]);
    room.setWidth(m_nameWidth - em() / 2);
    if (hasName(layout, line))
        drawName(painter, room, row->part.label);
}

void Grid::drawCell(QCPPainter& painter, const QRectF& cell, const document::FigurePart& part) const {
    const BlockLook look = lookOf(part.mark);
    constexpr qreal kLow = 8; // an outline around each would leave little between
    if (cell.height() < kLow)
        painter.fillRect(cell, m_style.shadeOf(part.mark));
    else if (part.mark == document::Mark::None)
        fillBlock(painter, cell.adjusted(0, 0, -1, -1), look); // what needs work stands out by its outline
    else
        paintBlock(painter, cell.adjusted(0, 0, -1, -1), look);
    if (cell.height() < legible())
        return;
    const QString sign = signOf(part.mark);
    const QString whole = part.text + u' ' + sign;
    const QString& shown = sizeOf(whole).width() < cell.width() - 2 ? whole : sign;
    QRectF room(QPointF(), QSizeF(sizeOf(shown).width(), em()));
    room.moveCenter(cell.center());
    if (look.hatching != Hatching::None)
        painter.fillRect(room, look.fill);
    painter.setFont(m_style.font);
    painter.setPen(look.ink);
    painter.drawText(room, Qt::AlignCenter | Qt::TextDontClip, shown);
}

} // namespace

int lowestHeightOf(const document::HeatMap& figure, int width, const FigureStyle& style) {
    std::size_t rows = figure.groups.size();
    for (const auto& group : figure.groups)
        rows += group.rows.size();
    const std::size_t high = rowsOfPanel(rows, mostPanels(figure, width, style.em()));
    return static_cast<int>((kHead + footOf(figure)) * style.em() + kLowestRow * static_cast<qreal>(high));
}

PartLayer* plotFigure(Canvas& canvas, const document::HeatMap& figure) {
    for (QCPAxis* axis : {canvas.plot().xAxis, canvas.plot().yAxis})
        axis->setVisible(false);
    return new Grid(canvas.plot(), canvas.style(), figure);
}

} // namespace junheng::ui
