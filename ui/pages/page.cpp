#include "ui/pages/page.h"

#include <utility>

namespace junheng::ui {

Page::Page(workspace::Workspace& workspace, Words words, QWidget* parent) : QWidget(parent), m_words(std::move(words)) {
    connect(&workspace, &workspace::Workspace::changed, this, &Page::outdate);
}

void Page::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    catchUp();
}

void Page::catchUp() {
    if (std::exchange(m_stale, false))
        refresh();
}

void Page::outdate() {
    m_stale = true;
    if (isVisible())
        catchUp();
    else
        letGo();
}

} // namespace junheng::ui
