// What every page of the navigation is.
#pragma once

#include "workspace/reports.h"
#include "workspace/workspace.h"

#include <QWidget>

namespace junheng::ui {

/// Follows Workspace::changed() while it is shown, and catches up when it is shown again: what nobody sees is not
/// worked out. To add a page, derive from it and list the page in MainWindow.
class Page : public QWidget {
    Q_OBJECT

public:
    /// What stands in the navigation, and the page of the user guide about it.
    struct Words {
        QString title;
        QString help; ///< a file of docs/user-guide
    };

    Page(workspace::Workspace& workspace, Words words, QWidget* parent);

    [[nodiscard]] const QString& title() const { return m_words.title; }
    [[nodiscard]] const QString& help() const { return m_words.help; }

Q_SIGNALS:
    /// The user wants to see or change this cell where it is entered.
    void cellRequested(const junheng::model::CellKey& cell);
    /// A list to look at, to print or to export.
    void listRequested(junheng::report::SchoolList list);
    /// Why something was not done.
    void error(const junheng::base::Error& error);

protected:
    void showEvent(QShowEvent* event) override;
    /// Shows the workspace as it is now.
    virtual void refresh() = 0;
    /// The workspace has changed while the page is not shown: lets go of what points into what is gone.
    virtual void letGo() {}
    /// Refreshes now, shown or not, if the workspace has changed since.
    void catchUp();
    [[nodiscard]] bool isStale() const { return m_stale; }

private:
    void outdate();

    Words m_words;
    bool m_stale = true; ///< the workspace changed since refresh()
};

} // namespace junheng::ui
