#include "store/connection.h"

#include "store/errors.h"
#include "store/tr.h"

#include <QSqlDriver>

#include <atomic>
#include <sqlite3.h>

namespace junheng::store {

namespace {

// Long enough for a reader to outwait the writer's commit, short enough for a person.
constexpr int kBusyMilliseconds = 2000;

QString nextName() {
    static std::atomic<int> counter = 0;
    return QStringLiteral("junheng-county-file-%1").arg(++counter);
}

} // namespace

QVariant bound(const QString& text) {
    return text.isNull() ? QStringLiteral("") : text;
}

Connection::Connection(const QString& file, const QString& shownFile, FileAccess access)
    : m_name(nextName()), m_shownFile(shownFile), m_access(access),
      m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name)) {
    m_database.setDatabaseName(file);
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(kBusyMilliseconds));
    if (!m_database.open()) {
        const QSqlError error = m_database.lastError();
        const bool driverMissing = !m_database.isValid();
        disconnect();
        if (driverMissing)
            fail("store.driver", tr("缺少 Qt 的 SQLite 驱动，无法打开县数据文件。请安装 libqt6sql6-sqlite 后再试。"),
                 m_shownFile);
        failFrom(error);
    }
    const QVariant handle = m_database.driver()->handle();
    if (qstrcmp(handle.typeName(), "sqlite3*") == 0)
        m_handle = *static_cast<sqlite3* const*>(handle.constData());
    if (m_handle == nullptr) {
        disconnect();
        fail("store.driver", tr("Qt 的 SQLite 驱动与本程序不匹配，无法打开县数据文件。请重新安装均衡。"), m_shownFile);
    }
    distrust();
}

Connection::~Connection() {
    disconnect();
}

void Connection::failFrom(int resultCode, const QString& detail) const {
    failFromSqlite(resultCode, m_shownFile, detail, m_access);
}

void Connection::failFrom(const QSqlError& error) const {
    failFrom(error.nativeErrorCode().toInt(), error.text());
}

void Connection::disconnect() {
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

// A county file has tables and nothing else: what a stranger put in must not run when it is read or written.
void Connection::distrust() const {
    for (const int trusting : {SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW,
                               SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, SQLITE_DBCONFIG_TRUSTED_SCHEMA})
        sqlite3_db_config(m_handle, trusting, 0, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
}

void Connection::configure() {
    set("foreign_keys", 1);
    set("trusted_schema", 0);
    // EXTRA: what the user sees as saved survives a power cut. A commit is the deletion of the journal; after FULL (2)
    // the folder may still hold it, and the next opening would take the change back.
    set("synchronous", 3);
    if (m_access == FileAccess::ReadOnly) {
        set("query_only", 1);
        return;
    }
    if (sqlite3_db_readonly(m_handle, "main") != 0)
        failWrite(m_shownFile, QStringLiteral("the file is read-only"));
    set("journal_mode", QStringLiteral("delete"));
}

void Connection::set(const char* pragma, const QVariant& setting) const {
    const QString name = QLatin1StringView(pragma);
    execute(QStringLiteral("PRAGMA %1 = %2").arg(name, setting.toString()));
    const QVariant answer = value(QStringLiteral("PRAGMA ") + name);
    if (answer.toString() != setting.toString())
        failWrite(m_shownFile,
                  QStringLiteral("PRAGMA %1 is %2, not %3").arg(name, answer.toString(), setting.toString()));
}

QSqlQuery Connection::query(const QString& sql, const QVariantList& values) const {
    QSqlQuery result(m_database);
    result.setForwardOnly(true);
    if (!result.prepare(sql))
        failFrom(result.lastError());
    for (const QVariant& value : values)
        result.addBindValue(value);
    if (!result.exec())
        failFrom(result.lastError());
    return result;
}

void Connection::execute(const QString& sql, const QVariantList& values) const {
    query(sql, values).finish();
}

QVariant Connection::value(const QString& sql, const QVariantList& values) const {
    QSqlQuery rows = query(sql, values);
    if (rows.next())
        return rows.value(0);
    if (rows.lastError().isValid()) // not the same as no row
        failFrom(rows.lastError());
    return {};
}

void Connection::script(const QByteArray& sql) const {
    const int code = sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        failFrom(code, QString::fromUtf8(sqlite3_errmsg(m_handle)));
}

qint64 Connection::insertedId() const {
    return sqlite3_last_insert_rowid(m_handle);
}

void Connection::copyFrom(const Connection& other) const {
    sqlite3_backup* copying = sqlite3_backup_init(m_handle, "main", other.m_handle, "main");
    if (copying == nullptr)
        failFrom(sqlite3_errcode(m_handle), QString::fromUtf8(sqlite3_errmsg(m_handle)));
    const int copied = sqlite3_backup_step(copying, -1);
    sqlite3_backup_finish(copying);
    if (const int code = copied == SQLITE_DONE ? SQLITE_OK : copied; code != SQLITE_OK)
        failFrom(code, QString::fromUtf8(sqlite3_errmsg(m_handle)));
}

Transaction::Transaction(const Connection& connection, Kind kind) : m_connection(connection) {
    connection.script(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
    // SQLite has already rolled back by itself after some errors; then this fails, and nothing is lost.
    if (m_open)
        sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
    m_connection.script("COMMIT");
    m_open = false;
}

} // namespace junheng::store
