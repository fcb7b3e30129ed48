#include "model/change.h"

#include <QStringList>

#include <ranges>
#include <utility>

namespace junheng::model {

ChangeSet ChangeSet::inverse() const {
    ChangeSet result;
    result.kind = BatchKind::Undo;
    result.label = label;
    result.changes.reserve(changes.size());
    for (const Change& change : std::views::reverse(changes))
        result.changes.push_back({.subject = change.subject,
                                  .year = change.year,
                                  .item = change.item,
                                  .before = change.after,
                                  .after = change.before});
    return result;
}

QString describeCell(const QString& schoolName, const CellKey& cell) {
    QStringList words;
    for (const QString& word : {schoolName, partLabel(cell.subject), cell.item ? cell.item->label : QString()}) {
        if (!word.isEmpty())
            words << word;
    }
    return words.join(QChar(u' '));
}

} // namespace junheng::model
