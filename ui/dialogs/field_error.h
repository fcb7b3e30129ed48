// What is wrong with a field, beneath it.
#pragma once

#include "ui/widgets/wrapped_label.h"

class QWidget;

namespace junheng::ui {

/// Hidden while there is nothing to say. Screen readers hear the sentence with the field.
class FieldError : public WrappedLabel {
    Q_OBJECT

public:
    FieldError(QWidget& field, QWidget* parent);

    void say(const QString& sentence);

private:
    QWidget& m_field;
};

} // namespace junheng::ui
