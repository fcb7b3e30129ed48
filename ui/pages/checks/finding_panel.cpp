#include "ui/pages/checks/finding_panel.h"

#include "ui/widgets/wrapped_label.h"
#include "ui_finding_panel.h"

#include <QEvent>
#include <QHeaderView>

#include <chrono>

namespace junheng::ui {

namespace {

using namespace std::chrono_literals;
using quality::Answer;
using quality::CheckedFigure;
using quality::CheckFinding;

enum FigureColumn : std::uint8_t { YearColumn, ItemColumn, ValueColumn };

constexpr auto kTypingPause = 4s;

bool isSame(const CheckFinding& one, const CheckFinding& other) {
    return one.check == other.check && one.subject == other.subject;
}

} // namespace

FindingPanel::FindingPanel(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::FindingPanel>()) {
    m_ui->setupUi(this);
    QFont bold = font();
    bold.setBold(true);
    m_ui->place->setFont(bold);
    QHeaderView& header = *m_ui->figures->header();
    header.setStretchLastSection(false);
    header.setSectionResizeMode(YearColumn, QHeaderView::ResizeToContents);
    header.setSectionResizeMode(ItemColumn, QHeaderView::Stretch);
    header.setSectionResizeMode(ValueColumn, QHeaderView::ResizeToContents);
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    m_ui->text->installEventFilter(this);
    connect(&m_typing, &QTimer::timeout, this, [this] { keep(); });
    connect(m_ui->text, &QPlainTextEdit::textChanged, this, [this] {
        if (m_ui->text->document()->isModified())
            m_typing.start();
    });
    connect(m_ui->figures, &QTreeWidget::itemActivated, this,
            [this](QTreeWidgetItem* item) { requestCell(m_ui->figures->indexOfTopLevelItem(item)); });
    connect(m_ui->correct, &QPushButton::clicked, this,
            [this] { requestCell(m_ui->figures->indexOfTopLevelItem(m_ui->figures->currentItem())); });
    connect(m_ui->figures, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem* item) {
        m_ui->correct->setEnabled(item != nullptr && item->flags().testFlag(Qt::ItemIsSelectable));
    });
    connect(m_ui->checked, &QPushButton::clicked, this, [this] { keep(true); });
    showFinding(nullptr);
}

FindingPanel::~FindingPanel() = default;

bool FindingPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusOut)
        keep();
    return QWidget::eventFilter(watched, event);
}

void FindingPanel::showFinding(const CheckFinding* finding) {
    const bool same = finding != nullptr && m_finding && isSame(*finding, *m_finding);
    const bool typing = same && m_ui->text->document()->isModified();
    m_finding = finding != nullptr ? std::optional(*finding) : std::nullopt;
    setEnabled(finding != nullptr);
    m_ui->place->showText(finding != nullptr ? quality::placeName(*finding) : QString());
    m_ui->message->showText(finding != nullptr ? finding->message : QString());
    QString remedy;
    if (finding != nullptr) {
        remedy = quality::remedy(*finding);
        if (const QStringList users = quality::concerns(*finding); !users.isEmpty())
            remedy += tr("这些数用于：%1。").arg(users.join(tr("、")));
    }
    m_ui->remedy->showText(remedy);
    fillFigures();
    if (!typing) {
        m_typing.stop();
        const QString text = finding != nullptr ? finding->explanation : QString();
        if (!same || m_ui->text->toPlainText().trimmed() != text)
            m_ui->text->setPlainText(text);
    }
    showOutdated();
}

void FindingPanel::fillFigures() {
    const int row = m_ui->figures->indexOfTopLevelItem(m_ui->figures->currentItem());
    m_ui->figures->clear();
    if (!m_finding)
        return;
    for (const CheckedFigure& figure : m_finding->figures) {
        auto* item = new QTreeWidgetItem(
            m_ui->figures, {QString::number(figure.year), quality::figureName(*m_finding, figure), figure.text});
        item->setTextAlignment(ValueColumn, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(ItemColumn, item->text(ItemColumn));
        if (figure.isEarlier)
            item->setFlags(Qt::ItemIsEnabled); // not entered here
    }
    QTreeWidgetItem* chosen = m_ui->figures->topLevelItem(row);
    m_ui->figures->setCurrentItem(chosen != nullptr ? chosen : m_ui->figures->topLevelItem(0));
}

void FindingPanel::showOutdated() {
    const bool isOutdated = m_finding && m_finding->answer == Answer::Outdated;
    m_ui->outdated->setVisible(isOutdated);
    m_ui->checked->setVisible(isOutdated);
    if (!isOutdated)
        return;
    const QStringList changes = quality::changesSinceExplained(*m_finding);
    m_ui->outdated->setText(tr("△ 说明之后数据变了：%1。请修改说明，或确认后点“已核对”。")
                                .arg(changes.isEmpty() ? tr("涉及的数据有增减") : changes.join(QStringLiteral("；"))));
}

void FindingPanel::requestCell(int row) {
    if (!m_finding || row < 0)
        return;
    const CheckedFigure figure = m_finding->figures[static_cast<std::size_t>(row)];
    if (figure.isEarlier)
        return;
    keep();
    Q_EMIT cellRequested(figure.cell);
}

void FindingPanel::focusFirstFigure() {
    m_ui->figures->setFocus(Qt::OtherFocusReason);
}

void FindingPanel::keep(bool checked) {
    m_typing.stop();
    if (!m_finding || (!checked && !m_ui->text->document()->isModified()))
        return;
    m_ui->text->document()->setModified(false);
    const CheckFinding finding = *m_finding; // another one may be shown before everybody has heard
    Q_EMIT explained(finding, m_ui->text->toPlainText());
}

bool FindingPanel::isTyping() const {
    return m_ui->text->document()->isModified();
}

void FindingPanel::refuse() {
    m_ui->text->document()->setModified(true);
}

} // namespace junheng::ui
