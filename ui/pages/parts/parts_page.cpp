#include "ui/pages/parts/parts_page.h"

#include "assess/trace.h"
#include "ui/pages/parts/indicator_panel.h"
#include "ui/pages/parts/part_rows.h"
#include "ui/widgets/fitted_columns.h"
#include "ui_parts_page.h"

#include <QHeaderView>
#include <QSignalBlocker>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

enum PartsColumn : std::uint8_t { IdColumn, NameColumn, VerdictColumn, DetailColumn };

void ink(QTreeWidgetItem& item, Tone tone, const QPalette& palette) {
    item.setForeground(VerdictColumn, inkOf(tone, palette));
    item.setBackground(VerdictColumn, fillOf(tone, palette));
}

void setTexts(QTreeWidgetItem& item, const QStringList& texts) {
    for (int column = 0; column < texts.size(); ++column)
        item.setText(column, texts[column]);
}

} // namespace

PartsPage::PartsPage(workspace::Workspace& workspace, QWidget* parent)
    : Page(workspace, {.title = tr("政府与质量"), .help = QStringLiteral("parts.md")}, parent), m_workspace(workspace),
      m_ui(std::make_unique<Ui::PartsPage>()), m_panel(new IndicatorPanel(workspace)) {
    m_ui->setupUi(this);
    m_ui->side->addWidget(m_panel);
    setFocusProxy(m_ui->list);
    QHeaderView& header = *m_ui->list->header();
    header.setStretchLastSection(true);
    m_columns = new FittedColumns(*m_ui->list, {IdColumn, NameColumn, VerdictColumn});
    m_ui->splitter->setSizes({820, 400});
    m_ui->side->setSizes({300, 300});
    connect(m_ui->list, &QTreeWidget::currentItemChanged, this, &PartsPage::showChosen);
    connect(m_ui->list, &QTreeWidget::itemActivated, this, [this] { m_ui->trace->focusFirstCell(); });
    connect(m_ui->trace, &TracePanel::cellRequested, this, &PartsPage::cellRequested);
    connect(m_panel, &IndicatorPanel::error, this, &PartsPage::error);
    connect(m_panel, &IndicatorPanel::refused, this, &PartsPage::refused);
    connect(m_panel, &IndicatorPanel::attachRequested, this, &PartsPage::attachRequested);
    connect(m_panel, &IndicatorPanel::filesDropped, this, &PartsPage::filesDropped);
    connect(m_panel, &IndicatorPanel::openRequested, this, &PartsPage::openRequested);
    connect(m_panel, &IndicatorPanel::saveRequested, this, &PartsPage::saveRequested);
    connect(m_ui->rooms, &QToolButton::clicked, this, [this] { Q_EMIT listRequested(report::SchoolList::Rooms); });
    connect(m_ui->relaxations, &QToolButton::clicked, this,
            [this] { Q_EMIT listRequested(report::SchoolList::Relaxations); });
}

PartsPage::~PartsPage() = default;

void PartsPage::showIndicator(const QString& id) {
    catchUp();
    choose(id);
}

void PartsPage::refresh() {
    const std::vector<PartGroup> groups = m_workspace.isOpen() ? partGroups(m_workspace) : std::vector<PartGroup>();
    QStringList indicators;
    for (const PartGroup& group : groups) {
        indicators += group.name;
        for (const PartRow& row : group.rows)
            indicators += row.id;
    }
    // Only another standard has other indicators; a list takes long to be laid out anew.
    if (indicators != m_indicators) {
        m_indicators = std::move(indicators);
        rebuildList(groups);
    } else {
        fillList(groups);
    }
    showChosen();
}

void PartsPage::rebuildList(const std::vector<PartGroup>& groups) {
    const QSignalBlocker quiet(m_ui->list);
    const QString chosen = currentId();
    m_ui->list->clear();
    QFont bold = font();
    bold.setBold(true);
    for (const PartGroup& group : groups) {
        auto* head = new QTreeWidgetItem(m_ui->list);
        head->setFont(IdColumn, bold);
        head->setFont(VerdictColumn, bold);
        for (std::size_t row = 0; row < group.rows.size(); ++row)
            new QTreeWidgetItem(head);
    }
    fillList(groups);
    m_ui->list->expandAll();
    m_columns->fit();
    choose(chosen);
}

void PartsPage::fillList(const std::vector<PartGroup>& groups) {
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const PartGroup& group = groups[i];
        QTreeWidgetItem& head = *m_ui->list->topLevelItem(static_cast<int>(i));
        setTexts(head, {group.name, {}, wordAndMark(group.verdict)});
        ink(head, toneOf(group.verdict), palette());
        for (std::size_t j = 0; j < group.rows.size(); ++j) {
            const PartRow& row = group.rows[j];
            QTreeWidgetItem& item = *head.child(static_cast<int>(j));
            setTexts(item, {row.id, row.name, u"%1 %2"_s.arg(row.word, markOf(row.tone)), row.detail});
            item.setToolTip(NameColumn, row.toolTip);
            item.setToolTip(DetailColumn, row.detail);
            ink(item, row.tone, palette());
        }
    }
}

QString PartsPage::currentId() const {
    const QTreeWidgetItem* item = m_ui->list->currentItem();
    return item == nullptr || item->parent() == nullptr ? QString() : item->text(IdColumn);
}

void PartsPage::choose(const QString& id) {
    for (int group = 0; group < m_ui->list->topLevelItemCount(); ++group) {
        QTreeWidgetItem* head = m_ui->list->topLevelItem(group);
        for (int row = 0; row < head->childCount(); ++row) {
            if (head->child(row)->text(IdColumn).startsWith(id)) {
                m_ui->list->setCurrentItem(head->child(row));
                return;
            }
        }
    }
}

void PartsPage::showChosen() {
    const QString id = currentId();
    m_panel->showIndicator(m_workspace.isOpen() ? id : QString());
    if (id.isEmpty() || !m_workspace.isOpen()) {
        m_ui->trace->showNothing();
        return;
    }
    m_ui->trace->showTrace(assess::indicatorTraceOf(m_workspace.data(), m_workspace.standard(),
                                                    m_workspace.assessment(), id, m_workspace.priorYears()),
                           m_workspace.data());
}

} // namespace junheng::ui
