#include "ui/shell/message_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kDetailsHeight = 110;

} // namespace

MessageLine::MessageLine(const QString& mark, Tone tone, QWidget* parent)
    : QWidget(parent), m_tone(tone), m_mark(new QLabel(mark)), m_text(new QLabel), m_detailsButton(new QToolButton),
      m_details(new QPlainTextEdit) {
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detailsButton->setText(tr("详情"));
    m_detailsButton->setCheckable(true);
    m_detailsButton->setFocusPolicy(Qt::StrongFocus);
    m_details->setReadOnly(true);
    m_details->setFixedHeight(kDetailsHeight);
    m_details->setTabChangesFocus(true);
    auto* dismiss = new QToolButton;
    dismiss->setText(u"✕"_s);
    dismiss->setToolTip(tr("知道了"));
    dismiss->setAccessibleName(tr("知道了"));
    dismiss->setAutoRaise(true);
    dismiss->setFocusPolicy(Qt::StrongFocus);
    auto* row = new QHBoxLayout;
    row->addWidget(m_mark);
    row->addWidget(m_text, 1);
    row->addWidget(m_detailsButton);
    row->addWidget(dismiss);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(row);
    layout->addWidget(m_details);
    m_details->hide();
    connect(m_detailsButton, &QToolButton::toggled, m_details, &QWidget::setVisible);
    connect(dismiss, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
    hide();
}

void MessageLine::show(const Message& message, const QString& more) {
    for (QLabel* label : {m_mark, m_text}) {
        QPalette inked = palette();
        inked.setColor(QPalette::WindowText, inkOf(m_tone, palette()));
        label->setPalette(inked);
    }
    m_text->setText(more.isEmpty() ? message.text : u"%1　%2"_s.arg(message.text, more));
    m_details->setPlainText(message.details);
    m_detailsButton->setChecked(false);
    m_detailsButton->setVisible(!message.details.isEmpty());
    m_details->hide();
    setVisible(true);
}

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent), m_progress(new QWidget), m_progressText(new QLabel), m_progressBar(new QProgressBar),
      m_errorLine(new MessageLine(markOf(Tone::Bad), Tone::Bad)), m_newsLine(new MessageLine(u"ℹ"_s, Tone::None)),
      m_idle(new QLabel) {
    setObjectName(u"messageBar"_s);
    m_progressBar->setMaximumWidth(300);
    auto* cancel = new QPushButton(tr("停止"));
    auto* progressRow = new QHBoxLayout(m_progress);
    progressRow->setContentsMargins(0, 0, 0, 0);
    progressRow->addWidget(m_progressText);
    progressRow->addWidget(m_progressBar);
    progressRow->addWidget(cancel);
    progressRow->addStretch(1);
    m_progress->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 3, 8, 3);
    layout->setSpacing(2);
    layout->addWidget(m_progress);
    layout->addWidget(m_errorLine);
    layout->addWidget(m_newsLine);
    layout->addWidget(m_idle);
    m_idle->setObjectName(u"idle"_s);
    m_idle->setForegroundRole(QPalette::PlaceholderText);
    // Room for one line at all times, so that the page does not jump when there is news.
    constexpr int kAroundLine = 16;
    setMinimumHeight(fontMetrics().height() + kAroundLine);
    connect(cancel, &QPushButton::clicked, this, &MessageBar::cancelRequested);
    connect(m_newsLine, &MessageLine::dismissed, this, [this] {
        m_news.clear();
        showIdle();
    });
    connect(m_errorLine, &MessageLine::dismissed, this, [this] {
        m_errors.pop_back();
        showNextError();
        showIdle();
    });
}

void MessageBar::showNews(const Message& message) {
    m_news = message.text;
    m_newsLine->show(message);
    showIdle();
}

void MessageBar::setIdleText(const QString& text) {
    m_idle->setText(text);
    showIdle();
}

void MessageBar::showIdle() {
    m_idle->setVisible(m_news.isEmpty() && m_errors.empty() && m_progress->isHidden());
}

void MessageBar::showError(const Message& message) {
    m_errors.push_back(message);
    showNextError();
    showIdle();
}

void MessageBar::showNextError() {
    if (m_errors.empty())
        return;
    const std::size_t others = m_errors.size() - 1;
    m_errorLine->show(m_errors.back(), others == 0 ? QString() : tr("（还有 %1 条）").arg(others));
}

QString MessageBar::error() const {
    return m_errors.empty() ? QString() : m_errors.back().text;
}

void MessageBar::showProgress(const QString& text, int done, int total) {
    m_progressText->setText(text);
    // Without a known end the bar shows that something goes on.
    m_progressBar->setRange(0, total > 0 ? total : 0);
    m_progressBar->setValue(done);
    m_progress->show();
    showIdle();
}

void MessageBar::hideProgress() {
    m_progress->hide();
    showIdle();
}

} // namespace junheng::ui
