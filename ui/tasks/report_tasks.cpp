#include "ui/tasks/report_tasks.h"

#include "base/atomic_file.h"
#include "document/paper/report_painter.h"
#include "model/unconfirmed.h"
#include "ui/figures/paint_figure.h"
#include "ui/tasks/busy_cursor.h"
#include "ui/tasks/talk.h"
#include "ui/widgets/last_folder.h"
#include "workspace/narrative.h"
#include "workspace/report_files.h"
#include "workspace/reports.h"
#include "workspace/submissions.h"

#include <QDir>
#include <QFileInfo>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

ReportTasks::ReportTasks(workspace::Workspace& workspace, Talk& talk) : m_workspace(workspace), m_talk(talk) {}

bool ReportTasks::mayIssue(const document::Report& report) {
    const QString notice = document::missingCharactersNotice(document::missingCharacters(report));
    return notice.isEmpty() || m_talk.questions().confirm(m_talk.window(), {.title = tr("字体缺字"),
                                                                            .text = notice + tr("现在就写出吗？"),
                                                                            .goOn = tr("仍要写出(&W)")});
}

void ReportTasks::preview(const document::Report& report) {
    const QString name = report.tables().front().get().name;
    m_talk.questions().preview(m_talk.window(), report,
                               {.pdf = [this, &report, name] { exportFile(report, name, ReportFile::Pdf); },
                                .workbook = [this, &report, name] { exportFile(report, name, ReportFile::Workbook); }});
}

void ReportTasks::previewEvaluation(const QDate& date) {
    const auto evaluation = m_workspace.reports().selfEvaluation(date);
    if (!evaluation)
        return m_talk.report(evaluation.error());
    m_talk.questions().preview(m_talk.window(), *evaluation,
                               {.pdf = [this, date] { exportEvaluation(ReportFile::Pdf, date); },
                                .document = [this, date] { exportEvaluation(ReportFile::Word, date); },
                                .workbook = [this, date] { exportWorkbook(date); }});
}

void ReportTasks::exportEvaluation(ReportFile kind, const QDate& date) {
    if (kind == ReportFile::Workbook)
        return exportWorkbook(date);
    if (const auto evaluation = m_workspace.reports().selfEvaluation(date); evaluation)
        exportFile(*evaluation, tr("自评报告"), kind);
    else
        m_talk.report(evaluation.error());
}

void ReportTasks::useTemplate() {
    const QString path = m_talk.askFile(tr("使用自己的自评报告模板"), tr("文本文件 (*.txt);;所有文件 (*)"));
    if (path.isEmpty())
        return;
    if (const auto used = m_workspace.narrative().useReportTemplate(path); !used)
        m_talk.report(used.error());
    else
        Q_EMIT m_talk.news({.text = tr("自评报告现按 %1 生成。可以撤销（Ctrl+Z）。").arg(QFileInfo(path).fileName())});
}

void ReportTasks::useProgramTemplate() {
    if (const auto used = m_workspace.narrative().useProgramTemplate(); !used)
        m_talk.report(used.error());
    else
        Q_EMIT m_talk.news({.text = tr("自评报告现按程序的模板生成。可以撤销（Ctrl+Z）。")});
}

void ReportTasks::submit(const QDate& date) {
    const auto evaluation = m_workspace.reports().selfEvaluation(date);
    if (!evaluation)
        return m_talk.report(evaluation.error());
    if (!mayIssue(*evaluation))
        return;
    const QString path = m_talk.askTarget({.title = tr("生成上报包"),
                                           .suggestion = m_talk.suggestedFile(tr("上报包"), u"zip"_s),
                                           .filter = tr("上报包 (*.zip)")});
    if (path.isEmpty())
        return;
    const BusyCursor busy;
    if (const auto submitted = m_workspace.submissions().submit(path, date, paintFigure); !submitted)
        m_talk.report(submitted.error());
    else
        Q_EMIT m_talk.news({.text = tr("已生成 %1，数据校验码 %2；上报的文件已在县级文件中留存。")
                                        .arg(QDir::toNativeSeparators(path), m_workspace.submissions().dataCode()) +
                                    unconfirmedNote()});
}

void ReportTasks::previewList(report::SchoolList list) {
    if (const auto made = m_workspace.reports().schoolList(list, QDate::currentDate()); made)
        preview(*made);
    else
        m_talk.report(made.error());
}

void ReportTasks::exportWorkbook(const QDate& date) {
    m_talk.save(
        {.title = tr("导出官方表格"),
         .suggestion = m_talk.suggestedFile(tr("官方表格")),
         .filter = tr("Excel 工作簿 (*.xlsx)")},
        [&](const QString& path) { return m_workspace.reports().writeReport(path, date); }, unconfirmedNote());
}

void ReportTasks::saveTemplate() {
    m_talk.save({.title = tr("另存自评报告模板"),
                 .suggestion = m_talk.suggestedFile(tr("自评报告模板"), u"txt"_s),
                 .filter = tr("文本文件 (*.txt)")},
                [&](const QString& path) {
                    return base::writeFileAtomically(path, m_workspace.narrative().reportTemplate().toUtf8());
                });
}

void ReportTasks::saveSubmitted(const workspace::Submission& submission, const QString& name) {
    m_talk.save({.title = tr("另存上报的文件"),
                 .suggestion = QDir(startFolder()).filePath(QFileInfo(name).fileName()),
                 .filter = tr("所有文件 (*)")},
                [&](const QString& path) { return m_workspace.submissions().saveFile(submission, name, path); });
}

void ReportTasks::exportFile(const document::Report& report, const QString& name, ReportFile kind) {
    struct Kind {
        QString suffix;
        QString filter;
    };
    const Kind kinds[] = {{u"pdf"_s, tr("PDF 文件 (*.pdf)")},
                          {u"docx"_s, tr("Word 文档 (*.docx)")},
                          {u"xlsx"_s, tr("Excel 工作簿 (*.xlsx)")}};
    const auto& [suffix, filter] = kinds[static_cast<std::size_t>(kind)];
    if (kind == ReportFile::Pdf && !mayIssue(report))
        return;
    m_talk.save(
        {.title = tr("导出%1").arg(name), .suggestion = m_talk.suggestedFile(name, suffix), .filter = filter},
        [&](const QString& path) {
            return kind == ReportFile::Pdf    ? workspace::writePdf(report, path, paintFigure)
                   : kind == ReportFile::Word ? workspace::writeDocx(report, path, paintFigure)
                                              : workspace::writeWorkbook(report, path);
        },
        unconfirmedNote());
}

QString ReportTasks::unconfirmedNote() const {
    const auto count = model::unconfirmedCells(m_workspace.data()).size();
    return count == 0 ? QString() : tr("注意：其中 %1 个数据承接自上年，尚未确认。").arg(count);
}

} // namespace junheng::ui
