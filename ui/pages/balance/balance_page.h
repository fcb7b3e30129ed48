// Page 校际均衡: which coefficient fails, who drives it, and what would change it.
#pragma once

#include "model/stage.h"
#include "model/subject.h"
#include "ui/pages/page.h"

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

class BalancePage : public Page {
    Q_OBJECT

public:
    BalancePage(workspace::Workspace& workspace, Selection& selection, QWidget* parent = nullptr);
    ~BalancePage() override;

protected:
    void showEvent(QShowEvent* event) override;
    void refresh() override;
    void letGo() override;

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
    bool m_refreshing = false;
};

} // namespace junheng::ui
