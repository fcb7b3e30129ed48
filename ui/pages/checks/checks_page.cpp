#include "ui/pages/checks/checks_page.h"

#include "ui/pages/checks/finding_panel.h"
#include "ui/widgets/fitted_columns.h"
#include "ui/widgets/tone.h"
#include "ui_checks_page.h"
#include "workspace/doubts.h"
#include "workspace/gate.h"

#include <QHeaderView>
#include <QSignalBlocker>

#include <algorithm>

namespace junheng::ui {

namespace {

using namespace Qt::Literals::StringLiterals;
using quality::Answer;
using quality::CheckFinding;
using quality::CheckSeverity;

enum CheckColumn : std::uint8_t { SeverityColumn, AnswerColumn, SchoolColumn, PartColumn, MessageColumn };
enum AnswerFilter : std::uint8_t { AnyAnswer, ToBeDone, Answered }; // the rows of the box

constexpr int kListWidth = 760; // in proportion
constexpr int kPanelWidth = 400;

Tone toneOf(CheckSeverity severity) {
    switch (severity) {
    case CheckSeverity::Contradiction:
        return Tone::Bad;
    case CheckSeverity::Doubt:
        return Tone::Near;
    case CheckSeverity::Notice:
        break;
    }
    return Tone::None;
}

Tone toneOf(Answer answer) {
    switch (answer) {
    case Answer::Open:
        return Tone::Open;
    case Answer::Outdated:
        return Tone::Near;
    case Answer::Explained:
        break;
    }
    return Tone::Good;
}

} // namespace

ChecksPage::ChecksPage(workspace::Workspace& workspace, QWidget* parent)
    : Page(workspace, {.title = tr("数据核查"), .help = QStringLiteral("checks.md")}, parent), m_workspace(workspace),
      m_ui(std::make_unique<Ui::ChecksPage>()) {
    m_ui->setupUi(this);
    m_panel = m_ui->panel;
    setFocusProxy(m_ui->list);
    m_ui->list->header()->setStretchLastSection(true);
    m_columns = new FittedColumns(*m_ui->list, {SeverityColumn, AnswerColumn, SchoolColumn, PartColumn});
    m_ui->splitter->setSizes({kListWidth, kPanelWidth});
    connect(m_ui->list, &QTreeWidget::currentItemChanged, this, &ChecksPage::changeChosen);
    connect(m_ui->list, &QTreeWidget::itemActivated, m_panel, &FindingPanel::focusFirstFigure);
    const auto narrow = [this] { fillList(false); };
    for (QComboBox* filter : {m_ui->severity, m_ui->answer})
        connect(filter, &QComboBox::currentIndexChanged, this, narrow);
    connect(m_ui->school, &QLineEdit::textChanged, this, narrow);
    connect(m_ui->print, &QToolButton::clicked, this, [this] {
        m_panel->keep();
        Q_EMIT listRequested(report::SchoolList::Findings);
    });
    connect(m_panel, &FindingPanel::cellRequested, this, &ChecksPage::cellRequested);
    connect(m_panel, &FindingPanel::explained, this, [this](const CheckFinding& finding, const QString& text) {
        const auto kept = m_workspace.doubts().explain(finding, text);
        if (!kept) {
            // What was declined is given up; what is refused waits to be mended.
            if (workspace::isDeclined(kept.error()))
                m_panel->showFinding(current());
            else
                m_panel->refuse();
            Q_EMIT error(kept.error());
        }
    });
}

ChecksPage::~ChecksPage() {
    // What was typed is kept when the window closes; its editor is left once more when there is no page to tell.
    m_panel->disconnect(this);
}

// What was typed and refused belongs to the year it was typed in.
void ChecksPage::forgetOtherYear() {
    const std::pair shown(m_workspace.path(), m_workspace.isOpen() ? m_workspace.data().year() : 0);
    if (std::exchange(m_shownYear, shown) != shown)
        m_panel->showFinding(nullptr);
}

void ChecksPage::letGo() {
    forgetOtherYear();
}

void ChecksPage::refresh() {
    forgetOtherYear();
    m_findings.clear();
    m_failure.clear();
    if (m_workspace.isOpen()) {
        auto findings = m_workspace.doubts().findings();
        if (findings)
            m_findings = *std::move(findings);
        else
            m_failure = findings.error().toString();
    }
    fillList(true);
}

bool ChecksPage::fits(const CheckFinding& finding) const {
    const int severity = m_ui->severity->currentIndex();
    if (severity > 0 && static_cast<int>(finding.severity) != severity - 1)
        return false;
    const int answer = m_ui->answer->currentIndex();
    if (answer != AnyAnswer && (answer == Answered) != (finding.answer == Answer::Explained))
        return false;
    const QString school = m_ui->school->text().trimmed();
    return finding.schoolName.contains(school, Qt::CaseInsensitive) || finding.subject.school.startsWith(school);
}

void ChecksPage::fillList(bool keepChosen) {
    keepChosen = keepChosen || m_panel->isTyping();
    // Where the chosen one was, the next one comes.
    int row = std::max(0, m_ui->list->indexOfTopLevelItem(m_ui->list->currentItem()));
    m_listed.clear();
    for (std::size_t i = 0; i < m_findings.size(); ++i) {
        if (isChosen(m_findings[i]))
            row = static_cast<int>(m_listed.size());
        if (fits(m_findings[i]) || (keepChosen && isChosen(m_findings[i])))
            m_listed.push_back(i);
    }
    {
        const QSignalBlocker quiet(m_ui->list);
        const int rows = static_cast<int>(m_listed.size());
        while (m_ui->list->topLevelItemCount() > rows)
            delete m_ui->list->takeTopLevelItem(m_ui->list->topLevelItemCount() - 1);
        for (int i = 0; i < rows; ++i) {
            QTreeWidgetItem* item = m_ui->list->topLevelItem(i);
            if (item == nullptr)
                item = new QTreeWidgetItem(m_ui->list);
            fillRow(*item, m_findings[m_listed[static_cast<std::size_t>(i)]]);
        }
        if (rows > 0)
            m_ui->list->setCurrentItem(m_ui->list->topLevelItem(std::min(row, rows - 1)));
    }
    m_columns->fit();
    tellCounts();
    showChosen();
}

void ChecksPage::fillRow(QTreeWidgetItem& item, const CheckFinding& finding) const {
    const Tone severity = toneOf(finding.severity);
    const Tone answer = toneOf(finding.answer);
    const QString texts[] = {u"%1 %2"_s.arg(quality::severityName(finding.severity), markOf(severity)).trimmed(),
                             u"%1 %2"_s.arg(quality::answerName(finding.answer), markOf(answer)), finding.schoolName,
                             model::partLabel(finding.subject), finding.message};
    int column = 0;
    for (const QString& text : texts)
        item.setText(column++, text);
    item.setToolTip(MessageColumn, finding.message);
    for (const auto& [shown, tone] : {std::pair(SeverityColumn, severity), std::pair(AnswerColumn, answer)}) {
        item.setForeground(shown, tone == Tone::None ? palette().text() : QBrush(inkOf(tone, palette())));
        item.setBackground(shown, tone == Tone::None ? QBrush() : QBrush(fillOf(tone, palette())));
    }
}

void ChecksPage::tellCounts() {
    const auto done = std::ranges::count(m_findings, Answer::Explained, &CheckFinding::answer);
    m_ui->counts->setText(
        m_findings.empty()
            ? QString()
            : tr("列出 %1 处，共 %2 处，已说明 %3 处").arg(m_listed.size()).arg(m_findings.size()).arg(done));
    const bool entered = m_workspace.isOpen() && m_workspace.data().schools().rowCount() > 0;
    m_ui->nothing->setText(!m_failure.isEmpty() ? m_failure
                           : !entered           ? tr("还没有数据。先导入数据表，或在“数据填报”中填写；填了就能核查。")
                           : m_findings.empty() ? tr("核查没有发现疑问 ✓")
                                                : tr("没有符合筛选条件的核查结果。"));
    m_ui->nothing->setVisible(m_listed.empty());
    m_ui->splitter->setVisible(!m_listed.empty());
    m_ui->print->setEnabled(entered);
}

bool ChecksPage::isChosen(const CheckFinding& finding) const {
    return finding.check == m_chosen.first && finding.subject == m_chosen.second;
}

const CheckFinding* ChecksPage::current() const {
    const int row = m_ui->list->indexOfTopLevelItem(m_ui->list->currentItem());
    return row >= 0 ? &m_findings[m_listed[static_cast<std::size_t>(row)]] : nullptr;
}

void ChecksPage::changeChosen() {
    const auto before = m_chosen;
    // Keeping fills the list anew, which then finds the one that has just been chosen.
    if (const CheckFinding* finding = current(); finding != nullptr)
        m_chosen = {finding->check, finding->subject};
    m_panel->keep();
    if (m_panel->isTyping()) {
        m_chosen = before; // what is refused is mended first
        fillList(true);
    }
    showChosen();
}

void ChecksPage::showChosen() {
    const CheckFinding* finding = m_workspace.isOpen() ? current() : nullptr;
    if (finding != nullptr)
        m_chosen = {finding->check, finding->subject};
    m_panel->showFinding(finding);
}

} // namespace junheng::ui
