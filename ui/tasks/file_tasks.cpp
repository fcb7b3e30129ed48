#include "ui/tasks/file_tasks.h"

#include "model/school_year.h"
#include "model/unconfirmed.h"
#include "ui/tasks/busy_cursor.h"
#include "ui/tasks/import_tasks.h"
#include "ui/tasks/sample_county.h"
#include "ui/tasks/talk.h"
#include "workspace/school_years.h"
#include "workspace/standards.h"

#include <QFileInfo>

#include <algorithm>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

FileTasks::FileTasks(workspace::Workspace& workspace, Talk& talk, ImportTasks& imports)
    : m_workspace(workspace), m_talk(talk), m_imports(imports) {}

void FileTasks::afterOpening(const base::Outcome& outcome) {
    if (!outcome) {
        m_talk.report(outcome.error());
        return;
    }
    Q_EMIT opened(m_workspace.path());
    tellUnreadable();
}

void FileTasks::openOrLook(const QString& path) {
    const auto opened = m_workspace.open(path);
    const bool mayLook = !opened && (opened.error().code == u"store.locked" || opened.error().code == u"store.write");
    if (!mayLook || !m_workspace.open(path, workspace::Access::ReadOnly))
        return afterOpening(opened);
    afterOpening({});
    m_talk.report(opened.error());
}

void FileTasks::tellUnreadable() {
    if (const auto error = m_workspace.standardError())
        m_talk.report(*error);
    const std::vector<model::Finding> findings = m_workspace.unreadable();
    if (findings.empty())
        return;
    QStringList details;
    for (const model::Finding& finding : findings)
        details << finding.message;
    Q_EMIT m_talk.failed(
        {.text = findings.size() == 1
                     ? findings.front().message
                     : tr("%1（共有 %2 处不能识别的数据，见详情）").arg(findings.front().message).arg(findings.size()),
         .details = details.join(u'\n')});
}

void FileTasks::newCounty() {
    const std::optional<NewCounty> wanted = m_talk.questions().newCounty(m_talk.window());
    if (!wanted)
        return;
    m_imports.cancel();
    afterOpening(m_workspace.create(wanted->path, wanted->county, wanted->standardId, wanted->year));
}

void FileTasks::askAndOpen() {
    const QString path = m_talk.askFile(tr("打开县级文件"), tr("均衡县级文件 (*.junheng);;所有文件 (*)"));
    if (!path.isEmpty())
        openPath(path);
}

void FileTasks::openPath(const QString& path) {
    const bool alreadyOpen = m_workspace.isOpen() && QFileInfo(m_workspace.path()) == QFileInfo(path);
    if (alreadyOpen)
        return;
    m_imports.cancel();
    const BusyCursor busy;
    openOrLook(path);
}

void FileTasks::takeFiles(const QStringList& paths) {
    const auto allEndWith = [&](const QString& ending) {
        return std::ranges::all_of(paths,
                                   [&](const QString& path) { return path.endsWith(ending, Qt::CaseInsensitive); });
    };
    if (allEndWith(u".junheng"_s) && paths.size() == 1)
        openPath(paths.front());
    else if (!allEndWith(u".xlsx"_s))
        Q_EMIT m_talk.failed(
            {.text = tr("不能使用拖入的文件：%1。请拖入一个县级文件（.junheng），或一个至多个数据表（.xlsx）；其他格"
                        "式的表格请先另存为 .xlsx。")
                         .arg(QFileInfo(paths.front()).fileName())});
    else if (!m_workspace.isOpen())
        Q_EMIT m_talk.failed({.text = tr("要导入 %1，请先新建或打开一个县级文件，再把数据表拖进来。")
                                          .arg(QFileInfo(paths.front()).fileName())});
    else
        m_imports.planImport(paths);
}

void FileTasks::openSample() {
    m_imports.cancel();
    const BusyCursor busy;
    afterOpening(openSampleCounty(m_workspace));
}

void FileTasks::closeCounty() {
    m_imports.cancel();
    m_workspace.close();
}

void FileTasks::setYear(int year) {
    m_imports.cancel();
    if (const auto changed = m_workspace.setYear(year); !changed)
        m_talk.report(changed.error());
}

void FileTasks::beginYear() {
    const auto choice = m_workspace.schoolYears().choice();
    if (!choice)
        return m_talk.report(choice.error());
    const std::optional<NewYear> wanted = m_talk.questions().beginYear(m_talk.window(), *choice);
    if (!wanted)
        return;
    m_imports.cancel();
    const BusyCursor busy;
    if (const auto begun = m_workspace.schoolYears().begin(wanted->year, wanted->from); !begun)
        return m_talk.report(begun.error());
    const QString year = model::schoolYearName(wanted->year);
    if (!wanted->from)
        return Q_EMIT m_talk.news({.text = tr("已开始 %1，没有承接数据。可以撤销（Ctrl+Z）。").arg(year)});
    Q_EMIT m_talk.news(
        {.text = tr("已开始 %1，承接 %2 的 %3 所学校。承接的 %4 个数据未确认，请核对。可以撤销（Ctrl+Z）。")
                     .arg(year, model::schoolYearName(*wanted->from))
                     .arg(m_workspace.data().schools().rowCount())
                     .arg(model::unconfirmedCells(m_workspace.data()).size())});
}

void FileTasks::chooseStandard() {
    const QString chosen = m_talk.questions().chooseStandard(m_talk.window(), m_workspace);
    if (chosen.isEmpty())
        return;
    const BusyCursor busy;
    if (const auto used = m_workspace.standards().use(chosen); !used)
        m_talk.report(used.error());
    else
        Q_EMIT m_talk.news({.text = tr("现按“%1”评估。").arg(m_workspace.standard().title)});
}

void FileTasks::undo() {
    const QString label = m_workspace.undoLabel();
    if (const auto undone = m_workspace.undo(); !undone)
        m_talk.report(undone.error());
    else
        Q_EMIT m_talk.news({.text = tr("已%1").arg(label)});
}

void FileTasks::redo() {
    const QString label = m_workspace.redoLabel();
    if (const auto redone = m_workspace.redo(); !redone)
        m_talk.report(redone.error());
    else
        Q_EMIT m_talk.news({.text = tr("已%1").arg(label)});
}

} // namespace junheng::ui
