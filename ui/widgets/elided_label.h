// A sentence on one line, cut off at the end where there is no room for it.
#pragma once

#include <QLabel>

namespace junheng::ui {

/// text() is the whole sentence, which is also the tool tip where it does not fit. Takes the width that it is given.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    void showSentence(const QString& sentence);
    [[nodiscard]] bool isElided() const;

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QString line() const;
};

} // namespace junheng::ui
