#include "ui/pages/entry/entry_page.h"

#include "ui/pages/entry/add_school_dialog.h"
#include "ui/pages/entry/cell_strip.h"
#include "ui/pages/entry/entry_grid.h"
#include "ui/pages/entry/entry_model.h"
#include "ui_entry_page.h"

#include <QScrollBar>
#include <QShortcut>
#include <QSignalBlocker>

#include <array>

namespace junheng::ui {

namespace {

// While an arrow key is held down the history is not read for every cell passed.
constexpr int kHistoryDelayMs = 80;

} // namespace

EntryPage::EntryPage(workspace::Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_ui(std::make_unique<Ui::EntryPage>()),
      m_model(new EntryModel(workspace, this)) {
    m_ui->setupUi(this);
    buildGrid();
    buildShortcuts();
    connectAll();
    m_model->setTopic(m_ui->topics->currentTopic());
    follow();
    m_grid->goTo(m_model->index(0, 0));
}

EntryPage::~EntryPage() = default;

void EntryPage::buildGrid() {
    m_strip = new CellStrip(*m_model, this);
    m_grid = new EntryGrid(*m_model, this);
    m_grid->setObjectName(QStringLiteral("grid"));
    m_grid->setAccessibleName(tr("数据表格"));
    m_ui->gridLayout->addWidget(m_strip);
    m_ui->gridLayout->addWidget(m_grid, 1);
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
}

void EntryPage::connectAll() {
    m_historyTimer.setSingleShot(true);
    m_historyTimer.setInterval(kHistoryDelayMs);
    connect(&m_historyTimer, &QTimer::timeout, this, &EntryPage::showHistory);
    connect(&m_workspace, &workspace::Workspace::changed, this, &EntryPage::follow);
    connect(m_model, &EntryModel::committed, this, &EntryPage::message);
    connect(m_grid, &EntryGrid::refused, this, &EntryPage::error);
    connect(m_grid, &EntryGrid::currentCellChanged, this, &EntryPage::showCurrentCell);
    connect(m_strip, &CellStrip::refused, this, &EntryPage::error);
    connect(m_strip, &CellStrip::entered, this, [this] {
        m_grid->setFocus();
        m_grid->step(Step::Down);
    });
    connect(m_strip, &CellStrip::left, m_grid, qOverload<>(&QWidget::setFocus));
    connect(m_ui->topics, &TopicTree::topicChosen, this, &EntryPage::chooseTopic);
    connect(m_ui->filter, &QLineEdit::textChanged, this, &EntryPage::applyFilter);
    connect(m_ui->filter, &QLineEdit::returnPressed, m_grid, qOverload<>(&QWidget::setFocus));
    connect(m_ui->onlyWanted, &QCheckBox::toggled, this, &EntryPage::applyFilter);
    connect(m_ui->addSchool, &QPushButton::clicked, this, &EntryPage::addSchool);
    connect(m_ui->addFirstSchool, &QPushButton::clicked, this, &EntryPage::addSchool);
}

bool EntryPage::finishEditing() {
    return m_grid->finishEditing() && m_strip->finishEditing();
}

// The same row, or at least the same school, stays the current one.
void EntryPage::chooseTopic() {
    if (m_ui->topics->currentTopic() == m_model->topic())
        return;
    if (!finishEditing()) {
        const QSignalBlocker blocker(m_ui->topics);
        m_ui->topics->choose(m_model->topic());
        return;
    }
    const auto before = m_model->cellAt(m_grid->currentIndex());
    m_model->setTopic(m_ui->topics->currentTopic());
    m_grid->horizontalScrollBar()->setValue(0);
    int row = 0;
    for (int candidate = m_model->rowCount() - 1; before && candidate >= 0; --candidate) {
        const auto cell = m_model->cellAt(m_model->index(candidate, 0));
        if (!before->subject.school.isEmpty() && cell && cell->subject.school == before->subject.school)
            row = candidate;
    }
    m_grid->goTo(m_model->index(row, 0));
    showCurrentCell();
    updateSummary();
    updateEmptyState();
}

void EntryPage::applyFilter() {
    if (!finishEditing()) {
        const QSignalBlocker filterBlocker(m_ui->filter);
        const QSignalBlocker wantedBlocker(m_ui->onlyWanted);
        m_ui->filter->setText(m_model->filter());
        m_ui->onlyWanted->setChecked(m_model->showsOnlyWanted());
        return;
    }
    m_model->setFilter(m_ui->filter->text(), m_ui->onlyWanted->isChecked());
    const QModelIndex wanted = m_model->firstWanted();
    if (m_model->showsOnlyWanted() && wanted.isValid())
        m_grid->goTo(wanted);
    else if (!m_grid->currentIndex().isValid())
        m_grid->goTo(m_model->index(0, 0));
    m_grid->scrollTo(m_grid->currentIndex());
    updateSummary();
    updateEmptyState();
}

void EntryPage::showCell(const model::CellKey& cell) {
    if (!finishEditing())
        return;
    m_ui->topics->choose(*cell.item);
    if (!m_model->indexOf(cell).isValid()) {
        const QSignalBlocker filterBlocker(m_ui->filter);
        const QSignalBlocker wantedBlocker(m_ui->onlyWanted);
        m_ui->filter->clear();
        m_ui->onlyWanted->setChecked(false);
        applyFilter();
    }
    if (const QModelIndex index = m_model->indexOf(cell); index.isValid())
        m_grid->goTo(index);
    m_grid->setFocus();
}

void EntryPage::addSchool() {
    if (!finishEditing())
        return;
    AddSchoolDialog dialog(m_workspace, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QString code = dialog.code();
    Q_EMIT message(tr("已新建学校 %1").arg(m_workspace.data().schoolName(code)));
    showCell({.subject = model::SubjectKey::ofSchool(code), .item = &model::ItemDictionary::instance().at(u"sponsor")});
}

void EntryPage::follow() {
    m_model->refresh();
    m_ui->topics->count(m_workspace.isOpen() ? &m_workspace.data() : nullptr);
    m_ui->addSchool->setEnabled(m_workspace.isOpen());
    if (!m_grid->currentIndex().isValid() && m_model->rowCount() > 0)
        m_grid->goTo(m_model->index(0, 0));
    showCurrentCell();
    updateSummary();
    updateEmptyState();
}

void EntryPage::showCurrentCell() {
    m_strip->showCell(m_model->cellAt(m_grid->currentIndex()));
    m_historyTimer.start();
}

void EntryPage::showHistory() {
    const auto cell = m_model->cellAt(m_grid->currentIndex());
    if (!cell || !m_workspace.isOpen())
        return m_ui->history->showSentence({});
    const auto entries = m_workspace.cellHistory(*cell);
    if (entries)
        m_ui->history->showEntries(*entries);
    else
        m_ui->history->showSentence(entries.error().toString());
}

void EntryPage::updateSummary() {
    const int wanted = m_model->wantedCells();
    const QString rows = tr("%1 行").arg(m_model->rowCount());
    m_ui->summary->setText(wanted > 0 ? tr("%1 · ○ 待填报 %2 格").arg(rows).arg(wanted) : rows);
}

void EntryPage::updateEmptyState() {
    const bool isOpen = m_workspace.isOpen();
    const bool noSchools = isOpen && m_workspace.data().schools().rowCount() == 0;
    const bool filtered = !m_ui->filter->text().trimmed().isEmpty() || m_ui->onlyWanted->isChecked();
    m_ui->addFirstSchool->setVisible(noSchools);
    if (!isOpen)
        m_ui->emptySentence->setText(tr("还没有打开县级文件。请先新建或打开一个县级文件。"));
    else if (noSchools)
        m_ui->emptySentence->setText(tr("还没有学校。请先导入数据表，或在这里新建第一所学校。"));
    else if (filtered)
        m_ui->emptySentence->setText(tr("没有符合筛选条件的行。请修改筛选文字，或取消“只看待填报”。"));
    else
        m_ui->emptySentence->setText(m_model->topic().level == model::Level::Room
                                         ? tr("还没有专用教室。请先在“学校 → 专用教室”中填写音乐、美术专用教室间数。")
                                         : tr("这里没有需要填报的行。"));
    m_ui->stack->setCurrentWidget(m_model->rowCount() > 0 ? m_ui->gridPage : m_ui->emptyPage);
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
    QWidget::showEvent(event);
    window()->installEventFilter(this);
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
