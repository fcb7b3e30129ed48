#include "ui/dialogs/field_error.h"

#include "ui/widgets/tone.h"

namespace junheng::ui {

FieldError::FieldError(QWidget& field, QWidget* parent) : WrappedLabel(parent), m_field(field) {
    setTextFormat(Qt::PlainText);
    hide();
}

void FieldError::say(const QString& sentence) {
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, inkOf(Tone::Bad, colors));
    setPalette(colors);
    setVisible(!sentence.isEmpty());
    showText(sentence.isEmpty() ? QString() : markOf(Tone::Bad) + QChar(u' ') + sentence);
    m_field.setAccessibleDescription(sentence);
}

} // namespace junheng::ui
