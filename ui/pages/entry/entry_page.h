// 数据填报: every figure of the year in a grid, saved and assessed at once.
#pragma once

#include "ui/pages/entry/entry_topic.h"
#include "workspace/workspace.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace junheng::ui {

class CellStrip;
class EntryGrid;
class EntryModel;

namespace Ui {
class EntryPage;
}

/// Follows Workspace::changed(). The current cell and the place in the grid stay what they are through every change.
class EntryPage : public QWidget {
    Q_OBJECT

public:
    explicit EntryPage(workspace::Workspace& workspace, QWidget* parent = nullptr);
    ~EntryPage() override;

    /// Goes to a cell: chooses its topic, clears a filter that hides it, and gives the grid the focus.
    void showCell(const model::CellKey& cell);

Q_SIGNALS:
    /// News for the message bar.
    void message(const QString& sentence);
    /// Why something typed was not taken.
    void error(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildGrid();
    void buildShortcuts();
    void connectAll();
    bool finishEditing();
    void chooseTopic();
    void applyFilter();
    void addSchool();
    void follow();
    void showCurrentCell();
    void showHistory();
    void updateSummary();
    void updateEmptyState();
    void cycleFocus(int direction);

    workspace::Workspace& m_workspace;
    std::unique_ptr<Ui::EntryPage> m_ui;
    EntryModel* m_model;
    EntryGrid* m_grid = nullptr;
    CellStrip* m_strip = nullptr;
    QTimer m_historyTimer;
};

} // namespace junheng::ui
