#include "ui/dialogs/structure_dialog.h"

#include "ui/widgets/wrapped_label.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWidthInCharacters = 36;

} // namespace

StructureDialog::StructureDialog(const QString& title, const QString& heading, const QString& doing, Default pressed,
                                 QWidget* parent)
    : QDialog(parent), m_fields(new QVBoxLayout), m_lines(new WrappedLabel(this)), m_foot(new QVBoxLayout) {
    setWindowTitle(title);
    setMinimumWidth(kWidthInCharacters * fontMetrics().horizontalAdvance(u'国'));
    auto* head = new WrappedLabel(this);
    head->setObjectName(u"heading"_s);
    head->setTextFormat(Qt::PlainText);
    QFont bold = head->font();
    bold.setBold(true);
    head->setFont(bold);
    head->showText(heading);
    m_lines->setObjectName(u"lines"_s);
    m_lines->setTextFormat(Qt::PlainText);
    m_lines->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* does = buttons->addButton(doing, QDialogButtonBox::AcceptRole);
    does->setObjectName(u"doing"_s);
    QPushButton* cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setObjectName(u"cancel"_s);
    cancel->setText(tr("取消"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(head);
    layout->addLayout(m_fields);
    layout->addWidget(m_lines);
    layout->addLayout(m_foot);
    layout->addStretch();
    layout->addWidget(buttons);
    QPushButton* enter = pressed == Default::Doing ? does : cancel;
    enter->setDefault(true);
    if (pressed == Default::Cancel)
        cancel->setFocus();
}

void StructureDialog::showLines(const QStringList& lines) {
    QStringList shown;
    for (const QString& line : lines)
        shown << u"· "_s + line;
    m_lines->setVisible(!lines.isEmpty());
    m_lines->showText(shown.join(u'\n'));
}

} // namespace junheng::ui
