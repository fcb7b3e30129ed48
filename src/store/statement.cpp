#include "store/statement.h"

#include "store/errors.h"

#include <sqlite3.h>

namespace junheng::store {

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

void Statement::check(int resultCode) const {
    if (resultCode != SQLITE_OK)
        m_connection.failFrom(resultCode, QString::fromUtf8(sqlite3_errmsg(m_connection.handle())));
}

Statement::Statement(const Connection& connection, const QByteArray& sql) : m_connection(connection) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(connection.handle(), sql.constData(), static_cast<int>(sql.size()), &statement, nullptr));
    m_statement.reset(statement);
    m_texts.resize(static_cast<std::size_t>(sqlite3_bind_parameter_count(statement)));
}

Statement& Statement::bind(int position, std::int64_t value) {
    check(sqlite3_bind_int64(m_statement.get(), position, value));
    return *this;
}

Statement& Statement::bind(int position, const QString& text) {
    return bindUtf8(position, text.toUtf8());
}

Statement& Statement::bindUtf8(int position, const QByteArray& bytes) {
    QByteArray& kept = m_texts.at(static_cast<std::size_t>(position - 1));
    kept = bytes;
    check(
        sqlite3_bind_text(m_statement.get(), position, kept.constData(), static_cast<int>(kept.size()), SQLITE_STATIC));
    return *this;
}

Statement& Statement::bindBlob(int position, const QByteArray& bytes) {
    QByteArray& kept = m_texts.at(static_cast<std::size_t>(position - 1));
    kept = bytes;
    check(
        sqlite3_bind_blob(m_statement.get(), position, kept.constData(), static_cast<int>(kept.size()), SQLITE_STATIC));
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    const QString detail = QString::fromUtf8(sqlite3_errmsg(m_connection.handle()));
    sqlite3_reset(m_statement.get());
    if (code != SQLITE_DONE)
        m_connection.failFrom(code, detail);
    return false;
}

void Statement::run() {
    step();
}

void Statement::reset() {
    sqlite3_reset(m_statement.get());
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement.get(), column);
}

QString Statement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement.get(), column));
}

QByteArray Statement::bytes(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
    return {bytes, sqlite3_column_bytes(m_statement.get(), column)};
}

QByteArray Statement::blob(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement.get(), column));
    return {bytes, sqlite3_column_bytes(m_statement.get(), column)};
}

} // namespace junheng::store
