#include "store/county_file.h"

#include "base/atomic_file.h"
#include "base/system/files.h"
#include "base/system/user.h"
#include "store/batch_writer.h"
#include "store/connection.h"
#include "store/errors.h"
#include "store/issues.h"
#include "store/journal.h"
#include "store/lock.h"
#include "store/schema.h"
#include "store/statement.h"
#include "store/tr.h"
#include "store/unreadable.h"
#include "store/verification.h"

#include <QFile>
#include <QFileInfo>

namespace junheng::store {

namespace {

qint64 dataVersion(const Connection& connection) {
    return connection.value(QStringLiteral("PRAGMA data_version")).toLongLong();
}

// What was written last: no other copy of the file that has been written to has the same.
QString newestOf(const Connection& connection) {
    return connection
        .value(QStringLiteral("SELECT json_array(c.standard, (SELECT max(id) FROM issue), b.id, b.at, b.who, b.label)"
                              " FROM county c LEFT JOIN (SELECT * FROM batch ORDER BY id DESC LIMIT 1) b"))
        .toString();
}

// Bytes that the name of the journal beside a file has more; while a file is made there is a temporary one in the same
// folder, and a journal beside that.
constexpr int kJournalEnding = 8;
constexpr int kTemporaryName = 29;

/// In memory: a reader leaves the file as it is, of whatever schema.
std::unique_ptr<Connection> upgradedCopy(const Connection& old) {
    auto copy = std::make_unique<Connection>(QStringLiteral(":memory:"), old.file(), FileAccess::ReadOnly);
    copy->copyFrom(old);
    migrate(*copy);
    return copy;
}

void keepStandard(const Connection& connection, const StandardChoice& standard) {
    if (!standard.document.isEmpty())
        connection.execute(QStringLiteral("INSERT INTO standard (id, document) VALUES (?, ?)"
                                          " ON CONFLICT (id) DO UPDATE SET document = excluded.document"),
                           {bound(standard.id), QString::fromUtf8(standard.document)});
}

void build(const QString& temporary, const QString& path, const model::County& county, const StandardChoice& standard) {
    const Connection connection(temporary, path, FileAccess::ReadWrite);
    migrate(connection);
    connection.execute(QStringLiteral("INSERT INTO county (only_row, code, name, standard) VALUES (1, ?, ?, ?)"),
                       {bound(county.code), bound(county.name), bound(standard.id)});
    keepStandard(connection, standard);
}

} // namespace

class CountyFile::Private {
public:
    Private(const QString& file, FileAccess wanted) : path(file), access(wanted) {
        checkHeader(path);
        // SQLite itself asks for room for the name of a journal, also of readers.
        checkPath(path, kJournalEnding);
        if (access == FileAccess::ReadWrite)
            lock.emplace(path);
        connection = std::make_unique<Connection>(path, path, access);
        checkMarks(*connection);
        checkWhole();
        if (schemaOf(*connection) < kNewestSchema)
            upgrade();
        connection->configure();
        checkContent();
        if (!unreadable.empty())
            onlyRead();
        m_version = dataVersion(*connection);
        remember();
    }

    qint64 commit(int year, const model::ChangeSet& changes, std::optional<qint64> undoes,
                  const std::vector<Content>& contents) {
        return write([&] {
            Statement insert(*connection, "INSERT INTO content (sha256, bytes) VALUES (?, ?) ON CONFLICT (sha256)"
                                          " DO UPDATE SET bytes = excluded.bytes WHERE bytes <> excluded.bytes");
            for (const Content& content : contents)
                insert.bind(1, content.sha256).bindBlob(2, content.bytes).run();
            return BatchWriter(*connection, items, year).write(changes, user, undoes);
        });
    }

    void setStandard(const StandardChoice& choice) {
        write([&] {
            keepStandard(*connection, choice);
            connection->execute(QStringLiteral("UPDATE county SET standard = ?"), {bound(choice.id)});
            return true;
        });
        standard = choice;
    }

    qint64 addIssue(const Issue& issue, const std::vector<FileToIssue>& files) {
        return write([&] { return writeIssue(*connection, issue, files, user); });
    }

    [[nodiscard]] QByteArray content(const QString& sha256) const {
        Statement rows(*connection, "SELECT bytes FROM content WHERE sha256 = ?");
        if (!rows.bind(1, sha256).step())
            fail("store.no_content", tr("县数据文件中没有这份佐证材料的内容。请重新添加该文件。"), path, sha256);
        const QByteArray bytes = rows.blob(0);
        if (base::sha256Of(bytes) != sha256)
            failDamaged(path, QStringLiteral("the content %1").arg(sha256));
        return bytes;
    }

    QString path;
    FileAccess access;
    const model::ItemDictionary& items = model::ItemDictionary::builtIn();
    std::vector<model::Finding> unreadable;
    QString user = base::system::userName();
    model::County county;
    StandardChoice standard;
    std::optional<WriterLock> lock;
    std::unique_ptr<Connection> connection; // closed before the lock is given up

private:
    // In one transaction, unless another program has had its hands on the file.
    template <class Work> std::invoke_result_t<Work> write(const Work& work) {
        if (!unreadable.empty())
            fail("store.read_only",
                 tr("县数据文件中有 %1 "
                    "处不能识别的数据，只能查看，不能保存修改。请核对这些数据，改用最近的备份，或升级均衡。")
                     .arg(unreadable.size()),
                 path, unreadable.front().message);
        if (access == FileAccess::ReadOnly)
            fail("store.read_only", tr("县数据文件是以只读方式打开的，不能保存修改。请以读写方式重新打开。"), path);
        Transaction transaction(*connection, Transaction::Kind::Write);
        if (!isAsLeft())
            fail("store.changed_elsewhere",
                 tr("县数据文件已被其他程序改动、替换或移走，为避免覆盖，这次修改没有保存。请关闭后重新打开文件，再做修"
                    "改。"),
                 path);
        auto result = work();
        transaction.commit();
        remember();
        return result;
    }

    void remember() {
        m_stamp = base::system::stampOf(path);
        m_newest = newestOf(*connection);
    }

    // SQLite itself notices what other programs commit by a counter, which two copies of a file may have in common.
    bool isAsLeft() {
        const auto stamp = base::system::stampOf(path);
        if (!stamp || !m_stamp || stamp->identity != m_stamp->identity || dataVersion(*connection) != m_version)
            return false;
        if (stamp != m_stamp) {
            // Another copy that was laid over it, or a network drive that tells the time of our own last write late.
            // Read anew, as this connection goes by the counter.
            if (newestOf(Connection(path, path, FileAccess::ReadOnly)) != m_newest)
                return false;
            m_stamp = stamp;
        }
        return true;
    }

    // A writer brings the file up, but not one that it will only read.
    void upgrade() {
        quickCheck({}); // what is damaged must not be packed
        auto copy = upgradedCopy(*connection);
        if (access == FileAccess::ReadOnly || !unreadableFigures(*copy, items).empty())
            connection = std::move(copy);
        else
            migrate(*connection);
    }

    // What was changed past the program, or by a newer one, is left as it stands.
    void onlyRead() {
        access = FileAccess::ReadOnly;
        connection->execute(QStringLiteral("PRAGMA query_only = 1"));
        lock.reset();
    }

    void checkWhole() const {
        // SQLite takes a last page that is cut off for one that ends in zeros.
        const qint64 size = connection->value(QStringLiteral("PRAGMA page_count")).toLongLong() *
                            connection->value(QStringLiteral("PRAGMA page_size")).toLongLong();
        if (QFileInfo(path).size() < size)
            failDamaged(path, QStringLiteral("the file has fewer than its %1 bytes").arg(size));
    }

    void quickCheck(const QString& table) const {
        const QString answer = connection->value(QStringLiteral("PRAGMA quick_check") + table).toString();
        if (answer != QLatin1StringView("ok"))
            failDamaged(path, answer);
    }

    void checkContent() {
        quickCheck(QStringLiteral("(subject)"));
        county = readCounty(*connection);
        unreadable = unreadableFigures(*connection, items);
        standard.id = connection->value(QStringLiteral("SELECT standard FROM county")).toString();
        standard.document =
            connection->value(QStringLiteral("SELECT document FROM standard WHERE id = ?"), {bound(standard.id)})
                .toString()
                .toUtf8();
    }

    qint64 m_version = 0;
    std::optional<base::system::FileStamp> m_stamp; ///< of the file as this program left it
    QString m_newest;                               ///< what it wrote last, as of newestOf()
};

CountyFile::CountyFile(std::unique_ptr<Private> d) : m_d(std::move(d)) {}

CountyFile::~CountyFile() = default;

base::Result<std::unique_ptr<CountyFile>> CountyFile::create(const QString& path, const model::County& county,
                                                             const StandardChoice& standard) {
    const QString file = QFileInfo(path).absoluteFilePath();
    const auto built = guarded([&] {
        checkPath(file, kTemporaryName);
        const auto refuse = [&] {
            fail("store.exists", tr("文件已经存在，没有覆盖。请换一个文件名，或直接打开它。"), file);
        };
        if (QFileInfo::exists(file))
            refuse();
        base::AtomicFile target(file);
        build(target.temporaryPath(), file, county, standard);
        const auto done = target.commitNew();
        if (!done && done.error().code == u"file.exists") // it came meanwhile
            refuse();
        if (!done)
            failWrite(file, done.error().detail);
        return true;
    });
    if (!built)
        return std::unexpected(built.error());
    return open(file, FileAccess::ReadWrite);
}

base::Result<std::unique_ptr<CountyFile>> CountyFile::open(const QString& path, FileAccess access) {
    return guarded([&] {
        const QString file = QFileInfo(path).absoluteFilePath();
        return std::unique_ptr<CountyFile>(new CountyFile(std::make_unique<Private>(file, access)));
    });
}

const model::County& CountyFile::county() const {
    return m_d->county;
}

const model::ItemDictionary& CountyFile::items() const {
    return m_d->items;
}

const StandardChoice& CountyFile::standard() const {
    return m_d->standard;
}

base::Outcome CountyFile::setStandard(const StandardChoice& standard) {
    return guarded([&] { m_d->setStandard(standard); });
}

base::Result<std::vector<StandardChoice>> CountyFile::ownStandards() const {
    return guarded([&] {
        std::vector<StandardChoice> standards;
        Statement rows(*m_d->connection, "SELECT id, document FROM standard ORDER BY id");
        while (rows.step())
            standards.push_back({.id = rows.text(0), .document = rows.bytes(1)});
        return standards;
    });
}

FileAccess CountyFile::access() const {
    return m_d->access;
}

const std::vector<model::Finding>& CountyFile::unreadable() const {
    return m_d->unreadable;
}

const QString& CountyFile::path() const {
    return m_d->path;
}

const QString& CountyFile::user() const {
    return m_d->user;
}

void CountyFile::setUser(const QString& name) {
    m_d->user = name;
}

base::Result<std::vector<int>> CountyFile::years(YearsOf which) const {
    return guarded([&] { return readYears(*m_d->connection, which); });
}

base::Result<model::CountyYear> CountyFile::load(int year) const {
    return guarded([&] { return readYear(*m_d->connection, m_d->items, m_d->county, year); });
}

base::Result<qint64> CountyFile::commit(int year, const model::ChangeSet& changes, std::optional<qint64> undoes,
                                        const std::vector<Content>& contents) {
    return guarded([&] { return m_d->commit(year, changes, undoes, contents); });
}

base::Result<QByteArray> CountyFile::content(const QString& sha256) const {
    return guarded([&] { return m_d->content(sha256); });
}

base::Result<qint64> CountyFile::addIssue(const Issue& issue, const std::vector<FileToIssue>& files) {
    return guarded([&] { return m_d->addIssue(issue, files); });
}

base::Result<std::vector<Issue>> CountyFile::issues(std::optional<int> year) const {
    return guarded([&] { return readIssues(*m_d->connection, year); });
}

base::Result<QByteArray> CountyFile::issuedFile(qint64 issue, const QString& name) const {
    return guarded([&] { return readIssuedFile(*m_d->connection, issue, name); });
}

base::Outcome CountyFile::writeSnapshot(const QString& path) const {
    return guarded([&] { copyWithoutIssues(*m_d->connection, path); });
}

base::Result<std::vector<BatchInfo>> CountyFile::history(std::optional<int> year) const {
    return guarded([&] { return readHistory(*m_d->connection, year); });
}

base::Result<std::vector<CellChange>> CountyFile::cellHistory(int year, const model::CellKey& cell) const {
    return guarded([&] { return readCellHistory(*m_d->connection, year, cell); });
}

base::Result<QSet<model::CellKey>> CountyFile::typedCells(int year) const {
    return guarded([&] { return readTypedCells(*m_d->connection, m_d->items, year); });
}

base::Result<model::ChangeSet> CountyFile::changesOf(qint64 batch) const {
    return guarded([&] { return readChanges(*m_d->connection, m_d->items, batch); });
}

base::Result<std::optional<BatchInfo>> CountyFile::undoCandidate(int year) const {
    return guarded([&] { return findUndoCandidate(*m_d->connection, year, m_d->user); });
}

base::Result<std::optional<BatchInfo>> CountyFile::redoCandidate(int year) const {
    return guarded([&] { return findRedoCandidate(*m_d->connection, year, m_d->user); });
}

base::Result<std::vector<model::Finding>> CountyFile::verify() const {
    return guarded([&] { return verifyFile(*m_d->connection, m_d->items); });
}

} // namespace junheng::store
