#include "report/paper/report_painter.h"

#include "report/paper/paper_layout.h"

#include <QCoreApplication>
#include <QPageLayout>
#include <QPagedPaintDevice>
#include <QPainter>

#include <algorithm>
#include <list>
#include <numeric>

namespace junheng::report {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QMarginsF kMarginsMm(14, 14, 14, 12);
constexpr double kUprightCharacters = 95; // as wide a table fits an upright page legibly
constexpr double kLinePoints = 0.4;
// Told apart in black and white too: by lightness, and by slant and weight.
constexpr QRgb kFloorFill = 0xfff6e7b0;
constexpr QRgb kFailingFill = 0xfff4c3a0;
constexpr QRgb kMissingFill = 0xffe6e6e6;
constexpr QRgb kHeadFill = 0xfff0f0f0;

QString tr(const char* text) {
    return QCoreApplication::translate("print", text);
}

QColor fillOf(Mark mark) {
    switch (mark) {
    case Mark::Floor:
        return QColor::fromRgb(kFloorFill);
    case Mark::Failing:
        return QColor::fromRgb(kFailingFill);
    case Mark::Missing:
        return QColor::fromRgb(kMissingFill);
    case Mark::None:
        break;
    }
    return {};
}

/// Paints one page after the other.
class PagePainter {
public:
    PagePainter(QPainter& painter, const PaperFaces& faces, const PaperMeasures& measures, const QSizeF& size)
        : m_painter(painter), m_faces(faces), m_measures(measures), m_size(size) {}

    void paint(const PaperPage& page, int number, int count) {
        m_y = 0;
        const Table& table = page.layout->table();
        if (page.begins)
            paintLine(m_faces.title, m_measures.title, Qt::AlignHCenter, table.title);
        paintCaption(page);
        if (page.begins || page.firstRow < page.endRow)
            paintRows(*page.layout, table.head, 0, static_cast<int>(table.head.size()), true);
        paintRows(*page.layout, table.body, page.firstRow, page.endRow, false);
        m_painter.setFont(m_faces.text);
        for (int line = page.firstLine; line < page.endLine; ++line) {
            const double height = page.layout->lineHeight(line);
            m_painter.drawText(QRectF(0, m_y + m_measures.padding, m_size.width(), height),
                               Qt::AlignLeft | Qt::TextWordWrap, page.layout->lines().at(line));
            m_y += height;
        }
        m_y = m_size.height() - m_measures.footer;
        paintLine(m_faces.text, m_measures.footer, Qt::AlignHCenter | Qt::AlignBottom,
                  tr("第 %1 页 共 %2 页").arg(number).arg(count));
    }

private:
    void paintLine(const QFont& font, double height, Qt::Alignment alignment, const QString& text) {
        if ((alignment & Qt::AlignVertical_Mask) == 0)
            alignment |= Qt::AlignVCenter;
        m_painter.setFont(font);
        m_painter.drawText(QRectF(0, m_y, m_size.width(), height), static_cast<int>(alignment), text);
        m_y += height;
    }

    // On later pages the title stands in the caption.
    void paintCaption(const PaperPage& page) {
        const Table& table = page.layout->table();
        const double top = m_y;
        const QString centre = page.begins ? table.caption.centre : tr("%1（续）").arg(table.title);
        for (const auto& [alignment, text] :
             {std::pair(Qt::AlignLeft, table.caption.left), std::pair(Qt::AlignHCenter, centre),
              std::pair(Qt::AlignRight, table.caption.right)}) {
            m_y = top;
            paintLine(m_faces.text, m_measures.caption, alignment, text);
        }
    }

    void paintRows(const TableLayout& layout, const std::vector<Row>& rows, int first, int end, bool isHead) {
        const auto heightOf = [&](int row) { return isHead ? layout.headRowHeight(row) : layout.bodyRowHeight(row); };
        for (int row = first; row < end; ++row) {
            for (const Cell& cell : rows[static_cast<std::size_t>(row)].cells) {
                double height = 0;
                for (int member = row; member < std::min(end, row + cell.rows); ++member)
                    height += heightOf(member);
                const double left = layout.columnLeft(cell.column);
                paintCell(cell, QRectF(left, m_y, layout.columnLeft(cell.column + cell.columns) - left, height),
                          isHead);
            }
            m_y += heightOf(row);
        }
    }

    void paintCell(const Cell& cell, const QRectF& rect, bool isHead) {
        const QColor fill = isHead ? QColor::fromRgb(kHeadFill) : fillOf(cell.mark);
        if (fill.isValid())
            m_painter.fillRect(rect, fill);
        m_painter.drawRect(rect);
        Qt::Alignment alignment = cell.align == Align::Left ? Qt::AlignLeft : Qt::AlignHCenter;
        if (cell.number)
            alignment = Qt::AlignRight;
        m_painter.setFont(isHead ? m_faces.head : m_faces.of(cell.mark));
        const double padding = m_measures.padding;
        const QRectF room = rect.adjusted(padding, padding, -padding, -padding);
        const int wrapped = static_cast<int>(Qt::AlignVCenter) | Qt::TextWordWrap;
        // Signs stand apart, so that the digits of a column stay below each other.
        if (cell.number)
            m_painter.drawText(room, wrapped | static_cast<int>(Qt::AlignLeft), cell.suffix);
        m_painter.drawText(room, wrapped | static_cast<int>(alignment), cell.number ? cell.text : printedText(cell));
    }

    QPainter& m_painter;
    const PaperFaces& m_faces;
    const PaperMeasures& m_measures;
    QSizeF m_size;
    double m_y = 0;
};

} // namespace

QPageLayout pageLayoutOf(const Report& report) {
    const bool across = std::ranges::any_of(report.tables(), [](const Table& table) {
        return std::accumulate(table.columnWidths.begin(), table.columnWidths.end(), 0.0) > kUprightCharacters;
    });
    return QPageLayout(QPageSize(QPageSize::A4), across ? QPageLayout::Landscape : QPageLayout::Portrait, kMarginsMm,
                       QPageLayout::Millimeter);
}

void paintReport(const Report& report, QPagedPaintDevice& device) {
    QPainter painter(&device);
    if (!painter.isActive())
        return;
    const int resolution = device.logicalDpiX();
    const PaperFaces faces(resolution);
    const PaperMeasures measures(faces, device);
    const QSizeF size = device.pageLayout().paintRectPixels(resolution).size();
    std::list<TableLayout> layouts; // pages point to them
    std::vector<PaperPage> pages;
    for (const Table& table : report.tables()) {
        const TableLayout& layout = layouts.emplace_back(table, faces, device, size.width());
        std::ranges::copy(pagesOf(layout, measures, size.height()), std::back_inserter(pages));
    }
    painter.setPen(QPen(Qt::black, kLinePoints * faces.point));
    PagePainter page(painter, faces, measures, size);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (i > 0)
            device.newPage();
        page.paint(pages[i], static_cast<int>(i) + 1, static_cast<int>(pages.size()));
    }
}

} // namespace junheng::report
