#include "ui/figures/paint_figure.h"

#include "ui/figures/figure_builder.h"

#include <qcustomplot.h>

namespace junheng::ui {

namespace {

// In 1/96 inch.
constexpr int kLetters = 12;
constexpr int kTitle = 22;

} // namespace

void paintFigure(QPainter& painter, const QRectF& target, qreal unit, const document::Figure& figure,
                 const QFont& font) {
    const QSize size = (target.size() / unit).toSize();
    QFont letters = font;
    letters.setPixelSize(kLetters);
    QCustomPlot plot;
    plot.resize(size.width(), size.height() - kTitle); // labels break by the width
    buildFigure(plot, figure, paperStyle(letters));
    // The painter's own transformation must stay, which QCustomPlot would reset: recorded and played.
    QPicture picture;
    QCPPainter recorder(&picture);
    recorder.setMode(QCPPainter::pmVectorized);
    recorder.setMode(QCPPainter::pmNoCaching);
    plot.toPainter(&recorder, size.width(), size.height() - kTitle);
    recorder.end();

    painter.save();
    painter.translate(target.topLeft());
    painter.scale(unit, unit);
    QFont bold = letters;
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(Qt::black);
    painter.drawText(QRectF(0, 0, size.width(), kTitle), Qt::AlignLeft | Qt::AlignTop,
                     std::visit([](const auto& any) { return any.title; }, figure));
    // Playing a picture scales it by the resolutions of both devices; `unit` has said that already.
    painter.translate(0, kTitle);
    painter.scale(static_cast<qreal>(picture.logicalDpiX()) / painter.device()->logicalDpiX(),
                  static_cast<qreal>(picture.logicalDpiY()) / painter.device()->logicalDpiY());
    painter.drawPicture(0, 0, picture);
    painter.restore();
}

} // namespace junheng::ui
