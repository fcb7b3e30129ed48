#include "ui/pages/report/submission_list.h"

#include "workspace/standards.h"
#include "workspace/submissions.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace junheng::ui {

namespace {

constexpr int kFileRole = Qt::UserRole; // the name of a file that is kept

QString stateOf(const workspace::Submission& submission, const QString& dataCode) {
    return submission.dataCode == dataCode ? SubmissionList::tr("✓ 数据未变") : SubmissionList::tr("△ 数据已变");
}

} // namespace

SubmissionList::SubmissionList(const workspace::Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_submit(new QPushButton(tr("生成上报包(&P)…"), this)),
      m_save(new QPushButton(tr("另存为(&S)…"), this)), m_hint(new QLabel(this)), m_tree(new QTreeWidget(this)) {
    m_submit->setObjectName(QStringLiteral("submit"));
    m_submit->setToolTip(tr("把申报表、自评报告、评估标准和县级文件的副本冻结在一个 zip 文件中，并留存记录"));
    m_save->setObjectName(QStringLiteral("saveSubmitted"));
    m_save->setToolTip(tr("取出所选的上报文件，与上报时完全相同"));
    m_hint->setWordWrap(true);
    m_tree->setObjectName(QStringLiteral("submissions"));
    m_tree->setAccessibleName(tr("上报记录"));
    m_tree->setHeaderLabels({tr("上报记录"), tr("结论"), tr("与现在相比")});
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_submit);
    buttons->addWidget(m_save);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(buttons);
    layout->addWidget(m_hint);
    layout->addWidget(m_tree);
    connect(m_submit, &QPushButton::clicked, this, &SubmissionList::submitRequested);
    connect(m_save, &QPushButton::clicked, this, &SubmissionList::saveChosen);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &SubmissionList::showChosen);
    connect(m_tree, &QTreeWidget::itemActivated, this, &SubmissionList::saveChosen);
    showChosen();
}

void SubmissionList::refresh() {
    m_submissions.clear();
    if (m_workspace.isOpen()) {
        if (auto submissions = m_workspace.submissions().ofYear())
            m_submissions = *std::move(submissions);
        else
            Q_EMIT error(submissions.error());
    }
    fill();
}

void SubmissionList::fill() {
    m_tree->clear();
    if (!m_submissions.empty()) {
        const QString dataCode = m_workspace.submissions().dataCode();
        const auto standards = m_workspace.standards().names().value_or(std::vector<workspace::StandardName>());
        for (const workspace::Submission& submission : m_submissions) {
            const auto known = std::ranges::find(standards, submission.standard, &workspace::StandardName::id);
            addSubmission(submission, known == standards.end() ? submission.standard : known->title, dataCode);
        }
        m_tree->topLevelItem(0)->setExpanded(true);
        m_tree->setCurrentItem(m_tree->topLevelItem(0));
    }
    for (int column = 0; column < m_tree->columnCount(); ++column)
        m_tree->resizeColumnToContents(column);
    m_hint->setText(
        m_submissions.empty()
            ? tr("本学年还没有上报记录。数据定稿后点“生成上报包”：申报表、自评报告、评估标准和县级文件的副本"
                 "冻结在一个文件中，这里留下时间、经办人和校验值。")
            : tr("留存的文件与上报时完全相同，不能改动；以后可以用 junheng-cli verify 核验上报包。"));
    m_submit->setEnabled(m_workspace.isOpen());
    showChosen();
}

void SubmissionList::addSubmission(const workspace::Submission& submission, const QString& standard,
                                   const QString& dataCode) {
    auto* line = new QTreeWidgetItem(
        m_tree,
        {tr("%1 %2").arg(submission.at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")), submission.who),
         submission.verdict, stateOf(submission, dataCode)});
    line->setToolTip(0, tr("填报日期 %1，标准 %2，数据校验码 %3")
                            .arg(submission.date.toString(Qt::ISODate), standard, submission.dataCode));
    for (const workspace::SubmittedFile& file : submission.files) {
        const QString size = QLocale().formattedDataSize(file.size);
        auto* child = new QTreeWidgetItem(line, {file.name, {}, file.kept ? size : tr("%1，不在县级文件中").arg(size)});
        child->setToolTip(0, QStringLiteral("SHA-256：%1").arg(file.sha256));
        if (file.kept)
            child->setData(0, kFileRole, file.name);
    }
}

void SubmissionList::showChosen() {
    const QTreeWidgetItem* item = m_tree->currentItem();
    m_save->setEnabled(item != nullptr && item->data(0, kFileRole).isValid());
}

void SubmissionList::saveChosen() {
    QTreeWidgetItem* item = m_tree->currentItem();
    if (item == nullptr || !item->data(0, kFileRole).isValid())
        return;
    const int row = m_tree->indexOfTopLevelItem(item->parent());
    // A copy: the list may be read anew while somebody asks where to.
    const workspace::Submission submission = m_submissions[static_cast<std::size_t>(row)];
    Q_EMIT saveRequested(submission, item->data(0, kFileRole).toString());
}

} // namespace junheng::ui
