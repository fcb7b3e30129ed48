// Page 政府与质量: every indicator besides resources and balance, how it came about and what it lacks.
#pragma once

#include "model/subject.h"
#include "ui/pages/page.h"
#include "workspace/evidence.h"
#include "workspace/reports.h"
#include "workspace/workspace.h"

#include <memory>

namespace junheng::ui {

class IndicatorPanel;

namespace Ui {
class PartsPage;
}

class FittedColumns;
struct PartGroup;

/// The chosen indicator stays chosen.
class PartsPage : public Page {
    Q_OBJECT

public:
    explicit PartsPage(workspace::Workspace& workspace, QWidget* parent = nullptr);
    ~PartsPage() override;

    /// Chooses an indicator (G4, S1, V2, E1), or the first one whose id begins so.
    void showIndicator(const QString& id);

Q_SIGNALS:
    void attachRequested(const QString& indicator);
    void filesDropped(const QString& indicator, const QStringList& files);
    void openRequested(const junheng::workspace::Evidence& evidence);
    void saveRequested(const junheng::workspace::Evidence& evidence);
    /// Why a field was not taken.
    void refused(const QString& sentence);

protected:
    void refresh() override;

private:
    /// As many rows as there are indicators, and what they say.
    void rebuildList(const std::vector<PartGroup>& groups);
    void fillList(const std::vector<PartGroup>& groups);
    void showChosen();
    [[nodiscard]] QString currentId() const;
    void choose(const QString& id);

    workspace::Workspace& m_workspace;
    std::unique_ptr<Ui::PartsPage> m_ui;
    IndicatorPanel* m_panel;
    FittedColumns* m_columns;
    QStringList m_indicators; ///< listed, each group's name in front of its own
};

} // namespace junheng::ui
