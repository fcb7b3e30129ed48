#include "ui/pages/entry/entry_page.h"

#include "model/items.h"
#include "ui/pages/entry/cell_strip.h"
#include "ui/pages/entry/entry_sentences.h"
#include "ui/pages/entry/find_bar.h"
#include "ui/pages/entry/grid/entry_grid.h"
#include "ui/pages/entry/grid/entry_model.h"
#include "ui/pages/entry/grid/entry_rows.h"
#include "ui/pages/entry/grid/selection_summary.h"
#include "ui/pages/entry/mark_legend.h"
#include "ui/pages/entry/structure_actions.h"
#include "ui/widgets/selection.h"
#include "ui_entry_page.h"
#include "workspace/history.h"

#include <QScrollBar>
#include <QShortcut>
#include <QSignalBlocker>

#include <algorithm>
#include <array>

namespace junheng::ui {

namespace {

// While an arrow key is held down the history is not read for every cell passed.
constexpr int kHistoryDelayMs = 80;

} // namespace

EntryPage::EntryPage(workspace::Workspace& workspace, Selection& selection, StructureQuestions questions,
                     QWidget* parent)
    : Page(workspace, {.title = tr("数据填报"), .help = QStringLiteral("data-entry.md")}, parent),
      m_workspace(workspace), m_selection(selection), m_questions(std::move(questions)),
      m_ui(std::make_unique<Ui::EntryPage>()), m_model(new EntryModel(workspace, this)),
      m_structure(new StructureActions(workspace, m_questions, this)) {
    m_ui->setupUi(this);
    m_ui->topics->showTopicsOf(workspace.data().items());
    buildGrid();
    buildShortcuts();
    connectAll();
    m_model->setTopic(m_ui->topics->currentTopic());
    catchUp();
    m_grid->goTo(m_model->index(0, 0));
}

EntryPage::~EntryPage() = default;

void EntryPage::buildGrid() {
    m_strip = new CellStrip(*m_model, this);
    m_grid = new EntryGrid(*m_model, this);
    m_grid->setObjectName(QStringLiteral("grid"));
    m_grid->setAccessibleName(tr("数据表格"));
    // Head and some rows at least: a smaller window scrolls the page.
    m_grid->setMinimumHeight(14 * fontMetrics().height());
    m_find = new FindBar(*m_model, *m_grid, this);
    auto* foot = new QHBoxLayout;
    m_numbers = new QLabel(this);
    m_numbers->setObjectName(QStringLiteral("selectionSummary"));
    m_numbers->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_legend = new MarkLegend(this);
    foot->addWidget(m_legend);
    foot->addStretch();
    foot->addWidget(m_numbers);
    m_ui->gridLayout->addWidget(m_strip);
    m_ui->gridLayout->addWidget(m_find);
    m_ui->gridLayout->addWidget(m_grid, 1);
    m_ui->gridLayout->addLayout(foot);
    QWidget::setTabOrder(m_ui->addSchool, m_strip);
    QWidget::setTabOrder(m_strip, m_grid);
    QWidget::setTabOrder(m_grid, m_ui->history);
    m_ui->columns->setStretchFactor(0, 0);
    m_ui->columns->setStretchFactor(1, 1);
    m_ui->columns->setSizes({180, 1000});
    m_ui->rows->setStretchFactor(0, 1);
    m_ui->rows->setStretchFactor(1, 0);
    m_ui->rows->setSizes({600, 110});
}

void EntryPage::buildShortcuts() {
    for (const auto& [keys, direction] :
         {std::pair(QKeySequence(Qt::Key_F6), 1), std::pair(QKeySequence(Qt::SHIFT | Qt::Key_F6), -1)}) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, step = direction] { cycleFocus(step); });
    }
    for (const auto& [keys, direction] :
         {std::pair(QKeySequence(Qt::Key_F3), 1), std::pair(QKeySequence(Qt::SHIFT | Qt::Key_F3), -1)}) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, step = direction] { findNext(step); });
    }
    auto* find = new QShortcut(QKeySequence(QKeySequence::Find), this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, [this] { findNext(0); });
}

void EntryPage::connectAll() {
    m_historyTimer.setSingleShot(true);
    m_historyTimer.setInterval(kHistoryDelayMs);
    connect(&m_historyTimer, &QTimer::timeout, this, &EntryPage::showHistory);
    connect(&m_model->committer(), &EntryCommitter::committed, this, &EntryPage::message);
    m_summaryTimer.setSingleShot(true);
    connect(&m_summaryTimer, &QTimer::timeout, this, &EntryPage::showSelectionSummary);
    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, &m_summaryTimer,
            qOverload<>(&QTimer::start));
    connect(&m_selection, &Selection::changed, this, [this] { m_selectionPending = !isVisible(); });
    connect(m_grid, &EntryGrid::refused, this, &EntryPage::refused);
    connect(m_grid, &EntryGrid::rearranged, this, &EntryPage::updateRows);
    connect(m_grid, &EntryGrid::rearranged, this, &EntryPage::refusalSettled);
    connect(m_grid, &EntryGrid::editingGivenUp, this, &EntryPage::refusalSettled);
    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, this, &EntryPage::refusalSettled);
    connect(&m_model->committer(), &EntryCommitter::committed, this, &EntryPage::refusalSettled);
    connect(m_strip, &CellStrip::left, this, &EntryPage::refusalSettled);
    connect(m_ui->clearFilters, &QPushButton::clicked, this, &EntryPage::clearFilters);
    connect(m_grid, &EntryGrid::currentCellChanged, this, &EntryPage::showCurrentCell);
    connect(m_strip, &CellStrip::refused, this, [this](const QString& sentence) { Q_EMIT refused(sentence, {}); });
    connect(m_strip, &CellStrip::entered, this, [this] {
        m_grid->setFocus();
        m_grid->step(GridStep::Down);
    });
    connect(m_strip, &CellStrip::left, m_grid, qOverload<>(&QWidget::setFocus));
    connect(m_ui->topics, &TopicTree::topicChosen, this, &EntryPage::chooseTopic);
    connect(m_ui->filter, &QLineEdit::textChanged, this, &EntryPage::applyFilter);
    connect(m_ui->filter, &QLineEdit::returnPressed, m_grid, qOverload<>(&QWidget::setFocus));
    connect(m_ui->onlyWanted, &QCheckBox::toggled, this, &EntryPage::applyFilter);
    connect(m_ui->onlyUnconfirmed, &QCheckBox::toggled, this, &EntryPage::applyFilter);
    connect(m_ui->confirmAll, &QPushButton::clicked, this,
            [this] { m_grid->confirm(m_model->rows().unconfirmedCells()); });
    connect(m_ui->addSchool, &QPushButton::clicked, this, &EntryPage::addSchool);
    connect(m_ui->addFirstSchool, &QPushButton::clicked, this, &EntryPage::addSchool);
    connect(m_grid, &EntryGrid::menuOpening, this, &EntryPage::fillSchoolMenu);
    connect(m_structure, &StructureActions::done, this, &EntryPage::followStructure);
    connect(m_structure, &StructureActions::failed, this,
            [this](const QString& sentence) { Q_EMIT refused(sentence, {}); });
}

bool EntryPage::finishEditing() {
    return m_grid->finishEditing() && m_strip->finishEditing();
}

// The same row, or at least the same school, stays the current one.
void EntryPage::chooseTopic() {
    if (m_ui->topics->currentTopic() == m_model->rows().topic())
        return;
    if (!finishEditing()) {
        const QSignalBlocker blocker(m_ui->topics);
        m_ui->topics->choose(m_model->rows().topic());
        return;
    }
    const auto before = m_model->cellAt(m_grid->currentIndex());
    m_model->setTopic(m_ui->topics->currentTopic());
    m_grid->horizontalScrollBar()->setValue(0);
    const int row =
        before && !before->subject.school.isEmpty() ? m_model->rows().firstRowOf(before->subject.school) : 0;
    m_grid->goTo(m_model->index(std::max(row, 0), 0));
    showCurrentCell();
    updateRows();
}

void EntryPage::applyFilter() {
    if (!finishEditing()) {
        const QSignalBlocker filterBlocker(m_ui->filter);
        const QSignalBlocker wantedBlocker(m_ui->onlyWanted);
        m_ui->filter->setText(m_model->rows().filter().text);
        const QSignalBlocker unconfirmedBlocker(m_ui->onlyUnconfirmed);
        m_ui->onlyWanted->setChecked(m_model->rows().filter().onlyWanted);
        m_ui->onlyUnconfirmed->setChecked(m_model->rows().filter().onlyUnconfirmed);
        return;
    }
    const RowFilter filter{.text = m_ui->filter->text().trimmed(),
                           .onlyWanted = m_ui->onlyWanted->isChecked(),
                           .onlyUnconfirmed = m_ui->onlyUnconfirmed->isChecked(),
                           .columns = m_model->rows().filter().columns};
    m_grid->keepingCurrent([&] { m_model->setFilter(filter); });
    const QModelIndex wanted = m_model->firstWanted();
    if (m_model->rows().filter().onlyWanted && wanted.isValid())
        m_grid->goTo(wanted);
    m_grid->scrollTo(m_grid->currentIndex());
    updateRows();
}

void EntryPage::clearFilters() {
    if (!finishEditing())
        return;
    {
        const QSignalBlocker filterBlocker(m_ui->filter);
        const QSignalBlocker wantedBlocker(m_ui->onlyWanted);
        const QSignalBlocker unconfirmedBlocker(m_ui->onlyUnconfirmed);
        m_ui->filter->clear();
        m_ui->onlyWanted->setChecked(false);
        m_ui->onlyUnconfirmed->setChecked(false);
    }
    m_grid->clearColumnFilters();
    applyFilter();
    m_grid->setFocus();
}

void EntryPage::findNext(int direction) {
    if (!finishEditing() || m_model->rowCount() == 0)
        return;
    if (direction == 0 || !m_find->isVisible())
        m_find->open();
    else
        m_find->step(direction);
}

void EntryPage::showCell(const model::CellKey& cell) {
    if (!finishEditing())
        return;
    m_ui->topics->choose(*cell.item);
    if (!m_model->indexOf(cell).isValid())
        clearFilters();
    if (const QModelIndex index = m_model->indexOf(cell); index.isValid())
        m_grid->goTo(index);
    m_grid->setFocus();
}

void EntryPage::addSchool() {
    if (!finishEditing())
        return;
    const QString code = m_questions.addSchool(this, m_workspace);
    if (code.isEmpty())
        return;
    Q_EMIT message(tr("已新建学校 %1").arg(m_workspace.data().schoolName(code)));
    showCell({.subject = model::SubjectKey::ofSchool(code), .item = &model::itemOf(items::sponsor)});
}

void EntryPage::fillSchoolMenu(QMenu& menu) {
    if (const auto cell = m_model->cellAt(m_grid->currentIndex()); cell && finishEditing())
        m_structure->fill(menu, cell->subject);
}

// To the row that has come, or to the one that has taken the place of the row that went.
void EntryPage::followStructure(const QString& sentence, const model::SubjectKey& row) {
    Q_EMIT message(sentence);
    QModelIndex place = m_grid->currentIndex();
    if (!row.school.isEmpty() || row.level == model::Level::Monitoring) {
        const auto items = m_workspace.data().items().ofLevel(row.level);
        const model::Item& first = *std::ranges::find(items, false, &model::Item::key);
        const bool ofTopic = m_model->rows().topic().level == row.level;
        const int column = std::max(place.column(), 0);
        place = m_model->indexOf({.subject = row, .item = ofTopic ? m_model->rows().topic().items.front() : &first});
        if (!place.isValid())
            return showCell({.subject = row, .item = &first});
        place = place.siblingAtColumn(column);
    }
    if (place.isValid())
        m_grid->goTo(place);
    m_grid->setFocus();
}

void EntryPage::refresh() {
    if (m_ui->topics->showTopicsOf(m_workspace.data().items()))
        m_model->setTopic(m_ui->topics->currentTopic());
    m_model->refresh();
    m_ui->topics->count(m_workspace.isOpen() ? &m_workspace.data() : nullptr);
    m_ui->addSchool->setEnabled(m_workspace.isOpen());
    if (!m_grid->currentIndex().isValid() && m_model->rowCount() > 0)
        m_grid->goTo(m_model->index(0, 0));
    showCurrentCell();
    updateRows();
}

void EntryPage::updateRows() {
    updateSummary();
    updateEmptyState();
    m_summaryTimer.start();
}

void EntryPage::showCurrentCell() {
    const auto cell = m_model->cellAt(m_grid->currentIndex());
    m_strip->showCell(cell);
    m_historyTimer.start();
    if (cell && isVisible())
        tellSelection(*cell);
}

// The section itself; another row of a school stands for the section chosen before, or for its first one.
void EntryPage::tellSelection(const model::CellKey& cell) {
    if (cell.subject.school.isEmpty())
        return;
    model::SubjectKey section = cell.subject;
    if (section.level != model::Level::Section) {
        if (m_selection.section().school == section.school)
            return;
        const auto [first, last] = m_workspace.data().sections().rowsOfSchool(section.school);
        if (first == last)
            return;
        section = m_workspace.data().sections().key(first);
    }
    m_selection.choose(section, m_selection.indicator());
}

// To the first row of the school in this topic, or to the figures behind the indicator.
void EntryPage::followSelection() {
    m_selectionPending = false;
    const model::SubjectKey section = m_selection.section();
    if (!m_workspace.isOpen() || section.school.isEmpty())
        return;
    if (const auto cell = entryCell(m_workspace.data(), m_workspace.standard(), section, m_selection.indicator()))
        return showCell(*cell);
    const int row = m_model->rows().firstRowOf(section.school);
    if (row >= 0)
        m_grid->goTo(m_model->index(row, std::max(m_grid->currentIndex().column(), 0)));
}

void EntryPage::showSelectionSummary() {
    if (isStale())
        return; // the rows are those of before
    m_numbers->setText(selectionSummary(*m_model, m_grid->selectionModel()->selection()));
}

void EntryPage::showHistory() {
    const auto cell = m_model->cellAt(m_grid->currentIndex());
    if (!cell || !m_workspace.isOpen())
        return m_ui->history->showSentence({});
    const auto entries = m_workspace.history().ofCell(*cell);
    if (entries)
        m_ui->history->showEntries(*entries);
    else
        m_ui->history->showSentence(entries.error().toString());
}

void EntryPage::updateSummary() {
    const int unconfirmed = static_cast<int>(m_model->rows().unconfirmedCells().size());
    m_ui->summary->setText(rowsSummary(*m_model, m_ui->topics->currentCount(), unconfirmed));
    m_ui->clearFilters->setVisible(!m_model->rows().filter().isEmpty());
    updateUnconfirmed(unconfirmed);
}

// A filter that is on stays in sight, also when everything is confirmed.
void EntryPage::updateUnconfirmed(int count) {
    m_ui->confirmAll->setVisible(count > 0);
    m_ui->confirmAll->setText(tr("确认这 %1 格").arg(count));
    m_ui->onlyUnconfirmed->setVisible(count > 0 || m_ui->onlyUnconfirmed->isChecked());
    m_legend->explainUnconfirmed(count > 0);
}

void EntryPage::updateEmptyState() {
    m_ui->addFirstSchool->setVisible(m_workspace.isOpen() && m_workspace.data().schools().rowCount() == 0);
    m_ui->emptySentence->setText(emptySentence(m_workspace, *m_model));
    // The fields of the columns stay, so that they can be mended.
    const bool showGrid = m_model->rowCount() > 0 || !m_model->rows().filter().columns.isEmpty();
    m_ui->stack->setCurrentWidget(showGrid ? m_ui->gridPage : m_ui->emptyPage);
}

void EntryPage::cycleFocus(int direction) {
    const std::array<QWidget*, 4> places{m_ui->topics, m_ui->filter, m_strip, m_grid};
    const int count = static_cast<int>(places.size());
    int at = 0;
    for (int i = 0; i < count; ++i) {
        const QWidget* place = places[static_cast<std::size_t>(i)];
        if (place->hasFocus() || place->isAncestorOf(focusWidget()))
            at = i;
    }
    QWidget* next = places[static_cast<std::size_t>((at + direction + count) % count)];
    if (next == m_strip)
        m_strip->focusValue();
    else
        next->setFocus(Qt::ShortcutFocusReason);
}

void EntryPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    window()->installEventFilter(this);
    if (m_selectionPending)
        followSelection();
}

// A window does not close over refused text, and typed text is saved before it closes.
bool EntryPage::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Close && watched == window() && !finishEditing()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace junheng::ui
