#include "ui/shell/main_window.h"

#include "model/school_year.h"
#include "ui/pages/balance/balance_page.h"
#include "ui/pages/checks/checks_page.h"
#include "ui/pages/entry/entry_page.h"
#include "ui/pages/overview/overview_page.h"
#include "ui/pages/parts/parts_page.h"
#include "ui/pages/report/report_page.h"
#include "ui/pages/resources/resources_page.h"
#include "ui/pages/start/start_page.h"
#include "ui/shell/action_table.h"
#include "ui/shell/help_window.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/recent_files.h"
#include "ui/shell/scrolled_page.h"
#include "ui/shell/verdict_bar.h"
#include "ui/shell/window_layout.h"
#include "ui/widgets/dropped_files.h"
#include "ui/widgets/selection.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QCloseEvent>
#include <QDate>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

MainWindow::MainWindow(workspace::Workspace& workspace, const Questions& questions, QWidget* parent)
    : QMainWindow(parent), m_workspace(workspace), m_actions(new ActionTable(this)),
      m_tasks(workspace, questions, this), m_verdicts(new VerdictBar(workspace)), m_readOnly(new QLabel),
      m_navigation(new QListWidget), m_pages(new QStackedWidget), m_selection(new Selection(this)),
      m_start(new StartPage), m_overview(new OverviewPage(workspace, *m_selection)),
      m_entry(new EntryPage(workspace, *m_selection, questions.structure)),
      m_resources(new ResourcesPage(workspace, *m_selection)), m_balance(new BalancePage(workspace, *m_selection)),
      m_parts(new PartsPage(workspace)), m_checks(new ChecksPage(workspace)), m_report(new ReportPage(workspace)),
      m_places{{ActionId::GoOverview, m_overview}, {ActionId::GoEntry, m_entry}, {ActionId::GoResources, m_resources},
               {ActionId::GoBalance, m_balance},   {ActionId::GoParts, m_parts}, {ActionId::GoChecks, m_checks},
               {ActionId::GoReport, m_report}},
      m_messages(new MessageBar), m_recent(new QMenu(tr("最近打开(&R)"), this)),
      m_schoolMenu(new QMenu(tr("当前学校(&S)"), this)), m_toolBar(new QToolBar(tr("工具栏"))) {
    setUpPages();
    setUpNavigation();
    setUpLayout();
    setUpMenus();
    connectTasks();
    connectPages();
    connect(m_actions, &ActionTable::triggered, this, &MainWindow::perform);
    connect(&m_workspace, &workspace::Workspace::changed, this, &MainWindow::refresh);
    resize(1280, 720);
    setAcceptDrops(true);
    restoreLayout(*this, *m_pages);
    refreshRecentFiles();
    goTo(m_overview);
    refresh();
}

void MainWindow::setUpPages() {
    m_pages->addWidget(m_start);
    for (const Place& place : m_places)
        m_pages->addWidget(scrolled(*place.page));
}

void MainWindow::setUpNavigation() {
    m_navigation->setObjectName(u"navigation"_s);
    m_navigation->setAccessibleName(tr("页面"));
    m_navigation->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_navigation->setIconSize(QSize(20, 20));
    for (const Place& place : m_places) {
        const QAction* action = m_actions->action(place.go);
        auto* item = new QListWidgetItem(action->icon(), place.page->title(), m_navigation);
        item->setToolTip(action->toolTip());
    }
    constexpr int kPadding = 16;
    m_navigation->setFixedWidth(m_navigation->sizeHintForColumn(0) + kPadding);
    connect(m_navigation, &QListWidget::currentRowChanged, this, [this](int row) {
        // The start page comes first and is not in the list.
        if (m_workspace.isOpen())
            m_pages->setCurrentIndex(row + 1);
    });
}

void MainWindow::setUpLayout() {
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_navigation);
    middle->addWidget(m_pages, 1);
    m_readOnly->setObjectName(u"readOnly"_s);
    m_readOnly->setTextFormat(Qt::PlainText);
    m_readOnly->setWordWrap(true);
    m_readOnly->setMargin(6);
    m_readOnly->setFrameShape(QFrame::StyledPanel);
    auto* central = new QWidget;
    auto* layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_verdicts);
    layout->addWidget(m_readOnly);
    layout->addLayout(middle, 1);
    layout->addWidget(m_messages);
    setCentralWidget(central);
}

void MainWindow::setUpMenus() {
    m_actions->fillMenus(*menuBar(), *m_recent, *m_schoolMenu);
    connect(m_schoolMenu, &QMenu::aboutToShow, this, &MainWindow::fillSchoolMenu);
    m_toolBar->setObjectName(u"toolBar"_s);
    m_toolBar->setMovable(false);
    m_toolBar->setIconSize(QSize(18, 18));
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_actions->fillToolBar(*m_toolBar);
    addToolBar(m_toolBar);
    setContextMenuPolicy(Qt::NoContextMenu);
}

void MainWindow::connectTasks() {
    connect(&m_tasks.talk, &Talk::news, m_messages, &MessageBar::showNews);
    connect(&m_tasks.talk, &Talk::failed, m_messages, &MessageBar::showError);
    connect(&m_tasks.talk, &Talk::progressed, m_messages, &MessageBar::showProgress);
    connect(&m_tasks.talk, &Talk::progressEnded, m_messages, &MessageBar::hideProgress);
    connect(m_messages, &MessageBar::cancelRequested, &m_tasks.jobs, qOverload<>(&JobRunner::cancel));
    connect(&m_tasks.files, &FileTasks::opened, this, [this](const QString& path) {
        rememberRecentFile(path);
        refreshRecentFiles();
        goTo(m_overview);
    });
    connect(m_verdicts, &VerdictBar::yearRequested, &m_tasks.files, &FileTasks::setYear);
    connect(m_verdicts, &VerdictBar::resourcesRequested, this, [this] { goTo(m_resources); });
    connect(m_verdicts, &VerdictBar::balanceRequested, this, [this] { goTo(m_balance); });
}

void MainWindow::connectPages() {
    connect(m_start, &StartPage::newRequested, &m_tasks.files, &FileTasks::newCounty);
    connect(m_start, &StartPage::openRequested, &m_tasks.files, &FileTasks::askAndOpen);
    connect(m_start, &StartPage::sampleRequested, &m_tasks.files, &FileTasks::openSample);
    connect(m_start, &StartPage::recentRequested, &m_tasks.files, &FileTasks::openPath);
    for (const Place& place : m_places) {
        connect(place.page, &Page::cellRequested, this, [this](const model::CellKey& cell) {
            goTo(m_entry);
            m_entry->showCell(cell);
        });
        connect(place.page, &Page::listRequested, &m_tasks.reports, &ReportTasks::previewList);
        connect(place.page, &Page::error, this,
                [this](const base::Error& error) { m_messages->showError({.text = error.toString()}); });
    }
    connect(m_resources, &ResourcesPage::dossierRequested, &m_tasks.dossiers, &DossierTasks::previewDossier);
    connect(m_resources, &ResourcesPage::schoolFormRequested, &m_tasks.dossiers, &DossierTasks::previewSchoolForm);
    connect(m_parts, &PartsPage::attachRequested, &m_tasks.evidence, &EvidenceTasks::askAndAttach);
    connect(m_parts, &PartsPage::filesDropped, &m_tasks.evidence, &EvidenceTasks::attach);
    connect(m_parts, &PartsPage::openRequested, &m_tasks.evidence, &EvidenceTasks::open);
    connect(m_parts, &PartsPage::saveRequested, &m_tasks.evidence, &EvidenceTasks::save);
    connect(m_parts, &PartsPage::refused, this,
            [this](const QString& text) { m_messages->showCellError({.text = text}); });
    connect(m_entry, &EntryPage::message, this, [this](const QString& text) { m_messages->showNews({.text = text}); });
    connect(m_entry, &EntryPage::refused, this, [this](const QString& text, const QString& details) {
        m_messages->showCellError({.text = text, .details = details});
    });
    connect(m_entry, &EntryPage::refusalSettled, m_messages, &MessageBar::dropCellError);
    connectOverview();
    connectReport();
    // Another page, another year, a change that was taken: the cell has been left, or is right.
    connect(m_pages, &QStackedWidget::currentChanged, m_messages, &MessageBar::dropCellError);
    connect(&m_workspace, &workspace::Workspace::changed, m_messages, &MessageBar::dropCellError);
}

void MainWindow::connectOverview() {
    connect(m_overview, &OverviewPage::partsRequested, this, [this](const QString& indicator) {
        goTo(m_parts);
        m_parts->showIndicator(indicator);
    });
    connect(m_overview, &OverviewPage::resourcesRequested, this, [this] { goTo(m_resources); });
    connect(m_overview, &OverviewPage::balanceRequested, this, [this] { goTo(m_balance); });
    connect(m_overview, &OverviewPage::entryRequested, this, [this] { goTo(m_entry); });
    connect(m_overview, &OverviewPage::yearRequested, &m_tasks.files, &FileTasks::beginYear);
    connect(m_overview, &OverviewPage::importRequested, &m_tasks.imports, &ImportTasks::importBooks);
    connect(m_overview, &OverviewPage::templateRequested, &m_tasks.imports,
            [this] { m_tasks.imports.exportTemplate(false); });
    connect(m_overview, &OverviewPage::sampleRequested, &m_tasks.files, &FileTasks::openSample);
}

void MainWindow::connectReport() {
    connect(m_report, &ReportPage::previewRequested, &m_tasks.reports, &ReportTasks::previewEvaluation);
    connect(m_report, &ReportPage::exportRequested, &m_tasks.reports, &ReportTasks::exportEvaluation);
    connect(m_report, &ReportPage::saveTemplateRequested, &m_tasks.reports, &ReportTasks::saveTemplate);
    connect(m_report, &ReportPage::useTemplateRequested, &m_tasks.reports, &ReportTasks::useTemplate);
    connect(m_report, &ReportPage::useProgramTemplateRequested, &m_tasks.reports, &ReportTasks::useProgramTemplate);
    connect(m_report, &ReportPage::submitRequested, &m_tasks.reports, &ReportTasks::submit);
    connect(m_report, &ReportPage::saveRequested, &m_tasks.reports, &ReportTasks::saveSubmitted);
    connect(m_report, &ReportPage::dossiersRequested, this,
            [this](const QDate& date) { m_tasks.dossiers.askAndWrite(m_resources->shownSchools(), date); });
}

// What is still being typed is saved where it belongs, before anything else happens to the file.
void MainWindow::finishTyping() {
    QWidget* focus = focusWidget();
    if (qobject_cast<QLineEdit*>(focus) != nullptr || qobject_cast<QPlainTextEdit*>(focus) != nullptr)
        focus->clearFocus();
}

void MainWindow::perform(ActionId id) {
    finishTyping();
    switch (id) {
    case ActionId::NewCounty:
        return m_tasks.files.newCounty();
    case ActionId::OpenCounty:
        return m_tasks.files.askAndOpen();
    case ActionId::OpenSample:
        return m_tasks.files.openSample();
    case ActionId::CloseCounty:
        return m_tasks.files.closeCounty();
    case ActionId::BeginYear:
        return m_tasks.files.beginYear();
    case ActionId::Import:
        return m_tasks.imports.importBooks();
    case ActionId::ExportBlank:
        return m_tasks.imports.exportTemplate(false);
    case ActionId::ExportFilled:
        return m_tasks.imports.exportTemplate(true);
    case ActionId::ExportReport:
        return m_tasks.reports.exportWorkbook(QDate::currentDate());
    case ActionId::ExportDossiers:
        return m_tasks.dossiers.askAndWrite(m_resources->shownSchools(), QDate::currentDate());
    case ActionId::PrintShown:
        return m_tasks.reports.preview(m_resources->shownList(QDate::currentDate()));
    case ActionId::ListFailing:
        return m_tasks.reports.previewList(report::SchoolList::Failing);
    case ActionId::ListBelowFloor:
        return m_tasks.reports.previewList(report::SchoolList::BelowFloor);
    case ActionId::ListRooms:
        return m_tasks.reports.previewList(report::SchoolList::Rooms);
    case ActionId::ListRelaxations:
        return m_tasks.reports.previewList(report::SchoolList::Relaxations);
    case ActionId::ListMissing:
        return m_tasks.reports.previewList(report::SchoolList::Missing);
    case ActionId::ListEvidence:
        return m_tasks.reports.previewList(report::SchoolList::Evidence);
    case ActionId::ListFindings:
        return m_tasks.reports.previewList(report::SchoolList::Findings);
    case ActionId::ListTasks:
        return m_tasks.reports.previewList(report::SchoolList::Tasks);
    case ActionId::ChooseStandard:
        return m_tasks.files.chooseStandard();
    case ActionId::Quit:
        close();
        return;
    case ActionId::Undo:
        return m_tasks.files.undo();
    case ActionId::Redo:
        return m_tasks.files.redo();
    case ActionId::GoOverview:
    case ActionId::GoEntry:
    case ActionId::GoResources:
    case ActionId::GoBalance:
    case ActionId::GoParts:
    case ActionId::GoChecks:
    case ActionId::GoReport:
        return goTo(std::ranges::find(m_places, id, &Place::go)->page);
    case ActionId::NextPage:
        return goToNextPage();
    case ActionId::Help:
        return showHelp();
    case ActionId::About:
        return m_tasks.talk.questions().about(this);
    }
}

void MainWindow::refresh() {
    const bool open = m_workspace.isOpen();
    m_actions->setFileOpen(open);
    m_actions->setUndo(m_workspace.undoLabel(), m_workspace.redoLabel());
    m_navigation->setVisible(open);
    m_toolBar->setVisible(open);
    m_pages->setCurrentIndex(open ? m_navigation->currentRow() + 1 : 0);
    const QString readOnly = m_workspace.readOnlyReason();
    m_readOnly->setText(readOnly);
    m_readOnly->setVisible(!readOnly.isEmpty());
    const QString path = QDir::toNativeSeparators(m_workspace.path());
    m_messages->setIdleText(!open                ? QString()
                            : readOnly.isEmpty() ? tr("每次改动都已存入 %1").arg(path)
                                                 : tr("只能查看 %1").arg(path));
    if (!open) {
        setWindowTitle(tr("均衡"));
        setWindowFilePath({});
        return;
    }
    const model::CountyYear& year = m_workspace.data();
    setWindowTitle(
        tr("%1 %2 — %3 — 均衡")
            .arg(year.county().name, model::schoolYearName(year.year()), QFileInfo(m_workspace.path()).fileName()));
}

void MainWindow::refreshRecentFiles() {
    const QStringList paths = recentFiles();
    m_start->setRecentFiles(paths);
    m_recent->clear();
    for (const QString& path : paths) {
        QAction* action = m_recent->addAction(QDir::toNativeSeparators(path).replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, &m_tasks.files, [this, path] { m_tasks.files.openPath(path); });
    }
    m_recent->setEnabled(!paths.isEmpty());
}

// About the school of the row that is the current one in 数据填报, while that page is shown.
void MainWindow::fillSchoolMenu() {
    m_schoolMenu->clear();
    if (m_workspace.isOpen() && currentPlace().page == m_entry)
        m_entry->fillSchoolMenu(*m_schoolMenu);
    if (m_schoolMenu->isEmpty())
        m_schoolMenu->addAction(tr("请先在“数据填报”中选中学校的一行"))->setEnabled(false);
}

void MainWindow::goTo(Page* page) {
    m_navigation->setCurrentRow(static_cast<int>(std::ranges::find(m_places, page, &Place::page) - m_places.begin()));
    page->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::showHelp() {
    if (m_help == nullptr)
        m_help = new HelpWindow(this);
    m_help->showPage(m_workspace.isOpen() ? currentPlace().page->help() : u"quick-start.md"_s);
}

void MainWindow::goToNextPage() {
    m_navigation->setCurrentRow((m_navigation->currentRow() + 1) % m_navigation->count());
    currentPlace().page->setFocus(Qt::ShortcutFocusReason);
}

const MainWindow::Place& MainWindow::currentPlace() const {
    return m_places[static_cast<std::size_t>(m_navigation->currentRow())];
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!droppedFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    // After the drop is over: what follows may ask, and the program that drags must not wait for the answer.
    QMetaObject::invokeMethod(
        this, [this, paths = droppedFiles(*event->mimeData())] { m_tasks.files.takeFiles(paths); },
        Qt::QueuedConnection);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    finishTyping();
    if (!m_tasks.dossiers.mayClose()) {
        event->ignore();
        return;
    }
    saveLayout(*this, *m_pages);
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        applyHintColour();
        m_actions->refreshIcons();
    }
}

} // namespace junheng::ui
