#include "store/statement.h"

#include "store/errors.h"

#include <sqlite3.h>

namespace junheng::store {

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

void Statement::check(int resultCode) const {
    if (resultCode != SQLITE_OK)
        failFromSqlite(resultCode, m_connection.file(), QString::fromUtf8(sqlite3_errmsg(m_connection.handle())));
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
    QByteArray& bytes = m_texts.at(static_cast<std::size_t>(position - 1));
    bytes = text.toUtf8();
    check(sqlite3_bind_text(m_statement.get(), position, bytes.constData(), static_cast<int>(bytes.size()),
                            SQLITE_STATIC));
    return *this;
}

Statement& Statement::bindNull(int position) {
    check(sqlite3_bind_null(m_statement.get(), position));
    return *this;
}

Statement& Statement::bind(int first, const StoredValue& value) {
    bind(first, static_cast<std::int64_t>(value.state));
    if (value.amount) {
        bind(first + 1, *value.amount);
        bind(first + 2, value.scale);
    } else {
        bindNull(first + 1);
        bindNull(first + 2);
    }
    return value.text ? bind(first + 3, *value.text) : bindNull(first + 3);
}

bool Statement::step() {
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    const QString detail = QString::fromUtf8(sqlite3_errmsg(m_connection.handle()));
    sqlite3_reset(m_statement.get());
    if (code != SQLITE_DONE)
        failFromSqlite(code, m_connection.file(), detail);
    return false;
}

void Statement::run() {
    step();
}

void Statement::reset() {
    sqlite3_reset(m_statement.get());
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement.get(), column);
}

QString Statement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement.get(), column));
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

StoredValue Statement::storedValue(int first) const {
    StoredValue value{.state = static_cast<model::State>(integer(first))};
    if (!isNull(first + 1)) {
        value.amount = integer(first + 1);
        value.scale = static_cast<int>(integer(first + 2));
    }
    if (!isNull(first + 3))
        value.text = text(first + 3);
    return value;
}

} // namespace junheng::store
