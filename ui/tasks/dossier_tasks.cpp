#include "ui/tasks/dossier_tasks.h"

#include "ui/figures/paint_figure.h"
#include "ui/tasks/job_runner.h"
#include "ui/tasks/report_tasks.h"
#include "ui/widgets/last_folder.h"
#include "workspace/reports.h"

#include <QDir>
#include <QFileInfo>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;
using workspace::DossierFiles;

DossierTasks::DossierTasks(workspace::Workspace& workspace, Talk& talk, JobRunner& jobs, ReportTasks& reports)
    : m_workspace(workspace), m_talk(talk), m_jobs(jobs), m_reports(reports) {}

void DossierTasks::preview(const base::Result<document::Report>& made) {
    if (!made)
        return m_talk.report(made.error());
    const document::Report& shown = *made;
    m_talk.questions().preview(
        m_talk.window(), shown,
        {.pdf = [this, &shown] { m_reports.exportFile(shown, shown.title, ReportFile::Pdf); },
         .document = [this, &shown] { m_reports.exportFile(shown, shown.title, ReportFile::Word); },
         .workbook = {}});
}

void DossierTasks::previewDossier(const QString& school) {
    preview(m_workspace.reports().dossier(school, QDate::currentDate()));
}

void DossierTasks::previewSchoolForm(const QString& school) {
    preview(m_workspace.reports().schoolSelfEvaluation(school, QDate::currentDate()));
}

bool DossierTasks::mayClose() {
    if (!m_jobs.isRunning(*this))
        return true;
    const Question question{.title = tr("关闭均衡"),
                            .text = tr("一校一册还没有写完。现在关闭就停止生成，没有写完的不会留下。要关闭吗？"),
                            .goOn = tr("停止并关闭(&S)"),
                            .stay = tr("继续生成(&C)")};
    if (!m_talk.questions().confirm(m_talk.window(), question))
        return false;
    m_jobs.cancel(*this);
    return true;
}

QString DossierTasks::askTarget(DossierFiles files) {
    if (files == DossierFiles::OnePdf)
        return m_talk.askTarget({.title = tr("导出一校一册"),
                                 .suggestion = m_talk.suggestedFile(tr("一校一册"), u"pdf"_s),
                                 .filter = tr("PDF 文件 (*.pdf)")});
    const QString folder = m_talk.questions().openFolder(
        m_talk.window(), {.title = tr("一校一册存到哪个文件夹"), .suggestion = startFolder(), .filter = {}});
    if (!folder.isEmpty())
        rememberFolder(folder);
    return folder;
}

void DossierTasks::askAndWrite(const QStringList& shown, const QDate& date) {
    if (m_jobs.isBusy())
        return;
    const std::optional<DossierWish> wish = m_talk.questions().chooseDossiers(m_talk.window(), m_workspace, shown);
    if (!wish)
        return;
    const QString target = askTarget(wish->files);
    if (target.isEmpty())
        return;
    auto run = m_workspace.reports().dossiers(
        {.schools = wish->schools, .files = wish->files, .target = target, .date = date}, paintFigure);
    if (!run)
        return m_talk.report(run.error());
    // Of one file it has been asked with its name.
    if (wish->files != DossierFiles::OnePdf && !m_talk.mayReplace((*run)->targets()))
        return;
    const JobWords words{
        .progress = [](int done, int total) { return tr("正在生成一校一册…（%1 / %2）").arg(done).arg(total); },
        .busy = tr("正在生成一校一册，请等它完成，或先停止。")};
    m_jobs.startSteps<workspace::DossierRun>(*this, words, *std::move(run),
                                             [this](const workspace::DossierRun& written) { tellWritten(written); });
}

void DossierTasks::tellWritten(const workspace::DossierRun& run) {
    const QStringList& files = run.written();
    const QString notice = document::missingCharactersNotice(run.missingCharacters());
    const QString place = files.size() == 1 ? files.front() : QFileInfo(files.front()).path();
    const QString written = tr("已写出 %1 册一校一册：%2").arg(run.done()).arg(QDir::toNativeSeparators(place));
    Q_EMIT m_talk.news({.text = notice.isEmpty() ? written : written + u'\n' + notice, .details = files.join(u'\n')});
}

} // namespace junheng::ui
