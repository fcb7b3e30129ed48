#include "workspace/workspace.h"

#include "base/atomic_file.h"
#include "model/typed_text.h"
#include "workspace/attaching.h"
#include "workspace/choosing.h"
#include "workspace/editing.h"
#include "workspace/history.h"
#include "workspace/tr.h"
#include "workspace/workspace_private.h"

#include <QFile>
#include <QFileInfo>

namespace junheng::workspace {

namespace {

const QString kDeclined = QStringLiteral("workspace.declined");

base::Error unavailable(const store::StandardChoice& choice, const base::Error& why) {
    const QString sentence =
        choice.document.isEmpty()
            ? tr("县级文件所用的评估标准“%1”，本版本没有，不能按它评估，也不能修改数据。请升级均衡，或换用另一个标准。")
            : tr("县级文件所用的评估标准“%"
                 "1”，本版本读不了，不能按它评估，也不能修改数据。请升级均衡，或换用另一个标准。");
    return {
        .code = QStringLiteral("standard.unavailable"), .message = sentence.arg(choice.id), .detail = why.toString()};
}

} // namespace

base::Error notOpen() {
    return {.code = QStringLiteral("workspace.not_open"), .message = tr("还没有打开县级文件。")};
}

report::ReportInfo reportInfo(const QDate& date) {
    return {.date = date, .programVersion = QStringLiteral(JUNHENG_VERSION)};
}

Workspace::Workspace(QObject* parent) : QObject(parent), d(std::make_unique<Private>()) {}

Workspace::~Workspace() = default;

// By the county's standard, or, where that cannot be, by the program's first one.
base::Outcome Workspace::loadByItsStandard(Private& next, int year) {
    const store::StandardChoice& choice = next.file->standard();
    auto rules = readStandard(choice);
    base::Outcome loaded = rules ? base::Outcome() : std::unexpected(rules.error());
    if (rules) {
        next.standard = *std::move(rules);
        loaded = next.load(year);
    }
    if (loaded || !loaded.error().code.startsWith(QLatin1StringView("standard.")))
        return loaded;
    next.standardError = unavailable(choice, loaded.error());
    auto first = standard::loadStandard(standard::defaultStandardId());
    if (!first)
        return std::unexpected(first.error());
    next.standard = *std::move(first);
    return next.load(year);
}

base::Outcome Workspace::create(const QString& path, const model::County& county, const QString& standard, int year) {
    auto rules = chosenStandard(standard, {});
    if (!rules)
        return std::unexpected(rules.error());
    if (const auto fits = checkCounty(county); !fits)
        return fits;
    const model::County clean{.code = model::foldCode(county.code), .name = model::cleanText(county.name)};
    auto file = store::CountyFile::create(path, clean, rules->choice);
    if (!file)
        return std::unexpected(file.error());
    auto next = std::make_unique<Private>();
    next->file = std::move(*file);
    next->standard = std::move(rules->standard);
    const auto loaded = next->load(year);
    if (loaded)
        exchange(std::move(next));
    return announce(loaded);
}

base::Outcome Workspace::open(const QString& path, Access access, std::optional<int> year) {
    auto file =
        store::CountyFile::open(path, access == Access::ReadOnly ? store::Access::ReadOnly : store::Access::ReadWrite);
    if (!file)
        return std::unexpected(file.error());
    auto known = (*file)->years();
    if (known && known->empty()) // all is taken back: where it can be done again
        known = (*file)->years(store::YearsOf::Journal);
    if (!known)
        return std::unexpected(known.error());
    auto next = std::make_unique<Private>();
    next->file = std::move(*file);
    const int wanted = year.value_or(known->empty() ? QDate::currentDate().addMonths(-8).year() : known->back());
    if (const auto loaded = loadByItsStandard(*next, wanted); !loaded)
        return loaded;
    exchange(std::move(next));
    Q_EMIT changed();
    return {};
}

QString Workspace::readOnlyReason() const {
    if (!d->file)
        return {};
    QStringList reasons;
    if (const auto count = d->file->unreadable().size(); count > 0)
        reasons << tr("文件中有 %1 处不能识别的数据，按待填报处理。请核对这些数据，改用最近的备份，或升级均衡。")
                       .arg(count);
    else if (d->file->access() == store::Access::ReadOnly)
        reasons << tr("文件是以只读方式打开的，不能保存修改。");
    if (d->standardError)
        reasons << tr("文件所用的标准“%1”本版本没有或读不了，暂按“%2”显示。请换用另一个标准，或升级均衡。")
                       .arg(d->file->standard().id, d->standard.title);
    return reasons.isEmpty() ? QString() : tr("只能查看：%1").arg(reasons.join(QString()));
}

std::vector<model::Finding> Workspace::unreadable() const {
    return d->file ? d->file->unreadable() : std::vector<model::Finding>();
}

std::optional<base::Error> Workspace::standardError() const {
    return d->standardError;
}

void Workspace::close() {
    exchange(std::make_unique<Private>());
    Q_EMIT changed();
}

void Workspace::exchange(std::unique_ptr<Private> next) {
    next->gate = std::move(d->gate);
    d = std::move(next);
}

void Workspace::setGate(std::function<base::Outcome()> gate) {
    d->gate = std::move(gate);
}

base::Error Workspace::declined(const QString& message) {
    return {.code = kDeclined, .message = message};
}

bool isDeclined(const base::Error& error) {
    return error.code == kDeclined;
}

bool Workspace::isOpen() const {
    return d->file != nullptr;
}

QString Workspace::path() const {
    return d->file ? d->file->path() : QString();
}

QStringList Workspace::filesOf(const QString& path) {
    // What stands beside it bears the name of the file itself, not of a link to it.
    const QFileInfo file(path);
    const QString real = file.exists() ? file.canonicalFilePath() : file.absoluteFilePath();
    return {path, real + QStringLiteral(".lock"), real + QStringLiteral("-journal"), real + QStringLiteral("-wal"),
            real + QStringLiteral("-shm")};
}

bool Workspace::isCountyFile(const QString& path) {
    QFile file(path);
    const QByteArray mark("SQLite format 3\0", 16);
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) && file.read(mark.size()) == mark;
}

std::vector<int> Workspace::years() const {
    return d->years;
}

base::Outcome Workspace::setYear(int year) {
    if (!d->file)
        return std::unexpected(notOpen());
    return announce(d->load(year));
}

base::Result<std::vector<int>> Workspace::journalYears() const {
    if (!d->file)
        return std::unexpected(notOpen());
    return d->file->years(store::YearsOf::Journal);
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
    if (d->standardError)
        return std::unexpected(*d->standardError);
    return standard::differencesOf(documentOf(d->file->standard()), documentOf(chosen->choice));
}

std::vector<standard::Difference> Workspace::belowNational() const {
    if (!d->file || d->standardError)
        return {};
    if (!d->belowNational)
        d->belowNational =
            standard::belowNational(documentOf(d->file->standard())).value_or(std::vector<standard::Difference>());
    return *d->belowNational;
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
    if (loaded)
        d->standardError.reset();
    else
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
    const auto undone = d->revert(**batch, model::BatchKind::Undo);
    return announce(undone ? d->leaveTakenBackYear() : undone);
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

} // namespace junheng::workspace
