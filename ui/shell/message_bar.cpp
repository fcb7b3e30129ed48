#include "ui/shell/message_bar.h"

#include "ui/widgets/elided_label.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <ranges>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kDetailsHeight = 110;

} // namespace

MessageLine::MessageLine(const QString& mark, Tone tone, bool oneLine, QWidget* parent)
    : QWidget(parent), m_tone(tone), m_mark(new QLabel(mark)), m_detailsButton(new QToolButton),
      m_details(new QPlainTextEdit) {
    if (oneLine) {
        m_line = new ElidedLabel;
        m_text = m_line;
    } else {
        m_text = new QLabel;
        m_text->setWordWrap(true);
        m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_detailsButton->setText(tr("详情"));
    m_detailsButton->setCheckable(true);
    m_detailsButton->setFocusPolicy(Qt::TabFocus);
    m_details->setReadOnly(true);
    m_details->setFixedHeight(kDetailsHeight);
    m_details->setTabChangesFocus(true);
    auto* dismiss = new QToolButton;
    dismiss->setText(u"✕"_s);
    dismiss->setToolTip(tr("知道了"));
    dismiss->setAccessibleName(tr("知道了"));
    dismiss->setAutoRaise(true);
    dismiss->setFocusPolicy(Qt::TabFocus);
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
    connect(dismiss, &QToolButton::clicked, this, &MessageLine::dismissed);
    hide();
}

void MessageLine::show(const Message& message, const QString& more) {
    for (QLabel* label : {m_mark, m_text}) {
        QPalette inked = palette();
        inked.setColor(QPalette::WindowText, inkOf(m_tone, palette()));
        label->setPalette(inked);
    }
    m_message = message;
    const QString sentence = more.isEmpty() ? message.text : u"%1　%2"_s.arg(message.text, more);
    if (m_line != nullptr)
        m_line->showSentence(sentence);
    else
        m_text->setText(sentence);
    m_detailsButton->setChecked(false);
    m_details->hide();
    setVisible(true);
    offerDetails();
}

void MessageLine::offerDetails() {
    const bool cut = m_line != nullptr && m_line->isElided();
    QStringList paragraphs{cut ? m_message.text : QString(), m_message.details};
    paragraphs.removeAll(QString());
    m_details->setPlainText(paragraphs.join(u'\n'));
    m_detailsButton->setVisible(!paragraphs.isEmpty());
}

void MessageLine::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    offerDetails();
}

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent), m_progress(new QWidget), m_progressText(new QLabel), m_progressBar(new QProgressBar),
      m_errorLine(new MessageLine(markOf(Tone::Bad), Tone::Bad, true)),
      m_newsLine(new MessageLine(u"ℹ"_s, Tone::None, false)), m_idle(new QLabel) {
    setObjectName(u"messageBar"_s);
    m_progressBar->setMaximumWidth(300);
    auto* cancel = new QPushButton(tr("停止"));
    cancel->setFocusPolicy(Qt::TabFocus);
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
    connect(m_newsLine, &MessageLine::dismissed, this, &MessageBar::dropNews);
    connect(m_errorLine, &MessageLine::dismissed, this, &MessageBar::dropError);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget* before, QWidget* now) {
        if (before != nullptr && now != nullptr && isAncestorOf(now) && !isAncestorOf(before))
            m_focusBefore = before;
    });
}

bool MessageBar::hasFocusIn(const QWidget& part) const {
    const QWidget* focus = window()->focusWidget();
    return focus != nullptr && part.isAncestorOf(focus);
}

// The focus goes back to where it was, before Qt gives it to whatever comes next.
void MessageBar::hidePart(QWidget& part) {
    if (hasFocusIn(part) && m_focusBefore != nullptr)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    part.hide();
}

void MessageBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Escape)
        return QFrame::keyPressEvent(event);
    if (hasFocusIn(*m_errorLine))
        dropError();
    else if (hasFocusIn(*m_newsLine))
        dropNews();
    else if (m_focusBefore != nullptr)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void MessageBar::showNews(const Message& message) {
    m_news = message.text;
    m_newsLine->show(message);
    showIdle();
}

void MessageBar::dropNews() {
    m_news.clear();
    hidePart(*m_newsLine);
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
    addError({.message = message});
}

void MessageBar::showCellError(const Message& message) {
    std::erase_if(m_errors, &Error::aboutCell);
    addError({.message = message, .aboutCell = true});
}

void MessageBar::addError(const Error& error) {
    m_errors.push_back(error);
    showNextError();
}

void MessageBar::dropCellError() {
    if (std::erase_if(m_errors, &Error::aboutCell) > 0)
        showNextError();
}

void MessageBar::dropError() {
    m_errors.pop_back();
    showNextError();
}

// The newest; the others stand under 详情.
void MessageBar::showNextError() {
    if (m_errors.empty()) {
        hidePart(*m_errorLine);
        return showIdle();
    }
    Message shown = m_errors.back().message;
    const std::size_t others = m_errors.size() - 1;
    for (const Error& error : m_errors | std::views::reverse | std::views::drop(1))
        shown.details += (shown.details.isEmpty() ? u""_s : u"\n"_s) + markOf(Tone::Bad) + u' ' + error.message.text;
    m_errorLine->show(shown, others == 0 ? QString() : tr("（还有 %1 条）").arg(others));
    showIdle();
}

QString MessageBar::error() const {
    return m_errors.empty() ? QString() : m_errors.back().message.text;
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
    hidePart(*m_progress);
    showIdle();
}

} // namespace junheng::ui
