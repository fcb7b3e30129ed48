#include "ui/pages/entry/entry_model.h"

#include "ui/pages/entry/entry_rows.h"
#include "workspace/gate.h"
#include "workspace/school_years.h"

#include <QStringList>

#include <algorithm>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;
using model::CellKey;
using model::Item;
using model::Observation;
using workspace::EditKind;
using workspace::TypedCell;

namespace {

QString doneWord(EditKind kind) {
    switch (kind) {
    case EditKind::Type:
        break;
    case EditKind::Paste:
        return EntryModel::tr("已粘贴");
    case EditKind::Fill:
        return EntryModel::tr("已填充");
    case EditKind::Cut:
        return EntryModel::tr("已剪切");
    }
    return EntryModel::tr("已保存");
}

QString refusedWord(EditKind kind) {
    switch (kind) {
    case EditKind::Paste:
        return EntryModel::tr("没有粘贴");
    case EditKind::Fill:
        return EntryModel::tr("没有填充");
    default:
        return EntryModel::tr("没有改动");
    }
}

} // namespace

EntryModel::EntryModel(workspace::Workspace& workspace, QObject* parent)
    : QAbstractTableModel(parent), m_workspace(workspace) {}

const Item& EntryModel::itemAt(const Row& row, int column) const {
    return row.key.item != nullptr ? *row.key.item : *m_topic.items[static_cast<std::size_t>(column)];
}

CellKey EntryModel::keyAt(const Row& row, int column) const {
    return {.subject = row.key.subject, .item = &itemAt(row, column)};
}

Observation EntryModel::observation(const Row& row, const Item& item) const {
    if (row.tableRow < 0 || !m_workspace.isOpen())
        return Observation::missing();
    return m_workspace.data().table(m_topic.level).at(row.tableRow, item);
}

Observation EntryModel::observation(const CellKey& cell) const {
    return m_workspace.isOpen() ? m_workspace.data().value(cell.subject, *cell.item) : Observation::missing();
}

std::optional<Observation> EntryModel::original(const CellKey& cell) const {
    const auto before = m_originals.constFind(cell);
    if (before == m_originals.constEnd() || *before == observation(cell))
        return std::nullopt;
    return *before;
}

std::vector<TypedCell> EntryModel::differing(const std::vector<TypedCell>& cells, bool& rounded) const {
    std::vector<TypedCell> result;
    for (const TypedCell& typed : cells) {
        const auto parsed = model::parseObservation(*typed.cell.item, typed.text);
        if (parsed && parsed->observation == observation(typed.cell))
            continue;
        rounded = rounded || (parsed && parsed->rounded);
        result.push_back(typed);
    }
    return result;
}

workspace::EditOutcome EntryModel::write(const std::vector<TypedCell>& cells, EditKind kind) {
    // First, as the marks are read while the workspace says that it changed.
    for (const TypedCell& typed : cells) {
        if (!m_originals.contains(typed.cell))
            m_originals.insert(typed.cell, observation(typed.cell));
    }
    return m_workspace.edit(cells, kind);
}

base::Outcome EntryModel::commit(const TypedCell& cell) {
    bool rounded = false;
    if (differing({cell}, rounded).empty())
        return {};
    const QString before = spokenText(cell.cell);
    if (const auto outcome = write({cell}, EditKind::Type); !outcome)
        return workspace::inShort(outcome);
    QString sentence = tr("已保存 %1：%2 → %3").arg(describe(cell.cell), before, spokenText(cell.cell));
    if (rounded)
        sentence += tr("（按规定的小数位数四舍五入）");
    Q_EMIT committed(sentence);
    return {};
}

std::expected<void, Refusal> EntryModel::commitBlock(const std::vector<TypedCell>& cells, EditKind kind) {
    forgetRefused();
    bool rounded = false;
    const std::vector<TypedCell> changed = differing(cells, rounded);
    if (changed.empty()) {
        Q_EMIT committed(tr("与现有数据相同，没有改动"));
        return {};
    }
    const auto cleared =
        std::ranges::count_if(changed, [](const TypedCell& typed) { return typed.text.trimmed().isEmpty(); });
    const CellKey& first = changed.front().cell;
    const QString before = spokenText(first);
    if (const auto outcome = write(changed, kind); !outcome)
        return std::unexpected(markRefused(changed.size(), kind, outcome.error()));
    const bool onlyCleared = kind == EditKind::Type && cleared == std::ssize(changed);
    QString sentence = onlyCleared ? tr("已清除") : doneWord(kind);
    // One cell is named, so that it shows if it was not the one that was meant.
    const bool single = changed.size() == 1;
    sentence += single ? tr(" %1：%2 → %3").arg(describe(first), before, spokenText(first))
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

base::Outcome EntryModel::confirm(const std::vector<CellKey>& cells) {
    const auto count = std::ranges::count_if(cells, [this](const CellKey& cell) { return isUnconfirmed(cell); });
    if (count == 0) {
        Q_EMIT committed(tr("这里没有未确认的数据"));
        return {};
    }
    if (auto outcome = m_workspace.schoolYears().confirm(cells); !outcome)
        return outcome;
    Q_EMIT committed(tr("已确认 %1 个承接自上年的数据").arg(count));
    return {};
}

std::vector<CellKey> EntryModel::unconfirmedCells() const {
    std::vector<CellKey> cells;
    for (const Row& row : m_rows)
        std::ranges::move(unconfirmedCells(row), std::back_inserter(cells));
    return cells;
}

Refusal EntryModel::markRefused(std::size_t tried, EditKind kind, const workspace::EditRefusal& refusal) {
    const std::vector<workspace::RefusedCell>& refused = refusal.cells;
    if (refused.empty()) // the file could not be written
        return {
            .sentence = refusal.error.toString(), .details = {}, .isDeclined = workspace::isDeclined(refusal.error)};
    QStringList lines;
    for (const workspace::RefusedCell& cell : refused) {
        m_refused.insert(cell.typed.cell, {.text = cell.typed.text, .sentence = cell.error.message});
        // A sentence without a place names the cell itself.
        lines << (cell.error.place.isEmpty() ? cell.error.message
                                             : describe(cell.typed.cell) + u'：' + cell.error.message);
    }
    m_firstRefused = refused.front().typed.cell;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    return {.sentence = tr("%1：%2 个单元格中有 %3 个不能接受，数据没有任何改动。第一个是 %4 请改正后再试。")
                            .arg(refusedWord(kind))
                            .arg(tried)
                            .arg(refused.size())
                            .arg(lines.front()),
            .details = lines.join(u'\n')};
}

void EntryModel::forgetRefused() {
    if (m_refused.isEmpty())
        return;
    m_refused.clear();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

std::optional<CellKey> EntryModel::cellAt(const QModelIndex& index) const {
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount() || !isCell(index.column()))
        return std::nullopt;
    return keyAt(m_rows[static_cast<std::size_t>(index.row())], index.column());
}

Observation EntryModel::observationAt(const QModelIndex& index) const {
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    return observation(row, itemAt(row, index.column()));
}

QModelIndex EntryModel::indexOf(const CellKey& cell) const {
    const auto item = std::ranges::find(m_topic.items, cell.item);
    if (item == m_topic.items.end())
        return {};
    const CellKey wanted{.subject = cell.subject, .item = isByItem() ? cell.item : nullptr};
    const auto row = std::ranges::find(m_rows, wanted, &Row::key);
    if (row == m_rows.end())
        return {};
    const auto column = isByItem() ? std::ptrdiff_t{ValueColumn} : item - m_topic.items.begin();
    return index(static_cast<int>(row - m_rows.begin()), static_cast<int>(column));
}

int EntryModel::firstRowOf(const QString& school) const {
    const auto row =
        std::ranges::find_if(m_rows, [&](const Row& candidate) { return candidate.key.subject.school == school; });
    return row == m_rows.end() ? -1 : static_cast<int>(row - m_rows.begin());
}

QModelIndex EntryModel::firstWanted() const {
    for (int row = 0; row < rowCount(); ++row) {
        const Row& candidate = m_rows[static_cast<std::size_t>(row)];
        for (int column = 0; column < columnCount(); ++column) {
            if (isCell(column) && isWantedCell(candidate, itemAt(candidate, column)))
                return index(row, column);
        }
    }
    return {};
}

std::vector<QModelIndex> EntryModel::find(const QString& text) const {
    std::vector<QModelIndex> found;
    const QString sought = text.trimmed();
    if (sought.isEmpty())
        return found;
    for (int row = 0; row < rowCount(); ++row) {
        const Row& candidate = m_rows[static_cast<std::size_t>(row)];
        bool inLabel = labelsOf(candidate).join(u'\t').contains(sought, Qt::CaseInsensitive);
        for (int column = 0; column < columnCount(); ++column) {
            const QString shown =
                isCell(column) ? textOf(keyAt(candidate, column)) : informationText(candidate, column);
            if (inLabel || shown.contains(sought, Qt::CaseInsensitive))
                found.push_back(index(row, column));
            inLabel = false;
        }
    }
    return found;
}

int EntryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EntryModel::columnCount(const QModelIndex& parent) const {
    if (parent.isValid())
        return 0;
    return isByItem() ? ByItemColumnCount : static_cast<int>(m_topic.items.size());
}

Qt::ItemFlags EntryModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags result = QAbstractTableModel::flags(index);
    if (isCell(index.column()))
        result |= Qt::ItemIsEditable;
    return result;
}

} // namespace junheng::ui
