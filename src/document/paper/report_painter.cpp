#include "document/paper/report_painter.h"

#include "document/lengths.h"
#include "document/paper/report_layout.h"
#include "document/tr.h"

#include <QPagedPaintDevice>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>

namespace junheng::document {

namespace {

constexpr double kLinePoints = 0.4;
constexpr double kUprightTextMillimetres = 182; // of A4 in Style::Form
constexpr int kQuarterTurn = -90;

/// Paints what stands on a page.
class PagePainter {
public:
    PagePainter(QPainter& painter, const ReportLayout& layout, const FigurePainter& figures)
        : m_painter(painter), m_layout(layout), m_figures(figures) {}

    void paint(const PaperPage& page, int number, int count) {
        const SheetGeometry& geometry = m_layout.geometry(page.orientation);
        m_painter.setPen(QPen(Qt::black, kLinePoints * m_layout.faces().point));
        for (const PlacedPiece& placed : page.pieces) {
            m_room = QRectF(geometry.text.left(), geometry.text.top() + placed.top, geometry.text.width(),
                            placed.piece.height);
            std::visit([this](const auto& content) { paintPiece(content); }, placed.piece.content);
        }
        QString numbers = tr("第 %1 页 共 %2 页").arg(number).arg(count);
        if (!m_layout.foot().isEmpty())
            numbers.prepend(m_layout.foot() + QStringLiteral("　"));
        const TextBox foot(numbers, m_layout.faces().foot.font,
                           {.width = geometry.foot.width(), .align = Align::Centre}, *m_painter.device());
        foot.paint(m_painter, geometry.foot.topLeft());
    }

private:
    void paintPiece(const LinePiece& piece) {
        piece.text->paint(m_painter, m_room.topLeft(), piece.line, piece.line + 1);
    }
    void paintPiece(const TextsPiece& piece) {
        for (const TextsPiece::Placed& placed : piece.texts)
            placed.text.paint(m_painter, m_room.topLeft() + placed.at);
    }
    void paintPiece(const HeadPiece& piece) { piece.table->paintHead(m_painter, m_room.topLeft()); }
    void paintPiece(const RowsPiece& piece) {
        piece.table->paintBody(m_painter, m_room.topLeft(), piece.first, piece.end);
    }
    void paintPiece(const SlicePiece& piece) {
        piece.table->paintSlice(m_painter, m_room, piece.row, piece.from, piece.to);
    }
    void paintPiece(const PlotPiece& piece) {
        const double unit = m_painter.device()->logicalDpiX() / kUnitsPerInch;
        paintPlot(m_painter, m_room, unit, *piece.plot, m_layout.faces().figure, m_figures);
    }

    QPainter& m_painter;
    const ReportLayout& m_layout;
    const FigurePainter& m_figures;
    QRectF m_room;
};

// Only PDF takes paper of another orientation in the midst of a document.
bool canTurn(const QPagedPaintDevice& device) {
    return device.paintEngine()->type() == QPaintEngine::Pdf;
}

} // namespace

QPageLayout sheetOf(const QPageSize& size, QPageLayout::Orientation orientation) {
    QPageLayout layout(size, orientation, QMarginsF(), QPageLayout::Millimeter);
    layout.setMode(QPageLayout::FullPageMode);
    return layout;
}

QPageLayout::Orientation orientationOf(const Report& report) {
    const bool tablesOnly = std::ranges::all_of(report.blocks, [](const Block& block) {
        const auto* table = std::get_if<Table>(&block);
        return table != nullptr && table->onOwnPages;
    });
    const bool isWide = std::ranges::any_of(
        report.tables(), [](const Table& table) { return isAcross(table, kUprightTextMillimetres); });
    return tablesOnly && isWide ? QPageLayout::Landscape : QPageLayout::Portrait;
}

bool paintPages(const ReportLayout& layout, QPagedPaintDevice& device, QPainter& painter, const FigurePainter& figures,
                const QPageRanges& chosen, const base::Job& job) {
    const bool turns = canTurn(device);
    const QPageSize size = device.pageLayout().pageSize();
    const QPageLayout::Orientation fixed = device.pageLayout().orientation();
    const auto count = static_cast<int>(layout.pages().size());
    for (int number = 1; number <= count; ++number) {
        if (job.cancelled())
            return false;
        if (!chosen.isEmpty() && !chosen.contains(number))
            continue;
        const PaperPage& page = layout.pages()[static_cast<std::size_t>(number - 1)];
        if (turns)
            device.setPageLayout(sheetOf(size, page.orientation));
        if (painter.isActive())
            device.newPage();
        else if (!painter.begin(&device))
            return false;
        painter.save();
        if (!turns && page.orientation != fixed) {
            painter.translate(0, layout.geometry(page.orientation).sheet.width());
            painter.rotate(kQuarterTurn);
        }
        PagePainter(painter, layout, figures).paint(page, number, count);
        painter.restore();
        job.report(number, count);
    }
    return true;
}

void paintReport(const Report& report, QPagedPaintDevice& device, const FigurePainter& figures,
                 const QPageRanges& chosen) {
    const QPageLayout paper = device.pageLayout();
    device.setPageLayout(sheetOf(paper.pageSize(), paper.orientation()));
    const ReportLayout layout(report, paper.pageSize(), paper.orientation(), device);
    QPainter painter;
    paintPages(layout, device, painter, figures, chosen, {});
}

} // namespace junheng::document
