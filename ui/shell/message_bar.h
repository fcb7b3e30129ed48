// The foot of the window: news, errors, progress. Never a box in the way.
#pragma once

#include "ui/tasks/message.h"
#include "ui/widgets/tone.h"

#include <QFrame>
#include <QPointer>

#include <vector>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QToolButton;

namespace junheng::ui {

class ElidedLabel;

/// One message of the bar in a tone: mark, sentence, 详情, dismissal. Hidden while it has nothing to say.
class MessageLine : public QWidget {
    Q_OBJECT

public:
    /// With `oneLine` a sentence that does not fit is cut off, and stands under 详情 as a whole.
    MessageLine(const QString& mark, Tone tone, bool oneLine, QWidget* parent = nullptr);
    void show(const Message& message, const QString& more = {});

Q_SIGNALS:
    void dismissed();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void offerDetails();

    Tone m_tone;
    QLabel* m_mark;
    ElidedLabel* m_line = nullptr; ///< or
    QLabel* m_text = nullptr;      ///< as many lines as it takes
    QToolButton* m_detailsButton;
    QPlainTextEdit* m_details;
    Message m_message;
};

/// News replace each other. Errors stay until each has been dismissed; one about a cell goes with the cell.
/// A click into the bar leaves the focus where it is. Who comes here by Tab, or to copy details, is brought back by Esc
/// or by dismissing the message.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    void showNews(const Message& message);
    void showError(const Message& message);
    /// Why a cell was not taken; instead of the one before.
    void showCellError(const Message& message);
    /// The cell is right, or has been left.
    void dropCellError();
    /// What stands there quietly when there is nothing else to say.
    void setIdleText(const QString& text);
    void showProgress(const QString& text, int done, int total);
    void hideProgress();
    /// What is shown now; empty when nothing is.
    [[nodiscard]] QString news() const { return m_news; }
    [[nodiscard]] QString error() const;

Q_SIGNALS:
    void cancelRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Error {
        Message message;
        bool aboutCell = false;
    };

    void addError(const Error& error);
    void showNextError();
    void dropNews();
    void dropError();
    void showIdle();
    [[nodiscard]] bool hasFocusIn(const QWidget& part) const;
    void hidePart(QWidget& part);

    QWidget* m_progress;
    QLabel* m_progressText;
    QProgressBar* m_progressBar;
    MessageLine* m_errorLine;
    MessageLine* m_newsLine;
    QLabel* m_idle;
    QString m_news;
    std::vector<Error> m_errors;
    QPointer<QWidget> m_focusBefore; ///< who had the focus before it came in here
};

} // namespace junheng::ui
