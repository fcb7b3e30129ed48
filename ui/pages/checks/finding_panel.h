// One finding of the data checks: what it rests on, and what the bureau says of it.
#pragma once

#include "quality/finding.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

namespace junheng::ui {

namespace Ui {
class FindingPanel;
}

/// What is typed is kept when the editor is left, when another finding is shown, and whenever the typing pauses.
class FindingPanel : public QWidget {
    Q_OBJECT

public:
    explicit FindingPanel(QWidget* parent = nullptr);
    ~FindingPanel() override;

    /// Leaves alone what is being typed about the same finding; nullptr empties the panel.
    void showFinding(const quality::CheckFinding* finding);
    /// Moves the keyboard to the figures.
    void focusFirstFigure();
    /// Says explained() if something was typed; with `checked` also for a text that is as it was.
    void keep(bool checked = false);
    /// What was said could not be kept: it stays typed.
    void refuse();
    /// Something is typed that is not kept.
    [[nodiscard]] bool isTyping() const;

Q_SIGNALS:
    void explained(const junheng::quality::CheckFinding& finding, const QString& text);
    void cellRequested(const junheng::model::CellKey& cell);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fillFigures();
    void showOutdated();
    void requestCell(int row);

    std::unique_ptr<Ui::FindingPanel> m_ui;
    std::optional<quality::CheckFinding> m_finding;
    QTimer m_typing; ///< until the typing has paused
};

} // namespace junheng::ui
