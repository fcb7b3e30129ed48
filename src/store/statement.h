// A prepared statement of the C API, three to five times as fast as QSqlQuery: for the rows of an import or a year.
#pragma once

#include "store/connection.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>
#include <vector>

struct sqlite3_stmt;

namespace junheng::store {

class Statement {
public:
    Statement(const Connection& connection, const QByteArray& sql);

    /// Positions count from 1 when binding, from 0 when reading, as in SQLite. What is not bound is NULL.
    Statement& bind(int position, std::int64_t value);
    Statement& bind(int position, const QString& text);
    /// A text that is UTF-8 already.
    Statement& bindUtf8(int position, const QByteArray& bytes);
    Statement& bindBlob(int position, const QByteArray& bytes);

    /// False at the end, after which the statement may be bound and run anew. A query that fails throws: it is not the
    /// end of the rows.
    bool step();
    /// For statements without rows.
    void run();
    void reset();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    /// The text as UTF-8.
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;

private:
    struct Finalizer {
        void operator()(sqlite3_stmt* statement) const;
    };
    void check(int resultCode) const;

    const Connection& m_connection;
    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
    std::vector<QByteArray> m_texts; ///< texts and blobs that are bound, by position - 1: SQLite reads it in place
};

} // namespace junheng::store
