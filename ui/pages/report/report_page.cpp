#include "ui/pages/report/report_page.h"

#include "assess/assessment.h"
#include "model/unconfirmed.h"
#include "ui/pages/report/submission_list.h"
#include "ui_report_page.h"
#include "workspace/gate.h"
#include "workspace/reports.h"

#include <QEvent>
#include <QHeaderView>

#include <algorithm>
#include <chrono>

namespace junheng::ui {

namespace {

using namespace std::chrono_literals;

constexpr auto kTypingPause = 4s;
constexpr auto kRepaintPause = 500ms;
constexpr int kWritingWidth = 480; // in proportion
constexpr int kPreviewWidth = 640;

QString stateOf(const report::FreeText& text) {
    if (text.text.isEmpty())
        return ReportPage::tr("○ 待撰写");
    return text.stale.empty() ? ReportPage::tr("✓ 已撰写") : ReportPage::tr("△ 请核对");
}

QString staleSentence(const report::FreeText& text) {
    QStringList changes;
    for (const report::StaleFigure& figure : text.stale)
        changes << ReportPage::tr("%1：写作时 %2，现为 %3").arg(figure.figure, figure.then, figure.now);
    return ReportPage::tr("△ 文字引用的数据已有变化：%1。请修改文字，或确认后点“已核对”。")
        .arg(changes.join(QStringLiteral("；")));
}

} // namespace

ReportPage::ReportPage(workspace::Workspace& workspace, QWidget* parent)
    : Page(workspace, {.title = tr("报告"), .help = QStringLiteral("report.md")}, parent), m_workspace(workspace),
      m_ui(std::make_unique<Ui::ReportPage>()), m_submissions(new SubmissionList(workspace)) {
    m_ui->setupUi(this);
    m_ui->tabs->addTab(m_submissions, tr("上报记录(&R)"));
    m_ui->splitter->setSizes({kWritingWidth, kPreviewWidth});
    m_ui->date->setDate(QDate::currentDate());
    m_ui->text->installEventFilter(this);
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    m_repaint.setSingleShot(true);
    m_repaint.setInterval(kRepaintPause);
    connect(&m_typing, &QTimer::timeout, this, [this] { keep(); });
    connect(&m_repaint, &QTimer::timeout, this, &ReportPage::showReport);
    connect(m_ui->text, &QPlainTextEdit::textChanged, this, [this] {
        if (m_ui->text->document()->isModified())
            m_typing.start();
    });
    connect(m_ui->list, &QTreeWidget::currentItemChanged, this, [this] {
        keep();
        showChosen();
    });
    connect(m_ui->checked, &QPushButton::clicked, this, [this] { keep(true); });
    connect(m_ui->date, &QDateEdit::dateChanged, &m_repaint, qOverload<>(&QTimer::start));
    connect(m_ui->print, &QToolButton::clicked, this, [this] { Q_EMIT previewRequested(m_ui->date->date()); });
    for (const auto& [button, file] : {std::pair(m_ui->pdf, ReportFile::Pdf), std::pair(m_ui->word, ReportFile::Word),
                                       std::pair(m_ui->workbook, ReportFile::Workbook)})
        connect(button, &QToolButton::clicked, this,
                [this, file] { Q_EMIT exportRequested(file, m_ui->date->date()); });
    m_ui->templates->addActions({m_ui->saveTemplate, m_ui->useTemplate, m_ui->useProgramTemplate});
    connect(m_ui->saveTemplate, &QAction::triggered, this, &ReportPage::saveTemplateRequested);
    connect(m_ui->useTemplate, &QAction::triggered, this, [this] {
        keep();
        Q_EMIT useTemplateRequested();
    });
    connect(m_ui->useProgramTemplate, &QAction::triggered, this, &ReportPage::useProgramTemplateRequested);
    connect(m_ui->tabs, &QTabWidget::currentChanged, this, &ReportPage::refreshSubmissions);
    connect(m_submissions, &SubmissionList::submitRequested, this, [this] {
        keep();
        Q_EMIT submitRequested(m_ui->date->date());
    });
    connect(m_submissions, &SubmissionList::saveRequested, this, &ReportPage::saveRequested);
    connect(m_submissions, &SubmissionList::error, this, &ReportPage::error);
    connect(m_ui->dossiers, &QToolButton::clicked, this, [this] { Q_EMIT dossiersRequested(m_ui->date->date()); });
}

ReportPage::~ReportPage() = default;

bool ReportPage::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusOut)
        keep();
    return QWidget::eventFilter(watched, event);
}

void ReportPage::refresh() {
    m_texts.clear();
    if (m_workspace.isOpen()) {
        auto texts = m_workspace.narrative().freeTexts();
        if (texts)
            m_texts = *std::move(texts);
        else
            Q_EMIT error(texts.error());
    }
    showWhatIsOpen();
    m_ui->templates->setEnabled(m_workspace.isOpen());
    m_ui->useProgramTemplate->setEnabled(m_workspace.isOpen() && m_workspace.narrative().hasOwnTemplate());
    fillList();
    showChosen();
    refreshSubmissions();
    m_repaint.start();
}

// Before anything is handed in.
void ReportPage::showWhatIsOpen() {
    QStringList open;
    const auto unconfirmed = m_workspace.isOpen() ? model::unconfirmedCells(m_workspace.data()).size() : 0;
    if (unconfirmed > 0)
        open << tr("◸ 有 %1 个数据承接自上年，尚未确认；报告和各表按现有的数印出。请先在“数据填报”中核对、确认。")
                    .arg(unconfirmed);
    if (m_workspace.isOpen() && m_workspace.assessment().relaxationsOpen)
        open << tr("○ 放宽条款是否计入还没有选定，结论两种并列：%1。请先在“数据填报 → 县级数据”中选定，并写明依据。")
                    .arg(assess::overallWord(m_workspace.assessment()));
    m_ui->unconfirmed->setVisible(!open.isEmpty());
    m_ui->unconfirmed->setText(open.join(u'\n'));
}

// Only what is in front; it reads the file.
void ReportPage::refreshSubmissions() {
    if (m_ui->tabs->currentWidget() == m_submissions)
        m_submissions->refresh();
}

void ReportPage::fillList() {
    const QSignalBlocker blocker(m_ui->list);
    QTreeWidget* list = m_ui->list;
    while (list->topLevelItemCount() > static_cast<int>(m_texts.size()))
        delete list->takeTopLevelItem(list->topLevelItemCount() - 1);
    for (std::size_t i = 0; i < m_texts.size(); ++i) {
        QTreeWidgetItem* item = list->topLevelItem(static_cast<int>(i));
        if (item == nullptr)
            item = new QTreeWidgetItem(list);
        item->setText(0, m_texts[i].name);
        item->setText(1, m_texts[i].heading);
        item->setText(2, stateOf(m_texts[i]));
    }
    if (list->currentItem() == nullptr && !m_texts.empty())
        list->setCurrentItem(list->topLevelItem(0));
    for (int column = 0; column < list->columnCount(); ++column)
        list->resizeColumnToContents(column);
}

const report::FreeText* ReportPage::chosen() const {
    const int row = m_ui->list->indexOfTopLevelItem(m_ui->list->currentItem());
    return row >= 0 ? &m_texts[static_cast<std::size_t>(row)] : nullptr;
}

void ReportPage::showChosen() {
    const report::FreeText* text = chosen();
    m_ui->text->setEnabled(text != nullptr);
    m_ui->hint->setText(text != nullptr ? text->hint : QString());
    m_ui->stale->setVisible(text != nullptr && !text->stale.empty());
    m_ui->checked->setVisible(text != nullptr && !text->stale.empty());
    if (text == nullptr) {
        m_shown.clear();
        m_ui->text->clear();
        return;
    }
    m_ui->stale->setText(staleSentence(*text));
    // What is being typed stays as it is when something else changes.
    const bool typing = m_shown == text->name && m_ui->text->document()->isModified();
    if (!typing && (m_shown != text->name || m_ui->text->toPlainText().trimmed() != text->text))
        m_ui->text->setPlainText(text->text);
    m_shown = text->name;
}

void ReportPage::showReport() {
    if (!isVisible() || !m_workspace.isOpen())
        return;
    if (const auto report = m_workspace.reports().selfEvaluation(m_ui->date->date()); report)
        m_ui->preview->showReport(*report);
    else
        Q_EMIT error(report.error());
}

void ReportPage::keep(bool checked) {
    m_typing.stop();
    if (m_shown.isEmpty() || !m_workspace.isOpen() || (!checked && !m_ui->text->document()->isModified()))
        return;
    m_ui->text->document()->setModified(false);
    if (const auto kept = m_workspace.narrative().writeFreeText(m_shown, m_ui->text->toPlainText()); !kept) {
        // What was declined is given up; what is refused waits to be mended.
        if (workspace::isDeclined(kept.error()))
            showChosen();
        else
            m_ui->text->document()->setModified(true);
        Q_EMIT error(kept.error());
    }
}

} // namespace junheng::ui
