// What the actions of the window ask about dossiers (一校一册).

#include "ui/figures/paint_figure.h"
#include "ui/shell/county_tasks.h"
#include "ui/shell/dossier_job.h"
#include "ui/shell/import_job.h"
#include "ui/shell/recent_files.h"

#include <QDir>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;
using workspace::DossierFiles;

void CountyTasks::connectDossiers() {
    connect(m_dossiers, &DossierJob::progressed, this, [this](int done, int total) {
        Q_EMIT progressed(tr("正在生成一校一册…（%1 / %2）").arg(done).arg(total), done, total);
    });
    connect(m_dossiers, &DossierJob::failed, this, [this](const base::Error& error) {
        Q_EMIT progressEnded();
        if (error.code == u"job.cancelled")
            Q_EMIT news({.text = error.message});
        else
            report(error);
    });
    connect(
        m_dossiers, &DossierJob::finished, this, [this](int dossiers, const QStringList& files, const QString& notice) {
            Q_EMIT progressEnded();
            const QString place = files.size() == 1 ? files.front() : QFileInfo(files.front()).path();
            const QString written = tr("已写出 %1 册一校一册：%2").arg(dossiers).arg(QDir::toNativeSeparators(place));
            Q_EMIT news({.text = notice.isEmpty() ? written : written + u'\n' + notice, .details = files.join(u'\n')});
        });
}

void CountyTasks::previewSchool(const base::Result<document::Report>& made) {
    if (!made)
        return report(made.error());
    const document::Report& shown = *made;
    m_dialogs.preview(m_window, shown,
                      {.pdf = [this, &shown] { exportFile(shown, shown.title, ReportFile::Pdf); },
                       .document = [this, &shown] { exportFile(shown, shown.title, ReportFile::Word); },
                       .workbook = {}});
}

void CountyTasks::previewDossier(const QString& school) {
    previewSchool(m_workspace.reports().dossier(school, QDate::currentDate()));
}

void CountyTasks::previewSchoolForm(const QString& school) {
    previewSchool(m_workspace.reports().schoolSelfEvaluation(school, QDate::currentDate()));
}

bool CountyTasks::isWritingDossiers() {
    if (m_dossiers->isRunning())
        Q_EMIT news({.text = tr("正在生成一校一册，请等它完成，或先停止。")});
    return m_dossiers->isRunning();
}

bool CountyTasks::mayClose() {
    if (!m_dossiers->isRunning())
        return true;
    const Question question{.title = tr("关闭均衡"),
                            .text = tr("一校一册还没有写完。现在关闭就停止生成，没有写完的不会留下。要关闭吗？"),
                            .goOn = tr("停止并关闭(&S)"),
                            .stay = tr("继续生成(&C)")};
    if (!m_dialogs.confirm(m_window, question))
        return false;
    m_dossiers->cancel();
    return true;
}

void CountyTasks::askAndWriteDossiers(const QStringList& shown, const QDate& date) {
    if (isWritingDossiers())
        return;
    if (m_job->isRunning()) {
        Q_EMIT news({.text = tr("正在读取数据表，请等它完成，或先停止。")});
        return;
    }
    const std::optional<DossierWish> wish = m_dialogs.chooseDossiers(m_window, m_workspace, shown);
    if (!wish)
        return;
    const QString target =
        wish->files == DossierFiles::OnePdf
            ? askTarget({.title = tr("导出一校一册"),
                         .suggestion = suggestedFile(tr("一校一册"), u"pdf"_s),
                         .filter = tr("PDF 文件 (*.pdf)")})
            : m_dialogs.openFolder(m_window,
                                   {.title = tr("一校一册存到哪个文件夹"), .suggestion = startFolder(), .filter = {}});
    if (target.isEmpty())
        return;
    rememberFolder(target);
    auto run = m_workspace.reports().dossiers(
        {.schools = wish->schools, .files = wish->files, .target = target, .date = date}, paintFigure);
    if (!run)
        return report(run.error());
    // Of one file it has been asked with its name.
    if (wish->files == DossierFiles::OnePdf || mayReplace((*run)->targets()))
        m_dossiers->start(*std::move(run));
}

} // namespace junheng::ui
