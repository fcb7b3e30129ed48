// Past years are not changed by mistake.
#pragma once

#include "ui/dialogs/questions.h"

#include <QCoreApplication>

#include <utility>

class QWidget;

namespace junheng::ui {

/// Whether a newer school year than the one that is open is in the file.
[[nodiscard]] bool isPastYear(const workspace::Workspace& workspace);

/// Asks before the first change of a past year, whoever makes it: typing, pasting, clearing, filling, importing, undo,
/// notes, evidence. After a yes not again while that year stays open. Stands in the workspace's gate while it lives.
class YearGate {
    Q_DECLARE_TR_FUNCTIONS(YearGate)

public:
    YearGate(workspace::Workspace& workspace, std::function<bool(QWidget*, const Question&)> ask, QWidget* window);
    ~YearGate();
    Q_DISABLE_COPY_MOVE(YearGate)

private:
    base::Outcome pass();

    workspace::Workspace& m_workspace;
    std::function<bool(QWidget*, const Question&)> m_ask;
    QWidget* m_window;
    QMetaObject::Connection m_following;
    std::pair<QString, int> m_opened; ///< file and year that the answer is for
    bool m_allowed = false;
    bool m_asking = false;
};

} // namespace junheng::ui
