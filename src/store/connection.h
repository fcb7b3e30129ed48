// A connection to one SQLite file, with its settings verified, and a transaction that rolls back unless committed.
#pragma once

#include "store/records.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

struct sqlite3;

namespace junheng::store {

class Connection {
public:
    /// Opens (or makes) `file`; errors name `shownFile`. ReadOnly cannot write, except that SQLite takes back what a
    /// killed writer left half done.
    Connection(const QString& file, const QString& shownFile, FileAccess access);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Sets what each connection relies on and reads every setting back.
    void configure();

    [[nodiscard]] const QString& file() const { return m_shownFile; }
    [[nodiscard]] FileAccess access() const { return m_access; }
    /// For bulk work by the C API.
    [[nodiscard]] sqlite3* handle() const { return m_handle; }

    void execute(const QString& sql, const QVariantList& values = {}) const;
    /// The first column of the first row; invalid when there is no row. For more rows there is Statement.
    [[nodiscard]] QVariant value(const QString& sql, const QVariantList& values = {}) const;
    /// Several statements without values.
    void script(const QByteArray& sql) const;
    /// The id that the last INSERT gave its row.
    [[nodiscard]] qint64 insertedId() const;
    /// Throws what an SQLite result code means for who reads or writes here.
    [[noreturn]] void failFrom(int resultCode, const QString& detail) const;
    /// Makes this database a copy of the other.
    void copyFrom(const Connection& other) const;

private:
    void disconnect();
    void distrust() const;
    [[nodiscard]] QSqlQuery query(const QString& sql, const QVariantList& values) const;
    [[noreturn]] void failFrom(const QSqlError& error) const;
    void set(const char* pragma, const QVariant& setting) const;

    QString m_name;
    QString m_shownFile;
    FileAccess m_access;
    QSqlDatabase m_database;
    sqlite3* m_handle = nullptr;
};

/// A text for binding: Qt would bind a null QString as NULL.
QVariant bound(const QString& text);

class Transaction {
public:
    enum class Kind {
        Read, ///< one consistent view for several queries
        Write ///< the only writer from now on
    };
    Transaction(const Connection& connection, Kind kind);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    const Connection& m_connection;
    bool m_open = true;
};

} // namespace junheng::store
