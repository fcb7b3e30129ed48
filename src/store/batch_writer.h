// Writes one batch: checks every change against the file, then writes what came of it and notes it in the journal.
#pragma once

#include "model/change.h"
#include "store/connection.h"
#include "store/packing.h"
#include "store/statement.h"

#include <QHash>
#include <QString>

#include <deque>
#include <optional>
#include <utility>
#include <vector>

namespace junheng::store {

/// Used once, inside a write transaction; a Failure must roll it back. `year` is that of the changes that name none.
class BatchWriter {
public:
    BatchWriter(const Connection& connection, const model::ItemDictionary& items, int year);

    /// The id of the batch. Failures: as CountyFile::commit().
    qint64 write(const model::ChangeSet& changes, const QString& who, std::optional<qint64> undoes);

private:
    struct Subject {
        model::SubjectKey key;
        int year = 0;  ///< 0: of no year
        qint64 id = 0; ///< 0: not yet in the file
        bool alive = false;
        std::vector<StoredFigure> figures = {};
        bool changed = false; ///< by this batch
    };
    /// Changes of one subject from one sheet that follow each other: a row of the journal.
    struct Run {
        const Subject* subject;
        QString sheet;
        std::vector<StoredChange> changes;
    };

    void checkUndoes(const model::ChangeSet& changes, std::optional<qint64> undoes) const;
    /// Whether a batch without changes makes sense: it begins a year, or takes that back.
    [[nodiscard]] bool mayBeEmpty(const model::ChangeSet& changes, std::optional<qint64> undoes) const;
    void takeExistence(const model::Change& change);
    void takeCell(const model::Change& change);
    void clearCells(Subject& subject);
    [[nodiscard]] int yearOf(const model::Change& change) const;
    /// The year of all that is changed; 0 where that is several, or none.
    [[nodiscard]] int batchYear(const model::ChangeSet& changes) const;
    Subject& subject(const model::SubjectKey& key, int year);
    static StoredValue currentCell(const Subject& subject, const model::Item& item);
    static void setCell(Subject& subject, const model::Item& item, const StoredValue& value);
    void note(const model::Change& change, const Subject& subject, const StoredValue& before, const StoredValue& after);
    [[nodiscard]] qint64 saveBatch(const model::ChangeSet& changes, const QString& who,
                                   std::optional<qint64> undoes) const;
    void saveSubjects();
    [[nodiscard]] std::vector<QByteArray> packedRuns() const;
    void saveJournal(qint64 batch, const std::vector<QByteArray>& packed) const;
    [[noreturn]] void failConflict(const model::Change& change, const QString& found);

    const Connection& m_connection;
    const model::ItemDictionary& m_items;
    int m_year;
    std::deque<Subject> m_subjects; ///< in the order of their first change; their addresses stay
    QHash<std::pair<int, model::SubjectKey>, Subject*> m_subjectOf;
    std::vector<Run> m_runs;
    qint64 m_changeCount = 0;
    Statement m_findSubject;
};

} // namespace junheng::store
