#include "ui/widgets/elided_label.h"

#include <QPainter>

namespace junheng::ui {

ElidedLabel::ElidedLabel(QWidget* parent) : QLabel(parent) {
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ElidedLabel::showSentence(const QString& sentence) {
    setText(sentence);
    setToolTip(isElided() ? sentence : QString());
}

QString ElidedLabel::line() const {
    return text().simplified();
}

bool ElidedLabel::isElided() const {
    return fontMetrics().horizontalAdvance(line()) > contentsRect().width();
}

QSize ElidedLabel::minimumSizeHint() const {
    return {1, fontMetrics().height()};
}

void ElidedLabel::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QRect room = contentsRect();
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(line(), Qt::ElideRight, room.width()));
}

void ElidedLabel::resizeEvent(QResizeEvent* event) {
    QLabel::resizeEvent(event);
    setToolTip(isElided() ? text() : QString());
}

} // namespace junheng::ui
