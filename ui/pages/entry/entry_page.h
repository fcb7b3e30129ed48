// 数据填报: every figure of the year in a grid, saved and assessed at once.
#pragma once

#include "ui/dialogs/questions.h"
#include "ui/pages/entry/grid/entry_topic.h"
#include "ui/pages/page.h"

#include <QTimer>

#include <memory>

class QLabel;
class QMenu;

namespace junheng::ui {

class CellStrip;
class EntryGrid;
class EntryModel;
class FindBar;
class MarkLegend;
class Selection;
class StructureActions;

namespace Ui {
class EntryPage;
}

/// The current cell and the place in the grid stay what they are through every change. A section or indicator chosen
/// elsewhere is gone to when the page is shown; the school of the current cell is told.
class EntryPage : public Page {
    Q_OBJECT

public:
    EntryPage(workspace::Workspace& workspace, Selection& selection, StructureQuestions questions,
              QWidget* parent = nullptr);
    ~EntryPage() override;

    /// Goes to a cell: chooses its topic, clears a filter that hides it, and gives the grid the focus.
    void showCell(const model::CellKey& cell);
    /// Appends what can be done about the school of the current row.
    void fillSchoolMenu(QMenu& menu);

Q_SIGNALS:
    /// News for the message bar.
    void message(const QString& sentence);
    /// Why a cell or a block was not taken; details may be empty.
    void refused(const QString& sentence, const QString& details);
    /// It has been mended, given up or left since.
    void refusalSettled();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void refresh() override;

private:
    void buildGrid();
    void buildShortcuts();
    void connectAll();
    bool finishEditing();
    void chooseTopic();
    void applyFilter();
    void clearFilters();
    void findNext(int direction);
    void addSchool();
    void followStructure(const QString& sentence, const model::SubjectKey& row);
    void followSelection();
    void tellSelection(const model::CellKey& cell);
    void showCurrentCell();
    void showHistory();
    void showSelectionSummary();
    void updateRows();
    void updateSummary();
    void updateUnconfirmed(int count);
    void updateEmptyState();
    void cycleFocus(int direction);

    workspace::Workspace& m_workspace;
    Selection& m_selection;
    StructureQuestions m_questions;
    bool m_selectionPending = false; ///< something was chosen while this page was not shown
    std::unique_ptr<Ui::EntryPage> m_ui;
    EntryModel* m_model;
    EntryGrid* m_grid = nullptr;
    CellStrip* m_strip = nullptr;
    FindBar* m_find = nullptr;
    MarkLegend* m_legend = nullptr;
    StructureActions* m_structure;
    QLabel* m_numbers = nullptr;
    QTimer m_historyTimer;
    QTimer m_summaryTimer;
};

} // namespace junheng::ui
