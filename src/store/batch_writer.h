// Writes one batch: checks every change against the file, applies it, and notes it in the journal.
#pragma once

#include "model/change.h"
#include "store/connection.h"
#include "store/row_queue.h"

#include <QHash>
#include <QString>

#include <bitset>
#include <optional>

namespace junheng::store {

/// Used once, inside a write transaction; a Failure must roll it back.
class BatchWriter {
public:
    BatchWriter(const Connection& connection, int year);

    /// The id of the batch. Failures: as CountyFile::commit().
    qint64 write(const model::ChangeSet& changes, const QString& who, std::optional<qint64> undoes);

private:
    struct Subject {
        qint64 id = 0; ///< 0: not in the file
        bool alive = false;
        bool fresh = false;            ///< came with this batch: the file held none of its cells
        std::bitset<128> written = {}; ///< by this batch, by column of the item
    };

    struct CellRow {
        qint64 subject;
        QString item;
        StoredValue value;
        qint64 batch;
    };
    struct ChangeRow {
        qint64 batch;
        int sequence;
        qint64 subject;
        const model::Item* item; ///< none: the subject itself
        StoredValue before;
        StoredValue after;
        QString sheet;
        QString ref;
    };
    static void bindCell(Statement& statement, int first, const CellRow& row);
    static void bindChange(Statement& statement, int first, const ChangeRow& row);

    void checkUndoes(model::BatchKind kind, std::optional<qint64> undoes) const;
    void insertBatch(const model::ChangeSet& changes, const QString& who, std::optional<qint64> undoes);
    Subject& subject(const model::SubjectKey& key);
    void writeExistence(const model::Change& change);
    void writeCell(const model::Change& change);
    void clearCells(const model::SubjectKey& key, Subject& subject);
    void setSubject(const model::SubjectKey& key, Subject& subject, bool alive);
    void setCell(Subject& subject, const model::Item& item, const StoredValue& value);
    void note(const model::Change& change, qint64 subject, const StoredValue& before, const StoredValue& after);
    StoredValue currentCell(const Subject& subject, const model::Item& item);
    [[noreturn]] void failConflict(const model::Change& change, const QString& found) const;

    const Connection& m_connection;
    int m_year;
    qint64 m_batch = 0;
    int m_sequence = 0;
    QHash<model::SubjectKey, Subject> m_subjects;
    Statement m_findSubject;
    Statement m_setSubject;
    Statement m_findCell;
    Statement m_deleteCell;
    RowQueue<CellRow, bindCell> m_cells;
    RowQueue<ChangeRow, bindChange> m_changes;
};

} // namespace junheng::store
