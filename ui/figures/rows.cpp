#include "ui/figures/rows.h"

#include "assess/assessment.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

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

void Rows::drawMarks(QCPPainter& painter, const QPointF& left) const {
    using assess::Status;
    constexpr std::array kMarks{
        std::pair(report::Mark::None, Status::Met), std::pair(report::Mark::Floor, Status::Floor),
        std::pair(report::Mark::Failing, Status::Below), std::pair(report::Mark::Missing, Status::Missing)};
    const qreal side = em();
    QPointF at = left;
    for (const auto& [mark, status] : kMarks) {
        paintBlock(painter, QRectF(at - QPointF(0, side / 2), QSizeF(2 * side, side)), lookOf(mark));
        at.rx() += 2.3 * side;
        const QString text = signOf(mark) + u' ' + assess::statusWord(status);
        drawName(painter, QRectF(at - QPointF(0, side / 2), QSizeF(sizeOf(text).width() + 1, side)), text);
        at.rx() += sizeOf(text).width() + side;
    }
}

} // namespace junheng::ui
