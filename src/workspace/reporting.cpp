// What the workspace gives away: reports, dossiers, packages, templates.

#include "base/atomic_file.h"
#include "document/render/docx_renderer.h"
#include "document/render/pdf_renderer.h"
#include "document/render/xlsx_renderer.h"
#include "exchange/template_writer.h"
#include "report/fingerprint.h"
#include "report/lists/section_list.h"
#include "report/narrative/free_texts.h"
#include "report/narrative/own_template.h"
#include "report/narrative/self_evaluation.h"
#include "workings/working_sheets.h"
#include "workspace/packing.h"
#include "workspace/workspace_private.h"

#include <QFileInfo>

namespace junheng::workspace {

namespace {

constexpr qint64 kLargestTemplate = 1 << 18; // bytes

// A part that could not be written stood under a name that nobody has asked for.
base::Error ofPackage(base::Error error, const QString& path) {
    if (!error.code.endsWith(QStringLiteral(".write")))
        return error;
    error.code = QStringLiteral("file.write");
    error.message = Workspace::tr("无法写入上报包；请确认有写入权限，磁盘和存放临时文件的磁盘都没有满。");
    error.place = {.file = path};
    return error;
}

} // namespace

base::Outcome Workspace::writeReport(const QString& path, const QDate& date) const {
    if (const auto judged = d->judgedByItsOwn(); !judged)
        return std::unexpected(judged.error());
    return document::renderXlsx(workings::workbookReport(d->data, d->standard, d->assessment, reportInfo(date)), path);
}

base::Result<QDate> Workspace::lastChanged() const {
    const auto entries = history();
    if (!entries)
        return std::unexpected(entries.error());
    return entries->empty() ? QDate::currentDate() : entries->front().at.toLocalTime().date();
}

base::Result<document::Report> Workspace::schoolList(report::SchoolList kind, const QDate& date) const {
    if (const auto judged = d->judgedByItsOwn(); !judged)
        return std::unexpected(judged.error());
    report::Sources sources = d->sources();
    base::Result<std::vector<quality::Finding>> found;
    if (kind == report::SchoolList::Findings) {
        found = findings();
        if (!found)
            return std::unexpected(found.error());
        sources.findings = *found;
    }
    return report::schoolList(sources, kind, reportInfo(date));
}

document::Report Workspace::sectionList(std::span<const plan::SectionPlace> sections, const QString& how,
                                        const QDate& date) const {
    return report::sectionList(d->data, d->standard, sections, how, reportInfo(date));
}

base::Result<document::Report> Workspace::selfEvaluation(const QDate& date) const {
    if (const auto judged = d->judgedByItsOwn(); !judged)
        return std::unexpected(judged.error());
    const auto outline = report::selfEvaluationOutline(d->data);
    if (!outline)
        return std::unexpected(outline.error());
    return report::selfEvaluation(d->sources(), reportInfo(date), *outline);
}

QString Workspace::reportTemplate() const {
    const QString own = report::ownTemplate(d->data);
    return own.isEmpty() ? report::selfEvaluationTemplate() : own;
}

bool Workspace::hasOwnTemplate() const {
    return !report::ownTemplate(d->data).isEmpty();
}

base::Outcome Workspace::useReportTemplate(const QString& path) {
    const auto bytes = base::readFile(path, kLargestTemplate);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto text = report::templateText(*bytes, path);
    if (!text)
        return std::unexpected(text.error());
    const auto outline = report::parseOutline(*text, path);
    if (!outline)
        return std::unexpected(outline.error());
    // Whether every figure that it names is known.
    if (const auto report = report::selfEvaluation(d->sources(), reportInfo(QDate::currentDate()), *outline); !report)
        return std::unexpected(report.error());
    const auto changes = report::templateChanges(d->data, *text);
    return announce(changes ? d->commit(*changes) : std::unexpected(changes.error()));
}

base::Outcome Workspace::useProgramTemplate() {
    return announce(d->commit(*report::templateChanges(d->data, {})));
}

base::Result<std::vector<report::FreeText>> Workspace::freeTexts() const {
    const auto outline = report::selfEvaluationOutline(d->data);
    if (!outline)
        return std::unexpected(outline.error());
    return report::freeTextsOf(*outline, d->sources(), reportInfo({}));
}

base::Outcome Workspace::writeFreeText(const QString& name, const QString& text) {
    const report::BoundFigures figures(d->sources(), reportInfo({}));
    const auto changes = report::freeTextChanges(d->data, name, text, figures);
    return announce(changes ? d->commit(*changes) : std::unexpected(changes.error()));
}

base::Result<std::shared_ptr<const std::vector<report::EarlierYear>>> Workspace::earlierYears() const {
    if (!d->file)
        return std::unexpected(notOpen());
    if (!d->earlier) {
        auto loaded = loadEarlierYears(*d->file, d->years, d->data.year(), d->standard);
        if (!loaded)
            return std::unexpected(loaded.error());
        d->earlier = std::make_shared<const std::vector<report::EarlierYear>>(*std::move(loaded));
    }
    return d->earlier;
}

base::Result<document::Report> Workspace::dossier(const QString& school, const QDate& date) const {
    return d->dossier(*this, school, date, &report::DossierMaker::dossier);
}

base::Result<document::Report> Workspace::schoolSelfEvaluation(const QString& school, const QDate& date) const {
    return d->dossier(*this, school, date, &report::DossierMaker::selfEvaluation);
}

base::Result<std::unique_ptr<DossierRun>> Workspace::dossiers(const DossierOrder& order,
                                                              const document::FigurePainter& figures) const {
    if (const auto judged = d->judgedByItsOwn(); !judged)
        return std::unexpected(judged.error());
    const auto earlier = earlierYears();
    if (!earlier)
        return std::unexpected(earlier.error());
    for (const QString& school : order.schools) {
        if (const auto known = d->knowsSchool(school); !known)
            return std::unexpected(known.error());
    }
    if (d->data.schools().rowCount() == 0)
        return std::unexpected(
            base::Error{.code = QStringLiteral("dossier.no_school"),
                        .message = tr("%1 学年还没有学校，没有可写的一校一册。请先导入数据表。").arg(d->data.year())});
    auto found = findings();
    if (!found)
        return std::unexpected(found.error());
    return std::make_unique<DossierRun>(DossierData{.year = d->data,
                                                    .standard = d->standard,
                                                    .assessment = d->assessment,
                                                    .priorYears = d->priorYears,
                                                    .findings = *std::move(found),
                                                    .earlier = *earlier},
                                        order, figures);
}

base::Outcome Workspace::writeWorkbook(const document::Report& report, const QString& path) {
    return document::renderXlsx(report, path);
}

base::Outcome Workspace::writePdf(const document::Report& report, const QString& path,
                                  const document::FigurePainter& figures, const base::Job& job) {
    return document::renderPdf(report, figures, path, job);
}

base::Outcome Workspace::writeDocx(const document::Report& report, const QString& path,
                                   const document::FigurePainter& figures) {
    return document::renderDocx(report, figures, path);
}

base::Outcome Workspace::submit(const QString& path, const QDate& date, const document::FigurePainter& figures,
                                const base::Job& job) {
    if (!d->file)
        return std::unexpected(notOpen());
    const auto evaluation = selfEvaluation(date);
    if (!evaluation)
        return std::unexpected(evaluation.error());
    // Takes its name when all is kept: what stood there before stays until then.
    base::AtomicFile target(path);
    if (const auto ready = target.ready(); !ready)
        return ready;
    auto files = writePackage({.file = *d->file,
                               .sources = d->sources(),
                               .info = reportInfo(date),
                               .evaluation = *evaluation,
                               .figures = figures},
                              target.temporaryPath(), job);
    if (!files)
        return std::unexpected(ofPackage(files.error(), path));
    files->back().name = QFileInfo(path).fileName();
    if (const auto kept = d->file->addIssue(issueOf(d->sources(), date), *files); !kept)
        return std::unexpected(kept.error());
    if (const auto done = target.commit(); !done)
        return done;
    Q_EMIT changed();
    return {};
}

QString Workspace::dataCode() const {
    return report::fingerprint(d->data);
}

base::Result<std::vector<Submission>> Workspace::submissions() const {
    if (!d->file)
        return std::unexpected(notOpen());
    const auto issues = d->file->issues(d->data.year());
    if (!issues)
        return std::unexpected(issues.error());
    std::vector<Submission> found;
    std::ranges::transform(*issues, std::back_inserter(found), submissionOf);
    return found;
}

base::Outcome Workspace::saveSubmitted(const Submission& submission, const QString& name, const QString& path) const {
    if (!d->file)
        return std::unexpected(notOpen());
    const auto bytes = d->file->issuedFile(submission.id, name);
    return bytes ? base::writeFileAtomically(path, *bytes) : std::unexpected(bytes.error());
}

base::Outcome Workspace::writeTemplate(const QString& path, bool prefill) const {
    exchange::TemplateContent content{.further = d->standard.furtherIndicators()};
    if (!prefill || !d->file)
        return exchange::writeTemplate(path, content);
    const auto earlier = d->earlierYear();
    if (!earlier)
        return std::unexpected(earlier.error());
    content.before = *earlier ? &**earlier : nullptr;
    content.data = &d->data;
    if (content.before == nullptr || d->data.schools().rowCount() > 0)
        return exchange::writeTemplate(path, content);
    const model::CountyYear beginning = exchange::beginningOf(d->data.year(), *content.before);
    content.data = &beginning;
    return exchange::writeTemplate(path, content);
}

base::Result<std::vector<model::Finding>> Workspace::verify() const {
    if (!d->file)
        return std::unexpected(notOpen());
    auto findings = d->file->verify();
    if (findings && d->standardError)
        findings->push_back({.severity = model::Severity::Notice,
                             .code = QStringLiteral("verify.standard"),
                             .message = d->standardError->message,
                             .place = {.file = d->file->path()}});
    return findings;
}

} // namespace junheng::workspace
