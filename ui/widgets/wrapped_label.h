// Text over as many lines as its width asks for.
#pragma once

#include <QLabel>

namespace junheng::ui {

/// A QLabel lays its text out a dozen times, for widths that it is never given, whenever the text changes. This one
/// does so for the width that it has, and is as high as the text is then. Its text is set by showText() alone.
class WrappedLabel : public QLabel {
    Q_OBJECT

public:
    explicit WrappedLabel(QWidget* parent = nullptr);

    void showText(const QString& text);

    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fitHeight();

    int m_height = 0; ///< of the text at the width that the label has
};

} // namespace junheng::ui
