#include "workspace/workspace.h"

#include "model/items.h"
#include "model/typed_text.h"
#include "standard/library.h"
#include "workspace/choosing.h"
#include "workspace/doubts.h"
#include "workspace/editing.h"
#include "workspace/evidence_folder.h"
#include "workspace/history.h"
#include "workspace/imports.h"
#include "workspace/narrative.h"
#include "workspace/open_county.h"
#include "workspace/reports.h"
#include "workspace/school_years.h"
#include "workspace/standards.h"
#include "workspace/structure.h"
#include "workspace/submissions.h"
#include "workspace/tr.h"

#include <utility>

namespace junheng::workspace {

namespace {

base::Error unavailable(const store::StandardChoice& choice, const base::Error& why) {
    const QString sentence =
        choice.document.isEmpty()
            ? tr("县级文件所用的评估标准“%1”，本版本没有，不能按它评估，也不能修改数据。请升级均衡，或换用另一个标准。")
            : tr("县级文件所用的评估标准“%"
                 "1”，本版本读不了，不能按它评估，也不能修改数据。请升级均衡，或换用另一个标准。");
    return {
        .code = QStringLiteral("standard.unavailable"), .message = sentence.arg(choice.id), .detail = why.toString()};
}

base::Outcome checkCounty(const model::County& county) {
    if (const QString fault = model::countyCodeFault(county.code); !fault.isEmpty())
        return std::unexpected(base::Error{.code = QStringLiteral("county.bad_code"), .message = fault});
    if (county.name.trimmed().isEmpty())
        return std::unexpected(
            base::Error{.code = QStringLiteral("county.no_name"), .message = tr("请填写县（市、区）名称。")});
    if (const auto name = model::parseObservation(model::itemOf(items::county_name), county.name); !name)
        return std::unexpected(name.error());
    return {};
}

// By the county's standard, or, where that cannot be, by the program's first one.
base::Outcome loadByItsStandard(OpenCounty& next, int year) {
    const store::StandardChoice& choice = next.file->standard();
    auto rules = readStandard(choice, next.file->items());
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

} // namespace

struct Workspace::Private {
    OpenCounty county = {};
    Reports reports{county};
    Narrative narrative{county};
    Doubts doubts{county};
    EvidenceFolder evidence{county};
    Submissions submissions{county};
    History history{county};
    Imports imports{county};
    Structure structure{county};
    SchoolYears schoolYears{county};
    Standards standards{county};
};

Workspace::Workspace(QObject* parent) : QObject(parent), d(std::make_unique<Private>()) {
    d->county.changed = [this] { Q_EMIT changed(); };
}

Workspace::~Workspace() = default;

base::Outcome Workspace::create(const QString& path, const model::County& county, const QString& standard, int year) {
    // A new county has no items of its own.
    auto rules = chosenStandard(standard, {}, model::ItemDictionary::builtIn());
    if (!rules)
        return std::unexpected(rules.error());
    if (const auto fits = checkCounty(county); !fits)
        return fits;
    const model::County clean{.code = model::foldCode(county.code), .name = model::cleanText(county.name)};
    auto file = store::CountyFile::create(path, clean, rules->choice);
    if (!file)
        return std::unexpected(file.error());
    OpenCounty next;
    next.file = std::move(*file);
    next.standard = std::move(rules->standard);
    const auto loaded = next.load(year);
    if (loaded)
        d->county.exchange(std::move(next));
    return d->county.announce(loaded);
}

base::Outcome Workspace::open(const QString& path, Access access, std::optional<int> year) {
    auto file = store::CountyFile::open(path, access == Access::ReadOnly ? store::FileAccess::ReadOnly
                                                                         : store::FileAccess::ReadWrite);
    if (!file)
        return std::unexpected(file.error());
    auto known = (*file)->years();
    if (known && known->empty()) // all is taken back: where it can be done again
        known = (*file)->years(store::YearsOf::Journal);
    if (!known)
        return std::unexpected(known.error());
    OpenCounty next;
    next.file = std::move(*file);
    const int wanted = year.value_or(known->empty() ? QDate::currentDate().addMonths(-8).year() : known->back());
    if (const auto loaded = loadByItsStandard(next, wanted); !loaded)
        return loaded;
    d->county.exchange(std::move(next));
    Q_EMIT changed();
    return {};
}

void Workspace::close() {
    d->county.exchange({});
    Q_EMIT changed();
}

bool Workspace::isOpen() const {
    return d->county.file != nullptr;
}

QString Workspace::path() const {
    return d->county.file ? d->county.file->path() : QString();
}

QString Workspace::readOnlyReason() const {
    if (!d->county.file)
        return {};
    QStringList reasons;
    if (const auto count = d->county.file->unreadable().size(); count > 0)
        reasons << tr("文件中有 %1 处不能识别的数据，按待填报处理。请核对这些数据，改用最近的备份，或升级均衡。")
                       .arg(count);
    else if (d->county.file->access() == store::FileAccess::ReadOnly)
        reasons << tr("文件是以只读方式打开的，不能保存修改。");
    if (d->county.standardError)
        reasons << tr("文件所用的标准“%1”本版本没有或读不了，暂按“%2”显示。请换用另一个标准，或升级均衡。")
                       .arg(d->county.file->standard().id, d->county.standard.title);
    return reasons.isEmpty() ? QString() : tr("只能查看：%1").arg(reasons.join(QString()));
}

std::vector<model::Finding> Workspace::unreadable() const {
    return d->county.file ? d->county.file->unreadable() : std::vector<model::Finding>();
}

std::optional<base::Error> Workspace::standardError() const {
    return d->county.standardError;
}

std::vector<int> Workspace::years() const {
    return d->county.years;
}

base::Outcome Workspace::setYear(int year) {
    if (!d->county.file)
        return std::unexpected(notOpen());
    return d->county.announce(d->county.load(year));
}

const model::CountyYear& Workspace::data() const {
    return d->county.data;
}

const standard::Standard& Workspace::standard() const {
    return d->county.standard;
}

const assess::Assessment& Workspace::assessment() const {
    return d->county.assessment;
}

const std::vector<assess::PriorYear>& Workspace::priorYears() const {
    return d->county.priorYears;
}

void Workspace::setGate(std::function<base::Outcome()> gate) {
    d->county.gate = std::move(gate);
}

EditOutcome Workspace::edit(const std::vector<TypedCell>& cells, EditKind kind) {
    EditPlan plan = planEdit(cells, kind, d->county.data, d->county.standard);
    if (!plan.refused.empty()) {
        base::Error first = plan.refused.front().error;
        return std::unexpected(EditRefusal{.error = std::move(first), .cells = std::move(plan.refused)});
    }
    if (const auto done = d->county.announce(d->county.commit(plan.changes)); !done)
        return std::unexpected(EditRefusal{.error = done.error()});
    return {};
}

QString Workspace::undoLabel() const {
    const auto label = d->county.nextSteps().undo;
    return label ? tr("撤销：%1").arg(*label) : QString();
}

QString Workspace::redoLabel() const {
    const auto label = d->county.nextSteps().redo;
    return label ? tr("重做：%1").arg(*label) : QString();
}

base::Outcome Workspace::undo() {
    const auto batch = d->county.candidate(false);
    if (!batch)
        return std::unexpected(batch.error());
    if (!*batch)
        return std::unexpected(
            base::Error{.code = QStringLiteral("undo.nothing"), .message = tr("没有可以撤销的操作。")});
    const auto undone = d->county.revert(**batch, model::BatchKind::Undo);
    return d->county.announce(undone ? d->county.leaveTakenBackYear() : undone);
}

base::Outcome Workspace::redo() {
    const auto batch = d->county.candidate(true);
    if (!batch)
        return std::unexpected(batch.error());
    if (!*batch)
        return std::unexpected(
            base::Error{.code = QStringLiteral("redo.nothing"), .message = tr("没有可以重做的操作。")});
    return d->county.announce(d->county.revert(**batch, model::BatchKind::Redo));
}

const Reports& Workspace::reports() const {
    return d->reports;
}

Narrative& Workspace::narrative() {
    return d->narrative;
}

Doubts& Workspace::doubts() {
    return d->doubts;
}

EvidenceFolder& Workspace::evidence() {
    return d->evidence;
}

Submissions& Workspace::submissions() {
    return d->submissions;
}

const Submissions& Workspace::submissions() const {
    return d->submissions;
}

const History& Workspace::history() const {
    return d->history;
}

Imports& Workspace::imports() {
    return d->imports;
}

Structure& Workspace::structure() {
    return d->structure;
}

SchoolYears& Workspace::schoolYears() {
    return d->schoolYears;
}

Standards& Workspace::standards() {
    return d->standards;
}

const Standards& Workspace::standards() const {
    return d->standards;
}

} // namespace junheng::workspace
