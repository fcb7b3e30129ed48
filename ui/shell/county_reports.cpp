// What the actions of the window take away: workbooks, lists, the self-evaluation report, packages.

#include "base/atomic_file.h"
#include "document/paper/report_painter.h"
#include "ui/figures/paint_figure.h"
#include "ui/shell/busy_cursor.h"
#include "ui/shell/county_tasks.h"
#include "ui/shell/recent_files.h"
#include "workspace/county_files.h"
#include "workspace/narrative.h"
#include "workspace/report_files.h"
#include "workspace/submissions.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

QString CountyTasks::askTarget(const FileQuestion& question) {
    const QString path = m_dialogs.saveFile(m_window, question);
    if (path.isEmpty() || isForbidden(path))
        return {};
    // Before anything is made that could then not be written.
    if (const auto target = base::findTarget(path); !target) {
        report(target.error());
        return {};
    }
    rememberFolder(path);
    return path;
}

bool CountyTasks::isForbidden(const QString& path) {
    const QStringList own = m_workspace.isOpen() ? workspace::filesOf(m_workspace.path()) : QStringList();
    const bool found = workspace::isCountyFile(path) ||
                       std::ranges::any_of(own, [&](const QString& file) { return base::isSameFile(file, path); });
    if (found)
        Q_EMIT failed({.text = tr("“%1”是县级文件或属于它，不能用导出的文件替换；请换一个文件名。")
                                   .arg(QDir::toNativeSeparators(path))});
    return found;
}

bool CountyTasks::mayReplace(const QStringList& files) {
    QStringList there;
    for (const QString& file : files) {
        if (!QFileInfo::exists(file))
            continue;
        if (isForbidden(file))
            return false;
        if (const auto target = base::findTarget(file); !target) {
            report(target.error());
            return false;
        }
        there << QFileInfo(file).fileName();
    }
    return there.isEmpty() ||
           m_dialogs.confirm(m_window, {.title = tr("替换文件"),
                                        .text = tr("要写的 %1 个文件中，有 %2 个已经在这个文件夹里，如“%3”。要替换它们"
                                                   "吗？原来的内容不能找回。")
                                                    .arg(files.size())
                                                    .arg(there.size())
                                                    .arg(there.first()),
                                        .goOn = tr("替换 %1 个文件(&R)").arg(there.size())});
}

bool CountyTasks::mayIssue(const document::Report& report) {
    const QString notice = document::missingCharactersNotice(document::missingCharacters(report));
    return notice.isEmpty() ||
           m_dialogs.confirm(
               m_window, {.title = tr("字体缺字"), .text = notice + tr("现在就写出吗？"), .goOn = tr("仍要写出(&W)")});
}

void CountyTasks::exportTemplate(bool prefill) {
    const QString path = askTarget({.title = prefill ? tr("导出数据表（含现有数据）") : tr("导出空白模板"),
                                    .suggestion = suggestedFile(prefill ? tr("数据表") : tr("数据表模板")),
                                    .filter = tr("Excel 工作簿 (*.xlsx)")});
    if (path.isEmpty())
        return;
    const BusyCursor busy;
    tellWritten(m_workspace.reports().writeTemplate(path, prefill), path);
}

void CountyTasks::exportWorkbook(const QDate& date) {
    const QString path = askTarget({.title = tr("导出官方表格"),
                                    .suggestion = suggestedFile(tr("官方表格")),
                                    .filter = tr("Excel 工作簿 (*.xlsx)")});
    if (path.isEmpty())
        return;
    const BusyCursor busy;
    tellWritten(m_workspace.reports().writeReport(path, date), path, unconfirmedNote());
}

void CountyTasks::preview(const document::Report& report) {
    const QString name = report.tables().front().get().name;
    m_dialogs.preview(m_window, report,
                      {.pdf = [this, &report, name] { exportFile(report, name, ReportFile::Pdf); },
                       .workbook = [this, &report, name] { exportFile(report, name, ReportFile::Workbook); }});
}

void CountyTasks::previewEvaluation(const QDate& date) {
    const auto evaluation = m_workspace.reports().selfEvaluation(date);
    if (!evaluation)
        return report(evaluation.error());
    m_dialogs.preview(m_window, *evaluation,
                      {.pdf = [this, date] { exportEvaluation(ReportFile::Pdf, date); },
                       .document = [this, date] { exportEvaluation(ReportFile::Word, date); },
                       .workbook = [this, date] { exportWorkbook(date); }});
}

void CountyTasks::exportEvaluation(ReportFile kind, const QDate& date) {
    if (kind == ReportFile::Workbook)
        return exportWorkbook(date);
    if (const auto evaluation = m_workspace.reports().selfEvaluation(date); evaluation)
        exportFile(*evaluation, tr("自评报告"), kind);
    else
        report(evaluation.error());
}

void CountyTasks::saveTemplate() {
    const QString path = askTarget({.title = tr("另存自评报告模板"),
                                    .suggestion = suggestedFile(tr("自评报告模板"), u"txt"_s),
                                    .filter = tr("文本文件 (*.txt)")});
    if (path.isEmpty())
        return;
    tellWritten(base::writeFileAtomically(path, m_workspace.narrative().reportTemplate().toUtf8()), path);
}

void CountyTasks::useTemplate() {
    const QString path = m_dialogs.openFile(m_window, {.title = tr("使用自己的自评报告模板"),
                                                       .suggestion = startFolder(),
                                                       .filter = tr("文本文件 (*.txt);;所有文件 (*)")});
    if (path.isEmpty())
        return;
    rememberFolder(path);
    if (const auto used = m_workspace.narrative().useReportTemplate(path); !used)
        report(used.error());
    else
        Q_EMIT news({.text = tr("自评报告现按 %1 生成。可以撤销（Ctrl+Z）。").arg(QFileInfo(path).fileName())});
}

void CountyTasks::useProgramTemplate() {
    if (const auto used = m_workspace.narrative().useProgramTemplate(); !used)
        report(used.error());
    else
        Q_EMIT news({.text = tr("自评报告现按程序的模板生成。可以撤销（Ctrl+Z）。")});
}

void CountyTasks::submit(const QDate& date) {
    const auto evaluation = m_workspace.reports().selfEvaluation(date);
    if (!evaluation)
        return report(evaluation.error());
    if (!mayIssue(*evaluation))
        return;
    const QString path = askTarget({.title = tr("生成上报包"),
                                    .suggestion = suggestedFile(tr("上报包"), u"zip"_s),
                                    .filter = tr("上报包 (*.zip)")});
    if (path.isEmpty())
        return;
    const BusyCursor busy;
    if (const auto submitted = m_workspace.submissions().submit(path, date, paintFigure); !submitted)
        report(submitted.error());
    else
        Q_EMIT news({.text = tr("已生成 %1，数据校验码 %2；上报的文件已在县级文件中留存。")
                                 .arg(QDir::toNativeSeparators(path), m_workspace.submissions().dataCode()) +
                             unconfirmedNote()});
}

void CountyTasks::saveSubmitted(const workspace::Submission& submission, const QString& name) {
    const QString path = askTarget({.title = tr("另存上报的文件"),
                                    .suggestion = QDir(startFolder()).filePath(QFileInfo(name).fileName()),
                                    .filter = tr("所有文件 (*)")});
    if (path.isEmpty())
        return;
    const BusyCursor busy;
    tellWritten(m_workspace.submissions().saveFile(submission, name, path), path);
}

void CountyTasks::previewList(report::SchoolList list) {
    if (const auto made = m_workspace.reports().schoolList(list, QDate::currentDate()); made)
        preview(*made);
    else
        report(made.error());
}

void CountyTasks::exportFile(const document::Report& report, const QString& name, ReportFile kind) {
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
    const QString path =
        askTarget({.title = tr("导出%1").arg(name), .suggestion = suggestedFile(name, suffix), .filter = filter});
    if (path.isEmpty())
        return;
    const BusyCursor busy;
    tellWritten(kind == ReportFile::Pdf    ? workspace::writePdf(report, path, paintFigure)
                : kind == ReportFile::Word ? workspace::writeDocx(report, path, paintFigure)
                                           : workspace::writeWorkbook(report, path),
                path, unconfirmedNote());
}

} // namespace junheng::ui
