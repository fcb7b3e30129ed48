#include "workspace/imports.h"

#include "workspace/import_preview.h"
#include "workspace/open_county.h"
#include "workspace/tr.h"

#include <algorithm>

namespace junheng::workspace {

base::Outcome Imports::markTyped(ImportPreview& preview) const {
    if (!m_county.file)
        return std::unexpected(notOpen());
    const auto typed = m_county.file->typedCells(m_county.data.year());
    if (!typed)
        return std::unexpected(typed.error());
    preview.typedCells.clear();
    for (const model::Change& change : preview.changes.changes) {
        const model::CellKey cell{.subject = change.subject, .item = change.item};
        // What was taken over from the year before was typed by nobody.
        if (!change.isExistence() && !change.before.isMissing() && !change.before.unconfirmed && typed->contains(cell))
            preview.typedCells.insert(cell);
    }
    return {};
}

base::Outcome Imports::commit(const ImportPreview& preview) {
    if (preview.hasErrors())
        return std::unexpected(
            base::Error{.code = QStringLiteral("import.rejected"), .message = tr("数据表有错误，没有导入任何数据。")});
    const bool outdated = std::ranges::any_of(preview.changes.changes, [&](const model::Change& change) {
        return change.isExistence() && m_county.data.exists(change.subject) == change.after.isValue();
    });
    if (outdated)
        return std::unexpected(base::Error{.code = QStringLiteral("import.outdated"),
                                           .message = tr("预览之后数据已有改动，没有导入。请重新导入一次。")});
    return m_county.announce(m_county.commit(preview.changes));
}

} // namespace junheng::workspace
