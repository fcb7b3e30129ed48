// The foot of the window: news, errors, progress. Never a box in the way.
#pragma once

#include "ui/widgets/tone.h"

#include <QFrame>

#include <vector>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QToolButton;

namespace junheng::ui {

/// A sentence and what more there is to say; the details may be empty.
struct Message {
    QString text;
    QString details = {};
};

/// One line of the bar in a tone: mark, sentence, 详情, dismissal. Hidden while it has nothing to say.
class MessageLine : public QWidget {
    Q_OBJECT

public:
    MessageLine(const QString& mark, Tone tone, QWidget* parent = nullptr);
    void show(const Message& message, const QString& more = {});

Q_SIGNALS:
    void dismissed();

private:
    Tone m_tone;
    QLabel* m_mark;
    QLabel* m_text;
    QToolButton* m_detailsButton;
    QPlainTextEdit* m_details;
};

/// News replace each other; errors stay until each has been dismissed.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    void showNews(const Message& message);
    void showError(const Message& message);
    /// What stands there quietly when there is nothing else to say.
    void setIdleText(const QString& text);
    void showProgress(const QString& text, int done, int total);
    void hideProgress();
    /// What is shown now; empty when nothing is.
    [[nodiscard]] QString news() const { return m_news; }
    [[nodiscard]] QString error() const;

Q_SIGNALS:
    void cancelRequested();

private:
    void showNextError();
    void showIdle();

    QWidget* m_progress;
    QLabel* m_progressText;
    QProgressBar* m_progressBar;
    MessageLine* m_errorLine;
    MessageLine* m_newsLine;
    QLabel* m_idle;
    QString m_news;
    std::vector<Message> m_errors;
};

} // namespace junheng::ui
