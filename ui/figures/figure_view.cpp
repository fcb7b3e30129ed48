#include "ui/figures/figure_view.h"

#include "ui/figures/blocks.h"
#include "ui/figures/figure_builder.h"

#include <QEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QVBoxLayout>

namespace junheng::ui {

class FigurePlot : public QCustomPlot {
public:
    explicit FigurePlot(QWidget* parent) : QCustomPlot(parent) {
        setFocusPolicy(Qt::NoFocus);
        setAttribute(Qt::WA_OpaquePaintEvent);
    }

    void setFigure(report::Figure figure) {
        m_figure = std::move(figure);
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
        outdate();
    }
    [[nodiscard]] const report::FigurePart* partAt(const QPoint& pixel) const {
        return m_blocks == nullptr || m_outdated ? nullptr : m_blocks->partAt(pixel);
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        if (m_outdated) {
            m_outdated = false;
            m_blocks = buildFigure(*this, m_figure, {.palette = palette(), .font = smallFont()});
            m_blocks->setChosen(m_chosen);
            replot(rpQueuedRefresh);
        }
        QCustomPlot::paintEvent(event);
    }

    void wheelEvent(QWheelEvent* event) override { event->ignore(); } // to scroll the page
    void resizeEvent(QResizeEvent* event) override {
        QCustomPlot::resizeEvent(event);
        outdate(); // labels break by the width
    }

private:
    [[nodiscard]] QFont smallFont() const {
        constexpr qreal kSmaller = 0.9;
        QFont small = font();
        small.setPointSizeF(small.pointSizeF() * kSmaller);
        return small;
    }

    report::Figure m_figure;
    Blocks* m_blocks = nullptr;
    int m_chosen = -1;
    bool m_outdated = true;
};

FigureView::FigureView(QWidget* parent) : QWidget(parent), m_plot(new FigurePlot(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    m_plot->installEventFilter(this);
    m_plot->setMouseTracking(true);
}

void FigureView::showFigure(report::Figure figure) {
    setAccessibleName(std::visit([](const auto& any) { return any.title; }, figure));
    m_plot->setFigure(std::move(figure));
}

void FigureView::setChosen(int key) {
    m_plot->setChosen(key);
}

QString FigureView::detailAt(const QPoint& position) const {
    const report::FigurePart* part = m_plot->partAt(m_plot->mapFrom(this, position));
    return part != nullptr ? part->detail : QString();
}

void FigureView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        m_plot->outdate();
}

bool FigureView::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseMove) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const report::FigurePart* part = m_plot->partAt(mouse->pos());
        m_plot->setCursor(part != nullptr && part->key >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
        QToolTip::showText(mouse->globalPosition().toPoint(), part != nullptr ? part->detail : QString(), m_plot);
    } else if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick) {
        const report::FigurePart* part = m_plot->partAt(static_cast<QMouseEvent*>(event)->pos());
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
