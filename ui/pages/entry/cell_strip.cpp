#include "ui/pages/entry/cell_strip.h"

#include "ui/pages/entry/grid/cell_editor.h"
#include "ui/pages/entry/grid/cell_words.h"
#include "ui/pages/entry/grid/entry_model.h"
#include "ui_cell_strip.h"
#include "workspace/gate.h"

#include <QCompleter>
#include <QFocusEvent>

namespace junheng::ui {

CellStrip::CellStrip(EntryModel& model, QWidget* parent)
    : QWidget(parent), m_model(model), m_ui(std::make_unique<Ui::CellStrip>()) {
    m_ui->setupUi(this);
    QFont bold = m_ui->name->font();
    bold.setBold(true);
    m_ui->name->setFont(bold);
    m_ui->value->installEventFilter(this);
    setFocusProxy(m_ui->value);
    connect(m_ui->value, &QLineEdit::textEdited, this, [this] { markRefused(*m_ui->value, {}); });
    fill();
}

CellStrip::~CellStrip() = default;

void CellStrip::showCell(const std::optional<model::CellKey>& cell) {
    m_current = cell;
    if (isTyping() || m_cell == m_current)
        return refresh();
    m_cell = m_current;
    fill();
}

void CellStrip::refresh() {
    if (!isTyping())
        fill();
}

void CellStrip::focusValue() {
    m_ui->value->setFocus(Qt::ShortcutFocusReason);
    m_ui->value->selectAll();
}

bool CellStrip::isTyping() const {
    return m_cell && (m_ui->value->isModified() || m_ui->value->text() != m_shownText);
}

void CellStrip::fill() {
    QLineEdit& value = *m_ui->value;
    m_shownText = m_cell ? cellText(m_model.workspace(), *m_cell) : QString();
    value.setReadOnly(!m_cell);
    if (value.text() != m_shownText)
        value.setText(m_shownText);
    value.setModified(false);
    markRefused(value, {});
    const QString name = m_cell ? cellName(m_model.workspace(), *m_cell) : QString();
    m_ui->name->setText(name);
    value.setAccessibleName(m_cell ? tr("%1 的值").arg(name) : tr("当前单元格的值"));
    QStringList help;
    if (m_cell) {
        help = itemHelp(*m_cell->item).split(u'\n');
        help.removeFirst();
        if (const QString earlier = earlierText(m_model.workspace(), *m_cell); !earlier.isEmpty())
            help.prepend(earlier);
        if (observationOf(m_model.workspace(), *m_cell).unconfirmed)
            help.prepend(tr("◸ 承接自上年，未确认：没有变化按 F8 确认，有变化改正"));
        value.setToolTip(help.join(u'\n'));
    }
    m_ui->help->setText(help.join(QStringLiteral("　")));
    m_ui->help->setToolTip(help.join(u'\n'));
    delete value.completer();
    if (QCompleter* choices = m_cell ? makeCompleter(*m_cell->item, &value) : nullptr)
        value.setCompleter(choices);
}

bool CellStrip::commit() {
    if (!isTyping())
        return true;
    const auto outcome = m_model.committer().commit({.cell = *m_cell, .text = m_ui->value->text()});
    if (!outcome && !workspace::isDeclined(outcome.error())) {
        markRefused(*m_ui->value, outcome.error().message);
        Q_EMIT refused(outcome.error().toString());
        return false;
    }
    m_cell = m_current;
    fill();
    if (!outcome)
        Q_EMIT refused(outcome.error().toString());
    return true;
}

bool CellStrip::finishEditing() {
    if (commit())
        return true;
    m_ui->value->setFocus();
    return false;
}

bool CellStrip::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
            commit();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (commit())
            Q_EMIT entered();
        return true;
    case Qt::Key_Escape:
        m_cell = m_current;
        fill();
        Q_EMIT left();
        return true;
    default:
        return false;
    }
}

} // namespace junheng::ui
