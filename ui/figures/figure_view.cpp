#include "ui/figures/figure_view.h"

#include "ui/figures/figure_builder.h"
#include "ui/figures/part_layer.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QVBoxLayout>

namespace junheng::ui {

namespace {

// Rows that a key leads down; it never leads beyond the first and the last.
int stepsDown(int key) {
    constexpr int kPage = 10;
    constexpr int kAll = 1 << 20;
    switch (key) {
    case Qt::Key_Down:
        return 1;
    case Qt::Key_Up:
        return -1;
    case Qt::Key_PageDown:
        return kPage;
    case Qt::Key_PageUp:
        return -kPage;
    case Qt::Key_End:
        return kAll;
    case Qt::Key_Home:
        return -kAll;
    default:
        return 0;
    }
}

} // namespace

class FigurePlot : public QCustomPlot {
public:
    explicit FigurePlot(FigureView& view) : QCustomPlot(&view), m_view(view) {
        setFocusPolicy(Qt::NoFocus);
        setAttribute(Qt::WA_OpaquePaintEvent);
    }

    void setFigure(document::Figure figure) {
        m_figure = std::move(figure);
        updateGeometry();
        outdate();
    }
    void outdate() {
        m_outdated = true;
        update();
    }
    void setChosen(int key) {
        if (key == m_chosen)
            return;
        m_chosen = key;
        m_chosenIsNew = key >= 0;
        if (!m_outdated) {
            m_parts->setChosen(key);
            replot(rpQueuedRefresh);
        }
    }
    [[nodiscard]] const document::FigurePart* partAt(const QPoint& pixel) const {
        return m_outdated ? nullptr : m_parts->partAt(pixel);
    }
    [[nodiscard]] int chosen() const { return m_chosen; }
    // Keys may come faster than a changed figure is painted.
    [[nodiscard]] const document::FigurePart* besideChosen(int right, int down) {
        build();
        return m_parts->beside(m_chosen, right, down);
    }
    [[nodiscard]] bool hasHeightForWidth() const override { return heightForWidth(width()) > 0; }
    [[nodiscard]] int heightForWidth(int width) const override {
        return lowestHeight(m_figure, width, {.palette = palette(), .font = smallFont()});
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        build();
        QCustomPlot::paintEvent(event);
        if (m_view.hasFocus()) {
            QPainter painter(this);
            painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
            painter.drawRect(rect().adjusted(1, 1, -1, -1));
        }
        if (std::exchange(m_chosenIsNew, false))
            tellWhereChosen();
    }

    void wheelEvent(QWheelEvent* event) override { event->ignore(); } // to scroll the page
    void resizeEvent(QResizeEvent* event) override {
        QCustomPlot::resizeEvent(event);
        outdate(); // labels break by the width
    }

private:
    void build() {
        if (!std::exchange(m_outdated, false))
            return;
        m_parts = buildFigure(*this, m_figure, {.palette = palette(), .font = smallFont()});
        m_parts->setChosen(m_chosen);
        replot(rpQueuedRefresh);
    }
    // Once painting is over: whoever hears it may scroll.
    void tellWhereChosen() {
        const QRect room = m_parts->roomOfPart(m_chosen).toAlignedRect();
        if (!room.isNull())
            QMetaObject::invokeMethod(
                &m_view, [&view = m_view, room] { Q_EMIT view.chosenShown(room); }, Qt::QueuedConnection);
    }
    [[nodiscard]] QFont smallFont() const {
        constexpr qreal kSmaller = 0.9;
        QFont small = font();
        small.setPointSizeF(small.pointSizeF() * kSmaller);
        return small;
    }

    FigureView& m_view; ///< its parent
    document::Figure m_figure;
    PartLayer* m_parts = nullptr;
    int m_chosen = -1;
    bool m_chosenIsNew = false;
    bool m_outdated = true; ///< as long as m_parts is not yet made
};

FigureView::FigureView(QWidget* parent) : QWidget(parent), m_plot(new FigurePlot(*this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    m_plot->installEventFilter(this);
    m_plot->setMouseTracking(true);
}

void FigureView::showFigure(document::Figure figure) {
    setAccessibleName(std::visit([](const auto& any) { return any.title; }, figure));
    m_plot->setFigure(std::move(figure));
}

void FigureView::setChosen(int key) {
    m_plot->setChosen(key);
}

QString FigureView::detailAt(const QPoint& position) const {
    const document::FigurePart* part = m_plot->partAt(m_plot->mapFrom(this, position));
    return part != nullptr ? part->detail : QString();
}

void FigureView::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    const int right = key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0;
    const int down = stepsDown(key);
    if (right != 0 || down != 0) {
        if (const document::FigurePart* part = m_plot->besideChosen(right, down); part != nullptr && part->key >= 0)
            Q_EMIT chosen(part->key);
    } else if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_plot->chosen() >= 0) {
        Q_EMIT activated(m_plot->chosen());
    } else {
        QWidget::keyPressEvent(event);
    }
}

void FigureView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    m_plot->update();
}

void FigureView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    m_plot->update();
}

void FigureView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        m_plot->outdate();
}

bool FigureView::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseMove) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const document::FigurePart* part = m_plot->partAt(mouse->pos());
        m_plot->setCursor(part != nullptr && part->key >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
        QToolTip::showText(mouse->globalPosition().toPoint(), part != nullptr ? part->detail : QString(), m_plot);
    } else if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick) {
        const document::FigurePart* part = m_plot->partAt(static_cast<QMouseEvent*>(event)->pos());
        if (part != nullptr && part->key >= 0) {
            const int key = part->key; // what is chosen may rebuild the figure
            Q_EMIT chosen(key);
            if (event->type() == QEvent::MouseButtonDblClick)
                Q_EMIT activated(key);
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace junheng::ui
