// Page 数据核查: what is doubtful about the data, to be corrected or explained.
#pragma once

#include "quality/finding.h"
#include "ui/pages/page.h"
#include "workspace/reports.h"
#include "workspace/workspace.h"

#include <memory>
#include <utility>
#include <vector>

class QTreeWidgetItem;

namespace junheng::ui {

class FindingPanel;
class FittedColumns;

namespace Ui {
class ChecksPage;
}

/// The chosen finding stays chosen, also where it no longer fits the filter because it has just been explained; another
/// filter lets go of it.
class ChecksPage : public Page {
    Q_OBJECT

public:
    explicit ChecksPage(workspace::Workspace& workspace, QWidget* parent = nullptr);
    ~ChecksPage() override;

protected:
    void refresh() override;
    void letGo() override;

private:
    /// With `keepChosen` the chosen finding is listed whether it fits or not.
    void fillList(bool keepChosen);
    void fillRow(QTreeWidgetItem& item, const quality::CheckFinding& finding) const;
    void tellCounts();
    void changeChosen();
    void showChosen();
    void forgetOtherYear();
    [[nodiscard]] bool fits(const quality::CheckFinding& finding) const;
    /// nullptr when none is chosen.
    [[nodiscard]] const quality::CheckFinding* current() const;
    [[nodiscard]] bool isChosen(const quality::CheckFinding& finding) const;

    workspace::Workspace& m_workspace;
    std::unique_ptr<Ui::ChecksPage> m_ui;
    FindingPanel* m_panel;
    FittedColumns* m_columns;
    std::vector<quality::CheckFinding> m_findings;
    std::vector<std::size_t> m_listed; ///< by row of the list
    /// Check and subject of the chosen finding.
    std::pair<QString, model::SubjectKey> m_chosen;
    QString m_failure;                   ///< why there are no findings to show
    std::pair<QString, int> m_shownYear; ///< file and year
};

} // namespace junheng::ui
