#include "store/batch_writer.h"

#include "store/errors.h"

#include <QDateTime>

#include <utility>
#include <vector>

namespace junheng::store {

using model::BatchKind;
using model::Change;
using model::State;

BatchWriter::BatchWriter(const Connection& connection, int year)
    : m_connection(connection), m_year(year),
      m_findSubject(connection,
                    "SELECT id, alive FROM subject WHERE year = ? AND kind = ? AND school = ? AND part = ?"),
      m_setSubject(connection,
                   "INSERT INTO subject (year, kind, school, part, alive) VALUES (?, ?, ?, ?, ?)"
                   " ON CONFLICT (year, kind, school, part) DO UPDATE SET alive = excluded.alive RETURNING id"),
      m_findCell(connection, "SELECT state, amount, scale, text FROM cell WHERE subject = ? AND item = ?"),
      m_deleteCell(connection, "DELETE FROM cell WHERE subject = ? AND item = ?"),
      m_cells(connection, "INSERT INTO cell (subject, item, state, amount, scale, text, batch) VALUES", 7,
              " ON CONFLICT (subject, item) DO UPDATE SET state = excluded.state, amount = excluded.amount,"
              " scale = excluded.scale, text = excluded.text, batch = excluded.batch"),
      m_changes(connection,
                "INSERT INTO change (batch, seq, subject, item, old_state, old_amount, old_scale, old_text,"
                " new_state, new_amount, new_scale, new_text, sheet, ref) VALUES",
                14) {}

void BatchWriter::bindCell(Statement& statement, int first, const CellRow& row) {
    statement.bind(first, row.subject).bind(first + 1, row.item).bind(first + 2, row.value).bind(first + 6, row.batch);
}

void BatchWriter::bindChange(Statement& statement, int first, const ChangeRow& row) {
    statement.bind(first, row.batch).bind(first + 1, row.sequence).bind(first + 2, row.subject);
    if (row.item == nullptr)
        statement.bindNull(first + 3);
    else
        statement.bind(first + 3, row.item->code);
    statement.bind(first + 4, row.before).bind(first + 8, row.after).bind(first + 12, row.sheet);
    statement.bind(first + 13, row.ref);
}

qint64 BatchWriter::write(const model::ChangeSet& changes, const QString& who, std::optional<qint64> undoes) {
    checkUndoes(changes.kind, undoes);
    insertBatch(changes, who, undoes);
    for (const Change& change : changes.changes) {
        if (change.isExistence())
            writeExistence(change);
        else
            writeCell(change);
    }
    m_cells.flush();
    m_changes.flush();
    if (m_sequence == 0)
        fail("store.empty_change", tr("没有需要保存的修改：数据与文件中的完全相同。"), m_connection.file());
    return m_batch;
}

void BatchWriter::checkUndoes(BatchKind kind, std::optional<qint64> undoes) const {
    const bool takesBack = kind == BatchKind::Undo || kind == BatchKind::Redo;
    if (takesBack != undoes.has_value())
        failInvalidChange(m_connection.file(), QStringLiteral("undo and redo, and they alone, name a batch"));
    if (!takesBack)
        return;
    // In force: not taken back by an undo (or, for an undo, a redo) that is itself in force.
    const QVariant found =
        m_connection.value(QStringLiteral("SELECT b.kind FROM batch b WHERE b.id = ? AND b.year = ? AND NOT EXISTS"
                                          " (SELECT 1 FROM batch u WHERE u.undoes = b.id AND NOT EXISTS"
                                          "  (SELECT 1 FROM batch r WHERE r.undoes = u.id))"),
                           {*undoes, m_year});
    const auto undone = batchKindFromId(found.toString());
    const bool fits =
        kind == BatchKind::Undo ? undone == BatchKind::Import || undone == BatchKind::Edit : undone == BatchKind::Undo;
    if (!fits)
        failInvalidChange(m_connection.file(),
                          QStringLiteral("batch %1 is not one that can be taken back").arg(*undoes));
}

void BatchWriter::insertBatch(const model::ChangeSet& changes, const QString& who, std::optional<qint64> undoes) {
    const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    const QVariant id =
        m_connection.value(QStringLiteral("INSERT INTO batch (year, at, who, kind, label, file, sha256, undoes)"
                                          " VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id"),
                           {m_year, now, bound(who), batchKindId(changes.kind), bound(changes.label),
                            bound(changes.file), bound(changes.sha256), undoes ? QVariant(*undoes) : QVariant()});
    m_batch = id.toLongLong();
}

BatchWriter::Subject& BatchWriter::subject(const model::SubjectKey& key) {
    if (const auto known = m_subjects.find(key); known != m_subjects.end())
        return *known;
    Subject result;
    m_findSubject.bind(1, m_year).bind(2, model::levelId(key.level)).bind(3, key.school).bind(4, key.part);
    if (m_findSubject.step())
        result = {.id = m_findSubject.integer(0), .alive = m_findSubject.integer(1) != 0};
    m_findSubject.reset();
    // The county's row comes with the year; every other one by a change of its own.
    if (result.id == 0 && key == model::SubjectKey::ofCounty())
        setSubject(key, result, true);
    return *m_subjects.insert(key, result);
}

void BatchWriter::setSubject(const model::SubjectKey& key, Subject& subject, bool alive) {
    m_setSubject.bind(1, m_year).bind(2, model::levelId(key.level)).bind(3, key.school).bind(4, key.part);
    m_setSubject.bind(5, alive ? 1 : 0).step();
    subject = {.id = m_setSubject.integer(0), .alive = alive, .fresh = alive && subject.id == 0};
    m_setSubject.reset();
}

void BatchWriter::writeExistence(const Change& change) {
    if (change.subject == model::SubjectKey::ofCounty())
        failInvalidChange(m_connection.file(), QStringLiteral("the county row always exists"));
    Subject& row = subject(change.subject);
    const bool before = change.before.isValue();
    const bool after = change.after.isValue();
    if (before != row.alive)
        failConflict(change, row.alive ? tr("已有") : tr("没有"));
    if (before == after)
        return;
    if (!after)
        clearCells(change.subject, row);
    setSubject(change.subject, row, after);
    note(change, row.id, {.state = before ? State::Value : State::Missing},
         {.state = after ? State::Value : State::Missing});
}

void BatchWriter::clearCells(const model::SubjectKey& key, Subject& subject) {
    m_cells.flush();
    Statement rows(m_connection, "SELECT item, state, amount, scale, text FROM cell WHERE subject = ?");
    std::vector<std::pair<const model::Item*, StoredValue>> cells;
    rows.bind(1, subject.id);
    while (rows.step()) {
        const QString code = rows.text(0);
        const StoredValue value = rows.storedValue(1);
        const model::Item* item = model::ItemDictionary::instance().find(code);
        if (item == nullptr || !fromStored(*item, value))
            failNewerValue(m_connection.file(), QStringLiteral("closing a row that has %1").arg(code));
        cells.emplace_back(item, value);
    }
    for (const auto& [item, value] : cells) {
        note({.subject = key, .item = item}, subject.id, value, {});
        setCell(subject, *item, {});
    }
}

void BatchWriter::writeCell(const Change& change) {
    const model::Item& item = *change.item;
    Subject& row = subject(change.subject);
    if (item.level != change.subject.level || item.key || !row.alive)
        failInvalidChange(m_connection.file(), QStringLiteral("%1 cannot be set here").arg(item.code));
    const auto expected = toStored(item, change.before);
    const auto after = toStored(item, change.after);
    if (!expected || !after)
        failInvalidChange(m_connection.file(), QStringLiteral("%1 has no such choice").arg(item.code));

    const StoredValue current = currentCell(row, item);
    const auto readable = fromStored(item, current);
    if (!readable)
        failNewerValue(m_connection.file(), QStringLiteral("overwriting %1").arg(item.code));
    // Compared in the form of today, as an older version may have stored fewer decimals.
    if (toStored(item, *readable) != expected)
        failConflict(change, displayText(item, *readable));
    if (*expected == *after)
        return;
    note(change, row.id, current, *after);
    setCell(row, item, *after);
}

StoredValue BatchWriter::currentCell(const Subject& subject, const model::Item& item) {
    StoredValue value;
    const bool written = subject.written.test(static_cast<std::size_t>(item.column));
    if (subject.fresh && !written)
        return value;
    if (written)
        m_cells.flush();
    m_findCell.bind(1, subject.id).bind(2, item.code);
    if (m_findCell.step())
        value = m_findCell.storedValue(0);
    m_findCell.reset();
    return value;
}

void BatchWriter::setCell(Subject& subject, const model::Item& item, const StoredValue& value) {
    // A missing cell has no row; currentCell() has seen to it that none is under way.
    if (value.isMissing())
        m_deleteCell.bind(1, subject.id).bind(2, item.code).run();
    else
        m_cells.push({.subject = subject.id, .item = item.code, .value = value, .batch = m_batch});
    subject.written.set(static_cast<std::size_t>(item.column));
}

void BatchWriter::note(const Change& change, qint64 subject, const StoredValue& before, const StoredValue& after) {
    m_changes.push({.batch = m_batch,
                    .sequence = ++m_sequence,
                    .subject = subject,
                    .item = change.item,
                    .before = before,
                    .after = after,
                    .sheet = change.sheet,
                    .ref = change.cell});
}

void BatchWriter::failConflict(const Change& change, const QString& found) const {
    const QVariant name = m_connection.value(
        QStringLiteral("SELECT c.text FROM subject s JOIN cell c ON c.subject = s.id AND c.item = 'school_name'"
                       " WHERE s.year = ? AND s.kind = 'school' AND s.school = ?"),
        {m_year, bound(change.subject.school)});
    const QString school = name.isNull() ? change.subject.school : name.toString();
    const QString expected = change.isExistence() ? (change.before.isValue() ? tr("已有") : tr("没有"))
                                                  : displayText(*change.item, change.before);
    const QString blank = tr("空白");
    fail("store.conflict",
         tr("“%1”在此之后又被修改过：现在是“%2”，而这次操作以“%3”为准。没有改动任何数据，请核对后直接修改该数据。")
             .arg(model::describeCell(school, {.subject = change.subject, .item = change.item}),
                  found.isEmpty() ? blank : found, expected.isEmpty() ? blank : expected),
         m_connection.file());
}

} // namespace junheng::store
