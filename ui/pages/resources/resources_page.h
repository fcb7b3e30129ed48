// Page 资源配置: which school misses what.
#pragma once

#include "document/report.h"
#include "model/stage.h"
#include "model/subject.h"
#include "ui/pages/page.h"

#include <memory>
#include <optional>

class QButtonGroup;
class QModelIndex;

namespace junheng::ui {

namespace Ui {
class ResourcesPage;
}

class CoefficientModel;
class ColumnKeeper;
class ResourcesFilter;
class ResourcesModel;
class Selection;

class ResourcesPage : public Page {
    Q_OBJECT

public:
    ResourcesPage(workspace::Workspace& workspace, Selection& selection, QWidget* parent = nullptr);
    ~ResourcesPage() override;

    /// The list as it is filtered and sorted now, to print or to export.
    [[nodiscard]] document::Report shownList(const QDate& date) const;
    /// The codes of the schools in it, each once, in its order.
    [[nodiscard]] QStringList shownSchools() const;

Q_SIGNALS:
    /// 一校一册 or 学校自评表 of the school in the chosen row.
    void dossierRequested(const QString& school);
    void schoolFormRequested(const QString& school);

protected:
    void showEvent(QShowEvent* event) override;
    void refresh() override;
    void letGo() override;

private:
    // The figure whose derivation is shown; it stays chosen when everything is assessed anew.
    struct Chosen {
        model::SubjectKey section;         // of a section's figure
        std::optional<model::Stage> stage; // of a stage's coefficient
        int column = -1;
    };

    void setUpTables();
    void setUpFilters();
    void setUpViews();
    void setUpKeyboard();
    void setUpMenu();
    void nameFloor();
    void refreshShown();
    /// What is in front beside the table, if anything is.
    void showFigures();
    void chooseInFigures();
    void focusSections();
    void chooseSection(const QModelIndex& filtered);
    void chooseCoefficient(const QModelIndex& index);
    void restoreChoice();
    /// To what another page chose; only while this one is shown.
    void followSelection();
    void showTrace();
    [[nodiscard]] QString howItIsShown() const;

    workspace::Workspace& m_workspace;
    Selection& m_selection;
    std::unique_ptr<Ui::ResourcesPage> m_ui;
    ResourcesModel* m_model;
    ResourcesFilter* m_filter;
    CoefficientModel* m_coefficients;
    ColumnKeeper* m_keeper = nullptr;
    QButtonGroup* m_filterButtons;
    QButtonGroup* m_stageButtons;
    QButtonGroup* m_viewButtons;
    Chosen m_chosen;
    bool m_refreshing = false;
    bool m_selectionPending = false; ///< another page chose
};

} // namespace junheng::ui
