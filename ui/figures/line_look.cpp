#include "ui/figures/line_look.h"

#include <array>

namespace junheng::ui {

void LineLook::drawPoint(QCPPainter& painter, const QPointF& at, const FigureStyle& style) const {
    constexpr double kPoint = 7;
    const bool isOpen = shape == QCPScatterStyle::ssCircle;
    const QCPScatterStyle point(shape, QPen(pen.color(), 1.2),
                                isOpen ? style.palette.color(QPalette::Base) : pen.color(), kPoint);
    point.applyTo(&painter, pen);
    point.drawShape(&painter, at);
}

LineLook lineLook(std::size_t position) {
    struct Kind {
        QRgb colour; // Okabe and Ito's, which colour-blind eyes tell apart
        Qt::PenStyle dashes;
        QCPScatterStyle::ScatterShape shape;
    };
    static constexpr std::array kKinds{Kind{0xff0072b2, Qt::SolidLine, QCPScatterStyle::ssDisc},
                                       Kind{0xffd55e00, Qt::DashLine, QCPScatterStyle::ssCircle},
                                       Kind{0xff009e73, Qt::DashDotLine, QCPScatterStyle::ssSquare},
                                       Kind{0xffcc79a7, Qt::SolidLine, QCPScatterStyle::ssTriangle},
                                       Kind{0xffe69f00, Qt::DotLine, QCPScatterStyle::ssDiamond},
                                       Kind{0xff56b4e9, Qt::DashDotDotLine, QCPScatterStyle::ssTriangleInverted},
                                       Kind{0xff808080, Qt::SolidLine, QCPScatterStyle::ssCross}};
    const Kind& kind = kKinds[position % kKinds.size()];
    constexpr qreal kSubject = 2.2;
    constexpr qreal kOther = 1.5;
    return {.pen = QPen(QColor::fromRgb(kind.colour), position == 0 ? kSubject : kOther, kind.dashes),
            .shape = kind.shape};
}

} // namespace junheng::ui
