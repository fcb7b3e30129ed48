#include "ui/widgets/undo_keys.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextDocument>

namespace junheng::ui {

namespace {

bool isCellEditor(const QLineEdit& line) {
    const QWidget* parent = line.parentWidget();
    const auto* view = parent != nullptr ? qobject_cast<const QAbstractItemView*>(parent->parentWidget()) : nullptr;
    return view != nullptr && view->viewport() == parent;
}

// Leaving a line saves what was typed there: a new step, after which there is nothing to redo. One that is modified
// without a history holds what has been refused, and waits for it to be mended.
bool leavesKeys(const QLineEdit& line, bool undo) {
    return !line.isUndoAvailable() && !line.isModified() && (undo || !line.isRedoAvailable()) && !isCellEditor(line);
}

// A long text is also saved while it is typed. Once its own undo has come to the beginning, the last step of the
// program is that undo, and taking this back would bring the text again.
bool leavesKeys(const QTextDocument& document) {
    return !document.isUndoAvailable() && !document.isRedoAvailable();
}

bool leavesKeys(const QObject& field, bool undo) {
    if (const auto* line = qobject_cast<const QLineEdit*>(&field))
        return leavesKeys(*line, undo);
    if (const auto* plain = qobject_cast<const QPlainTextEdit*>(&field))
        return leavesKeys(*plain->document());
    return false;
}

// In front of every field, because a field decides about its keys by itself.
class UndoKeys : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() != QEvent::ShortcutOverride)
            return false;
        const auto& key = static_cast<const QKeyEvent&>(*event);
        const bool undo = key.matches(QKeySequence::Undo);
        // Stopped here and not accepted, the key goes to the shortcuts.
        return (undo || key.matches(QKeySequence::Redo)) && leavesKeys(*watched, undo);
    }
};

} // namespace

void shareUndoKeys(QApplication& application) {
    application.installEventFilter(new UndoKeys(&application));
}

} // namespace junheng::ui
