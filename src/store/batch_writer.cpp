#include "store/batch_writer.h"

#include "model/items.h"
#include "model/record_kind.h"
#include "store/errors.h"
#include "store/journal.h"
#include "store/tr.h"

#include <QDateTime>

#include <algorithm>
#include <future>
#include <utility>

namespace junheng::store {

using model::BatchKind;
using model::Change;
using model::State;

BatchWriter::BatchWriter(const Connection& connection, const model::ItemDictionary& items, int year)
    : m_connection(connection), m_items(items), m_year(year),
      m_findSubject(connection,
                    "SELECT id, alive, figures FROM subject WHERE year = ? AND kind = ? AND school = ? AND part = ?") {}

qint64 BatchWriter::write(const model::ChangeSet& changes, const QString& who, std::optional<qint64> undoes) {
    checkUndoes(changes, undoes);
    for (const Change& change : changes.changes) {
        if (change.isExistence())
            takeExistence(change);
        else
            takeCell(change);
    }
    if (m_runs.empty() && !mayBeEmpty(changes, undoes))
        fail("store.empty_change", tr("没有需要保存的修改：数据与文件中的完全相同。"), m_connection.file());
    const qint64 batch = saveBatch(changes, who, undoes);
    // An import's journal is packed while its subjects are written.
    constexpr std::size_t kManyRuns = 100;
    auto journal =
        std::async(m_runs.size() < kManyRuns ? std::launch::deferred : std::launch::async | std::launch::deferred,
                   [this] { return packedRuns(); });
    saveSubjects();
    saveJournal(batch, journal.get());
    return batch;
}

void BatchWriter::checkUndoes(const model::ChangeSet& changes, std::optional<qint64> undoes) const {
    const BatchKind kind = changes.kind;
    const bool takesBack = kind == BatchKind::Undo || kind == BatchKind::Redo;
    if (takesBack != undoes.has_value())
        failInvalidChange(m_connection.file(), QStringLiteral("undo and redo, and they alone, name a batch"));
    if (!takesBack)
        return;
    // In force: not taken back by an undo (or, for an undo, a redo) that is itself in force.
    const QVariant found = m_connection.value(
        QStringLiteral("SELECT b.kind FROM batch b WHERE b.id = ? AND b.year IN (0, ?) AND NOT EXISTS"
                       " (SELECT 1 FROM batch u WHERE u.undoes = b.id AND NOT EXISTS"
                       "  (SELECT 1 FROM batch r WHERE r.undoes = u.id))"),
        {*undoes, batchYear(changes)});
    const auto undone = batchKindFromId(found.toString());
    const bool fits =
        kind == BatchKind::Undo ? undone == BatchKind::Import || undone == BatchKind::Edit : undone == BatchKind::Undo;
    if (!fits)
        failInvalidChange(m_connection.file(),
                          QStringLiteral("batch %1 is not one that can be taken back").arg(*undoes));
}

bool BatchWriter::mayBeEmpty(const model::ChangeSet& changes, std::optional<qint64> undoes) const {
    if (!changes.isEmpty())
        return false;
    if (undoes)
        return m_connection.value(QStringLiteral("SELECT change_count FROM batch WHERE id = ?"), {*undoes}).toInt() ==
               0;
    const std::vector<int> years = readYears(m_connection, YearsOf::Data);
    return m_year != 0 && std::ranges::find(years, m_year) == years.end();
}

void BatchWriter::takeExistence(const Change& change) {
    if (change.subject == model::SubjectKey::ofCounty())
        failInvalidChange(m_connection.file(), QStringLiteral("the county row always exists"));
    Subject& row = subject(change.subject, yearOf(change));
    const bool before = change.before.isValue();
    const bool after = change.after.isValue();
    if (before != row.alive)
        failConflict(change, row.alive ? tr("已有") : tr("没有"));
    if (before == after)
        return;
    if (!after)
        clearCells(row);
    row.alive = after;
    row.changed = true;
    note(change, row, {.state = before ? State::Value : State::Missing},
         {.state = after ? State::Value : State::Missing});
}

void BatchWriter::clearCells(Subject& subject) {
    for (const StoredFigure& figure : subject.figures) {
        const model::Item* item = m_items.find(figure.item);
        if (item == nullptr || !fromStored(*item, figure.value))
            failNewerValue(m_connection.file(), QStringLiteral("closing a row that has %1").arg(figure.item));
        note({.subject = subject.key, .item = item}, subject, figure.value, {});
    }
    subject.figures.clear();
}

void BatchWriter::takeCell(const Change& change) {
    const model::Item& item = *change.item;
    Subject& row = subject(change.subject, yearOf(change));
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
        failConflict(change, markedText(item, *readable));
    if (*expected == *after)
        return;
    note(change, row, current, *after);
    setCell(row, item, *after);
}

int BatchWriter::yearOf(const Change& change) const {
    if (!model::kindOf(change.subject.level).ofYear)
        return 0;
    const int year = change.year.value_or(m_year);
    if (year == 0)
        failInvalidChange(m_connection.file(), QStringLiteral("a change of a year does not say which"));
    return year;
}

int BatchWriter::batchYear(const model::ChangeSet& changes) const {
    if (changes.isEmpty())
        return m_year;
    const int year = yearOf(changes.changes.front());
    return std::ranges::all_of(changes.changes, [&](const Change& change) { return yearOf(change) == year; }) ? year
                                                                                                              : 0;
}

BatchWriter::Subject& BatchWriter::subject(const model::SubjectKey& key, int year) {
    if (const auto known = m_subjectOf.constFind({year, key}); known != m_subjectOf.cend())
        return **known;
    // The county's row comes with the year; every other one by a change of its own.
    Subject& result =
        m_subjects.emplace_back(Subject{.key = key, .year = year, .alive = key == model::SubjectKey::ofCounty()});
    m_findSubject.bind(1, year).bind(2, model::levelId(key.level)).bind(3, key.school).bind(4, key.part);
    if (m_findSubject.step()) {
        result.id = m_findSubject.integer(0);
        result.alive = m_findSubject.integer(1) != 0;
        auto figures = unpackFigures(m_findSubject.bytes(2));
        if (!figures)
            failDamaged(m_connection.file(), QStringLiteral("the figures of subject %1").arg(result.id));
        result.figures = *std::move(figures);
    }
    m_findSubject.reset();
    m_subjectOf.insert({year, key}, &result);
    return result;
}

StoredValue BatchWriter::currentCell(const Subject& subject, const model::Item& item) {
    const auto figure = std::ranges::find(subject.figures, item.code, &StoredFigure::item);
    return figure != subject.figures.end() ? figure->value : StoredValue();
}

void BatchWriter::setCell(Subject& subject, const model::Item& item, const StoredValue& value) {
    subject.changed = true;
    const auto figure = std::ranges::find(subject.figures, item.code, &StoredFigure::item);
    if (figure == subject.figures.end())
        subject.figures.push_back({.item = item.code, .value = value});
    else if (value.isMissing())
        subject.figures.erase(figure);
    else
        figure->value = value;
}

void BatchWriter::note(const Change& change, const Subject& subject, const StoredValue& before,
                       const StoredValue& after) {
    if (m_runs.empty() || m_runs.back().subject != &subject || m_runs.back().sheet != change.sheet)
        m_runs.push_back({.subject = &subject, .sheet = change.sheet, .changes = {}});
    m_runs.back().changes.push_back({.item = change.isExistence() ? QString() : change.item->code,
                                     .before = before,
                                     .after = after,
                                     .ref = change.cell});
    ++m_changeCount;
}

qint64 BatchWriter::saveBatch(const model::ChangeSet& changes, const QString& who, std::optional<qint64> undoes) const {
    const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    Statement insert(m_connection, "INSERT INTO batch (year, at, who, kind, label, file, sha256, undoes, change_count)"
                                   " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, batchYear(changes))
        .bind(2, now)
        .bind(3, who)
        .bind(4, batchKindId(changes.kind))
        .bind(5, changes.label);
    insert.bind(6, changes.file).bind(7, changes.sha256).bind(9, m_changeCount);
    if (undoes)
        insert.bind(8, *undoes);
    insert.run();
    return m_connection.insertedId();
}

void BatchWriter::saveSubjects() {
    Statement insert(m_connection, "INSERT INTO subject (year, kind, school, part, alive, figures)"
                                   " VALUES (?, ?, ?, ?, ?, ?)");
    Statement update(m_connection, "UPDATE subject SET alive = ?, figures = ? WHERE id = ?");
    for (Subject& subject : m_subjects) {
        if (!subject.changed)
            continue;
        const int alive = subject.alive ? 1 : 0;
        const QByteArray figures = packFigures(subject.figures);
        if (subject.id != 0) {
            update.bind(1, alive).bindUtf8(2, figures).bind(3, subject.id).run();
            continue;
        }
        const model::SubjectKey& key = subject.key;
        insert.bind(1, subject.year).bind(2, model::levelId(key.level)).bind(3, key.school).bind(4, key.part);
        insert.bind(5, alive).bindUtf8(6, figures).run();
        subject.id = m_connection.insertedId();
    }
}

std::vector<QByteArray> BatchWriter::packedRuns() const {
    std::vector<QByteArray> packed;
    packed.reserve(m_runs.size());
    for (const Run& run : m_runs)
        packed.push_back(packChanges(run.changes));
    return packed;
}

void BatchWriter::saveJournal(qint64 batch, const std::vector<QByteArray>& packed) const {
    Statement insert(m_connection, "INSERT INTO journal (batch, subject, sheet, changes) VALUES (?, ?, ?, ?)");
    for (std::size_t i = 0; i < m_runs.size(); ++i)
        insert.bind(1, batch).bind(2, m_runs[i].subject->id).bind(3, m_runs[i].sheet).bindUtf8(4, packed[i]).run();
}

void BatchWriter::failConflict(const Change& change, const QString& found) {
    const Subject& owner = subject(model::SubjectKey::ofSchool(change.subject.school), change.year.value_or(m_year));
    const StoredValue name = currentCell(owner, model::itemOf(items::school_name));
    const QString school = name.text.value_or(change.subject.school);
    const QString expected = change.isExistence() ? (change.before.isValue() ? tr("已有") : tr("没有"))
                                                  : markedText(*change.item, change.before);
    const QString blank = tr("空白");
    fail("store.conflict",
         tr("“%1”在此之后又被修改过：现在是“%2”，而这次操作以“%3”为准。没有改动任何数据，请核对后直接修改该数据。")
             .arg(model::describeCell(school, {.subject = change.subject, .item = change.item}),
                  found.isEmpty() ? blank : found, expected.isEmpty() ? blank : expected),
         m_connection.file());
}

} // namespace junheng::store
