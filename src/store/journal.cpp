#include "store/journal.h"

#include "model/observation.h"
#include "model/record_kind.h"
#include "model/subject.h"
#include "store/errors.h"
#include "store/packing.h"
#include "store/statement.h"
#include "store/tr.h"

#include <QHash>

#include <ranges>
#include <utility>

namespace junheng::store {

namespace {

using model::Change;
using model::Item;
using model::Observation;
using model::SubjectKey;

constexpr int kBatchColumns = 10;

// Of the year ?1: its own batches, and those of no or several years that changed something that is there in it.
constexpr const char* kOfYear = "(b.year = ?1 OR (b.year = 0 AND EXISTS (SELECT 1 FROM journal t"
                                " JOIN subject o ON o.id = t.subject WHERE t.batch = b.id AND o.year IN (0, ?1))))";
// No undo of it (or, of an undo, no redo) is itself in force.
constexpr const char* kInForce = "NOT EXISTS (SELECT 1 FROM batch u WHERE u.undoes = b.id"
                                 " AND NOT EXISTS (SELECT 1 FROM batch r WHERE r.undoes = u.id))";

Statement selectBatches(const Connection& connection, const QByteArray& more) {
    return {connection, "SELECT b.id, b.year, b.at, b.who, b.kind, b.label, b.file, b.sha256, b.undoes,"
                        " b.change_count" +
                            more};
}

BatchInfo batchFrom(const Statement& row, const QString& file) {
    const auto kind = batchKindFromId(row.text(4));
    if (!kind)
        failDamaged(file, QStringLiteral("batch kind %1").arg(row.text(4)));
    BatchInfo batch;
    batch.id = row.integer(0);
    batch.year = static_cast<int>(row.integer(1));
    batch.at = QDateTime::fromString(row.text(2), Qt::ISODateWithMs);
    batch.who = row.text(3);
    batch.kind = *kind;
    batch.label = row.text(5);
    batch.file = row.text(6);
    batch.sha256 = row.text(7);
    if (!row.isNull(8))
        batch.undoes = row.integer(8);
    batch.changeCount = static_cast<int>(row.integer(9));
    return batch;
}

std::optional<BatchInfo> firstOf(Statement& rows, const QString& file) {
    return rows.step() ? std::optional(batchFrom(rows, file)) : std::nullopt;
}

std::vector<StoredChange> changesFrom(const QByteArray& packed, const Connection& connection, qint64 batch) {
    auto changes = unpackChanges(packed);
    if (!changes)
        failDamaged(connection.file(), QStringLiteral("the changes of batch %1").arg(batch));
    return *std::move(changes);
}

// What a change has to say of its year, so that it can be taken back: nothing where its batch says it, or none is.
std::optional<int> yearToName(const BatchInfo& batch, int year) {
    return batch.year == 0 && year != 0 ? std::optional(year) : std::nullopt;
}

// Items by their code as stored, to spare a conversion for each of many cells.
class ItemFinder {
public:
    explicit ItemFinder(const model::ItemDictionary& items) : m_dictionary(items) {}

    const Item* find(const QString& code) {
        const auto known = m_items.constFind(code);
        if (known != m_items.constEnd())
            return *known;
        return *m_items.insert(code, m_dictionary.find(code));
    }

private:
    const model::ItemDictionary& m_dictionary;
    QHash<QString, const Item*> m_items;
};

// Which cells of one subject hold what was typed, followed from its first change on. Taking a batch back brings back
// what stood there before it, typed or not.
class TypedItems {
public:
    void follow(qint64 batch, model::BatchKind kind, qint64 undoes, const std::vector<StoredChange>& changes) {
        for (const StoredChange& change : changes) {
            bool& typed = m_typed[change.item];
            const bool before = typed;
            switch (kind) {
            case model::BatchKind::Import:
            case model::BatchKind::Edit:
                typed = kind == model::BatchKind::Edit;
                break;
            case model::BatchKind::Undo:
            case model::BatchKind::Redo:
                typed = m_before.value({undoes, change.item});
                break;
            }
            m_before.insert({batch, change.item}, before);
        }
    }

    [[nodiscard]] QStringList items() const {
        QStringList items;
        for (auto item = m_typed.cbegin(); item != m_typed.cend(); ++item) {
            if (*item && !item.key().isNull())
                items << item.key();
        }
        return items;
    }

private:
    QHash<QString, bool> m_typed;
    QHash<std::pair<qint64, QString>, bool> m_before; ///< a batch and an item: whether it replaced what was typed
};

} // namespace

std::vector<int> readYears(const Connection& connection, YearsOf which) {
    std::vector<int> years;
    const QByteArray wanted =
        which == YearsOf::Journal ? QByteArray() : QByteArray(" AND b.kind IN ('import', 'edit') AND ") + kInForce;
    // In no other year can anything have been entered.
    Statement rows(connection, "SELECT b.year AS year FROM batch b WHERE b.year BETWEEN 1000 AND 9999" + wanted +
                                   " UNION SELECT s.year FROM batch b JOIN journal j ON j.batch = b.id"
                                   " JOIN subject s ON s.id = j.subject"
                                   " WHERE b.year = 0 AND s.year BETWEEN 1000 AND 9999" +
                                   wanted + " ORDER BY year");
    while (rows.step())
        years.push_back(static_cast<int>(rows.integer(0)));
    return years;
}

model::CountyYear readYear(const Connection& connection, const model::ItemDictionary& items,
                           const model::County& county, int year) {
    model::ChangeSet all;
    Statement rows(connection,
                   "SELECT year, kind, school, part, figures FROM subject WHERE year IN (0, ?) AND alive = 1");
    rows.bind(1, year);
    ItemFinder finder(items);
    while (rows.step()) {
        const auto level = model::levelFromId(rows.text(1));
        if (!level || model::kindOf(*level).ofYear != (rows.integer(0) != 0))
            continue;
        const model::SubjectKey subject{.level = *level, .school = rows.text(2), .part = rows.text(3)};
        if (!model::isPossible(subject))
            continue;
        all.changes.push_back({.subject = subject, .after = {.state = model::State::Value}});
        // What cannot be read is missing; unreadableFigures() names it.
        const auto read = readFigures(rows.bytes(4));
        for (const StoredFigure& figure : read ? read->figures : std::vector<StoredFigure>()) {
            const Item* item = finder.find(figure.item);
            if (item == nullptr || item->level != *level || item->key)
                continue;
            if (auto value = fromStored(*item, figure.value))
                all.changes.push_back({.subject = subject, .item = item, .after = *std::move(value)});
        }
    }
    model::CountyYear result(county, year, items);
    result.apply(all);
    return result;
}

std::vector<BatchInfo> readHistory(const Connection& connection, std::optional<int> year) {
    Statement rows =
        selectBatches(connection, QByteArray(" FROM batch b WHERE ?1 IS NULL OR ") + kOfYear + " ORDER BY b.id DESC");
    if (year)
        rows.bind(1, *year);
    std::vector<BatchInfo> batches;
    while (rows.step())
        batches.push_back(batchFrom(rows, connection.file()));
    return batches;
}

std::vector<CellChange> readCellHistory(const Connection& connection, int year, const model::CellKey& cell) {
    Statement rows =
        selectBatches(connection, ", j.sheet, j.changes"
                                  " FROM subject s JOIN journal j ON j.subject = s.id JOIN batch b ON b.id = j.batch"
                                  " WHERE s.year = ? AND s.kind = ? AND s.school = ? AND s.part = ?"
                                  " ORDER BY j.id DESC");
    rows.bind(1, model::kindOf(cell.subject.level).ofYear ? year : 0).bind(2, model::levelId(cell.subject.level));
    rows.bind(3, cell.subject.school).bind(4, cell.subject.part);
    const QString wanted = cell.item != nullptr ? cell.item->code : QString();
    const auto observation = [&](const StoredValue& value) {
        return cell.item != nullptr ? fromStored(*cell.item, value).value_or(Observation())
                                    : Observation{.state = value.state};
    };
    std::vector<CellChange> entries;
    while (rows.step()) {
        const auto changes = changesFrom(rows.bytes(kBatchColumns + 1), connection, rows.integer(0));
        for (const StoredChange& change : std::views::reverse(changes)) {
            if (change.item != wanted)
                continue;
            entries.push_back({.batch = batchFrom(rows, connection.file()),
                               .before = observation(change.before),
                               .after = observation(change.after),
                               .sheet = rows.text(kBatchColumns),
                               .cell = change.ref});
        }
    }
    return entries;
}

QSet<model::CellKey> readTypedCells(const Connection& connection, const model::ItemDictionary& items, int year) {
    // Only subjects that were ever edited: after an import of thousands of rows these are few.
    Statement rows(connection, "SELECT s.id, s.kind, s.school, s.part, b.id, b.kind, b.undoes, j.changes"
                               " FROM subject s JOIN journal j ON j.subject = s.id JOIN batch b ON b.id = j.batch"
                               " WHERE s.year IN (0, ?1) AND s.id IN (SELECT e.subject FROM batch k"
                               "  JOIN journal e ON e.batch = k.id WHERE k.year IN (0, ?1) AND k.kind = 'edit')"
                               " ORDER BY s.id, j.id");
    rows.bind(1, year);
    QSet<model::CellKey> cells;
    ItemFinder finder(items);
    std::int64_t subject = 0;
    SubjectKey key;
    TypedItems typed;
    const auto finish = [&] {
        for (const QString& code : typed.items()) {
            if (const Item* item = finder.find(code))
                cells.insert({.subject = key, .item = item});
        }
        typed = {};
    };
    while (rows.step()) {
        const auto level = model::levelFromId(rows.text(1));
        const auto kind = batchKindFromId(rows.text(5));
        if (!level || !kind)
            continue;
        if (rows.integer(0) != subject)
            finish();
        subject = rows.integer(0);
        key = {.level = *level, .school = rows.text(2), .part = rows.text(3)};
        typed.follow(rows.integer(4), *kind, rows.integer(6), changesFrom(rows.bytes(7), connection, rows.integer(4)));
    }
    finish();
    return cells;
}

model::ChangeSet readChanges(const Connection& connection, const model::ItemDictionary& items, qint64 batch) {
    Transaction view(connection, Transaction::Kind::Read);
    Statement named = selectBatches(connection, " FROM batch b WHERE b.id = ?");
    const auto info = firstOf(named.bind(1, batch), connection.file());
    if (!info)
        fail("store.no_batch", tr("县数据文件中没有编号为 %1 的操作记录。请刷新修改记录后再试。").arg(batch),
             connection.file());
    model::ChangeSet result{.kind = info->kind, .label = info->label, .file = info->file, .sha256 = info->sha256};
    Statement rows(connection, "SELECT s.kind, s.school, s.part, j.sheet, j.changes, s.year"
                               " FROM journal j JOIN subject s ON s.id = j.subject WHERE j.batch = ? ORDER BY j.id");
    rows.bind(1, batch);
    ItemFinder finder(items);
    while (rows.step()) {
        const auto level = model::levelFromId(rows.text(0));
        for (const StoredChange& change : changesFrom(rows.bytes(4), connection, batch)) {
            const bool existence = change.item.isNull();
            const Item* item = existence ? nullptr : finder.find(change.item);
            const auto observation = [item](const StoredValue& value) {
                return item != nullptr ? fromStored(*item, value) : Observation{.state = value.state};
            };
            auto before = observation(change.before);
            auto after = observation(change.after);
            if (!level || (!existence && item == nullptr) || !before || !after)
                failNewerValue(connection.file(), QStringLiteral("batch %1 has %2").arg(batch).arg(change.item));
            result.changes.push_back({.subject = {.level = *level, .school = rows.text(1), .part = rows.text(2)},
                                      .year = yearToName(*info, static_cast<int>(rows.integer(5))),
                                      .item = item,
                                      .before = *std::move(before),
                                      .after = *std::move(after),
                                      .sheet = rows.text(3),
                                      .cell = change.ref});
        }
    }
    view.commit();
    return result;
}

std::optional<BatchInfo> findUndoCandidate(const Connection& connection, int year, const QString& who) {
    Statement rows = selectBatches(connection, QByteArray(" FROM batch b WHERE ") + kOfYear +
                                                   " AND b.who = ?2 AND b.kind IN ('import', 'edit') AND " + kInForce +
                                                   " ORDER BY b.id DESC LIMIT 1");
    return firstOf(rows.bind(1, year).bind(2, who), connection.file());
}

std::optional<BatchInfo> findRedoCandidate(const Connection& connection, int year, const QString& who) {
    const QByteArray ofYear(kOfYear);
    Statement rows = selectBatches(connection, " FROM batch b WHERE " + ofYear +
                                                   " AND b.who = ?2 AND b.kind = 'undo'"
                                                   " AND NOT EXISTS (SELECT 1 FROM batch r WHERE r.undoes = b.id)"
                                                   " AND b.id > (SELECT coalesce(max(b.id), 0) FROM batch b WHERE " +
                                                   ofYear +
                                                   " AND b.kind IN ('import', 'edit'))"
                                                   " ORDER BY b.id DESC LIMIT 1");
    return firstOf(rows.bind(1, year).bind(2, who), connection.file());
}

} // namespace junheng::store
