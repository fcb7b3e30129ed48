#include "ui/pages/entry/grid/entry_delegate.h"

#include "ui/pages/entry/grid/cell_words.h"
#include "ui/pages/entry/grid/entry_model.h"
#include "ui/widgets/tone.h"
#include "workspace/gate.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QFocusEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTimer>

namespace junheng::ui {

namespace {

constexpr int kCornerSize = 7;
constexpr int kFrameWidth = 2;

QColor blend(const QColor& under, const QColor& over, double share) {
    const auto mix = [share](float a, float b) { return static_cast<float>(a * (1 - share) + b * share); };
    return QColor::fromRgbF(mix(under.redF(), over.redF()), mix(under.greenF(), over.greenF()),
                            mix(under.blueF(), over.blueF()));
}

void applyMark(QStyleOptionViewItem& cell, EntryModel::Mark mark) {
    const QColor ink = inkOf(Tone::Open, cell.palette);
    switch (mark) {
    case EntryModel::Mark::Plain:
        return;
    case EntryModel::Mark::Wanted:
        cell.backgroundBrush = fillOf(Tone::Open, cell.palette);
        break;
    case EntryModel::Mark::Refused:
        cell.backgroundBrush = fillOf(Tone::Bad, cell.palette);
        cell.text = markOf(Tone::Bad) + u' ' + cell.text;
        cell.palette.setColor(QPalette::Text, inkOf(Tone::Bad, cell.palette));
        return;
    case EntryModel::Mark::NotApplicable:
        cell.font.setItalic(true);
        break;
    case EntryModel::Mark::Information:
        break;
    }
    cell.palette.setColor(QPalette::Text, ink);
}

// The selection is a tint, so that marks and inks stay legible on it; the current cell has a frame.
void applySelection(QStyleOptionViewItem& cell) {
    if (cell.state.testFlag(QStyle::State_Selected)) {
        const QColor under = cell.backgroundBrush.style() == Qt::NoBrush ? cell.palette.color(QPalette::Base)
                                                                         : cell.backgroundBrush.color();
        cell.backgroundBrush = blend(under, cell.palette.color(QPalette::Active, QPalette::Highlight), 0.22);
    }
    cell.state.setFlag(QStyle::State_Selected, false);
    cell.state.setFlag(QStyle::State_HasFocus, false);
    cell.state.setFlag(QStyle::State_MouseOver, false);
}

void drawCorner(QPainter& painter, const QRect& rect, const QColor& color) {
    QPainterPath triangle(rect.topRight() + QPoint(1, 0));
    triangle.lineTo(rect.topRight() + QPoint(1 - kCornerSize, 0));
    triangle.lineTo(rect.topRight() + QPoint(1, kCornerSize));
    triangle.closeSubpath();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(triangle, color);
    painter.restore();
}

// Hollow, on the other side of the corner of what was changed: in black and white they stay apart.
void drawUnconfirmed(QPainter& painter, const QRect& rect, const QColor& color) {
    const QPointF corner = QRectF(rect).topLeft() + QPointF(1.5, 1.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.2));
    painter.drawPolygon(QPolygonF{corner, corner + QPointF(kCornerSize, 0), corner + QPointF(0, kCornerSize)});
    painter.restore();
}

} // namespace

EntryDelegate::EntryDelegate(EntryModel& model, QObject* parent) : QStyledItemDelegate(parent), m_model(model) {}

CellEditor* EntryDelegate::openEditor() const {
    // A closed editor is hidden at once, but deleted later.
    CellEditor* editor = m_editor.data();
    return editor == nullptr || editor->isHidden() ? nullptr : editor;
}

bool EntryDelegate::commit(CellEditor& editor) const {
    if (editor.isSettled())
        return true;
    const auto cell = m_model.cellAt(editor.index());
    if (!cell)
        return true;
    const auto outcome = m_model.committer().commit({.cell = *cell, .text = editor.text()});
    if (!outcome && workspace::isDeclined(outcome.error())) {
        editor.start(cellText(m_model.workspace(), *cell));
        Q_EMIT refused(outcome.error().toString());
        return true;
    }
    if (!outcome) {
        markRefused(editor, outcome.error().message);
        Q_EMIT refused(outcome.error().toString());
        return false;
    }
    editor.settle();
    return true;
}

QWidget* EntryDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& /*option*/,
                                     const QModelIndex& index) const {
    const auto cell = m_model.cellAt(index);
    if (!cell)
        return nullptr;
    auto* editor = new CellEditor(index, *cell->item, parent);
    connect(editor, &CellEditor::finished, this, &EntryDelegate::editorFinished);
    connect(editor, &CellEditor::cancelled, this, &EntryDelegate::editorCancelled);
    m_editor = editor;
    return editor;
}

void EntryDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    // Only at first: what has been typed since must not be overwritten when the model says that data changed.
    auto* field = qobject_cast<CellEditor*>(editor);
    if (field != nullptr && !field->isStarted())
        field->start(index.data(Qt::EditRole).toString());
}

void EntryDelegate::setModelData(QWidget* editor, QAbstractItemModel* /*model*/, const QModelIndex& /*index*/) const {
    if (auto* field = qobject_cast<CellEditor*>(editor))
        commit(*field);
}

void EntryDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                         const QModelIndex& /*index*/) const {
    editor->setGeometry(option.rect);
}

bool EntryDelegate::eventFilter(QObject* watched, QEvent* event) {
    auto* field = qobject_cast<CellEditor*>(watched);
    if (field == nullptr || event->type() != QEvent::FocusOut)
        return false;
    const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
    if (reason == Qt::PopupFocusReason || reason == Qt::ActiveWindowFocusReason || reason == Qt::MenuBarFocusReason)
        return false;
    if (field == m_editor && commit(*field))
        Q_EMIT closeEditor(field, QAbstractItemDelegate::NoHint);
    else if (field->isVisible())
        QTimer::singleShot(0, field, qOverload<>(&QWidget::setFocus)); // refused text has to be mended first
    return false;
}

void EntryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    applyMark(cell, static_cast<EntryModel::Mark>(index.data(EntryModel::MarkRole).toInt()));
    const QColor openInk = inkOf(Tone::Open, cell.palette);
    const bool unconfirmed = index.data(EntryModel::UnconfirmedRole).toBool();
    if (unconfirmed)
        cell.palette.setColor(QPalette::Text, openInk);
    applySelection(cell);
    const QStyle* style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const QColor accent = cell.palette.color(QPalette::Active, QPalette::Highlight);
    if (index.data(EntryModel::ChangedRole).toBool())
        drawCorner(*painter, cell.rect, accent);
    if (unconfirmed)
        drawUnconfirmed(*painter, cell.rect, openInk);
    const auto* view = qobject_cast<const QAbstractItemView*>(cell.widget);
    if (view != nullptr && view->currentIndex() == index) {
        painter->save();
        painter->setPen(QPen(accent, kFrameWidth, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter->drawRect(cell.rect.adjusted(1, 1, -1, -1));
        painter->restore();
    }
}

} // namespace junheng::ui
