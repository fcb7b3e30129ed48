#include "ui/tasks/import_tasks.h"

#include "ui/tasks/busy_cursor.h"
#include "ui/tasks/job_runner.h"
#include "workspace/doubts.h"
#include "workspace/import_plan.h"
#include "workspace/imports.h"
#include "workspace/reports.h"

#include <algorithm>
#include <utility>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

ImportTasks::ImportTasks(workspace::Workspace& workspace, Talk& talk, JobRunner& jobs)
    : m_workspace(workspace), m_talk(talk), m_jobs(jobs) {
    connect(&m_workspace, &workspace::Workspace::changed, this, [this] { m_changedMeanwhile = true; });
}

void ImportTasks::exportTemplate(bool prefill) {
    m_talk.save({.title = prefill ? tr("导出数据表（含现有数据）") : tr("导出空白模板"),
                 .suggestion = m_talk.suggestedFile(prefill ? tr("数据表") : tr("数据表模板")),
                 .filter = tr("Excel 工作簿 (*.xlsx)")},
                [&](const QString& path) { return m_workspace.reports().writeTemplate(path, prefill); });
}

bool ImportTasks::mayOnlyLook() {
    const QString reason = m_workspace.readOnlyReason();
    if (!reason.isEmpty())
        Q_EMIT m_talk.failed({.text = reason});
    return !reason.isEmpty();
}

void ImportTasks::importBooks() {
    if (m_jobs.isBusy(this) || mayOnlyLook())
        return;
    const QStringList files = m_talk.askFiles(tr("导入数据表（可以多选）"), tr("Excel 工作簿 (*.xlsx)"));
    if (!files.isEmpty())
        planImport(files);
}

void ImportTasks::planImport(const QStringList& files, const workspace::ImportAgreement& agreed) {
    if (m_jobs.isBusy(this) || mayOnlyLook())
        return;
    m_files = files;
    m_agreed = agreed;
    m_changedMeanwhile = false;
    const JobWords words{.progress = [](int, int) { return tr("正在读取数据表…"); },
                         .busy = tr("正在读取数据表，请等它完成，或先停止。"),
                         .cancelled = tr("已停止导入，没有任何改动。")};
    // Copies: the workspace stays with the window.
    m_jobs.startThread<workspace::ImportPreview>(
        *this, words,
        [files, agreed, data = m_workspace.data(), standard = m_workspace.standard()](const base::Job& job) {
            return workspace::planImport(files, data, standard, false, job, agreed);
        },
        [this](workspace::ImportPreview planned) { showPlan(std::move(planned)); });
}

void ImportTasks::cancel() {
    m_jobs.cancel(*this);
}

void ImportTasks::showPlan(workspace::ImportPreview preview) {
    // A plan is worth nothing over data that has changed since: plan again.
    if (m_changedMeanwhile) {
        if (m_workspace.isOpen())
            planImport(m_files, m_agreed);
        return;
    }
    if (preview.changes.isEmpty() && preview.findings.empty()) {
        Q_EMIT m_talk.news({.text = tr("%1 与现有数据一致，没有需要导入的变化。").arg(preview.changes.file),
                            .details = preview.summaryLines().join(u'\n')});
        return;
    }
    if (const auto marked = m_workspace.imports().markTyped(preview); !marked)
        return m_talk.report(marked.error());
    const ImportAnswer answer = m_talk.questions().confirmImport(m_talk.window(), preview);
    if (answer.imports)
        commit(preview);
    else if (answer.again) // with what was agreed to before
        planImport(m_files, {.removeRooms = m_agreed.removeRooms || answer.again->removeRooms,
                             .conversions = m_agreed.conversions + answer.again->conversions});
}

void ImportTasks::commit(const workspace::ImportPreview& preview) {
    const BusyCursor busy;
    if (const auto committed = m_workspace.imports().commit(preview); !committed) {
        m_talk.report(committed.error());
        return;
    }
    const QStringList lines = preview.summaryLines();
    Q_EMIT m_talk.news(
        {.text = tr("已导入 %1：%2。可以撤销（Ctrl+Z）。").arg(preview.changes.file, lines.join(u'，')) + doubts(),
         .details = lines.join(u'\n')});
}

// What there is to look at next; nothing where all is well.
QString ImportTasks::doubts() const {
    const auto findings = m_workspace.doubts().findings();
    if (!findings)
        return {};
    const auto countOf = [&](quality::CheckSeverity severity) {
        return std::ranges::count(*findings, severity, &quality::CheckFinding::severity);
    };
    const auto contradictions = countOf(quality::CheckSeverity::Contradiction);
    const auto unlikely = countOf(quality::CheckSeverity::Doubt);
    if (contradictions + unlikely == 0)
        return {};
    return tr("数据核查：矛盾 %1 处，存疑 %2 处（Ctrl+6）。").arg(contradictions).arg(unlikely);
}

} // namespace junheng::ui
