#include "ui/dialogs/import_preview_dialog.h"

#include "base/atomic_file.h"
#include "ui/dialogs/changes_model.h"
#include "ui/dialogs/findings_model.h"
#include "ui/dialogs/import_offers.h"
#include "ui/widgets/dressed_table.h"
#include "ui/widgets/figure_delegate.h"
#include "ui/widgets/last_folder.h"
#include "ui_import_preview_dialog.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPushButton>

#include <algorithm>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// Wrapping needs every row measured; beyond this many the sentence of the chosen row is shown below instead.
constexpr int kMostWrappedRows = 300;

} // namespace

ImportPreviewDialog::ImportPreviewDialog(const workspace::ImportPreview& preview, AskSaveFile askSaveFile,
                                         QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::ImportPreviewDialog>()),
      m_findings(new FindingsModel(preview.findings, this)), m_offers(new ImportOffers(preview, this)),
      m_askSaveFile(std::move(askSaveFile)) {
    m_ui->setupUi(this);
    m_ui->files->setText(preview.changes.file);
    const bool rejected = preview.hasErrors();
    if (rejected)
        m_ui->summary->setText(
            tr("✗ 发现 %1 处错误，没有导入任何数据。请在数据表里改正后重新导入。").arg(m_findings->errorCount()));
    else
        m_ui->summary->setText(preview.summaryLines().join(u'\n'));
    setUpFindings();
    setUpChanges(preview);
    m_ui->tabs->setVisible(m_ui->tabs->count() > 0);
    if (m_ui->tabs->count() == 0) {
        layout()->activate();
        adjustSize();
    }
    setUpButtons(preview);
}

ImportPreviewDialog::~ImportPreviewDialog() = default;

void ImportPreviewDialog::setUpFindings() {
    const int rows = m_findings->rowCount();
    if (rows == 0)
        return m_ui->tabs->removeTab(m_ui->tabs->indexOf(m_ui->findingsBox));
    m_ui->tabs->setTabText(m_ui->tabs->indexOf(m_ui->findingsBox), tr("问题 %1").arg(rows));
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

void ImportPreviewDialog::setUpChanges(const workspace::ImportPreview& preview) {
    const int tab = m_ui->tabs->indexOf(m_ui->changesBox);
    if (preview.changes.isEmpty())
        return m_ui->tabs->removeTab(tab);
    m_ui->tabs->setTabText(tab, tr("改动 %1").arg(preview.changes.changes.size()));
    m_changes = new ChangesModel(preview, this);
    m_shown = new ChangesFilter(*m_changes, this);
    m_shown->setSourceModel(m_changes);
    QTableView& table = *m_ui->changes;
    table.setHorizontalHeader(new SortHeader(&table));
    table.setModel(m_shown);
    table.setItemDelegate(new FigureDelegate(&table));
    table.horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    table.setSortingEnabled(true);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + 6);
    fitChanges();
    using Kind = ChangesModel::Kind;
    m_ui->kind->addItem(tr("全部改动"));
    for (const auto& [kind, name] : {std::pair(Kind::Changed, tr("修改")), std::pair(Kind::Cleared, tr("清除")),
                                     std::pair(Kind::Filled, tr("填入空白")), std::pair(Kind::Added, tr("增加的行"))})
        m_ui->kind->addItem(name, static_cast<int>(kind));
    m_ui->onlyTyped->setVisible(!preview.typedCells.isEmpty());
    m_ui->sought->installEventFilter(this);
    connect(m_ui->sought, &QLineEdit::textChanged, this, &ImportPreviewDialog::narrowChanges);
    connect(m_ui->kind, &QComboBox::currentIndexChanged, this, &ImportPreviewDialog::narrowChanges);
    connect(m_ui->onlyTyped, &QCheckBox::toggled, this, &ImportPreviewDialog::narrowChanges);
    narrowChanges();
}

// Enter after a search leads to what was found, and does not import it.
bool ImportPreviewDialog::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_ui->sought || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent&>(*event).key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    m_ui->changes->setFocus(Qt::OtherFocusReason);
    return true;
}

// By the first rows: there may be tens of thousands.
void ImportPreviewDialog::fitChanges() {
    constexpr int kMeasuredRows = 200;
    constexpr int kMargin = 24;
    constexpr int kWidest = 260;
    const QTableView& table = *m_ui->changes;
    const QFontMetrics metrics = table.fontMetrics();
    for (int column = 0; column < ChangesModel::ColumnCount; ++column) {
        int width =
            metrics.horizontalAdvance(m_changes->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        for (int row = 0; row < std::min(m_changes->rowCount(), kMeasuredRows); ++row)
            width = std::max(width, metrics.horizontalAdvance(m_changes->index(row, column).data().toString()));
        // Beside what was typed there are a tag and a mark.
        const int more = column == ChangesModel::Before ? 4 * metrics.height() : 0;
        m_ui->changes->setColumnWidth(column, std::min(width + kMargin, kWidest) + more);
    }
    table.horizontalHeader()->setStretchLastSection(true);
}

void ImportPreviewDialog::narrowChanges() {
    const QVariant kind = m_ui->kind->currentData();
    m_shown->narrow(m_ui->sought->text(),
                    kind.isValid() ? std::optional(static_cast<ChangesModel::Kind>(kind.toInt())) : std::nullopt,
                    m_ui->onlyTyped->isChecked());
    m_ui->changesCount->setText(tr("列出 %1 处，共 %2 处").arg(m_shown->rowCount()).arg(m_changes->rowCount()));
}

workspace::ImportAgreement ImportPreviewDialog::agreement() const {
    return m_offers->agreement();
}

void ImportPreviewDialog::setUpButtons(const workspace::ImportPreview& preview) {
    m_offers->setVisible(!m_offers->isEmpty());
    m_ui->dialogLayout->insertWidget(m_ui->dialogLayout->indexOf(m_ui->buttons), m_offers);
    if (!m_offers->isEmpty()) {
        QPushButton* again = m_ui->buttons->addButton(tr("按勾选的重新预览(&R)"), QDialogButtonBox::ActionRole);
        again->setObjectName(u"againButton"_s);
        again->setEnabled(false);
        connect(m_offers, &ImportOffers::chosen, again, &QPushButton::setEnabled);
        connect(again, &QPushButton::clicked, this, [this] { done(kPreviewAgain); });
    }
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
