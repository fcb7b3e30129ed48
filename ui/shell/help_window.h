// The user guide beside the desk.
#pragma once

#include <QWidget>

class QTextBrowser;

namespace junheng::ui {

/// Shows docs/user-guide, compiled in. A window of its own, so that the guide and the page stand side by side.
class HelpWindow : public QWidget {
    Q_OBJECT

public:
    explicit HelpWindow(QWidget* parent);

    /// `file` of docs/user-guide: "quick-start.md". Comes to the front.
    void showPage(const QString& file);

private:
    QTextBrowser* m_browser;
};

} // namespace junheng::ui
