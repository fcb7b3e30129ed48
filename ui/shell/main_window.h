// The desk's one window: puts head, navigation, pages and foot together.
#pragma once

#include "ui/tasks/tasks.h"

#include <QMainWindow>

#include <vector>

class QLabel;
class QListWidget;
class QMenu;
class QStackedWidget;
class QToolBar;

namespace junheng::ui {

class ActionTable;
class BalancePage;
class ChecksPage;
class EntryPage;
class HelpWindow;
class MessageBar;
class OverviewPage;
class Page;
class PartsPage;
class ReportPage;
class ResourcesPage;
class Selection;
class StartPage;
class VerdictBar;
enum class ActionId : std::uint8_t;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// The workspace outlives the window.
    MainWindow(workspace::Workspace& workspace, const Questions& questions, QWidget* parent = nullptr);

    [[nodiscard]] Tasks& tasks() { return m_tasks; }
    [[nodiscard]] MessageBar& messages() { return *m_messages; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void setUpPages();
    void setUpNavigation();
    void setUpLayout();
    void setUpMenus();
    void connectTasks();
    void connectPages();
    void connectOverview();
    void connectReport();
    void finishTyping();
    void perform(ActionId id);
    void refresh();
    void refreshRecentFiles();
    void fillSchoolMenu();
    void goTo(Page* page);
    void goToNextPage();

    void showHelp();

    /// A page of the navigation, and the action that goes there.
    struct Place {
        ActionId go;
        Page* page;
    };
    [[nodiscard]] const Place& currentPlace() const;

    workspace::Workspace& m_workspace;
    ActionTable* m_actions;
    Tasks m_tasks;
    VerdictBar* m_verdicts;
    QLabel* m_readOnly; ///< why the file can only be looked at; hidden where it can be changed
    QListWidget* m_navigation;
    QStackedWidget* m_pages;
    Selection* m_selection;
    StartPage* m_start;
    OverviewPage* m_overview;
    EntryPage* m_entry;
    ResourcesPage* m_resources;
    BalancePage* m_balance;
    PartsPage* m_parts;
    ChecksPage* m_checks;
    ReportPage* m_report;
    std::vector<Place> m_places; ///< in the order of the navigation
    MessageBar* m_messages;
    QMenu* m_recent;
    QMenu* m_schoolMenu;
    QToolBar* m_toolBar;
    HelpWindow* m_help = nullptr; ///< made when first asked for
};

} // namespace junheng::ui
