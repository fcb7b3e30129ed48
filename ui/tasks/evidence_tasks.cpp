#include "ui/tasks/evidence_tasks.h"

#include "ui/tasks/busy_cursor.h"
#include "ui/tasks/evidence_copy.h"
#include "ui/tasks/talk.h"
#include "ui/widgets/last_folder.h"
#include "workspace/evidence_folder.h"

#include <QDir>
#include <QFile>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

EvidenceTasks::EvidenceTasks(workspace::Workspace& workspace, Talk& talk) : m_workspace(workspace), m_talk(talk) {}

void EvidenceTasks::askAndAttach(const QString& indicator) {
    const QStringList files = m_talk.askFiles(tr("添加 %1 的佐证材料（可以多选）").arg(indicator), tr("所有文件 (*)"));
    if (!files.isEmpty())
        attach(indicator, files);
}

void EvidenceTasks::attach(const QString& indicator, const QStringList& files) {
    const BusyCursor busy;
    if (const auto attached = m_workspace.evidence().attachFiles(indicator, files); !attached)
        m_talk.report(attached.error());
    else
        Q_EMIT m_talk.news(
            {.text = tr("已存入 %1 的 %2 件佐证材料。可以撤销（Ctrl+Z）。").arg(indicator).arg(files.size())});
}

void EvidenceTasks::open(const workspace::Evidence& evidence) {
    if (!isOpenable(evidence.name)) {
        Q_EMIT m_talk.failed(
            {.text = tr("没有打开“%1”：程序只打开 PDF、图片、文本和不含宏的文档、表格，其他文件可能会运行。"
                        "请用“另存为”取出，确认来源可靠后再打开。")
                         .arg(evidence.name)});
        return;
    }
    if (!m_copies)
        m_copies = std::make_unique<QTemporaryDir>();
    // A folder for each: two files of one name are two copies, and one that is open elsewhere is left alone.
    const QDir folder(m_copies->filePath(QString::number(++m_copyCount)));
    const QString copy = folder.filePath(safeFileName(evidence.name));
    if (!m_copies->isValid() || !folder.mkpath(u"."_s)) {
        Q_EMIT m_talk.failed({.text = tr("无法在临时文件夹中取出“%1”。请用“另存为”取出后再打开。").arg(evidence.name)});
        return;
    }
    if (const auto written = m_workspace.evidence().save(evidence, copy); !written) {
        m_talk.report(written.error());
        return;
    }
    // What is changed in a copy would be lost with it.
    QFile::setPermissions(copy, QFileDevice::ReadOwner);
    if (!m_talk.questions().openDocument(copy))
        Q_EMIT m_talk.failed({.text = tr("系统中没有能打开“%1”的程序。请用“另存为”取出后再打开。").arg(evidence.name)});
}

void EvidenceTasks::save(const workspace::Evidence& evidence) {
    m_talk.save({.title = tr("另存佐证材料"),
                 .suggestion = QDir(startFolder()).filePath(safeFileName(evidence.name)),
                 .filter = tr("所有文件 (*)")},
                [&](const QString& path) { return m_workspace.evidence().save(evidence, path); });
}

} // namespace junheng::ui
