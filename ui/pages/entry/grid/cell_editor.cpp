#include "ui/pages/entry/grid/cell_editor.h"

#include "model/observation.h"
#include "ui/widgets/plain_labels.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCompleter>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <optional>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<GridStep> stepOf(const QKeyEvent& event, bool inPlace) {
    const bool back = event.modifiers().testFlag(Qt::ShiftModifier);
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return back ? GridStep::Up : GridStep::Down;
    case Qt::Key_Tab:
        return GridStep::Right;
    case Qt::Key_Backtab:
        return GridStep::Left;
    default:
        break;
    }
    if (inPlace || back || event.modifiers().testFlag(Qt::ControlModifier))
        return std::nullopt;
    switch (event.key()) {
    case Qt::Key_Down:
        return GridStep::Down;
    case Qt::Key_Up:
        return GridStep::Up;
    case Qt::Key_Right:
        return GridStep::Right;
    case Qt::Key_Left:
        return GridStep::Left;
    default:
        return std::nullopt;
    }
}

} // namespace

QCompleter* makeCompleter(const model::Item& item, QObject* parent) {
    QStringList words = item.choices;
    if (item.kind == model::ItemKind::Flag)
        words = {QCoreApplication::translate("ui", "是"), QCoreApplication::translate("ui", "否")};
    if (words.isEmpty())
        return nullptr;
    auto* completer = new QCompleter(words << model::notApplicableWord(), parent);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setMaxVisibleItems(static_cast<int>(words.size()));
    return completer;
}

void markRefused(QLineEdit& field, const QString& sentence) {
    constexpr auto kSign = "refused"_L1;
    auto* sign = field.findChild<QAction*>(kSign);
    const QString tip = sentence.isEmpty() ? QString() : brokenIntoLines(sentence, QToolTip::font());
    field.setToolTip(tip);
    field.setAccessibleDescription(sentence);
    if (sentence.isEmpty()) {
        delete sign;
        field.setStyleSheet({});
        QToolTip::hideText();
        return;
    }
    if (sign == nullptr) {
        sign = field.addAction(field.style()->standardIcon(QStyle::SP_MessageBoxWarning), QLineEdit::LeadingPosition);
        sign->setObjectName(kSign);
    }
    field.setStyleSheet(u"QLineEdit { border: 2px solid #c62828; }"_s);
    QToolTip::showText(field.mapToGlobal(QPoint(0, field.height())), tip, &field, {}, 10'000);
}

CellEditor::CellEditor(const QModelIndex& index, const model::Item& item, QWidget* parent)
    : QLineEdit(parent), m_index(index) {
    setFrame(false);
    setAccessibleName(item.heading());
    if (item.isNumeric())
        setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    if (QCompleter* choices = makeCompleter(item, this)) {
        setCompleter(choices);
        // Queued: the completer still works on the field when it says so.
        connect(
            choices, qOverload<const QString&>(&QCompleter::activated), this,
            [this] { Q_EMIT finished(GridStep::Stay); }, Qt::QueuedConnection);
    }
    connect(this, &QLineEdit::textChanged, this, [this] {
        if (!toolTip().isEmpty())
            markRefused(*this, {});
    });
}

void CellEditor::start(const QString& text) {
    m_started = true;
    setText(text);
    settle();
}

void CellEditor::editInPlace() {
    m_inPlace = true;
    deselect();
    end(false);
    offerChoices();
}

void CellEditor::offerChoices() {
    if (completer() == nullptr)
        return;
    completer()->setCompletionPrefix({});
    completer()->complete();
}

bool CellEditor::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = static_cast<QKeyEvent&>(*event);
        if (key.key() == Qt::Key_Escape || stepOf(key, m_inPlace)) {
            event->accept();
            return true;
        }
    }
    // Tab would change the focus before it came to keyPressEvent().
    if (event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent&>(*event))) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void CellEditor::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    if (!toolTip().isEmpty())
        return; // refused, with a frame of its own
    QPainter painter(this);
    painter.setPen(
        QPen(palette().color(QPalette::Active, QPalette::Highlight), 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

void CellEditor::keyPressEvent(QKeyEvent* event) {
    const bool opensChoices =
        event->key() == Qt::Key_F4 || (event->key() == Qt::Key_Down && event->modifiers().testFlag(Qt::AltModifier));
    if (opensChoices)
        offerChoices();
    else
        QLineEdit::keyPressEvent(event);
}

bool CellEditor::handleKey(const QKeyEvent& event) {
    if (event.modifiers().testFlag(Qt::AltModifier))
        return false;
    if (event.key() == Qt::Key_Escape) {
        Q_EMIT cancelled();
        return true;
    }
    const auto step = stepOf(event, m_inPlace);
    if (!step)
        return false;
    if (completer() != nullptr && completer()->popup()->isVisible()) {
        if (completer()->completionCount() == 1)
            setText(completer()->currentCompletion()); // 镇 + Enter: 镇区
        completer()->popup()->hide();
    }
    Q_EMIT finished(*step);
    return true;
}

} // namespace junheng::ui
