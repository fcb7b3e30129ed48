#include "ui/dialogs/dossier_dialog.h"

#include "model/items.h"
#include "ui_dossier_dialog.h"

#include <QKeyEvent>
#include <QPushButton>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kCodeRole = Qt::UserRole;

} // namespace

DossierDialog::DossierDialog(const workspace::Workspace& workspace, const QStringList& shown, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::DossierDialog>()), m_shown(shown) {
    m_ui->setupUi(this);
    const int schools = workspace.data().schools().rowCount();
    m_ui->all->setText(tr("全部学校（%1 所）(&A)").arg(schools));
    m_ui->shown->setText(tr("“资源配置”页现在显示的学校（%1 所）(&R)").arg(shown.size()));
    m_ui->shown->setEnabled(!shown.isEmpty());
    for (const auto& [text, files] : {std::pair(tr("合成一个 PDF 文件"), workspace::DossierFiles::OnePdf),
                                      std::pair(tr("每校一个 PDF 文件"), workspace::DossierFiles::PdfEach),
                                      std::pair(tr("每校一个 Word 文档"), workspace::DossierFiles::WordEach)})
        m_ui->files->addItem(text, static_cast<int>(files));
    fillList(workspace.data());
    connect(m_ui->filter, &QLineEdit::textChanged, this, &DossierDialog::filter);
    m_ui->filter->installEventFilter(this);
    connect(m_ui->list, &QListWidget::itemChanged, this, [this] {
        m_ui->some->setChecked(true);
        refresh();
    });
    connect(m_ui->checkAll, &QPushButton::clicked, this, [this] { checkVisible(Qt::Checked); });
    connect(m_ui->checkNone, &QPushButton::clicked, this, [this] { checkVisible(Qt::Unchecked); });
    for (QRadioButton* choice : {m_ui->all, m_ui->shown, m_ui->some})
        connect(choice, &QRadioButton::toggled, this, &DossierDialog::refresh);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("下一步…"));
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setText(tr("取消"));
    refresh();
}

DossierDialog::~DossierDialog() = default;

void DossierDialog::fillList(const model::CountyYear& year) {
    const model::Item& type = model::itemOf(items::school_type);
    for (int row = 0; row < year.schools().rowCount(); ++row) {
        const QString code = year.schools().key(row).school;
        auto* item = new QListWidgetItem(
            u"%1　%2　%3"_s.arg(code, year.schoolName(code), year.schools().at(row, type).text), m_ui->list);
        item->setData(kCodeRole, code);
        item->setCheckState(Qt::Unchecked);
    }
    if (m_ui->list->count() > 0)
        m_ui->list->setCurrentRow(0);
}

bool DossierDialog::eventFilter(QObject* watched, QEvent* event) {
    // Who has found a school goes on to tick it; else the key would accept the dialog.
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_ui->list->setFocus();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void DossierDialog::filter(const QString& text) {
    for (int row = 0; row < m_ui->list->count(); ++row) {
        QListWidgetItem* item = m_ui->list->item(row);
        item->setHidden(!item->text().contains(text.trimmed(), Qt::CaseInsensitive));
    }
    // A key must not reach a school that is not seen.
    if (m_ui->list->currentItem() != nullptr && !m_ui->list->currentItem()->isHidden())
        return;
    for (int row = 0; row < m_ui->list->count(); ++row) {
        if (!m_ui->list->item(row)->isHidden())
            return m_ui->list->setCurrentRow(row);
    }
    m_ui->list->setCurrentRow(-1);
}

void DossierDialog::checkVisible(Qt::CheckState state) {
    {
        const QSignalBlocker blocker(m_ui->list);
        for (int row = 0; row < m_ui->list->count(); ++row) {
            if (QListWidgetItem* item = m_ui->list->item(row); !item->isHidden())
                item->setCheckState(state);
        }
    }
    m_ui->some->setChecked(true);
    refresh();
}

QStringList DossierDialog::checkedSchools() const {
    QStringList codes;
    for (int row = 0; row < m_ui->list->count(); ++row) {
        if (const QListWidgetItem* item = m_ui->list->item(row); item->checkState() == Qt::Checked)
            codes << item->data(kCodeRole).toString();
    }
    return codes;
}

void DossierDialog::refresh() {
    const auto checked = checkedSchools().size();
    m_ui->some->setText(tr("下面勾选的学校（%1 所）(&S)").arg(checked));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(!m_ui->some->isChecked() || checked > 0);
}

DossierWish DossierDialog::answer() const {
    DossierWish wish{.schools = {}, .files = static_cast<workspace::DossierFiles>(m_ui->files->currentData().toInt())};
    if (m_ui->shown->isChecked())
        wish.schools = m_shown;
    else if (m_ui->some->isChecked())
        wish.schools = checkedSchools();
    return wish;
}

} // namespace junheng::ui
