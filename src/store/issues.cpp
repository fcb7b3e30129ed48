#include "store/issues.h"

#include "base/atomic_file.h"
#include "model/record_kind.h"
#include "store/errors.h"
#include "store/statement.h"
#include "store/tr.h"

namespace junheng::store {

namespace {

std::vector<IssuedFile> filesOf(const Connection& connection, qint64 issue) {
    Statement rows(connection, "SELECT name, size, sha256, bytes IS NOT NULL FROM issued_file WHERE issue = ?"
                               " ORDER BY name");
    rows.bind(1, issue);
    std::vector<IssuedFile> files;
    while (rows.step())
        files.push_back(
            {.name = rows.text(0), .size = rows.integer(1), .sha256 = rows.text(2), .kept = rows.integer(3) != 0});
    return files;
}

// Kinds of records that stay in the house, with their part of the journal.
void leaveOutKinds(const Connection& copy) {
    for (int level = 0; level < model::kLevelCount; ++level) {
        const model::RecordKind& kind = model::kindOf(static_cast<model::Level>(level));
        if (kind.inPackage)
            continue;
        const QVariantList named{QString::fromLatin1(kind.id)};
        copy.execute(
            QStringLiteral("UPDATE batch SET change_count = change_count - coalesce((SELECT"
                           " sum(json_array_length(j.changes)) FROM journal j JOIN subject s ON s.id = j.subject"
                           " WHERE j.batch = batch.id AND s.kind = ?), 0)"),
            named);
        copy.execute(QStringLiteral("DELETE FROM journal WHERE subject IN (SELECT id FROM subject WHERE kind = ?)"),
                     named);
        copy.execute(QStringLiteral("DELETE FROM subject WHERE kind = ?"), named);
    }
    // A batch without changes is one that begins a year.
    copy.execute(QStringLiteral("DELETE FROM batch WHERE year = 0 AND change_count = 0"));
}

} // namespace

qint64 writeIssue(const Connection& connection, const Issue& issue, const std::vector<FileToIssue>& files,
                  const QString& who) {
    Statement line(connection, "INSERT INTO issue (year, at, who, date, standard, verdict, data_code)"
                               " VALUES (?, ?, ?, ?, ?, ?, ?)");
    line.bind(1, issue.year)
        .bind(2, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs))
        .bind(3, who)
        .bind(4, issue.date.toString(Qt::ISODate))
        .bind(5, issue.standard)
        .bind(6, issue.verdict)
        .bind(7, issue.dataCode)
        .run();
    const qint64 id = connection.insertedId();
    for (const FileToIssue& file : files) {
        Statement row(connection, "INSERT INTO issued_file (issue, name, size, sha256, bytes) VALUES (?, ?, ?, ?, ?)");
        row.bind(1, id).bind(2, file.name).bind(3, file.bytes.size()).bind(4, base::sha256Of(file.bytes));
        if (file.keep)
            row.bindBlob(5, file.bytes);
        row.run();
    }
    return id;
}

std::vector<Issue> readIssues(const Connection& connection, std::optional<int> year) {
    Statement rows(connection, "SELECT id, year, at, who, date, standard, verdict, data_code FROM issue"
                               " WHERE ?1 IS NULL OR year = ?1 ORDER BY id DESC");
    if (year)
        rows.bind(1, *year);
    std::vector<Issue> issues;
    while (rows.step())
        issues.push_back({.id = rows.integer(0),
                          .year = static_cast<int>(rows.integer(1)),
                          .at = QDateTime::fromString(rows.text(2), Qt::ISODateWithMs),
                          .who = rows.text(3),
                          .date = QDate::fromString(rows.text(4), Qt::ISODate),
                          .standard = rows.text(5),
                          .verdict = rows.text(6),
                          .dataCode = rows.text(7),
                          .files = filesOf(connection, rows.integer(0))});
    return issues;
}

QByteArray readIssuedFile(const Connection& connection, qint64 issue, const QString& name) {
    Statement row(connection, "SELECT sha256, bytes FROM issued_file WHERE issue = ? AND name = ?"
                              " AND bytes IS NOT NULL");
    if (!row.bind(1, issue).bind(2, name).step())
        fail("store.no_content", tr("县数据文件中没有保存“%1”的内容。").arg(name), connection.file(), name);
    QByteArray bytes = row.blob(1);
    if (base::sha256Of(bytes) != row.text(0))
        failDamaged(connection.file(), QStringLiteral("the issued file %1 of %2").arg(name).arg(issue));
    return bytes;
}

void copyWithoutIssues(const Connection& connection, const QString& target) {
    // In memory, so that nothing half done is ever seen.
    Connection copy(QStringLiteral(":memory:"), connection.file(), FileAccess::ReadWrite);
    copy.copyFrom(connection);
    copy.execute(QStringLiteral("DELETE FROM issued_file"));
    copy.execute(QStringLiteral("DELETE FROM issue"));
    leaveOutKinds(copy);
    base::AtomicFile file(target);
    copy.execute(QStringLiteral("VACUUM INTO ?"), {file.temporaryPath()});
    if (const auto done = file.commit(); !done)
        failWrite(target, done.error().detail);
}

} // namespace junheng::store
