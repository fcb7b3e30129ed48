#include "ui/figures/rows.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace junheng::ui {

qreal Rows::legible() const {
    constexpr qreal kPitch = 1.15;
    return kPitch * em();
}

qreal Rows::widthOf(const QStringList& names, qreal ideographs) const {
    qreal widest = 0;
    for (const QString& name : names)
        widest = std::max(widest, sizeOf(name).width());
    return std::min(widest + 1, ideographs * em());
}

std::size_t Rows::nameEvery(qreal rowHeight) const {
    return static_cast<std::size_t>(std::max(1.0, std::ceil(legible() / rowHeight)));
}

void Rows::drawName(QCPPainter& painter, const QRectF& room, const QString& name) const {
    painter.setFont(m_style.font);
    painter.setPen(m_style.text());
    const QString shown = QFontMetricsF(m_style.font).elidedText(name, Qt::ElideRight, room.width());
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, shown);
}

void Rows::drawMarks(QCPPainter& painter, const QPointF& left, const QStringList& words) const {
    constexpr std::array kMarks{document::Mark::None, document::Mark::Floor, document::Mark::Failing,
                                document::Mark::Missing};
    const qreal side = em();
    QPointF at = left;
    for (std::size_t i = 0; i < kMarks.size(); ++i) {
        paintBlock(painter, QRectF(at - QPointF(0, side / 2), QSizeF(2 * side, side)), lookOf(kMarks[i]));
        at.rx() += 2.3 * side;
        const QString text = signOf(kMarks[i]) + u' ' + words.value(static_cast<qsizetype>(i));
        drawName(painter, QRectF(at - QPointF(0, side / 2), QSizeF(sizeOf(text).width() + 1, side)), text);
        at.rx() += sizeOf(text).width() + side;
    }
}

} // namespace junheng::ui
