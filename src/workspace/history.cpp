#include "workspace/history.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace junheng::workspace {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("workspace", text);
}

HistoryEntry entryOf(const store::BatchInfo& batch) {
    QString what = batch.label;
    if (batch.kind == model::BatchKind::Undo)
        what = tr("撤销：%1").arg(batch.label);
    else if (batch.kind == model::BatchKind::Redo)
        what = tr("重做：%1").arg(batch.label);
    return {.batch = batch.id,
            .at = batch.at,
            .who = batch.who,
            .what = what,
            .file = batch.file,
            .changeCount = batch.changeCount};
}

QString shown(const model::Item& item, const model::Observation& observation) {
    return observation.isMissing() ? tr("待填报") : model::markedText(item, observation);
}

} // namespace

base::Result<std::vector<HistoryEntry>> historyOf(const store::CountyFile& file, int year) {
    const auto batches = file.history(year);
    if (!batches)
        return std::unexpected(batches.error());
    std::vector<HistoryEntry> result;
    std::ranges::transform(*batches, std::back_inserter(result), entryOf);
    return result;
}

base::Result<std::vector<CellHistoryEntry>> cellHistoryOf(const store::CountyFile& file, int year,
                                                          const model::CellKey& cell) {
    const auto entries = file.cellHistory(year, cell);
    if (!entries)
        return std::unexpected(entries.error());
    std::vector<CellHistoryEntry> result;
    for (const store::CellHistoryEntry& entry : *entries)
        result.push_back({.batch = entryOf(entry.batch),
                          .before = shown(*cell.item, entry.before),
                          .after = shown(*cell.item, entry.after),
                          .sheet = entry.sheet,
                          .cell = entry.cell});
    return result;
}

} // namespace junheng::workspace
