// What to do first: shown while no county file is open.
#pragma once

#include <QStringList>
#include <QWidget>

#include <memory>

namespace junheng::ui {

namespace Ui {
class StartPage;
}

class StartPage : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent = nullptr);
    ~StartPage() override;

    /// County files, the last one first.
    void setRecentFiles(const QStringList& paths);

Q_SIGNALS:
    void newRequested();
    void openRequested();
    void sampleRequested();
    void recentRequested(const QString& path);

protected:
    /// Enter presses the button that has the focus, as in a dialog.
    void keyPressEvent(QKeyEvent* event) override;

private:
    std::unique_ptr<Ui::StartPage> m_ui;
};

} // namespace junheng::ui
