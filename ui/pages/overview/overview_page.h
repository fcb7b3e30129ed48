// Page 总览: does the county pass, and what stops it.
#pragma once

#include "ui/pages/overview/overview_target.h"
#include "ui/pages/overview/reasons.h"
#include "ui/pages/page.h"

#include <memory>
#include <vector>

class QAbstractItemView;
class QTreeView;

namespace junheng::ui {

namespace Ui {
class OverviewPage;
}

class BalanceGlance;
class MissingTree;
class OverviewRows;
class PartCard;
class Selection;

class OverviewPage : public Page {
    Q_OBJECT

public:
    OverviewPage(workspace::Workspace& workspace, Selection& selection, QWidget* parent = nullptr);
    ~OverviewPage() override;

Q_SIGNALS:
    /// To 资源配置 or 校际均衡; what is to be shown there is in the Selection.
    void resourcesRequested();
    void balanceRequested();
    /// An indicator of the other parts, or the first whose id begins so.
    void partsRequested(const QString& indicator);
    void entryRequested();
    /// A school year is to be begun.
    void yearRequested();
    void importRequested();
    void templateRequested();
    void sampleRequested();

protected:
    void refresh() override;
    void changeEvent(QEvent* event) override;

private:
    /// A part of the evaluation and its card.
    struct Part {
        PartCard* card;
        assess::Verdict assess::Verdicts::* verdict;
    };

    void setUpCards();
    void setUpLists();
    void setUpEmptyPage();
    void refreshHeadline();
    void refreshCards();
    void refreshLists();
    void fitHeights();
    void expandIfFew();
    void follow(const OverviewTarget& target);
    void leadFrom(QAbstractItemView& view);

    workspace::Workspace& m_workspace;
    Selection& m_selection;
    std::unique_ptr<Ui::OverviewPage> m_ui;
    OverviewRows* m_gaps;
    OverviewRows* m_margins;
    BalanceGlance* m_balance;
    MissingTree* m_missing;
    OverviewRows* m_relaxed;
    std::vector<Part> m_parts;
    std::vector<HeadlineReason> m_reasons; ///< in the order of the headline's links
};

} // namespace junheng::ui
