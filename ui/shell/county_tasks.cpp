#include "ui/shell/county_tasks.h"

#include "model/school_year.h"
#include "ui/shell/busy_cursor.h"
#include "ui/shell/dossier_job.h"
#include "ui/shell/evidence_copy.h"
#include "ui/shell/import_job.h"
#include "ui/shell/recent_files.h"
#include "ui/shell/sample_county.h"
#include "workspace/doubts.h"
#include "workspace/evidence_folder.h"
#include "workspace/gate.h"
#include "workspace/imports.h"
#include "workspace/standards.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

CountyTasks::CountyTasks(workspace::Workspace& workspace, Dialogs dialogs, QWidget* window)
    : QObject(window), m_workspace(workspace), m_dialogs(std::move(dialogs)), m_window(window),
      m_gate(workspace, m_dialogs.confirm, window), m_job(new ImportJob(this)), m_dossiers(new DossierJob(this)) {
    connect(m_job, &ImportJob::planned, this, &CountyTasks::previewImport);
    connect(m_job, &ImportJob::failed, this, &CountyTasks::refuseImport);
    connect(m_job, &ImportJob::progressed, this,
            [this](int done, int total) { Q_EMIT progressed(tr("正在读取数据表…"), done, total); });
    connect(&m_workspace, &workspace::Workspace::changed, this, [this] { m_changedMeanwhile = true; });
    connectDossiers();
}

void CountyTasks::report(const base::Error& error) {
    if (workspace::isDeclined(error))
        return Q_EMIT news({.text = error.message});
    QString details = error.code;
    if (!error.detail.isEmpty())
        details += u'\n' + error.detail;
    Q_EMIT failed({.text = error.toString(), .details = details});
}

void CountyTasks::afterOpening(const base::Outcome& outcome) {
    if (!outcome) {
        report(outcome.error());
        return;
    }
    rememberRecentFile(m_workspace.path());
    Q_EMIT opened(m_workspace.path());
    tellUnreadable();
}

void CountyTasks::openOrLook(const QString& path) {
    const auto opened = m_workspace.open(path);
    const bool mayLook = !opened && (opened.error().code == u"store.locked" || opened.error().code == u"store.write");
    if (!mayLook || !m_workspace.open(path, workspace::Access::ReadOnly))
        return afterOpening(opened);
    afterOpening({});
    report(opened.error());
}

void CountyTasks::tellUnreadable() {
    if (const auto error = m_workspace.standardError())
        report(*error);
    const std::vector<model::Finding> findings = m_workspace.unreadable();
    if (findings.empty())
        return;
    QStringList details;
    for (const model::Finding& finding : findings)
        details << finding.message;
    Q_EMIT failed(
        {.text = findings.size() == 1
                     ? findings.front().message
                     : tr("%1（共有 %2 处不能识别的数据，见详情）").arg(findings.front().message).arg(findings.size()),
         .details = details.join(u'\n')});
}

bool CountyTasks::mayOnlyLook() {
    const QString reason = m_workspace.readOnlyReason();
    if (!reason.isEmpty())
        Q_EMIT failed({.text = reason});
    return !reason.isEmpty();
}

void CountyTasks::newCounty() {
    const std::optional<NewCounty> wanted = m_dialogs.newCounty(m_window);
    if (!wanted)
        return;
    m_job->cancel();
    afterOpening(m_workspace.create(wanted->path, wanted->county, wanted->standardId, wanted->year));
}

void CountyTasks::askAndOpen() {
    const QString path = m_dialogs.openFile(m_window, {.title = tr("打开县级文件"),
                                                       .suggestion = startFolder(),
                                                       .filter = tr("均衡县级文件 (*.junheng);;所有文件 (*)")});
    if (path.isEmpty())
        return;
    rememberFolder(path);
    openPath(path);
}

void CountyTasks::openPath(const QString& path) {
    const bool alreadyOpen = m_workspace.isOpen() && QFileInfo(m_workspace.path()) == QFileInfo(path);
    if (alreadyOpen)
        return;
    m_job->cancel();
    const BusyCursor busy;
    openOrLook(path);
}

void CountyTasks::takeFiles(const QStringList& paths) {
    const auto allEndWith = [&](const QString& ending) {
        return std::ranges::all_of(paths,
                                   [&](const QString& path) { return path.endsWith(ending, Qt::CaseInsensitive); });
    };
    if (allEndWith(u".junheng"_s) && paths.size() == 1)
        openPath(paths.front());
    else if (!allEndWith(u".xlsx"_s))
        Q_EMIT failed(
            {.text = tr("不能使用拖入的文件：%1。请拖入一个县级文件（.junheng），或一个至多个数据表（.xlsx）；其他格"
                        "式的表格请先另存为 .xlsx。")
                         .arg(QFileInfo(paths.front()).fileName())});
    else if (!m_workspace.isOpen())
        Q_EMIT failed({.text = tr("要导入 %1，请先新建或打开一个县级文件，再把数据表拖进来。")
                                   .arg(QFileInfo(paths.front()).fileName())});
    else
        planImport(paths);
}

void CountyTasks::openSample() {
    m_job->cancel();
    const BusyCursor busy;
    afterOpening(openSampleCounty(m_workspace));
}

void CountyTasks::closeCounty() {
    m_job->cancel();
    m_workspace.close();
}

void CountyTasks::setYear(int year) {
    m_job->cancel();
    if (const auto changed = m_workspace.setYear(year); !changed)
        report(changed.error());
}

void CountyTasks::importBooks() {
    if (isWritingDossiers() || mayOnlyLook())
        return;
    const QStringList files = m_dialogs.openFiles(
        m_window,
        {.title = tr("导入数据表（可以多选）"), .suggestion = startFolder(), .filter = tr("Excel 工作簿 (*.xlsx)")});
    if (files.isEmpty())
        return;
    rememberFolder(files.front());
    planImport(files);
}

void CountyTasks::planImport(const QStringList& files, const workspace::ImportAgreement& agreed) {
    if (isWritingDossiers() || mayOnlyLook())
        return;
    m_files = files;
    m_agreed = agreed;
    m_changedMeanwhile = false;
    Q_EMIT progressed(tr("正在读取数据表…"), 0, 0);
    m_job->start(files, m_workspace, agreed);
}

void CountyTasks::cancel() {
    m_job->cancel();
    m_dossiers->cancel();
}

void CountyTasks::refuseImport(const base::Error& error) {
    Q_EMIT progressEnded();
    if (error.code == u"job.cancelled")
        Q_EMIT news({.text = tr("已停止导入，没有任何改动。")});
    else
        report(error);
}

void CountyTasks::previewImport(workspace::ImportPreview preview) {
    Q_EMIT progressEnded();
    // A plan is worth nothing over data that has changed since: plan again.
    if (m_changedMeanwhile) {
        if (m_workspace.isOpen())
            planImport(m_files, m_agreed);
        return;
    }
    if (preview.changes.isEmpty() && preview.findings.empty()) {
        Q_EMIT news({.text = tr("%1 与现有数据一致，没有需要导入的变化。").arg(preview.changes.file),
                     .details = preview.summaryLines().join(u'\n')});
        return;
    }
    if (const auto marked = m_workspace.imports().markTyped(preview); !marked)
        return report(marked.error());
    const ImportAnswer answer = m_dialogs.confirmImport(m_window, preview);
    if (answer.imports)
        commitImport(preview);
    else if (answer.again) // with what was agreed to before
        planImport(m_files, {.removeRooms = m_agreed.removeRooms || answer.again->removeRooms,
                             .conversions = m_agreed.conversions + answer.again->conversions});
}

void CountyTasks::commitImport(const workspace::ImportPreview& preview) {
    const BusyCursor busy;
    if (const auto committed = m_workspace.imports().commit(preview); !committed) {
        report(committed.error());
        return;
    }
    const QStringList lines = preview.summaryLines();
    Q_EMIT news(
        {.text = tr("已导入 %1：%2。可以撤销（Ctrl+Z）。").arg(preview.changes.file, lines.join(u'，')) + doubts(),
         .details = lines.join(u'\n')});
}

// What there is to look at next; nothing where all is well.
QString CountyTasks::doubts() const {
    const auto findings = m_workspace.doubts().findings();
    if (!findings)
        return {};
    const auto countOf = [&](quality::Severity severity) {
        return std::ranges::count(*findings, severity, &quality::Finding::severity);
    };
    const auto contradictions = countOf(quality::Severity::Contradiction);
    const auto unlikely = countOf(quality::Severity::Doubt);
    if (contradictions + unlikely == 0)
        return {};
    return tr("数据核查：矛盾 %1 处，存疑 %2 处（Ctrl+6）。").arg(contradictions).arg(unlikely);
}

QString CountyTasks::suggestedFile(const QString& ending, const QString& suffix) const {
    const model::CountyYear& year = m_workspace.data();
    QString name = year.county().name + model::schoolYearName(year.year()) + ending;
    // Names of counties and schools may have what no file can.
    for (QChar& character : name) {
        if (u"\\/:*?\"<>|"_s.contains(character))
            character = u'_';
    }
    return QDir(startFolder()).filePath(name + u'.' + suffix);
}

void CountyTasks::tellWritten(const base::Outcome& outcome, const QString& path, const QString& note) {
    if (outcome)
        Q_EMIT news({.text = tr("已导出到 %1").arg(QDir::toNativeSeparators(path)) +
                             (note.isEmpty() ? QString() : tr("。%1").arg(note))});
    else
        report(outcome.error());
}

void CountyTasks::chooseStandard() {
    const QString chosen = m_dialogs.chooseStandard(m_window, m_workspace);
    if (chosen.isEmpty())
        return;
    const BusyCursor busy;
    if (const auto used = m_workspace.standards().use(chosen); !used)
        report(used.error());
    else
        Q_EMIT news({.text = tr("现按“%1”评估。").arg(m_workspace.standard().title)});
}

void CountyTasks::askAndAttach(const QString& indicator) {
    const QStringList files =
        m_dialogs.openFiles(m_window, {.title = tr("添加 %1 的佐证材料（可以多选）").arg(indicator),
                                       .suggestion = startFolder(),
                                       .filter = tr("所有文件 (*)")});
    if (files.isEmpty())
        return;
    rememberFolder(files.front());
    attach(indicator, files);
}

void CountyTasks::attach(const QString& indicator, const QStringList& files) {
    const BusyCursor busy;
    if (const auto attached = m_workspace.evidence().attachFiles(indicator, files); !attached)
        report(attached.error());
    else
        Q_EMIT news({.text = tr("已存入 %1 的 %2 件佐证材料。可以撤销（Ctrl+Z）。").arg(indicator).arg(files.size())});
}

void CountyTasks::openEvidence(const workspace::Evidence& evidence) {
    if (!isOpenable(evidence.name)) {
        Q_EMIT failed({.text = tr("没有打开“%1”：程序只打开 PDF、图片、文本和不含宏的文档、表格，其他文件可能会运行。"
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
        Q_EMIT failed({.text = tr("无法在临时文件夹中取出“%1”。请用“另存为”取出后再打开。").arg(evidence.name)});
        return;
    }
    if (const auto written = m_workspace.evidence().save(evidence, copy); !written) {
        report(written.error());
        return;
    }
    // What is changed in a copy would be lost with it.
    QFile::setPermissions(copy, QFileDevice::ReadOwner);
    if (!m_dialogs.openDocument(copy))
        Q_EMIT failed({.text = tr("系统中没有能打开“%1”的程序。请用“另存为”取出后再打开。").arg(evidence.name)});
}

void CountyTasks::saveEvidence(const workspace::Evidence& evidence) {
    const QString path = askTarget({.title = tr("另存佐证材料"),
                                    .suggestion = QDir(startFolder()).filePath(safeFileName(evidence.name)),
                                    .filter = tr("所有文件 (*)")});
    if (path.isEmpty())
        return;
    const BusyCursor busy;
    tellWritten(m_workspace.evidence().save(evidence, path), path);
}

void CountyTasks::undo() {
    const QString label = m_workspace.undoLabel();
    if (const auto undone = m_workspace.undo(); !undone)
        report(undone.error());
    else
        Q_EMIT news({.text = tr("已%1").arg(label)});
}

void CountyTasks::redo() {
    const QString label = m_workspace.redoLabel();
    if (const auto redone = m_workspace.redo(); !redone)
        report(redone.error());
    else
        Q_EMIT news({.text = tr("已%1").arg(label)});
}

void CountyTasks::about() {
    m_dialogs.about(m_window);
}

} // namespace junheng::ui
