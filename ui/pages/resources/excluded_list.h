// The sections that are not judged, folded into one line.
#pragma once

#include "workspace/workspace.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace junheng::ui {

/// "未参评 10 个：…", opened by its button to a list with the reasons. Hidden when there are none.
class ExcludedList : public QWidget {
    Q_OBJECT

public:
    explicit ExcludedList(QWidget* parent = nullptr);
    void showSections(const workspace::Workspace& workspace);

private:
    QToolButton* m_line;
    QLabel* m_list;
};

} // namespace junheng::ui
