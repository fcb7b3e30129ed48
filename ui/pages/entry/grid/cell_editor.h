// The field that opens in a cell, and the look of refused text.
#pragma once

#include "model/item.h"

#include <QLineEdit>
#include <QPersistentModelIndex>

class QCompleter;

namespace junheng::ui {

/// Where to go when a cell is done.
enum class GridStep { Stay, Down, Up, Right, Left };

/// Offers the choices of an item (是 and 否 of a flag) while typing; nullptr where anything may be typed.
QCompleter* makeCompleter(const model::Item& item, QObject* parent);

/// Shows under the field, as its tool tip and by a red frame with a sign why its text was refused; an empty sentence
/// takes it all away.
void markRefused(QLineEdit& field, const QString& sentence);

class CellEditor : public QLineEdit {
    Q_OBJECT

public:
    CellEditor(const QModelIndex& index, const model::Item& item, QWidget* parent);

    [[nodiscard]] QModelIndex index() const { return m_index; }
    /// Sets the text that stands in the cell.
    void start(const QString& text);
    /// Whether the text stands in the cell already. Typed anew it does not: so what was taken over is confirmed.
    [[nodiscard]] bool isSettled() const { return m_started && !isModified() && text() == m_settledText; }
    [[nodiscard]] bool isStarted() const { return m_started; }
    void settle() {
        m_settledText = text();
        setModified(false);
    }
    /// Opened by F2 or double click: arrow keys move the caret instead of leaving the cell.
    void editInPlace();
    void offerChoices();

Q_SIGNALS:
    void finished(GridStep step);
    void cancelled();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] bool handleKey(const QKeyEvent& event);

    QPersistentModelIndex m_index;
    QString m_settledText;
    bool m_started = false;
    bool m_inPlace = false;
};

} // namespace junheng::ui
