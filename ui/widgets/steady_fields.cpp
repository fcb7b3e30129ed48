#include "ui/widgets/steady_fields.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>

namespace junheng::ui {

namespace {

// A list that is open is a window of its own, which gets the wheel itself.
bool changesByWheel(const QObject& object) {
    return qobject_cast<const QComboBox*>(&object) != nullptr ||
           qobject_cast<const QAbstractSpinBox*>(&object) != nullptr;
}

class SteadyFields : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Wheel && changesByWheel(*watched)) {
            event->ignore(); // goes on to what the field stands on
            return true;
        }
        if (event->type() == QEvent::Polish) {
            auto* widget = qobject_cast<QWidget*>(watched);
            if (widget != nullptr && widget->focusPolicy() == Qt::WheelFocus)
                widget->setFocusPolicy(Qt::StrongFocus);
        }
        return false;
    }
};

bool opensList(const QKeyEvent& key) {
    return key.key() == Qt::Key_Space || key.key() == Qt::Key_F4 ||
           (key.key() == Qt::Key_Down && key.modifiers().testFlag(Qt::AltModifier));
}

bool changesChoice(const QKeyEvent& key) {
    switch (key.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        return true;
    default: // letters look for an entry that begins with them
        return !key.text().isEmpty() && key.text().front().isPrint();
    }
}

class ListOnly : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() != QEvent::KeyPress)
            return false;
        const auto& key = static_cast<const QKeyEvent&>(*event);
        const auto* box = qobject_cast<const QComboBox*>(watched);
        return box != nullptr && !box->view()->isVisible() && !opensList(key) && changesChoice(key);
    }
};

} // namespace

void keepFieldsSteady(QApplication& application) {
    application.installEventFilter(new SteadyFields(&application));
}

void chooseOnlyFromList(QComboBox& box) {
    box.installEventFilter(new ListOnly(&box));
}

} // namespace junheng::ui
