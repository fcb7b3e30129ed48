#include "ui/shell/scrolled_page.h"

#include <QScrollArea>

namespace junheng::ui {

namespace {

// A scroll area gives a page with wrapped text all the height that it would like; this one asks for what it needs.
class PageHolder : public QWidget {
public:
    explicit PageHolder(QWidget& page) : m_page(page) { page.setParent(this); }
    [[nodiscard]] QSize minimumSizeHint() const override { return m_page.minimumSizeHint(); }

protected:
    void resizeEvent(QResizeEvent* event) override {
        QWidget::resizeEvent(event);
        m_page.setGeometry(rect());
    }

private:
    QWidget& m_page;
};

} // namespace

QScrollArea* scrolled(QWidget& page) {
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(new PageHolder(page));
    return area;
}

} // namespace junheng::ui
