#include "workspace/attaching.h"

#include "base/atomic_file.h"
#include "model/items.h"
#include "workspace/tr.h"

#include <QFileInfo>

#include <algorithm>

namespace junheng::workspace {

namespace {

using model::Level;
using model::Observation;
using model::SubjectKey;

constexpr qint64 kLargest = qint64{64} << 20;

// The rows of an indicator are numbered on, as long as the last one stays.
int lastOrdinal(const model::CountyYear& year, const QString& indicator) {
    int last = 0;
    for (const Evidence& evidence : evidenceOf(year, indicator))
        last = std::max(last, evidence.subject.part.section(u'/', 1).toInt());
    return last;
}

SubjectKey subjectOf(const QString& indicator, int ordinal) {
    return {.level = Level::Evidence, .school = {}, .part = QStringLiteral("%1/%2").arg(indicator).arg(ordinal)};
}

void add(model::ChangeSet& changes, const SubjectKey& subject, const char16_t* item, const Observation& value) {
    changes.changes.push_back({.subject = subject, .item = &model::itemOf(item), .after = value});
}

base::Result<QByteArray> readEvidence(const QString& path) {
    const QString name = QFileInfo(path).fileName();
    auto bytes = base::readFile(path, kLargest);
    if (!bytes && bytes.error().code == QLatin1StringView("file.too_large"))
        return std::unexpected(
            base::Error{.code = QStringLiteral("evidence.too_large"),
                        .message = tr("“%1”超过 64 MiB，没有添加。请压缩或拆分后再添加，或只记下存放处。").arg(name),
                        .place = {.file = path}});
    if (bytes && bytes->isEmpty())
        return std::unexpected(base::Error{.code = QStringLiteral("evidence.empty"),
                                           .message = tr("“%1”是空文件，没有添加。请核对文件。").arg(name),
                                           .place = {.file = path}});
    return bytes;
}

} // namespace

base::Result<AttachPlan> planFiles(const QString& indicator, const QStringList& files,
                                   const model::CountyYear& current) {
    AttachPlan plan;
    int ordinal = lastOrdinal(current, indicator);
    for (const QString& file : files) {
        auto bytes = readEvidence(file);
        if (!bytes)
            return std::unexpected(bytes.error());
        const SubjectKey subject = subjectOf(indicator, ++ordinal);
        const QString sha256 = base::sha256Of(*bytes);
        plan.changes.changes.push_back({.subject = subject, .after = Observation::ofAmount(1)});
        add(plan.changes, subject, items::evidence_name, Observation::ofText(QFileInfo(file).fileName()));
        add(plan.changes, subject, items::evidence_size, Observation::ofAmount(bytes->size()));
        add(plan.changes, subject, items::evidence_sha256, Observation::ofText(sha256));
        plan.contents.push_back({.sha256 = sha256, .bytes = *std::move(bytes)});
    }
    plan.changes.label = files.size() == 1
                             ? tr("添加 %1 的佐证“%2”").arg(indicator, QFileInfo(files.first()).fileName())
                             : tr("添加 %1 的 %2 件佐证").arg(indicator).arg(files.size());
    return plan;
}

base::Result<AttachPlan> planNote(const QString& indicator, const QString& note, const model::CountyYear& current) {
    const auto parsed = model::parseObservation(model::itemOf(items::evidence_note), note);
    if (!parsed)
        return std::unexpected(parsed.error());
    if (!parsed->observation.isValue())
        return std::unexpected(
            base::Error{.code = QStringLiteral("evidence.no_note"), .message = tr("请写明佐证的内容或存放处。")});
    AttachPlan plan;
    const SubjectKey subject = subjectOf(indicator, lastOrdinal(current, indicator) + 1);
    plan.changes.changes.push_back({.subject = subject, .after = Observation::ofAmount(1)});
    add(plan.changes, subject, items::evidence_note, parsed->observation);
    plan.changes.label = tr("添加 %1 的佐证说明").arg(indicator);
    return plan;
}

model::ChangeSet planRemoval(const SubjectKey& subject, const model::CountyYear& current) {
    const QString name = current.value(subject, model::itemOf(items::evidence_name)).text;
    const QString indicator = subject.part.section(u'/', 0, 0);
    model::ChangeSet changes;
    changes.label =
        name.isEmpty() ? tr("移除 %1 的佐证说明").arg(indicator) : tr("移除 %1 的佐证“%2”").arg(indicator, name);
    changes.changes.push_back({.subject = subject, .before = Observation::ofAmount(1)});
    return changes;
}

} // namespace junheng::workspace
