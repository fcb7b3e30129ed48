// report, template.

#include "cli/outputs.h"
#include "cli/tr.h"
#include "cli/verbs.h"
#include "document/paper/missing_characters.h"
#include "workspace/county_files.h"
#include "workspace/dossiers.h"
#include "workspace/history.h"
#include "workspace/report_files.h"
#include "workspace/reports.h"
#include "workspace/submissions.h"

#include <QDate>
#include <QFileInfo>
#include <QMap>

#include <memory>

namespace junheng::cli {

namespace {

const QString kPdf = QStringLiteral("pdf");
const QString kPackage = QStringLiteral("package");
const QString kDossiers = QStringLiteral("dossiers");
const QString kSchool = QStringLiteral("school");

// The date of the document: as told, else that of the data, so that the same data give the same file.
base::Result<QDate> dateOf(const workspace::Workspace& workspace, const Arguments& arguments) {
    const QString text = arguments.value(QStringLiteral("date"));
    if (text.isEmpty())
        return workspace.history().lastChanged();
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!date.isValid())
        return std::unexpected(base::Error{.code = QStringLiteral("usage.bad_date"),
                                           .message = tr("“%1”不是日期。请写成 2025-11-03 的样子。").arg(text)});
    return date;
}

// Every target by the name of its option.
base::Result<QMap<QString, QString>> targetsOf(const Arguments& arguments) {
    QMap<QString, QString> targets;
    for (const QString& option : {QStringLiteral("xlsx"), kPdf, QStringLiteral("docx"), kPackage, kDossiers}) {
        const QString target = arguments.value(option);
        if (!target.isEmpty())
            targets.insert(option, target);
    }
    if (targets.isEmpty())
        return std::unexpected(base::Error{
            .code = QStringLiteral("usage.missing_option"),
            .message =
                tr("没有说要写出什么。请用 --xlsx F、--pdf F、--docx F、--package F 或 --dossiers F，也可以一起用。")});
    if (arguments.has(kSchool) && !targets.contains(kDossiers))
        return std::unexpected(base::Error{.code = QStringLiteral("usage.missing_option"),
                                           .message = tr("--school 要与 --dossiers 一起用。")});
    return targets;
}

base::Outcome write(workspace::Workspace& workspace, const QString& option, const QString& target, const QDate& date,
                    const Console& console) {
    if (option == QStringLiteral("xlsx"))
        return workspace.reports().writeReport(target, date);
    if (option == kPackage)
        return workspace.submissions().submit(target, date, console.figures, console.job());
    const auto report = workspace.reports().selfEvaluation(date);
    if (!report)
        return std::unexpected(report.error());
    if (option == kPdf)
        return workspace::writePdf(*report, target, console.figures, console.job());
    return workspace::writeDocx(*report, target, console.figures);
}

// One file where the target is called one, else a file a school in a folder.
base::Result<std::unique_ptr<workspace::DossierRun>> dossiersOf(const workspace::Workspace& workspace,
                                                                const Arguments& arguments, const QDate& date,
                                                                const Console& console) {
    const QString target = arguments.value(kDossiers);
    const bool isFile = target.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive);
    return workspace.reports().dossiers(
        {.schools = arguments.lists.value(kSchool),
         .files = isFile ? workspace::DossierFiles::OnePdf : workspace::DossierFiles::PdfEach,
         .target = target,
         .date = date},
        console.figures);
}

// Before the first file is written, so that none is where one cannot be.
base::Outcome checkTargets(const QMap<QString, QString>& targets, const workspace::DossierRun* dossiers,
                           const Arguments& arguments) {
    Outputs outputs{.inputs = workspace::filesOf(arguments.positionals.first()),
                    .force = arguments.has(forceOption().name)};
    for (const auto& [option, target] : targets.asKeyValueRange()) {
        if (option != kDossiers || dossiers->targets() == QStringList{target}) {
            outputs.files << target;
            continue;
        }
        outputs.folder = target;
        if (QFileInfo(target).isDir())
            outputs.files << dossiers->targets();
    }
    return checkOutputs(outputs);
}

void tellMissing(const std::vector<document::MissingCharacter>& missing, Console& console) {
    if (!missing.empty())
        console.err << tr("提示：%1").arg(document::missingCharactersNotice(missing)) << '\n';
}

// Adds the files written, also if then one cannot be.
base::Outcome writeDossiers(workspace::DossierRun& run, Console& console, QStringList& written) {
    const auto outcome = workspace::runDossiers(run, console.job());
    tellMissing(run.missingCharacters(), console);
    written << run.written();
    return outcome;
}

/// Tells what is written, also of a run that comes to an end early.
class Written {
public:
    Written(bool asJson, Console& console) : m_asJson(asJson), m_console(console) {}

    void add(const QString& option, const QString& target, const QStringList& files, bool whole) {
        for (const QString& path : files)
            m_files.push_back({{"kind", toJson(option)}, {"path", toJson(path)}});
        // A folder of dossiers that came to an end early: each file that is there.
        for (const QString& path : whole ? QStringList{target} : files) {
            if (!m_asJson)
                m_console.out << tr("已写出 %1").arg(path) << '\n';
        }
    }
    void finish(bool whole) {
        if (m_asJson && (whole || !m_files.empty())) // with an error: what was written before it
            writeJson({{"format", 1}, {"files", m_files}}, m_console.out);
    }

private:
    bool m_asJson;
    Console& m_console;
    Json m_files = Json::array();
};

base::Outcome writeAll(workspace::Workspace& workspace, const QMap<QString, QString>& targets,
                       workspace::DossierRun* dossiers, const QDate& date, Console& console, Written& told) {
    for (const auto& [option, target] : targets.asKeyValueRange()) {
        QStringList written;
        const base::Outcome outcome = option == kDossiers ? writeDossiers(*dossiers, console, written)
                                                          : write(workspace, option, target, date, console);
        if (outcome && option != kDossiers)
            written << target;
        told.add(option, target, written, outcome.has_value());
        if (!outcome)
            return outcome;
    }
    return {};
}

base::Result<ExitCode> runReport(const Arguments& arguments, Console& console) {
    const auto targets = targetsOf(arguments);
    if (!targets)
        return std::unexpected(targets.error());
    const QString county = arguments.positionals.first();
    if (const auto distinct = checkDistinct(targets->values(), workspace::filesOf(county)); !distinct)
        return std::unexpected(distinct.error());
    workspace::Workspace workspace;
    const auto access = targets->contains(kPackage) ? workspace::Access::ReadWrite : workspace::Access::ReadOnly;
    if (const auto opened = openYear(workspace, county, arguments, access); !opened)
        return std::unexpected(opened.error());
    tellUnreadable(workspace, console);
    tellUnconfirmed(workspace.data(), console.err);
    const auto date = dateOf(workspace, arguments);
    if (!date)
        return std::unexpected(date.error());
    std::unique_ptr<workspace::DossierRun> dossiers;
    if (targets->contains(kDossiers)) {
        auto run = dossiersOf(workspace, arguments, *date, console);
        if (!run)
            return std::unexpected(run.error());
        dossiers = *std::move(run);
    }
    if (const auto free = checkTargets(*targets, dossiers.get(), arguments); !free)
        return std::unexpected(free.error());
    if (targets->contains(kPdf) || targets->contains(kPackage)) {
        const auto report = workspace.reports().selfEvaluation(*date);
        if (!report)
            return std::unexpected(report.error());
        tellMissing(document::missingCharacters(*report), console);
    }
    Written told(arguments.has(QStringLiteral("json")), console);
    const auto outcome = writeAll(workspace, *targets, dossiers.get(), *date, console, told);
    told.finish(outcome.has_value());
    if (!outcome)
        return std::unexpected(outcome.error());
    return ExitCode::Done;
}

base::Result<ExitCode> runTemplate(const Arguments& arguments, Console& console) {
    const QString target = arguments.positionals.first();
    const bool prefill = arguments.has(QStringLiteral("from"));
    if (prefill != arguments.has(QStringLiteral("year")))
        return std::unexpected(
            base::Error{.code = QStringLiteral("usage.missing_option"),
                        .message = tr("--from 与 --year 要一起用：从哪个县级文件、填哪个学年的数据。")});
    workspace::Workspace workspace;
    if (prefill) {
        const QString source = arguments.value(QStringLiteral("from"));
        if (const auto opened = openYearOrNext(workspace, source, arguments); !opened)
            return std::unexpected(opened.error());
        tellUnreadable(workspace, console);
    }
    if (const auto free = checkOutputs(
            {.files = {target},
             .inputs = prefill ? workspace::filesOf(arguments.value(QStringLiteral("from"))) : QStringList(),
             .force = arguments.has(forceOption().name)});
        !free)
        return std::unexpected(free.error());
    if (const auto written = workspace.reports().writeTemplate(target, prefill); !written)
        return std::unexpected(written.error());
    console.out << tr("已写出 %1").arg(target) << '\n';
    return ExitCode::Done;
}

} // namespace

Verb reportVerb() {
    return {.spec = {.name = QStringLiteral("report"),
                     .summary = tr("写出自评报告、表Ⅰ至表Ⅵ、名单、图表、计算底稿和一校一册"),
                     .positionals = {QStringLiteral("FILE")},
                     .options = {yearOption(),
                                 {.name = QStringLiteral("xlsx"),
                                  .value = QStringLiteral("F"),
                                  .help = tr("申报表（表Ⅰ至表Ⅵ）、名单、图表和计算底稿，写成这个 Excel 工作簿")},
                                 {.name = kPdf,
                                  .value = QStringLiteral("F"),
                                  .help = tr("自评报告和表Ⅰ至表Ⅵ，写成这个 PDF 文件")},
                                 {.name = QStringLiteral("docx"),
                                  .value = QStringLiteral("F"),
                                  .help = tr("自评报告和表Ⅰ至表Ⅵ，写成这个 Word 文档")},
                                 {.name = kPackage,
                                  .value = QStringLiteral("F"),
                                  .help = tr("上报包：以上三种文件、评估标准和县级文件的副本，冻结在这个 zip "
                                             "文件中，并在县级文件中留存记录；以后用 verify 核验")},
                                 {.name = kDossiers,
                                  .value = QStringLiteral("F"),
                                  .help = tr("一校一册（各含学校自评表）：F 以 .pdf 结尾时合成一个文件，"
                                             "否则是文件夹，每校一个 PDF 文件")},
                                 {.name = kSchool,
                                  .value = QStringLiteral("CODE"),
                                  .help = tr("只写这所学校的一校一册，写学校标识码；可以写多次"),
                                  .many = true},
                                 {.name = QStringLiteral("date"),
                                  .value = QStringLiteral("D"),
                                  .help = tr("填报日期，如 2025-11-03；不写时用数据最后一次改动的日期")},
                                 forceOption(),
                                 jsonOption()}},
            .run = runReport};
}

Verb templateVerb() {
    return {.spec = {.name = QStringLiteral("template"),
                     .summary = tr("写出数据表模板，空白的或填好已有数据的"),
                     .positionals = {QStringLiteral("OUT")},
                     .options = {{.name = QStringLiteral("from"),
                                  .value = QStringLiteral("FILE"),
                                  .help = tr("填入这个县级文件的数据；该学年还没有学校的，沿用上一个学年不变的内容")},
                                 yearOption(false),
                                 forceOption()}},
            .run = runTemplate};
}

} // namespace junheng::cli
