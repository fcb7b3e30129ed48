#include "ui/pages/entry/find_bar.h"

#include "ui/pages/entry/grid/entry_grid.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// A large table is not searched at every key.
constexpr int kDelayMs = 150;

bool isBefore(const QModelIndex& left, const QModelIndex& right) {
    return left.row() != right.row() ? left.row() < right.row() : left.column() < right.column();
}

QToolButton* makeButton(const QString& text, const QString& tip, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setAutoRaise(true);
    return button;
}

} // namespace

FindBar::FindBar(const EntryModel& model, EntryGrid& grid, QWidget* parent)
    : QWidget(parent), m_model(model), m_grid(grid), m_text(new QLineEdit(this)), m_place(new QLabel(this)) {
    m_text->setObjectName(u"findText"_s);
    m_text->setPlaceholderText(tr("查找：学校、数字或文字"));
    m_text->setAccessibleName(tr("查找"));
    m_text->setMaximumWidth(320);
    m_text->installEventFilter(this);
    m_place->setObjectName(u"findPlace"_s);
    auto* previous = makeButton(u"▲"_s, tr("上一个（Shift+Enter）"), this);
    auto* next = makeButton(u"▼"_s, tr("下一个（Enter）"), this);
    auto* shut = makeButton(u"✕"_s, tr("关闭查找（Esc）"), this);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget* part : std::initializer_list<QWidget*>{m_text, previous, next, m_place})
        layout->addWidget(part);
    layout->addStretch();
    layout->addWidget(shut);
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, [this] { step(0); });
    connect(m_text, &QLineEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(next, &QToolButton::clicked, this, [this] { step(1); });
    connect(shut, &QToolButton::clicked, this, &FindBar::close);
    hide();
}

void FindBar::open() {
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FindBar::close() {
    m_delay.stop();
    hide();
    m_grid.setFocus(Qt::ShortcutFocusReason);
}

void FindBar::step(int direction) {
    m_delay.stop();
    const std::vector<QModelIndex> found = m_model.find(m_text->text());
    if (!found.empty()) {
        const QModelIndex current = m_grid.currentIndex();
        auto next = direction > 0 ? std::ranges::upper_bound(found, current, isBefore)
                                  : std::ranges::lower_bound(found, current, isBefore);
        if (direction < 0)
            next = next == found.begin() ? found.end() - 1 : next - 1;
        else if (next == found.end())
            next = found.begin();
        m_grid.goTo(*next);
    }
    showPlace(found);
}

void FindBar::showPlace(const std::vector<QModelIndex>& found) {
    if (m_text->text().trimmed().isEmpty())
        return m_place->clear();
    if (found.empty())
        return m_place->setText(!m_model.rows().filter().isEmpty() ? tr("显示的行里没有找到") : tr("没有找到"));
    const auto at = std::ranges::find(found, m_grid.currentIndex());
    m_place->setText(tr("第 %1 个，共 %2 个").arg(at - found.begin() + 1).arg(found.size()));
}

bool FindBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto& key = static_cast<QKeyEvent&>(*event);
    switch (key.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        step(key.modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

} // namespace junheng::ui
