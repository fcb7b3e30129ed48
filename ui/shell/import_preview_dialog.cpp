#include "ui/shell/import_preview_dialog.h"

#include "base/atomic_file.h"
#include "ui/shell/findings_model.h"
#include "ui/shell/recent_files.h"
#include "ui/widgets/figure_delegate.h"
#include "ui_import_preview_dialog.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QPushButton>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// Wrapping needs every row measured; beyond this many the sentence of the chosen row is shown below instead.
constexpr int kMostWrappedRows = 300;

} // namespace

ImportPreviewDialog::ImportPreviewDialog(const workspace::ImportPreview& preview, AskSaveFile askSaveFile,
                                         QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::ImportPreviewDialog>()),
      m_findings(new FindingsModel(preview.findings, this)), m_askSaveFile(std::move(askSaveFile)) {
    m_ui->setupUi(this);
    m_ui->files->setText(preview.changes.file);
    const bool rejected = preview.hasErrors();
    if (rejected)
        m_ui->summary->setText(
            tr("✗ 发现 %1 处错误，没有导入任何数据。请在数据表里改正后重新导入。").arg(m_findings->errorCount()));
    else
        m_ui->summary->setText(preview.summaryLines().join(u'\n'));
    setUpFindings();
    setUpButtons(preview);
}

ImportPreviewDialog::~ImportPreviewDialog() = default;

void ImportPreviewDialog::setUpFindings() {
    const int rows = m_findings->rowCount();
    m_ui->findingsBox->setVisible(rows > 0);
    if (rows == 0) {
        layout()->activate();
        adjustSize();
        return;
    }
    m_ui->findingsTitle->setText(
        tr("错误 %1 处，提示 %2 处").arg(m_findings->errorCount()).arg(rows - m_findings->errorCount()));
    QTableView& table = *m_ui->findings;
    table.setModel(m_findings);
    table.setItemDelegateForColumn(FindingsModel::Severity, new FigureDelegate(&table));
    table.horizontalHeader()->setSectionResizeMode(FindingsModel::Message, QHeaderView::Stretch);
    table.verticalHeader()->hide();
    table.resizeColumnsToContents();
    // The mark stands beside the word, which resizeColumnsToContents() does not know of.
    table.setColumnWidth(FindingsModel::Severity,
                         table.fontMetrics().horizontalAdvance(tr("错误")) + 3 * table.fontMetrics().height());
    table.setColumnHidden(FindingsModel::File, !m_ui->files->text().contains(u'、'));
    m_ui->sentence->setVisible(rows > kMostWrappedRows);
    if (rows <= kMostWrappedRows)
        table.verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    connect(table.selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& row) {
        m_ui->sentence->setText(row.siblingAtColumn(FindingsModel::Message).data().toString());
    });
    connect(m_ui->copyButton, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_findings->toText()); });
    connect(m_ui->saveButton, &QPushButton::clicked, this, &ImportPreviewDialog::saveFindings);
}

void ImportPreviewDialog::setUpButtons(const workspace::ImportPreview& preview) {
    if (preview.hasErrors() || preview.changes.isEmpty()) {
        m_ui->buttons->addButton(tr("关闭"), QDialogButtonBox::RejectRole)->setDefault(true);
    } else {
        m_ui->buttons->addButton(tr("导入"), QDialogButtonBox::AcceptRole)->setDefault(true);
        m_ui->buttons->addButton(tr("取消"), QDialogButtonBox::RejectRole);
    }
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ImportPreviewDialog::saveFindings() {
    const QString path = m_askSaveFile(this, {.title = tr("保存问题清单"),
                                              .suggestion = QDir(startFolder()).filePath(tr("导入问题清单.txt")),
                                              .filter = tr("文本文件 (*.txt)")});
    if (path.isEmpty())
        return;
    const auto written = base::writeFileAtomically(path, m_findings->toText().toUtf8());
    m_ui->findingsTitle->setText(written ? tr("已保存到 %1").arg(QDir::toNativeSeparators(path))
                                         : written.error().toString());
}

} // namespace junheng::ui
