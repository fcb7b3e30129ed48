// One part of the evaluation as a card: verdict by mark, word and colour, and its key count.
#pragma once

#include "ui/widgets/tone.h"

#include <QAbstractButton>

namespace junheng::ui {

/// Leads to its page when clicked or by Enter, if it is enabled.
class PartCard : public QAbstractButton {
    Q_OBJECT

public:
    explicit PartCard(QWidget* parent = nullptr);

    /// `count` is the figure to remember, `note` a line below it; either may be empty.
    void show(assess::Verdict verdict, const QString& count, const QString& note);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QFont titleFont() const;
    [[nodiscard]] QFont verdictFont() const;

    assess::Verdict m_verdict = assess::Verdict::Missing;
    QString m_count;
    QString m_note;
};

} // namespace junheng::ui
