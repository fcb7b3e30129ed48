// Every action of the desk in one table: text, keys, icon, when it can be used.
#pragma once

#include <QObject>

#include <array>

class QAction;
class QMenuBar;
class QMenu;
class QToolBar;
class QWidget;

namespace junheng::ui {

enum class ActionId : std::uint8_t {
    NewCounty,
    OpenCounty,
    OpenSample,
    CloseCounty,
    ChooseStandard,
    BeginYear,
    Import,
    ExportBlank,
    ExportFilled,
    ExportReport,
    ExportDossiers,
    PrintShown,
    ListFailing,
    ListBelowFloor,
    ListRooms,
    ListRelaxations,
    ListMissing,
    ListEvidence,
    ListFindings,
    ListTasks,
    Quit,
    Undo,
    Redo,
    GoOverview,
    GoEntry,
    GoResources,
    GoBalance,
    GoParts,
    GoChecks,
    GoReport,
    NextPage,
    Help,
    About,
};
inline constexpr int kActionCount = static_cast<int>(ActionId::About) + 1;

class ActionTable : public QObject {
    Q_OBJECT

public:
    /// The actions belong to `window` and work by key anywhere in it.
    explicit ActionTable(QWidget* window);

    [[nodiscard]] QAction* action(ActionId id) const { return m_actions[static_cast<std::size_t>(id)]; }
    /// Enables what can be used now.
    void setFileOpen(bool open);
    /// Texts of the steps that can be taken back; empty when there is none.
    void setUndo(const QString& undoLabel, const QString& redoLabel);
    /// Draws the icons in the window's colours.
    void refreshIcons();

    /// `recent` becomes a submenu of the first menu, `school` one of the menu 编辑.
    void fillMenus(QMenuBar& bar, QMenu& recent, QMenu& school) const;
    void fillToolBar(QToolBar& bar) const;

Q_SIGNALS:
    void triggered(junheng::ui::ActionId id);

private:
    QWidget* m_window;
    std::array<QAction*, kActionCount> m_actions{};
};

} // namespace junheng::ui
