#include "workspace/workspace.h"

#include "base/atomic_file.h"
#include "exchange/next_year.h"
#include "exchange/template_writer.h"
#include "report/dossier/dossier.h"
#include "report/fingerprint.h"
#include "report/narrative/free_texts.h"
#include "report/narrative/own_template.h"
#include "report/narrative/self_evaluation.h"
#include "report/render/docx_renderer.h"
#include "report/render/pdf_renderer.h"
#include "report/render/xlsx_renderer.h"
#include "report/working/working_sheets.h"
#include "standard/library.h"
#include "store/county_file.h"
#include "workspace/attaching.h"
#include "workspace/choosing.h"
#include "workspace/earlier_years.h"
#include "workspace/editing.h"
#include "workspace/history.h"
#include "workspace/packing.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <ranges>

namespace junheng::workspace {

namespace {

constexpr qint64 kLargestTemplate = 256 * 1024; // bytes

QString tr(const char* text) {
    return QCoreApplication::translate("workspace", text);
}

base::Error notOpen() {
    return {.code = QStringLiteral("workspace.not_open"), .message = tr("还没有打开县级文件。")};
}

report::ReportInfo reportInfo(const QDate& date) {
    return {.date = date, .programVersion = QStringLiteral(JUNHENG_VERSION)};
}

} // namespace

struct Workspace::Private {
    std::unique_ptr<store::CountyFile> file;
    standard::Standard standard;
    model::CountyYear data{{}, 0};
    assess::Assessment assessment;
    std::vector<assess::PriorYear> priorYears;
    std::vector<int> years; ///< in the file, and the current one; ascending
    /// What undo and redo would take back, empty where there is nothing. Remembered, as the window asks at every
    /// change.
    struct Steps {
        std::optional<QString> undo;
        std::optional<QString> redo;
    };
    mutable std::optional<Steps> steps;
    mutable std::shared_ptr<const std::vector<report::EarlierYear>> earlier; ///< once asked for

    [[nodiscard]] report::Sources sources() const {
        return {.year = data, .standard = standard, .assessment = assessment, .priorYears = priorYears};
    }

    // Years that the eligibility looks back on, as far as the file holds them.
    base::Outcome loadPriorYears(int year, const std::vector<int>& known) {
        priorYears.clear();
        const standard::PriorYearsRule* rule = assess::priorYearsRule(standard);
        if (rule == nullptr || std::ranges::none_of(known, [&](int other) { return other < year; }))
            return {};
        const auto system = standard::loadStandard(rule->system);
        if (!system)
            return std::unexpected(system.error());
        for (const int other : known) {
            if (other >= year || other < year - rule->years)
                continue;
            const auto loaded = file->load(other);
            if (!loaded)
                return std::unexpected(loaded.error());
            priorYears.push_back(assess::priorYearOf(*loaded, *rule, *system));
        }
        return {};
    }

    base::Outcome load(int year) {
        auto loaded = file->load(year);
        if (!loaded)
            return std::unexpected(loaded.error());
        auto known = file->years();
        if (!known)
            return std::unexpected(known.error());
        if (const auto prior = loadPriorYears(year, *known); !prior)
            return prior;
        if (std::ranges::find(*known, year) == known->end())
            known->insert(std::ranges::upper_bound(*known, year), year);
        years = std::move(*known);
        steps.reset();
        earlier.reset();
        data = std::move(*loaded);
        assessment = assess::assess(data, standard, priorYears);
        return {};
    }

    base::Outcome commit(const model::ChangeSet& changes, std::optional<qint64> undoes = {},
                         const std::vector<store::Content>& contents = {}) {
        if (!file)
            return std::unexpected(notOpen());
        if (changes.isEmpty())
            return {};
        const auto batch = file->commit(data.year(), changes, undoes, contents);
        if (!batch)
            return std::unexpected(batch.error());
        data.apply(changes);
        assessment = assess::assess(data, standard, priorYears);
        if (undoes)
            steps.reset();
        else
            steps = Steps{.undo = changes.label, .redo = {}};
        return {};
    }

    // Takes a batch back by its inverse, itself a batch.
    base::Outcome revert(const store::BatchInfo& batch, model::BatchKind kind) {
        const auto changes = file->changesOf(batch.id);
        if (!changes)
            return std::unexpected(changes.error());
        model::ChangeSet inverse = changes->inverse();
        inverse.kind = kind;
        inverse.label = batch.label;
        return commit(inverse, batch.id);
    }

    // The newest year with schools before the current one.
    [[nodiscard]] base::Result<std::optional<model::CountyYear>> earlierYear() const {
        const auto known = file->years();
        if (!known)
            return std::unexpected(known.error());
        for (const int year : std::views::reverse(*known)) {
            if (year >= data.year())
                continue;
            auto loaded = file->load(year);
            if (!loaded)
                return std::unexpected(loaded.error());
            if (loaded->schools().rowCount() > 0)
                return std::move(*loaded);
        }
        return std::nullopt;
    }

    [[nodiscard]] base::Outcome knowsSchool(const QString& code) const {
        if (data.exists(model::SubjectKey::ofSchool(code)))
            return {};
        return std::unexpected(
            base::Error{.code = QStringLiteral("dossier.unknown_school"),
                        .message = tr("%1 学年没有标识码为“%2”的学校。请核对学校标识码。").arg(data.year()).arg(code)});
    }

    // For one school of the year.
    [[nodiscard]] base::Result<report::DossierMaker> dossierMaker(const Workspace& workspace, const QString& school,
                                                                  const QDate& date) const {
        const auto before = workspace.earlierYears();
        if (!before)
            return std::unexpected(before.error());
        if (const auto known = knowsSchool(school); !known)
            return std::unexpected(known.error());
        return report::DossierMaker(sources(), **before, reportInfo(date));
    }

    [[nodiscard]] base::Result<std::optional<store::BatchInfo>> candidate(bool redo) const {
        if (!file)
            return std::nullopt;
        return redo ? file->redoCandidate(data.year()) : file->undoCandidate(data.year());
    }

    // Asked anew where the file could not be read.
    [[nodiscard]] Steps nextSteps() const {
        if (steps)
            return *steps;
        const auto undo = candidate(false);
        const auto redo = candidate(true);
        if (!undo || !redo)
            return {};
        const auto labelOf = [](const store::BatchInfo& batch) { return batch.label; };
        steps = Steps{.undo = undo->transform(labelOf), .redo = redo->transform(labelOf)};
        return *steps;
    }
};

Workspace::Workspace(QObject* parent) : QObject(parent), d(std::make_unique<Private>()) {}

Workspace::~Workspace() = default;

base::Outcome Workspace::create(const QString& path, const model::County& county, const QString& standard, int year) {
    auto rules = chosenStandard(standard, {});
    if (!rules)
        return std::unexpected(rules.error());
    if (const auto fits = checkCounty(county); !fits)
        return fits;
    auto file = store::CountyFile::create(path, county, rules->choice);
    if (!file)
        return std::unexpected(file.error());
    auto next = std::make_unique<Private>();
    next->file = std::move(*file);
    next->standard = std::move(rules->standard);
    const auto loaded = next->load(year);
    if (loaded)
        d = std::move(next);
    return announce(loaded);
}

base::Outcome Workspace::open(const QString& path, Access access, std::optional<int> year) {
    auto file =
        store::CountyFile::open(path, access == Access::ReadOnly ? store::Access::ReadOnly : store::Access::ReadWrite);
    if (!file)
        return std::unexpected(file.error());
    auto rules = readStandard((*file)->standard());
    if (!rules)
        return std::unexpected(rules.error());
    const auto known = (*file)->years();
    if (!known)
        return std::unexpected(known.error());
    auto next = std::make_unique<Private>();
    next->file = std::move(*file);
    next->standard = std::move(*rules);
    const int wanted = year.value_or(known->empty() ? QDate::currentDate().addMonths(-8).year() : known->back());
    if (const auto loaded = next->load(wanted); !loaded)
        return loaded;
    d = std::move(next);
    Q_EMIT changed();
    return {};
}

void Workspace::close() {
    d = std::make_unique<Private>();
    Q_EMIT changed();
}

bool Workspace::isOpen() const {
    return d->file != nullptr;
}

QString Workspace::path() const {
    return d->file ? d->file->path() : QString();
}

std::vector<int> Workspace::years() const {
    return d->years;
}

base::Outcome Workspace::setYear(int year) {
    if (!d->file)
        return std::unexpected(notOpen());
    return announce(d->load(year));
}

const model::CountyYear& Workspace::data() const {
    return d->data;
}

const standard::Standard& Workspace::standard() const {
    return d->standard;
}

base::Result<std::vector<StandardName>> Workspace::standards() const {
    const auto own = d->file ? d->file->ownStandards() : std::vector<store::StandardChoice>();
    if (!own)
        return std::unexpected(own.error());
    return standardNames(*own);
}

base::Result<std::vector<standard::Difference>> Workspace::standardDifferences(const QString& idOrPath) const {
    if (!d->file)
        return std::unexpected(notOpen());
    const auto own = d->file->ownStandards();
    if (!own)
        return std::unexpected(own.error());
    const auto chosen = chosenStandard(idOrPath, *own);
    if (!chosen)
        return std::unexpected(chosen.error());
    return standard::differencesOf(documentOf(d->file->standard()), documentOf(chosen->choice));
}

base::Outcome Workspace::useStandard(const QString& idOrPath) {
    if (!d->file)
        return std::unexpected(notOpen());
    const auto own = d->file->ownStandards();
    if (!own)
        return std::unexpected(own.error());
    auto chosen = chosenStandard(idOrPath, *own);
    if (!chosen)
        return std::unexpected(chosen.error());
    if (const auto kept = d->file->setStandard(chosen->choice); !kept)
        return kept;
    standard::Standard before = std::exchange(d->standard, std::move(chosen->standard));
    const auto loaded = d->load(d->data.year());
    if (!loaded)
        d->standard = std::move(before);
    return announce(loaded);
}

const assess::Assessment& Workspace::assessment() const {
    return d->assessment;
}

const std::vector<assess::PriorYear>& Workspace::priorYears() const {
    return d->priorYears;
}

base::Outcome Workspace::commitImport(const ImportPreview& preview) {
    if (preview.hasErrors())
        return std::unexpected(
            base::Error{.code = QStringLiteral("import.rejected"), .message = tr("数据表有错误，没有导入任何数据。")});
    const bool outdated = std::ranges::any_of(preview.changes.changes, [&](const model::Change& change) {
        return change.isExistence() && d->data.exists(change.subject) == change.after.isValue();
    });
    if (outdated)
        return std::unexpected(base::Error{.code = QStringLiteral("import.outdated"),
                                           .message = tr("预览之后数据已有改动，没有导入。请重新导入一次。")});
    return announce(d->commit(preview.changes));
}

base::Outcome Workspace::edit(const std::vector<TypedCell>& cells, EditKind kind) {
    const EditPlan plan = planEdit(cells, kind, d->data, d->standard);
    return announce(plan.refused.empty() ? d->commit(plan.changes) : std::unexpected(plan.refused.front().error));
}

std::vector<RefusedCell> Workspace::refusals(const std::vector<TypedCell>& cells) const {
    return planEdit(cells, EditKind::Type, d->data, d->standard).refused;
}

base::Outcome Workspace::addSchool(const SchoolEntry& school) {
    const auto changes = planSchool(school, d->data);
    return announce(changes ? d->commit(*changes) : std::unexpected(changes.error()));
}

base::Outcome Workspace::attachFiles(const QString& indicator, const QStringList& files) {
    const auto plan = planFiles(indicator, files, d->data);
    return announce(plan ? d->commit(plan->changes, {}, plan->contents) : std::unexpected(plan.error()));
}

base::Outcome Workspace::attachNote(const QString& indicator, const QString& note) {
    const auto plan = planNote(indicator, note, d->data);
    return announce(plan ? d->commit(plan->changes) : std::unexpected(plan.error()));
}

base::Outcome Workspace::removeEvidence(const model::SubjectKey& subject) {
    return announce(d->commit(planRemoval(subject, d->data)));
}

base::Outcome Workspace::saveEvidence(const Evidence& evidence, const QString& path) const {
    if (!d->file)
        return std::unexpected(notOpen());
    const auto bytes = d->file->content(evidence.sha256);
    return bytes ? base::writeFileAtomically(path, *bytes) : std::unexpected(bytes.error());
}

base::Outcome Workspace::announce(base::Outcome outcome) {
    if (outcome)
        Q_EMIT changed();
    return outcome;
}

QString Workspace::undoLabel() const {
    const auto label = d->nextSteps().undo;
    return label ? tr("撤销：%1").arg(*label) : QString();
}

QString Workspace::redoLabel() const {
    const auto label = d->nextSteps().redo;
    return label ? tr("重做：%1").arg(*label) : QString();
}

base::Outcome Workspace::undo() {
    const auto batch = d->candidate(false);
    if (!batch)
        return std::unexpected(batch.error());
    if (!*batch)
        return std::unexpected(
            base::Error{.code = QStringLiteral("undo.nothing"), .message = tr("没有可以撤销的操作。")});
    return announce(d->revert(**batch, model::BatchKind::Undo));
}

base::Outcome Workspace::redo() {
    const auto batch = d->candidate(true);
    if (!batch)
        return std::unexpected(batch.error());
    if (!*batch)
        return std::unexpected(
            base::Error{.code = QStringLiteral("redo.nothing"), .message = tr("没有可以重做的操作。")});
    return announce(d->revert(**batch, model::BatchKind::Redo));
}

base::Result<std::vector<HistoryEntry>> Workspace::history() const {
    if (!d->file)
        return std::unexpected(notOpen());
    return historyOf(*d->file, d->data.year());
}

base::Result<std::vector<CellHistoryEntry>> Workspace::cellHistory(const model::CellKey& cell) const {
    if (!d->file)
        return std::unexpected(notOpen());
    return cellHistoryOf(*d->file, d->data.year(), cell);
}

base::Outcome Workspace::writeReport(const QString& path, const QDate& date) const {
    return report::renderXlsx(report::workbookReport(d->data, d->standard, d->assessment, reportInfo(date)), path);
}

base::Result<QDate> Workspace::lastChanged() const {
    const auto entries = history();
    if (!entries)
        return std::unexpected(entries.error());
    return entries->empty() ? QDate::currentDate() : entries->front().at.toLocalTime().date();
}

report::Report Workspace::schoolList(report::SchoolList kind, const QDate& date) const {
    return report::schoolList(d->data, d->standard, d->assessment, kind, reportInfo(date), priorYears());
}

base::Result<report::Report> Workspace::selfEvaluation(const QDate& date) const {
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
    return report::freeTextsOf(*outline, d->data, report::BoundFigures(d->sources(), reportInfo({})));
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

base::Result<report::Report> Workspace::dossier(const QString& school, const QDate& date) const {
    auto maker = d->dossierMaker(*this, school, date);
    return maker ? base::Result<report::Report>(maker->dossier(school)) : std::unexpected(maker.error());
}

base::Result<report::Report> Workspace::schoolSelfEvaluation(const QString& school, const QDate& date) const {
    auto maker = d->dossierMaker(*this, school, date);
    return maker ? base::Result<report::Report>(maker->selfEvaluation(school)) : std::unexpected(maker.error());
}

base::Result<std::unique_ptr<DossierRun>> Workspace::dossiers(const DossierOrder& order,
                                                              const report::FigurePainter& figures) const {
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
    return std::make_unique<DossierRun>(DossierData{.year = d->data,
                                                    .standard = d->standard,
                                                    .assessment = d->assessment,
                                                    .priorYears = d->priorYears,
                                                    .earlier = *earlier},
                                        order, figures);
}

base::Outcome Workspace::writeWorkbook(const report::Report& report, const QString& path) {
    return report::renderXlsx(report, path);
}

base::Outcome Workspace::writePdf(const report::Report& report, const QString& path,
                                  const report::FigurePainter& figures, const base::Job& job) {
    return report::renderPdf(report, figures, path, job);
}

base::Outcome Workspace::writeDocx(const report::Report& report, const QString& path,
                                   const report::FigurePainter& figures) {
    return report::renderDocx(report, figures, path);
}

base::Outcome Workspace::submit(const QString& path, const QDate& date, const report::FigurePainter& figures,
                                const base::Job& job) {
    if (!d->file)
        return std::unexpected(notOpen());
    const auto evaluation = selfEvaluation(date);
    if (!evaluation)
        return std::unexpected(evaluation.error());
    const auto files = writePackage({.file = *d->file,
                                     .sources = d->sources(),
                                     .info = reportInfo(date),
                                     .evaluation = *evaluation,
                                     .figures = figures},
                                    path, job);
    if (!files)
        return std::unexpected(files.error());
    const auto kept = d->file->addIssue(issueOf(d->sources(), date), *files);
    if (!kept) {
        QFile::remove(path);
        return std::unexpected(kept.error());
    }
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
    if (!prefill || !d->file)
        return exchange::writeTemplate(path);
    const auto earlier = d->earlierYear();
    if (!earlier)
        return std::unexpected(earlier.error());
    const model::CountyYear* before = *earlier ? &**earlier : nullptr;
    if (before == nullptr || d->data.schools().rowCount() > 0)
        return exchange::writeTemplate(path, {.data = &d->data, .before = before});
    const model::CountyYear beginning = exchange::beginningOf(d->data.year(), *before);
    return exchange::writeTemplate(path, {.data = &beginning, .before = before});
}

base::Result<std::vector<model::Finding>> Workspace::verify() const {
    if (!d->file)
        return std::unexpected(notOpen());
    return d->file->verify();
}

} // namespace junheng::workspace
