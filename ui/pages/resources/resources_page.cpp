#include "ui/pages/resources/resources_page.h"

#include "assess/assessment.h"
#include "assess/trace.h"
#include "plan/gap.h"
#include "ui/pages/resources/coefficient_model.h"
#include "ui/pages/resources/resource_table.h"
#include "ui/pages/resources/resources_filter.h"
#include "ui/pages/resources/resources_model.h"
#include "ui/widgets/dressed_table.h"
#include "ui/widgets/selection.h"
#include "ui/widgets/tone.h"
#include "ui_resources_page.h"
#include "workspace/reports.h"

#include <QAction>
#include <QButtonGroup>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QShortcut>

#include <algorithm>
#include <utility>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

ResourcesPage::ResourcesPage(workspace::Workspace& workspace, Selection& selection, QWidget* parent)
    : Page(workspace, {.title = tr("资源配置"), .help = QStringLiteral("resources.md")}, parent),
      m_workspace(workspace), m_selection(selection), m_ui(std::make_unique<Ui::ResourcesPage>()),
      m_model(new ResourcesModel(workspace, this)), m_filter(new ResourcesFilter(*m_model, this)),
      m_coefficients(new CoefficientModel(workspace, this)), m_filterButtons(new QButtonGroup(this)),
      m_stageButtons(new QButtonGroup(this)), m_viewButtons(new QButtonGroup(this)) {
    m_ui->setupUi(this);
    setUpTables();
    setUpFilters();
    setUpViews();
    setUpKeyboard();
    setUpMenu();
    connect(m_ui->trace, &TracePanel::cellRequested, this, &ResourcesPage::cellRequested);
    connect(&m_selection, &Selection::changed, this, [this] {
        m_selectionPending = true;
        followSelection();
    });
    catchUp();
}

ResourcesPage::~ResourcesPage() = default;

void ResourcesPage::setUpTables() {
    m_ui->table->setHorizontalHeader(new SortHeader(m_ui->table));
    dressTable(*m_ui->table);
    // Head and some rows at least: a smaller window scrolls the page.
    m_ui->table->setMinimumHeight(12 * fontMetrics().height());
    dressTable(*m_ui->strip);
    m_ui->table->setModel(m_filter);
    m_ui->table->setSortingEnabled(true);
    m_ui->table->sortByColumn(-1, Qt::AscendingOrder);
    m_ui->strip->setModel(m_coefficients);
    m_keeper = new ColumnKeeper(*m_ui->table, *m_ui->strip);
    // The strip ends where the table's vertical scroll bar begins.
    m_ui->stripRow->addSpacing(style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    m_ui->splitter->setStretchFactor(0, 3);
    m_ui->splitter->setStretchFactor(1, 1);
    m_ui->splitter->setSizes({940, 270});
    connect(m_ui->table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ResourcesPage::chooseSection);
    connect(m_ui->strip->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ResourcesPage::chooseCoefficient);
    // A click on the cell that is still current from before chooses it again.
    connect(m_ui->table, &QTableView::clicked, this, &ResourcesPage::chooseSection);
    connect(m_ui->strip, &QTableView::clicked, this, &ResourcesPage::chooseCoefficient);
}

void ResourcesPage::setUpFilters() {
    m_filterButtons->addButton(m_ui->filterAll, static_cast<int>(SectionFilter::All));
    m_filterButtons->addButton(m_ui->filterFailed, static_cast<int>(SectionFilter::Failed));
    m_filterButtons->addButton(m_ui->filterBelow, static_cast<int>(SectionFilter::BelowFloor));
    m_filterButtons->addButton(m_ui->filterBorderline, static_cast<int>(SectionFilter::Borderline));
    m_filterButtons->addButton(m_ui->filterMissing, static_cast<int>(SectionFilter::Missing));
    connect(m_filterButtons, &QButtonGroup::idClicked, this, [this](int id) {
        m_filter->setFilter(static_cast<SectionFilter>(id));
        refreshShown();
    });
    m_stageButtons->addButton(m_ui->stageAll, -1);
    m_stageButtons->addButton(m_ui->stagePrimary, static_cast<int>(model::Stage::Primary));
    m_stageButtons->addButton(m_ui->stageJunior, static_cast<int>(model::Stage::Junior));
    connect(m_stageButtons, &QButtonGroup::idClicked, this, [this](int id) {
        m_filter->setStage(id < 0 ? std::nullopt : std::optional(static_cast<model::Stage>(id)));
        refreshShown();
    });
    connect(m_ui->search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setSearch(text);
        refreshShown();
    });
}

void ResourcesPage::setUpViews() {
    for (QAbstractButton* button : {m_ui->viewTable, m_ui->viewHeatMap, m_ui->viewRanking})
        m_viewButtons->addButton(button);
    connect(m_viewButtons, &QButtonGroup::buttonClicked, this, [this](QAbstractButton* button) {
        m_ui->views->setCurrentWidget(button == m_ui->viewTable ? m_ui->tableView
                                                                : static_cast<QWidget*>(m_ui->figures));
        showFigures();
    });
    connect(m_ui->table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &ResourcesPage::showFigures);
    // The table holds what is chosen, also while a figure is in front.
    connect(m_ui->figures, &SectionFigures::chosen, this, [this](const model::SubjectKey& section, int indicator) {
        const int column = indicator < 0 ? m_model->columns().verdict() : ResourceColumns::kFirstIndicator + indicator;
        const QModelIndex index = m_filter->mapFromSource(m_model->index(m_model->rowOf(section), column));
        if (index == m_ui->table->currentIndex())
            chooseSection(index); // a coefficient may have been chosen since
        else
            m_ui->table->setCurrentIndex(index);
    });
    connect(m_ui->figures, &SectionFigures::indicatorChanged, this, [this](int indicator) {
        m_chosen.column = ResourceColumns::kFirstIndicator + indicator;
        const QModelIndex current = m_ui->table->currentIndex();
        if (current.isValid())
            m_ui->table->setCurrentIndex(current.siblingAtColumn(m_chosen.column));
        showFigures();
        showTrace();
    });
    connect(m_ui->figures, &SectionFigures::activated, this, [this] { m_ui->trace->focusFirstCell(); });
}

void ResourcesPage::showFigures() {
    if (m_ui->views->currentWidget() != m_ui->figures || !m_workspace.isOpen())
        return;
    std::vector<ResourcesModel::Place> places;
    for (int row = 0; row < m_filter->rowCount(); ++row)
        places.push_back(m_model->place(m_filter->mapToSource(m_filter->index(row, 0)).row()));
    const auto kind = m_ui->viewHeatMap->isChecked() ? SectionFigures::Kind::HeatMap : SectionFigures::Kind::RankedBars;
    m_ui->figures->showSections(m_workspace, places, kind, m_model->columns().indicator(m_chosen.column));
    m_ui->figures->setChosen(m_chosen.section, m_model->columns().indicator(m_chosen.column));
}

void ResourcesPage::chooseInFigures() {
    const std::optional<int> indicator = m_model->columns().indicator(m_chosen.column);
    if (m_ui->viewRanking->isChecked() && indicator && *indicator != m_ui->figures->indicator())
        showFigures();
    else
        m_ui->figures->setChosen(m_chosen.section, indicator);
}

void ResourcesPage::focusSections() {
    if (m_ui->viewTable->isChecked())
        m_ui->table->setFocus();
    else
        m_ui->figures->focusFigure();
}

void ResourcesPage::setUpKeyboard() {
    const auto shortcut = [this](QWidget* owner, const QKeySequence& keys, auto action) {
        auto* made = new QShortcut(keys, owner);
        made->setContext(Qt::WidgetWithChildrenShortcut);
        connect(made, &QShortcut::activated, this, action);
    };
    shortcut(this, QKeySequence::Find, [this] { m_ui->search->setFocus(Qt::ShortcutFocusReason); });
    for (QTableView* table : {m_ui->table, m_ui->strip}) {
        shortcut(table, Qt::Key_Return, [this] { m_ui->trace->focusFirstCell(); });
        shortcut(table, Qt::Key_Enter, [this] { m_ui->trace->focusFirstCell(); });
    }
    shortcut(m_ui->trace, Qt::Key_Escape, [this] {
        if (m_chosen.stage && m_ui->viewTable->isChecked())
            m_ui->strip->setFocus();
        else
            focusSections();
    });
    shortcut(m_ui->search, Qt::Key_Return, [this] { focusSections(); });
}

void ResourcesPage::setUpMenu() {
    m_ui->table->setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto add = [this](const QString& text, void (ResourcesPage::*requested)(const QString&)) {
        auto* action = new QAction(text, m_ui->table);
        connect(action, &QAction::triggered, this, [this, requested] {
            const QModelIndex row = m_filter->mapToSource(m_ui->table->currentIndex());
            if (row.isValid())
                Q_EMIT(this->*requested)(m_model->sectionKey(row.row()).school);
        });
        m_ui->table->addAction(action);
    };
    add(tr("打印一校一册(&D)…"), &ResourcesPage::dossierRequested);
    add(tr("打印学校自评表(&F)…"), &ResourcesPage::schoolFormRequested);
}

void ResourcesPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    followSelection();
}

// The rest can wait, but nothing may point into an assessment that is gone.
void ResourcesPage::letGo() {
    m_model->reload();
    m_coefficients->reload();
}

void ResourcesPage::refresh() {
    const QScopedValueRollback guard(m_refreshing, true);
    const int scrolled = m_ui->table->verticalScrollBar()->value();
    m_model->reload();
    m_coefficients->reload();
    m_ui->excluded->showSections(m_workspace);
    const bool empty = !m_workspace.isOpen() || m_workspace.data().sections().rowCount() == 0;
    m_ui->stack->setCurrentWidget(empty ? m_ui->emptyPage : m_ui->tablePage);
    m_ui->filterBar->setVisible(!empty);
    m_keeper->fit(m_model->columns());
    nameFloor();
    refreshShown();
    restoreChoice();
    m_ui->table->verticalScrollBar()->setValue(scrolled);
    showTrace();
}

// What lies above and below the floor is called after the share that the standard sets.
void ResourcesPage::nameFloor() {
    const standard::Standard& standard = m_workspace.standard();
    const QString below = assess::statusWord(standard, assess::Status::Below);
    m_ui->filterBelow->setProperty("filterName", below);
    m_ui->filterBelow->setToolTip(tr("至少一项低于达标标准的 %1%").arg(assess::floorPercent(standard)));
    m_ui->legend->setText(
        tr("✓ 达标　△ %1　✗ %2或未达标　○ 待填报　松 按放宽条款计算　临 临界　　表头末行：达标标准 小学/初中")
            .arg(assess::statusWord(standard, assess::Status::Floor), below));
}

void ResourcesPage::refreshShown() {
    const auto counts = m_filter->counts();
    for (QAbstractButton* button : m_filterButtons->buttons()) {
        const QString name = button->property("filterName").toString();
        button->setText(u"%1 %2"_s.arg(name).arg(counts[static_cast<std::size_t>(m_filterButtons->id(button))]));
    }
    m_ui->shown->setText(tr("%1 / %2 个学段").arg(m_filter->rowCount()).arg(m_model->rowCount()));
    showFigures();
}

void ResourcesPage::chooseSection(const QModelIndex& filtered) {
    if (m_refreshing || !filtered.isValid())
        return;
    m_chosen = {.section = m_model->sectionKey(m_filter->mapToSource(filtered).row()),
                .stage = std::nullopt,
                .column = filtered.column()};
    m_ui->strip->clearSelection();
    chooseInFigures();
    showTrace();
    const std::optional<int> indicator = m_model->columns().indicator(m_chosen.column);
    m_selection.choose(m_chosen.section, indicator
                                             ? m_workspace.standard().resource[static_cast<std::size_t>(*indicator)].id
                                             : QString());
}

void ResourcesPage::chooseCoefficient(const QModelIndex& index) {
    if (m_refreshing || !index.isValid())
        return;
    m_chosen = {.section = {}, .stage = m_coefficients->stage(index.row()).stage, .column = index.column()};
    m_ui->table->clearSelection();
    showTrace();
}

void ResourcesPage::restoreChoice() {
    if (m_chosen.column < 0)
        return;
    if (m_chosen.stage) {
        for (int row = 0; row < m_coefficients->rowCount(); ++row) {
            // The second row of a stage holds its coefficients.
            if (m_coefficients->stage(row).stage == *m_chosen.stage && row % 2 == 1)
                m_ui->strip->setCurrentIndex(m_coefficients->index(row, m_chosen.column));
        }
        return;
    }
    const int row = m_model->rowOf(m_chosen.section);
    const QModelIndex index = m_filter->mapFromSource(m_model->index(row, m_chosen.column));
    if (index.isValid())
        m_ui->table->setCurrentIndex(index);
}

void ResourcesPage::followSelection() {
    if (!isVisible() || !std::exchange(m_selectionPending, false))
        return;
    const int row = m_workspace.isOpen() ? m_model->rowOf(m_selection.section()) : -1;
    if (row < 0)
        return;
    const auto& indicators = m_workspace.standard().resource;
    const auto found = std::ranges::find(indicators, m_selection.indicator(), &standard::ResourceIndicator::id);
    const int column = found == indicators.end()
                           ? m_model->columns().verdict()
                           : ResourceColumns::kFirstIndicator + static_cast<int>(found - indicators.begin());
    const QModelIndex wanted = m_model->index(row, column);
    if (!m_filter->mapFromSource(wanted).isValid()) {
        // What another page leads to must not stay behind a filter.
        m_ui->search->clear();
        m_ui->stageAll->click();
        m_ui->filterAll->click();
    }
    const QModelIndex shown = m_filter->mapFromSource(wanted);
    if (shown != m_ui->table->currentIndex())
        m_ui->table->setCurrentIndex(shown);
    m_ui->table->scrollTo(shown);
}

void ResourcesPage::showTrace() {
    const ResourceColumns& columns = m_model->columns();
    const std::optional<int> indicator = columns.indicator(m_chosen.column);
    if (m_workspace.isOpen() && m_chosen.stage) {
        const assess::StageAssessment* stage = m_workspace.assessment().stage(*m_chosen.stage);
        if (stage != nullptr && indicator) {
            m_ui->trace->showTrace(
                assess::coefficientTraceOf(m_workspace.data(), m_workspace.standard(), *stage, *indicator),
                m_workspace.data());
            return;
        }
    } else if (const int row = m_chosen.column < 0 ? -1 : m_model->rowOf(m_chosen.section); row >= 0) {
        const auto [stage, section] = m_model->place(row);
        m_ui->trace->showTrace(
            indicator ? assess::traceOf(m_workspace.data(), m_workspace.standard(), *stage, section, *indicator)
                      : assess::verdictTraceOf(m_workspace.data(), m_workspace.standard(), *stage, section),
            m_workspace.data());
        return;
    }
    m_ui->trace->showNothing();
}

document::Report ResourcesPage::shownList(const QDate& date) const {
    std::vector<plan::SectionPlace> sections;
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const auto [stage, section] = m_model->place(m_filter->mapToSource(m_filter->index(row, 0)).row());
        sections.push_back({.stage = stage, .section = section});
    }
    return m_workspace.reports().sectionList(sections, howItIsShown(), date);
}

QStringList ResourcesPage::shownSchools() const {
    QStringList schools;
    for (int row = 0; row < m_filter->rowCount(); ++row)
        schools << m_model->sectionKey(m_filter->mapToSource(m_filter->index(row, 0)).row()).school;
    schools.removeDuplicates();
    return schools;
}

// "共 4 个学段；筛选：未达标；按“在校生”从高到低排列。"
QString ResourcesPage::howItIsShown() const {
    QStringList parts{tr("共 %1 个学段").arg(m_filter->rowCount())};
    QStringList filters;
    if (!m_ui->filterAll->isChecked())
        filters += m_filterButtons->checkedButton()->property("filterName").toString();
    if (!m_ui->stageAll->isChecked())
        filters += m_stageButtons->checkedButton()->text();
    if (const QString search = m_ui->search->text().trimmed(); !search.isEmpty())
        filters += tr("查找“%1”").arg(search);
    if (!filters.isEmpty())
        parts += tr("筛选：%1").arg(filters.join(tr("、")));
    if (const int column = m_filter->sortColumn(); column >= 0) {
        const std::optional<int> indicator = m_model->columns().indicator(column);
        QString name = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().remove(u'\n');
        if (indicator)
            name = m_workspace.standard().resource[static_cast<std::size_t>(*indicator)].id;
        else if (column == ResourceColumns::kPupils)
            name = tr("在校生数");
        parts += m_filter->sortOrder() == Qt::AscendingOrder ? tr("按“%1”从低到高排列").arg(name)
                                                             : tr("按“%1”从高到低排列").arg(name);
    }
    return parts.join(tr("；")) + tr("。");
}

} // namespace junheng::ui
