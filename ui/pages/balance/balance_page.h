// Page 校际均衡: which coefficient fails, who drives it, and what would change it.
#pragma once

#include "model/stage.h"
#include "model/subject.h"
#include "workspace/workspace.h"

#include <QWidget>

#include <memory>

class QModelIndex;
class QSortFilterProxyModel;

namespace junheng::ui {

namespace Ui {
class BalancePage;
}

class BalanceModel;
class DriverModel;
class Selection;

class BalancePage : public QWidget {
    Q_OBJECT

public:
    BalancePage(workspace::Workspace& workspace, Selection& selection, QWidget* parent = nullptr);
    ~BalancePage() override;

Q_SIGNALS:
    /// The user wants to see or change this cell where it is entered.
    void cellRequested(const junheng::model::CellKey& cell);
    /// Why earlier years cannot be shown.
    void error(const QString& sentence);

protected:
    void showEvent(QShowEvent* event) override;

private:
    // What is looked at; it stays when everything is assessed anew.
    struct Chosen {
        model::Stage stage = model::Stage::Primary;
        int indicator = -1; ///< -1: nothing chosen yet
        model::SubjectKey section;
    };

    void setUpTables();
    void setUpFigures();
    void setUpKeyboard();
    void outdate();
    void refresh();
    void chooseCoefficient(int row);
    void showCoefficient();
    void showDrivers();
    void showSentence();
    void showFigures();
    void offerCourse();
    void showCourse();
    void chooseDriver(const QModelIndex& sorted);
    void selectSection(const model::SubjectKey& section);
    void keepDriverInSight();
    void offerTrial();
    void followSelection();
    void tellSelection();
    void leaveCoefficient();
    void goToFirstObstacle();
    void goToCell();

    workspace::Workspace& m_workspace;
    Selection& m_selection;
    std::unique_ptr<Ui::BalancePage> m_ui;
    BalanceModel* m_coefficients;
    DriverModel* m_drivers;
    QSortFilterProxyModel* m_sorted;
    Chosen m_chosen;
    bool m_outdated = true; ///< changed while hidden
    bool m_refreshing = false;
};

} // namespace junheng::ui
