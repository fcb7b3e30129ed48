#include "workspace/history.h"

#include "model/observation.h"
#include "workspace/open_county.h"
#include "workspace/tr.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace junheng::workspace {

namespace {

HistoryEntry entryOf(const store::BatchInfo& batch) {
    QString what = batch.label;
    if (batch.kind == model::BatchKind::Undo)
        what = tr("撤销：%1").arg(batch.label);
    else if (batch.kind == model::BatchKind::Redo)
        what = tr("重做：%1").arg(batch.label);
    return {.batch = batch.id,
            .year = batch.year,
            .at = batch.at,
            .who = batch.who,
            .what = what,
            .file = batch.file,
            .changeCount = batch.changeCount};
}

QString shown(const model::Item& item, const model::Observation& observation) {
    return observation.isMissing() ? tr("待填报") : model::markedText(item, observation);
}

// The row that a batch made this one of by another code of its school, if it did.
std::optional<model::SubjectKey> movedFrom(const store::CountyFile& file, const store::BatchInfo& batch,
                                           const model::SubjectKey& subject) {
    if (batch.kind != model::BatchKind::Edit)
        return std::nullopt;
    const auto changes = file.changesOf(batch.id);
    if (!changes)
        return std::nullopt; // what a newer version wrote is not followed
    for (const model::Change& change : changes->changes) {
        const model::SubjectKey& other = change.subject;
        if (change.isExistence() && change.after.isMissing() && other.level == subject.level &&
            other.part == subject.part && other.school != subject.school)
            return other;
    }
    return std::nullopt;
}

// Gathers what happened to a cell before the batch `end`, following a corrected code of the school back.
class CellStory {
public:
    CellStory(const store::CountyFile& file, int year) : m_file(file), m_year(year) {}

    base::Outcome follow(const model::CellKey& cell, qint64 end) {
        if (std::ranges::find(m_seen, cell.subject) != m_seen.end())
            return {}; // a code that came back: all of it has been gathered
        m_seen.push_back(cell.subject);
        auto own = m_file.cellHistory(m_year, cell);
        if (!own)
            return std::unexpected(own.error());
        const auto comings = m_file.cellHistory(m_year, {.subject = cell.subject});
        if (!comings)
            return std::unexpected(comings.error());
        for (const store::CellChange& coming : *comings) {
            const qint64 batch = coming.batch.id;
            const auto former =
                coming.after.isValue() && batch < end ? movedFrom(m_file, coming.batch, cell.subject) : std::nullopt;
            if (!former)
                continue;
            for (store::CellChange& entry : *own) {
                if (entry.batch.id == batch)
                    entry.before = entry.after; // another code, the same figure
            }
            if (const auto earlier = follow({.subject = *former, .item = cell.item}, batch); !earlier)
                return earlier;
        }
        std::ranges::copy_if(*own, std::back_inserter(m_entries),
                             [end](const store::CellChange& entry) { return entry.batch.id < end; });
        return {};
    }
    /// Newest first.
    [[nodiscard]] std::vector<store::CellChange> take() {
        std::ranges::stable_sort(m_entries, std::greater(),
                                 [](const store::CellChange& entry) { return entry.batch.id; });
        return std::move(m_entries);
    }

private:
    const store::CountyFile& m_file;
    int m_year;
    std::vector<model::SubjectKey> m_seen;
    std::vector<store::CellChange> m_entries;
};

} // namespace

base::Result<std::vector<HistoryEntry>> History::batches() const {
    if (!m_county.file)
        return std::unexpected(notOpen());
    const auto batches = m_county.file->history(m_county.data.year());
    if (!batches)
        return std::unexpected(batches.error());
    std::vector<HistoryEntry> result;
    std::ranges::transform(*batches, std::back_inserter(result), entryOf);
    return result;
}

base::Result<std::vector<CellHistoryEntry>> History::ofCell(const model::CellKey& cell) const {
    if (!m_county.file)
        return std::unexpected(notOpen());
    CellStory story(*m_county.file, m_county.data.year());
    if (const auto followed = story.follow(cell, std::numeric_limits<qint64>::max()); !followed)
        return std::unexpected(followed.error());
    std::vector<CellHistoryEntry> result;
    for (const store::CellChange& entry : story.take())
        result.push_back({.batch = entryOf(entry.batch),
                          .before = shown(*cell.item, entry.before),
                          .after = shown(*cell.item, entry.after),
                          .sheet = entry.sheet,
                          .cell = entry.cell});
    return result;
}

base::Result<QDate> History::lastChanged() const {
    const auto entries = batches();
    if (!entries)
        return std::unexpected(entries.error());
    return entries->empty() ? QDate::currentDate() : entries->front().at.toLocalTime().date();
}

base::Result<std::vector<model::Finding>> History::verify() const {
    if (!m_county.file)
        return std::unexpected(notOpen());
    auto findings = m_county.file->verify();
    if (findings && m_county.standardError)
        findings->push_back({.severity = model::Severity::Notice,
                             .code = QStringLiteral("verify.standard"),
                             .message = m_county.standardError->message,
                             .place = {.file = m_county.file->path()}});
    return findings;
}

} // namespace junheng::workspace
