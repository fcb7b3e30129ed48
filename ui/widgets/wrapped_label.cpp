#include "ui/widgets/wrapped_label.h"

#include <QEvent>
#include <QResizeEvent>

namespace junheng::ui {

namespace {

constexpr int kUsualCharacters = 40;
constexpr int kLeastCharacters = 20;

int widthOf(const QFontMetrics& metrics, int characters) {
    return characters * metrics.horizontalAdvance(u'国');
}

} // namespace

WrappedLabel::WrappedLabel(QWidget* parent) : QLabel(parent) {
    setWordWrap(true);
    setTextFormat(Qt::PlainText); // laid out as soon as it has a text
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void WrappedLabel::showText(const QString& shown) {
    if (shown == text())
        return;
    setText(shown);
    fitHeight();
}

// The height hinted at is found anew with every width, so that no layout has to ask.
bool WrappedLabel::hasHeightForWidth() const {
    return false;
}

QSize WrappedLabel::sizeHint() const {
    return {widthOf(fontMetrics(), kUsualCharacters), m_height};
}

QSize WrappedLabel::minimumSizeHint() const {
    return {widthOf(fontMetrics(), kLeastCharacters), m_height};
}

// Before a layout has given it a width, the one that it asks for: a dialog takes its size from that.
void WrappedLabel::fitHeight() {
    const bool placed = testAttribute(Qt::WA_Resized);
    const int height = heightForWidth(placed ? width() : widthOf(fontMetrics(), kUsualCharacters));
    if (height == m_height)
        return;
    m_height = height;
    updateGeometry();
}

void WrappedLabel::resizeEvent(QResizeEvent* event) {
    QLabel::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitHeight();
}

void WrappedLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
}

} // namespace junheng::ui
