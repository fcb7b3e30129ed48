#include "workspace/import_preview.h"

#include "workspace/tr.h"

#include <algorithm>

namespace junheng::workspace {

bool ImportPreview::hasErrors() const {
    return std::ranges::any_of(
        findings, [](const model::Finding& finding) { return finding.severity == model::Severity::Error; });
}

QStringList ImportPreview::summaryLines() const {
    QStringList lines;
    if (newSchools > 0)
        lines << tr("新增学校 %1 所").arg(newSchools);
    if (newRows > 0)
        lines << tr("新增学段、校区等 %1 行").arg(newRows);
    if (changedCells > 0)
        lines << tr("填入或修改 %1 个数据").arg(changedCells);
    if (confirmedCells > 0)
        lines << tr("确认 %1 个承接自上年的数据").arg(confirmedCells);
    if (clearedCells > 0)
        lines << tr("清除 %1 个数据").arg(clearedCells);
    if (!typedCells.isEmpty())
        lines << tr("其中 %1 个原来是手工填写的").arg(typedCells.size());
    if (removedRooms > 0)
        lines << tr("删除专用教室 %1 间").arg(removedRooms);
    if (unchangedCells > 0)
        lines << tr("%1 个数据与已有数据相同").arg(unchangedCells);
    if (keptCells > 0)
        lines << tr("%1 个单元格为空白，已有数据保留不变").arg(keptCells);
    if (changes.isEmpty() && !hasErrors())
        lines.prepend(tr("与已有数据一致，没有需要改动的内容"));
    return lines;
}

} // namespace junheng::workspace
