// The formula bar: which cell this is, what stands in it, what is to be filled in.
#pragma once

#include "model/subject.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace junheng::ui {

class EntryModel;

namespace Ui {
class CellStrip;
}

class CellStrip : public QWidget {
    Q_OBJECT

public:
    explicit CellStrip(EntryModel& model, QWidget* parent = nullptr);
    ~CellStrip() override;

    /// Shows a cell, or nothing. While text of the cell before is refused, that one stays.
    void showCell(const std::optional<model::CellKey>& cell);
    /// Reads the cell again, unless something is being typed.
    void refresh();
    void focusValue();
    /// Commits what was typed. False when it is refused: it stays and has the focus.
    bool finishEditing();

Q_SIGNALS:
    void refused(const QString& sentence);
    /// Enter committed the text: on to the next cell.
    void entered();
    /// Esc: back to the grid.
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool isTyping() const;
    bool commit();
    void fill();

    EntryModel& m_model;
    std::unique_ptr<Ui::CellStrip> m_ui;
    std::optional<model::CellKey> m_cell;    ///< shown
    std::optional<model::CellKey> m_current; ///< to be shown next
    QString m_shownText;
};

} // namespace junheng::ui
