#include "store/journal.h"

#include "store/errors.h"
#include "store/statement.h"

#include <QHash>

namespace junheng::store {

namespace {

using model::Change;
using model::Item;
using model::Observation;

constexpr int kBatchColumns = 10;

// seq counts 1, 2, ..., so that the last one is the number of changes.
QString selectBatches(const QString& more) {
    return QStringLiteral("SELECT b.id, b.year, b.at, b.who, b.kind, b.label, b.file, b.sha256, b.undoes,"
                          " (SELECT max(seq) FROM change WHERE batch = b.id)") +
           more;
}

BatchInfo batchFrom(const QSqlQuery& row, const QString& file) {
    const auto kind = batchKindFromId(row.value(4).toString());
    if (!kind)
        failDamaged(file, QStringLiteral("batch kind %1").arg(row.value(4).toString()));
    BatchInfo batch;
    batch.id = row.value(0).toLongLong();
    batch.year = row.value(1).toInt();
    batch.at = QDateTime::fromString(row.value(2).toString(), Qt::ISODateWithMs);
    batch.who = row.value(3).toString();
    batch.kind = *kind;
    batch.label = row.value(5).toString();
    batch.file = row.value(6).toString();
    batch.sha256 = row.value(7).toString();
    if (!row.isNull(8))
        batch.undoes = row.value(8).toLongLong();
    batch.changeCount = row.value(9).toInt();
    return batch;
}

std::optional<BatchInfo> firstBatch(const Connection& connection, const QString& more, const QVariantList& values) {
    QSqlQuery rows = connection.query(selectBatches(more), values);
    return rows.next() ? std::optional(batchFrom(rows, connection.file())) : std::nullopt;
}

StoredValue storedFrom(const QSqlQuery& row, int first) {
    StoredValue value{.state = static_cast<model::State>(row.value(first).toInt())};
    if (!row.isNull(first + 1)) {
        value.amount = row.value(first + 1).toLongLong();
        value.scale = row.value(first + 2).toInt();
    }
    if (!row.isNull(first + 3))
        value.text = row.value(first + 3).toString();
    return value;
}

/// The subjects of a year that this version knows, by id; with their coming into being in `changes`.
QHash<qint64, model::SubjectKey> readSubjects(const Connection& connection, int year, std::vector<Change>& changes) {
    QHash<qint64, model::SubjectKey> subjects;
    Statement rows(connection, "SELECT id, kind, school, part FROM subject WHERE year = ? AND alive = 1");
    rows.bind(1, year);
    while (rows.step()) {
        const auto level = levelFromId(rows.text(1));
        if (!level)
            continue;
        const model::SubjectKey key{.level = *level, .school = rows.text(2), .part = rows.text(3)};
        subjects.insert(rows.integer(0), key);
        changes.push_back({.subject = key, .after = {.state = model::State::Value}});
    }
    return subjects;
}

// Items by their code as stored, to spare a conversion for each of many cells.
class ItemFinder {
public:
    const Item* find(const QString& code) {
        const auto known = m_items.constFind(code);
        if (known != m_items.constEnd())
            return *known;
        return *m_items.insert(code, model::ItemDictionary::instance().find(code));
    }

private:
    QHash<QString, const Item*> m_items;
};

} // namespace

std::vector<int> readYears(const Connection& connection) {
    std::vector<int> years;
    QSqlQuery rows = connection.query(QStringLiteral("SELECT DISTINCT year FROM batch ORDER BY year"));
    while (rows.next())
        years.push_back(rows.value(0).toInt());
    return years;
}

model::CountyYear readYear(const Connection& connection, const model::County& county, int year) {
    Transaction view(connection, Transaction::Kind::Read);
    model::ChangeSet all;
    const auto subjects = readSubjects(connection, year, all.changes);
    Statement rows(connection, "SELECT c.subject, c.item, c.state, c.amount, c.scale, c.text"
                               " FROM subject s JOIN cell c ON c.subject = s.id WHERE s.year = ? AND s.alive = 1");
    rows.bind(1, year);
    ItemFinder items;
    while (rows.step()) {
        const auto subject = subjects.constFind(rows.integer(0));
        const Item* item = items.find(rows.text(1));
        if (subject == subjects.constEnd() || item == nullptr || item->level != subject->level)
            continue;
        if (auto value = fromStored(*item, rows.storedValue(2)))
            all.changes.push_back({.subject = *subject, .item = item, .after = *std::move(value)});
    }
    view.commit();
    model::CountyYear result(county, year);
    result.apply(all);
    return result;
}

std::vector<BatchInfo> readHistory(const Connection& connection, std::optional<int> year) {
    const QString which = year ? QStringLiteral(" WHERE b.year = ?") : QString();
    QSqlQuery rows =
        connection.query(selectBatches(QStringLiteral(" FROM batch b") + which + QStringLiteral(" ORDER BY b.id DESC")),
                         year ? QVariantList{*year} : QVariantList{});
    std::vector<BatchInfo> batches;
    while (rows.next())
        batches.push_back(batchFrom(rows, connection.file()));
    return batches;
}

std::vector<CellHistoryEntry> readCellHistory(const Connection& connection, int year, const model::CellKey& cell) {
    QSqlQuery rows = connection.query(
        selectBatches(QStringLiteral(
            ", c.old_state, c.old_amount, c.old_scale, c.old_text, c.new_state, c.new_amount, c.new_scale, c.new_text,"
            " c.sheet, c.ref FROM subject s JOIN change c ON c.subject = s.id JOIN batch b ON b.id = c.batch"
            " WHERE s.year = ? AND s.kind = ? AND s.school = ? AND s.part = ? AND c.item IS ?"
            " ORDER BY c.batch DESC, c.seq DESC")),
        {year, model::levelId(cell.subject.level), bound(cell.subject.school), bound(cell.subject.part),
         cell.item != nullptr ? QVariant(cell.item->code) : QVariant()});
    const auto observation = [&](int first) {
        const StoredValue value = storedFrom(rows, first);
        return cell.item != nullptr ? fromStored(*cell.item, value).value_or(Observation())
                                    : Observation{.state = value.state};
    };
    std::vector<CellHistoryEntry> entries;
    while (rows.next())
        entries.push_back({.batch = batchFrom(rows, connection.file()),
                           .before = observation(kBatchColumns),
                           .after = observation(kBatchColumns + 4),
                           .sheet = rows.value(kBatchColumns + 8).toString(),
                           .cell = rows.value(kBatchColumns + 9).toString()});
    return entries;
}

model::ChangeSet readChanges(const Connection& connection, qint64 batch) {
    Transaction view(connection, Transaction::Kind::Read);
    const auto info = firstBatch(connection, QStringLiteral(" FROM batch b WHERE b.id = ?"), {batch});
    if (!info)
        fail("store.no_batch", tr("县数据文件中没有编号为 %1 的操作记录。请刷新修改记录后再试。").arg(batch),
             connection.file());
    model::ChangeSet result{.kind = info->kind, .label = info->label, .file = info->file, .sha256 = info->sha256};
    Statement rows(connection,
                   "SELECT s.kind, s.school, s.part, c.item, c.old_state, c.old_amount, c.old_scale, c.old_text,"
                   " c.new_state, c.new_amount, c.new_scale, c.new_text, c.sheet, c.ref"
                   " FROM change c JOIN subject s ON s.id = c.subject WHERE c.batch = ? ORDER BY c.seq");
    rows.bind(1, batch);
    ItemFinder items;
    while (rows.step()) {
        const bool existence = rows.isNull(3);
        const auto level = levelFromId(rows.text(0));
        const Item* item = existence ? nullptr : items.find(rows.text(3));
        std::optional<Observation> before = Observation{.state = rows.storedValue(4).state};
        std::optional<Observation> after = Observation{.state = rows.storedValue(8).state};
        if (item != nullptr) {
            before = fromStored(*item, rows.storedValue(4));
            after = fromStored(*item, rows.storedValue(8));
        }
        if (!level || (!existence && item == nullptr) || !before || !after)
            failNewerValue(connection.file(), QStringLiteral("batch %1 has %2").arg(batch).arg(rows.text(3)));
        result.changes.push_back({.subject = {.level = *level, .school = rows.text(1), .part = rows.text(2)},
                                  .item = item,
                                  .before = *std::move(before),
                                  .after = *std::move(after),
                                  .sheet = rows.text(12),
                                  .cell = rows.text(13)});
    }
    view.commit();
    return result;
}

std::optional<BatchInfo> findUndoCandidate(const Connection& connection, int year, const QString& who) {
    return firstBatch(connection,
                      QStringLiteral(" FROM batch b WHERE b.year = ? AND b.who = ? AND b.kind IN ('import', 'edit')"
                                     " AND NOT EXISTS (SELECT 1 FROM batch u WHERE u.undoes = b.id AND NOT EXISTS"
                                     "  (SELECT 1 FROM batch r WHERE r.undoes = u.id)) ORDER BY b.id DESC LIMIT 1"),
                      {year, bound(who)});
}

std::optional<BatchInfo> findRedoCandidate(const Connection& connection, int year, const QString& who) {
    return firstBatch(
        connection,
        QStringLiteral(" FROM batch b WHERE b.year = ? AND b.who = ? AND b.kind = 'undo'"
                       " AND NOT EXISTS (SELECT 1 FROM batch r WHERE r.undoes = b.id)"
                       " AND b.id > (SELECT coalesce(max(e.id), 0) FROM batch e"
                       "  WHERE e.year = b.year AND e.kind IN ('import', 'edit')) ORDER BY b.id DESC LIMIT 1"),
        {year, bound(who)});
}

} // namespace junheng::store
