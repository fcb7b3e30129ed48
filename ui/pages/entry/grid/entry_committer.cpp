#include "ui/pages/entry/grid/entry_committer.h"

#include "ui/pages/entry/grid/cell_words.h"
#include "workspace/gate.h"
#include "workspace/school_years.h"

#include <algorithm>

namespace junheng::ui {

using model::CellKey;
using model::Observation;
using workspace::EditKind;
using workspace::TypedCell;

namespace {

QString doneWord(EditKind kind) {
    switch (kind) {
    case EditKind::Type:
        break;
    case EditKind::Paste:
        return EntryCommitter::tr("已粘贴");
    case EditKind::Fill:
        return EntryCommitter::tr("已填充");
    case EditKind::Cut:
        return EntryCommitter::tr("已剪切");
    }
    return EntryCommitter::tr("已保存");
}

QString refusedWord(EditKind kind) {
    switch (kind) {
    case EditKind::Paste:
        return EntryCommitter::tr("没有粘贴");
    case EditKind::Fill:
        return EntryCommitter::tr("没有填充");
    default:
        return EntryCommitter::tr("没有改动");
    }
}

} // namespace

EntryCommitter::EntryCommitter(workspace::Workspace& workspace, QObject* parent)
    : QObject(parent), m_workspace(workspace) {}

std::optional<Observation> EntryCommitter::original(const CellKey& cell) const {
    const auto before = m_originals.constFind(cell);
    if (before == m_originals.constEnd() || *before == observationOf(m_workspace, cell))
        return std::nullopt;
    return *before;
}

std::vector<TypedCell> EntryCommitter::differing(const std::vector<TypedCell>& cells, bool& rounded) const {
    std::vector<TypedCell> result;
    for (const TypedCell& typed : cells) {
        const auto parsed = model::parseObservation(*typed.cell.item, typed.text);
        if (parsed && parsed->observation == observationOf(m_workspace, typed.cell))
            continue;
        rounded = rounded || (parsed && parsed->rounded);
        result.push_back(typed);
    }
    return result;
}

workspace::EditOutcome EntryCommitter::write(const std::vector<TypedCell>& cells, EditKind kind) {
    // First, as the marks are read while the workspace says that it changed.
    for (const TypedCell& typed : cells) {
        if (!m_originals.contains(typed.cell))
            m_originals.insert(typed.cell, observationOf(m_workspace, typed.cell));
    }
    return m_workspace.edit(cells, kind);
}

base::Outcome EntryCommitter::commit(const TypedCell& cell) {
    bool rounded = false;
    if (differing({cell}, rounded).empty())
        return {};
    const QString before = spokenText(m_workspace, cell.cell);
    if (const auto outcome = write({cell}, EditKind::Type); !outcome)
        return workspace::inShort(outcome);
    QString sentence =
        tr("已保存 %1：%2 → %3").arg(cellName(m_workspace, cell.cell), before, spokenText(m_workspace, cell.cell));
    if (rounded)
        sentence += tr("（按规定的小数位数四舍五入）");
    Q_EMIT committed(sentence);
    return {};
}

std::expected<void, Refusal> EntryCommitter::commitBlock(const std::vector<TypedCell>& cells, EditKind kind) {
    if (!m_refused.isEmpty()) {
        m_refused.clear();
        Q_EMIT refusedChanged();
    }
    bool rounded = false;
    const std::vector<TypedCell> changed = differing(cells, rounded);
    if (changed.empty()) {
        Q_EMIT committed(tr("与现有数据相同，没有改动"));
        return {};
    }
    const auto cleared =
        std::ranges::count_if(changed, [](const TypedCell& typed) { return typed.text.trimmed().isEmpty(); });
    const CellKey& first = changed.front().cell;
    const QString before = spokenText(m_workspace, first);
    if (const auto outcome = write(changed, kind); !outcome)
        return std::unexpected(markRefused(changed.size(), kind, outcome.error()));
    const bool onlyCleared = kind == EditKind::Type && cleared == std::ssize(changed);
    QString sentence = onlyCleared ? tr("已清除") : doneWord(kind);
    // One cell is named, so that it shows if it was not the one that was meant.
    const bool single = changed.size() == 1;
    sentence += single ? tr(" %1：%2 → %3").arg(cellName(m_workspace, first), before, spokenText(m_workspace, first))
                       : tr(" %1 个单元格").arg(changed.size());
    if (!single && cleared > 0 && kind != EditKind::Cut && !onlyCleared)
        sentence += tr("，其中清除 %1 个").arg(cleared);
    if (changed.size() < cells.size())
        sentence += tr("，另有 %1 个与原来相同").arg(cells.size() - changed.size());
    if (rounded)
        sentence += tr("（按规定的小数位数四舍五入）");
    Q_EMIT committed(sentence);
    return {};
}

base::Outcome EntryCommitter::confirm(const std::vector<CellKey>& cells) {
    const auto count = std::ranges::count_if(
        cells, [this](const CellKey& cell) { return observationOf(m_workspace, cell).unconfirmed; });
    if (count == 0) {
        Q_EMIT committed(tr("这里没有未确认的数据"));
        return {};
    }
    if (auto outcome = m_workspace.schoolYears().confirm(cells); !outcome)
        return outcome;
    Q_EMIT committed(tr("已确认 %1 个承接自上年的数据").arg(count));
    return {};
}

Refusal EntryCommitter::markRefused(std::size_t tried, EditKind kind, const workspace::EditRefusal& refusal) {
    const std::vector<workspace::RefusedCell>& refused = refusal.cells;
    if (refused.empty()) // the file could not be written
        return {
            .sentence = refusal.error.toString(), .details = {}, .isDeclined = workspace::isDeclined(refusal.error)};
    QStringList lines;
    for (const workspace::RefusedCell& cell : refused) {
        m_refused.insert(cell.typed.cell, {.text = cell.typed.text, .sentence = cell.error.message});
        // A sentence without a place names the cell itself.
        lines << (cell.error.place.isEmpty() ? cell.error.message
                                             : cellName(m_workspace, cell.typed.cell) + u'：' + cell.error.message);
    }
    m_firstRefused = refused.front().typed.cell;
    Q_EMIT refusedChanged();
    return {.sentence = tr("%1：%2 个单元格中有 %3 个不能接受，数据没有任何改动。第一个是 %4 请改正后再试。")
                            .arg(refusedWord(kind))
                            .arg(tried)
                            .arg(refused.size())
                            .arg(lines.front()),
            .details = lines.join(u'\n')};
}

std::optional<RefusedText> EntryCommitter::refused(const CellKey& cell) const {
    const auto found = m_refused.constFind(cell);
    return found == m_refused.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<CellKey> EntryCommitter::firstRefused() const {
    return m_refused.isEmpty() ? std::nullopt : std::optional(m_firstRefused);
}

} // namespace junheng::ui
