// The head of the window: county, year, standard, and the verdicts, always in sight.
#pragma once

#include "ui/widgets/tone.h"
#include "workspace/workspace.h"

#include <QFrame>

#include <vector>

class QComboBox;
class QLabel;
class QToolButton;

namespace junheng::ui {

/// Says what the workspace's assessment says; follows it by itself.
class VerdictBar : public QFrame {
    Q_OBJECT

public:
    explicit VerdictBar(workspace::Workspace& workspace, QWidget* parent = nullptr);

Q_SIGNALS:
    void yearRequested(int year);
    void resourcesRequested();
    void balanceRequested();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// One of the four parts, or the vetoes.
    struct Part {
        QString name;
        assess::Verdict assess::Verdicts::* verdict;
        QWidget* widget; ///< QToolButton where it leads somewhere, else QLabel
    };

    void addParts(QLayout& layout);
    void refresh();
    void refreshYears();
    void refreshPast();
    void refreshVerdicts();
    void elideStandard();

    workspace::Workspace& m_workspace;
    QLabel* m_county;
    QComboBox* m_year;
    QLabel* m_past;
    QLabel* m_standard;
    QLabel* m_overall;
    QToolButton* m_resources;
    QToolButton* m_balance;
    std::vector<Part> m_parts;
    std::vector<int> m_years; ///< in the box
};

} // namespace junheng::ui
