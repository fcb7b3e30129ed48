#include "ui/pages/entry/grid/column_header.h"

#include "ui/pages/entry/grid/cell_editor.h"
#include "ui/widgets/tone.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kFieldMargin = 8;

QString fieldHelp() {
    return ColumnHeader::tr("筛选这一列：文字的一部分，或 >100、<=20、=0、<>是、空、非空。Esc 清除");
}

void tint(QLineEdit& field) {
    QPalette colors = field.parentWidget()->palette();
    if (!field.text().isEmpty()) {
        colors.setColor(QPalette::Base, fillOf(Tone::Near, colors));
        colors.setColor(QPalette::Text, inkOf(Tone::Near, colors));
    }
    field.setPalette(colors);
}

} // namespace

ColumnHeader::ColumnHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
    setDefaultAlignment(Qt::AlignCenter | Qt::Alignment(Qt::TextWordWrap));
    setHighlightSections(true);
    setSectionsClickable(true);
    setMinimumSectionSize(40);
    setViewportMargins(0, 0, 0, fieldHeight());
    connect(this, &QHeaderView::sectionResized, this, &ColumnHeader::placeFields);
}

int ColumnHeader::fieldHeight() const {
    return fontMetrics().height() + kFieldMargin;
}

void ColumnHeader::setTitleHeight(int height) {
    m_titleHeight = height;
    setViewportMargins(0, 0, 0, fieldHeight());
    setFixedHeight(height + fieldHeight());
    placeFields();
}

void ColumnHeader::resetFields(int columns) {
    qDeleteAll(m_fields);
    m_fields.clear();
    for (int column = 0; column < columns; ++column)
        m_fields.push_back(makeField(column));
    placeFields();
}

QLineEdit* ColumnHeader::makeField(int column) {
    auto* field = new QLineEdit(this);
    field->setObjectName(u"columnFilter%1"_s.arg(column));
    field->setFocusPolicy(Qt::ClickFocus); // the tab key goes from the bar to the cells
    field->setToolTip(fieldHelp());
    field->setAccessibleName(tr("筛选“%1”").arg(model()->headerData(column, Qt::Horizontal).toString()));
    field->installEventFilter(this);
    connect(field, &QLineEdit::textChanged, this, [this, column] { applyField(column); });
    return field;
}

void ColumnHeader::applyField(int column) {
    QLineEdit& field = *m_fields[static_cast<std::size_t>(column)];
    const auto filter = ColumnFilter::parse(field.text());
    tint(field);
    if (!field.accessibleDescription().isEmpty()) {
        markRefused(field, {});
        field.setToolTip(fieldHelp());
    }
    // A sign alone is the beginning of a comparison and asks for nothing yet.
    Q_EMIT filterEdited(column, filter.value_or(ColumnFilter()));
}

void ColumnHeader::clearFields() {
    for (QLineEdit* field : m_fields) {
        const QSignalBlocker blocker(field);
        field->clear();
        tint(*field);
    }
}

void ColumnHeader::focusField(int column) {
    if (column < 0 || column >= static_cast<int>(m_fields.size()))
        return;
    Q_EMIT fieldWanted(column);
    QLineEdit* field = m_fields[static_cast<std::size_t>(column)];
    field->setFocus(Qt::ShortcutFocusReason);
    field->selectAll();
}

void ColumnHeader::placeFields() {
    for (std::size_t column = 0; column < m_fields.size() && static_cast<int>(column) < count(); ++column) {
        const int left = sectionViewportPosition(static_cast<int>(column));
        const int wide = sectionSize(static_cast<int>(column));
        QLineEdit& field = *m_fields[column];
        const bool shown = (left + wide > 0 && left < width()) || field.hasFocus();
        if (shown)
            field.setGeometry(left, m_titleHeight, wide, fieldHeight());
        field.setVisible(shown);
    }
}

void ColumnHeader::resizeEvent(QResizeEvent* event) {
    QHeaderView::resizeEvent(event);
    placeFields();
}

bool ColumnHeader::handleKey(int column, int key) {
    QLineEdit& field = *m_fields[static_cast<std::size_t>(column)];
    switch (key) {
    case Qt::Key_Escape:
        if (field.text().isEmpty())
            Q_EMIT left();
        field.clear();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        if (const auto filter = ColumnFilter::parse(field.text()); !filter) {
            markRefused(field, filter.error().message);
            Q_EMIT refused(filter.error().message);
        } else {
            Q_EMIT left();
        }
        return true;
    case Qt::Key_Tab:
        focusField(column + 1);
        return true;
    case Qt::Key_Backtab:
        focusField(column - 1);
        return true;
    default:
        return false;
    }
}

bool ColumnHeader::eventFilter(QObject* watched, QEvent* event) {
    const auto field = std::ranges::find(m_fields, watched);
    if (field != m_fields.end()) {
        if (event->type() == QEvent::KeyPress &&
            handleKey(static_cast<int>(field - m_fields.begin()), static_cast<QKeyEvent*>(event)->key()))
            return true;
        if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
    }
    return QHeaderView::eventFilter(watched, event);
}

} // namespace junheng::ui
