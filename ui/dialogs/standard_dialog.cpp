#include "ui/dialogs/standard_dialog.h"

#include "standard/standard.h"
#include "workspace/standards.h"

#include "ui_standard_dialog.h"

#include <QPushButton>

#include <algorithm>
#include <array>

namespace junheng::ui {

StandardDialog::StandardDialog(const workspace::Workspace& workspace, AskOpenFile askOpenFile, QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_ui(std::make_unique<Ui::StandardDialog>()),
      m_askOpenFile(std::move(askOpenFile)) {
    m_ui->setupUi(this);
    m_ui->differences->setHeaderLabels({tr("条款"), tr("项目"), tr("现在"), tr("换用后"), tr("与国家标准比")});
    constexpr std::array kWidths{230, 120, 220, 220};
    for (std::size_t column = 0; column < kWidths.size(); ++column)
        m_ui->differences->setColumnWidth(static_cast<int>(column), kWidths[column]);
    if (const auto names = workspace.standards().names()) {
        for (const workspace::StandardName& name : *names)
            m_ui->standard->addItem(name.title, name.id);
    }
    m_ui->standard->setCurrentIndex(m_ui->standard->findData(workspace.standard().id));
    connect(m_ui->standard, &QComboBox::currentIndexChanged, this, &StandardDialog::showDifferences);
    connect(m_ui->add, &QPushButton::clicked, this, &StandardDialog::addOwnFile);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("换用"));
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setText(tr("取消"));
    showDifferences();
}

StandardDialog::~StandardDialog() = default;

QString StandardDialog::answer() const {
    return m_ui->standard->currentData().toString();
}

void StandardDialog::addOwnFile() {
    const QString path =
        m_askOpenFile(this, {.title = tr("自己的标准文件"), .suggestion = {}, .filter = tr("标准文件 (*.json)")});
    if (path.isEmpty())
        return;
    if (const auto checked = m_workspace.standards().differences(path);
        !checked && checked.error().code != u"standard.unavailable") {
        say(checked.error().message);
        return;
    }
    m_ui->standard->addItem(path, path);
    m_ui->standard->setCurrentIndex(m_ui->standard->count() - 1);
}

void StandardDialog::showDifferences() {
    m_ui->differences->clear();
    if (m_workspace.standardError()) {
        m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(!answer().isEmpty());
        return say(tr("文件所用的标准本版本没有或读不了，无法列出不同之处。换用后，这个县按所选的标准评估。"));
    }
    const bool another = answer() != m_workspace.standard().id;
    const auto differences = m_workspace.standards().differences(answer());
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(another && differences.has_value());
    if (!differences)
        return say(differences.error().message);
    if (!another)
        return say(tr("这是现在所用的标准。"));
    const auto less = std::ranges::count_if(*differences, &standard::Difference::belowNational);
    QString told = differences->empty() ? tr("与现在所用的标准没有不同。")
                                        : tr("与现在所用的标准有 %1 处不同：").arg(differences->size());
    if (less > 0)
        told = tr("与现在所用的标准有 %1 处不同，其中 %2 处低于国家标准（国家认定仍按国家标准）：")
                   .arg(differences->size())
                   .arg(less);
    say(told);
    const QString none = tr("没有");
    for (const standard::Difference& difference : *differences) {
        const bool whole = difference.field.isEmpty();
        const QString before = difference.before.isEmpty() ? none : difference.before;
        const QString after = difference.after.isEmpty() ? none : difference.after;
        auto* item =
            new QTreeWidgetItem(m_ui->differences, {difference.heading(), whole ? tr("整条") : difference.field, before,
                                                    after, difference.belowNational ? tr("低于国家标准") : QString()});
        for (int column = 0; column < item->columnCount(); ++column)
            item->setToolTip(column, item->text(column));
    }
}

void StandardDialog::say(const QString& sentence) {
    m_ui->state->setText(sentence);
}

} // namespace junheng::ui
