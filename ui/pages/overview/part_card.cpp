#include "ui/pages/overview/part_card.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace junheng::ui {

namespace {

constexpr int kStrip = 5; // of the tone's colour, at the left edge
constexpr int kPadding = 8;

} // namespace

PartCard::PartCard(QWidget* parent) : QAbstractButton(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void PartCard::show(assess::Verdict verdict, const QString& count, const QString& note) {
    if (verdict == m_verdict && count == m_count && note == m_note)
        return;
    m_verdict = verdict;
    m_count = count;
    m_note = note;
    setAccessibleName(QStringList{text(), assess::verdictWord(verdict), count, note}.join(u' '));
    setToolTip(accessibleName());
    updateGeometry();
    update();
}

QFont PartCard::titleFont() const {
    QFont bold = font();
    bold.setBold(true);
    return bold;
}

QFont PartCard::verdictFont() const {
    QFont large = titleFont();
    large.setPointSizeF(font().pointSizeF() * 1.3);
    return large;
}

QSize PartCard::sizeHint() const {
    const QFontMetrics title(titleFont());
    const QFontMetrics verdict(verdictFont());
    const QFontMetrics plain(font());
    const int width = std::max({title.horizontalAdvance(text()), verdict.horizontalAdvance(wordAndMark(m_verdict)),
                                plain.horizontalAdvance(m_count), plain.horizontalAdvance(m_note)});
    return {kStrip + 2 * kPadding + width + 4, 2 * kPadding + title.height() + verdict.height() + 2 * plain.height()};
}

void PartCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tone tone = toneOf(m_verdict);
    const bool pointed = isEnabled() && underMouse();
    painter.fillRect(rect(), palette().color(pointed ? QPalette::AlternateBase : QPalette::Base));
    painter.fillRect(QRect(0, 0, kStrip, height()), inkOf(tone, palette()));
    painter.setPen(palette().color(hasFocus() ? QPalette::Highlight : QPalette::Mid));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    if (hasFocus())
        painter.drawRect(rect().adjusted(1, 1, -2, -2));

    QRect room = rect().adjusted(kStrip + kPadding, kPadding, -kPadding, -kPadding);
    const auto line = [&](const QFont& face, const QColor& ink, const QString& text) {
        painter.setFont(face);
        painter.setPen(ink);
        const int height = QFontMetrics(face).height();
        painter.drawText(QRect(room.left(), room.top(), room.width(), height), Qt::AlignLeft | Qt::AlignVCenter, text);
        room.setTop(room.top() + height);
    };
    const QColor plain = palette().color(QPalette::Active, QPalette::Text);
    line(titleFont(), plain, text());
    line(verdictFont(), inkOf(tone, palette()), wordAndMark(m_verdict));
    line(font(), plain, m_count);
    line(font(), palette().color(QPalette::Active, QPalette::PlaceholderText), m_note);
}

void PartCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace junheng::ui
