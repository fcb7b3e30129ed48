// The power goes in the middle of the work: what had been saved is there, nothing is half done, and the next start
// needs nobody. JUNHENG_POWER_CUTS: how many cuts (40 if not set).
#include "power_cut_vfs.h"
#include "store_fixture.h"

#include "base/atomic_file.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>
#include <random>
#include <sqlite3.h>

namespace junheng::store {
namespace {

using model::BatchKind;
using model::Observation;
using model::SubjectKey;
using test::FolderContents;
using test::PowerCutVfs;
using test::writeFolder;

const QString kName = QStringLiteral("示例县.junheng");
constexpr int kCutsInARow = 5;

int below(int limit, std::mt19937& random) {
    return std::uniform_int_distribution<int>(0, limit - 1)(random);
}

/// Runs the statements past the store; the first column of their rows.
std::vector<QByteArray> columnOf(const QString& file, const QByteArray& sql) {
    std::vector<QByteArray> column;
    sqlite3* database = nullptr;
    sqlite3_open(QFile::encodeName(file).constData(), &database);
    const auto take = [](void* rows, int, char** values, char**) {
        static_cast<std::vector<QByteArray>*>(rows)->emplace_back(values[0]);
        return 0;
    };
    if (sqlite3_exec(database, sql.constData(), take, &column, nullptr) != SQLITE_OK)
        column.emplace_back(sqlite3_errmsg(database));
    sqlite3_close(database);
    return column;
}

/// All rows of all tables, in short.
QByteArray rowsOf(const QString& file) {
    QCryptographicHash rows(QCryptographicHash::Sha256);
    sqlite3* database = nullptr;
    sqlite3_open(QFile::encodeName(file).constData(), &database);
    for (const QByteArray& table :
         columnOf(file, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")) {
        rows.addData(table);
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v2(database, ("SELECT * FROM " + table).constData(), -1, &statement, nullptr);
        while (sqlite3_step(statement) == SQLITE_ROW) {
            for (int i = 0; i < sqlite3_column_count(statement); ++i) {
                const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, i));
                const QByteArray value = QByteArray::fromRawData(bytes, sqlite3_column_bytes(statement, i));
                rows.addData(QByteArray::number(value.size()) + ':');
                rows.addData(value);
            }
        }
        sqlite3_finalize(statement);
    }
    sqlite3_close(database);
    return rows.result();
}

class PowerCutTest : public StoreTest {
protected:
    FolderContents fresh() {
        created();
        return {{kName, bytesOf(path())}};
    }

    /// A county file is worked on while the power goes again and again; what goes wrong.
    static QString live(const FolderContents& fresh, unsigned seed) {
        std::mt19937 random(seed);
        FolderContents left = fresh;
        for (int cut = 1; cut <= kCutsInARow; ++cut) {
            Past past;
            QString wrong = workUntilCut(left, past, random);
            if (wrong.isEmpty())
                wrong = lookAt(left, past, random);
            if (!wrong.isEmpty())
                return QStringLiteral("seed %1, cut %2: %3").arg(seed).arg(cut).arg(wrong);
        }
        return {};
    }

private:
    /// What the file held at one time after another, up to the cut.
    struct Past {
        std::vector<QByteArray> rows;
        std::size_t saved = 0; ///< which of them was there when power was cut; behind it, what was just being saved
    };

    /// `folder` becomes what the cut leaves of it.
    static QString workUntilCut(FolderContents& folder, Past& past, std::mt19937& random) {
        const QTemporaryDir desk;
        writeFolder(desk.path(), folder);
        PowerCutVfs disk(desk.path());
        const QString path = desk.filePath(kName);
        // Worked through to the end; the moment of the cut is chosen afterwards.
        const auto file = CountyFile::open(path, FileAccess::ReadWrite);
        if (!file)
            return file.error().code;
        std::vector<std::size_t> calls{0, disk.callCount()}; // the first are those that mend what the last cut left
        past.rows.assign(2, rowsOf(path));
        for (int i = 0; i < 4; ++i) {
            if (const QString error = work(**file, random); !error.isEmpty())
                return error;
            calls.push_back(disk.callCount());
            past.rows.push_back(rowsOf(path));
        }
        past.saved = static_cast<std::size_t>(below(static_cast<int>(calls.size()) - 1, random));
        const std::size_t next = calls[past.saved + 1];
        const std::size_t cut = std::uniform_int_distribution(calls[past.saved], next)(random);
        past.saved += cut == next ? 1 : 0;
        past.rows.resize(past.saved + (cut == next ? 1 : 2));
        folder = disk.afterCut(cut, random);
        return {};
    }

    static QString lookAt(const FolderContents& left, const Past& past, std::mt19937& random) {
        const QTemporaryDir folder;
        writeFolder(folder.path(), left);
        const QString path = folder.filePath(kName);
        if (below(2, random) == 0) { // a reader may be the first
            if (const auto file = CountyFile::open(path, FileAccess::ReadOnly); !file)
                return file.error().code;
        }
        const auto file = CountyFile::open(path, FileAccess::ReadWrite);
        if (!file)
            return file.error().code;
        if ((*file)->access() != FileAccess::ReadWrite || !(*file)->verify().value().empty())
            return QStringLiteral("the file is damaged");
        const auto found = std::find(past.rows.rbegin(), past.rows.rend(), rowsOf(path));
        if (found == past.rows.rend())
            return QStringLiteral("something is half done");
        if (past.rows.rend() - found <= static_cast<std::ptrdiff_t>(past.saved))
            return QStringLiteral("what was saved last is not there");
        return {};
    }

    static QString work(CountyFile& file, std::mt19937& random) {
        switch (below(8, random)) {
        case 0:
            return import(file, random);
        case 1:
            return takeBackIfAny(file, file.undoCandidate(kYear).value(), BatchKind::Undo);
        case 2:
            return takeBackIfAny(file, file.redoCandidate(kYear).value(), BatchKind::Redo);
        case 3:
            return codeOf(file.setStandard({.id = QStringLiteral("standard-%1").arg(below(1000, random))}));
        case 4:
            return codeOf(file.addIssue(Issue(), {{.name = kName, .bytes = QByteArray(9000, 'i')}}));
        default:
            setPupils(file, pupils(file).amount + 1 + below(1000, random));
            return {};
        }
    }

    /// A hundred more schools, sometimes with evidence that is more than SQLite holds in memory.
    static QString import(CountyFile& file, std::mt19937& random) {
        model::ChangeSet batch{.kind = BatchKind::Import, .label = QStringLiteral("导入"), .file = kName};
        const int known = file.load(kYear).value().schools().rowCount();
        for (int i = known; i < known + 100; ++i) {
            const auto school = SubjectKey::ofSchool(QString::number(9901000001 + i));
            batch.changes.push_back(existence(school, true));
            batch.changes.push_back(change(school, "school_name", {}, Observation::ofText(QString::number(i))));
        }
        const QByteArray bytes(below(2, random) == 0 ? 0 : 2'500'000, static_cast<char>('a' + below(26, random)));
        return codeOf(file.commit(kYear, batch, {}, {{.sha256 = base::sha256Of(bytes), .bytes = bytes}}));
    }

    /// Unless there is nothing, or only the school that is edited.
    static QString takeBackIfAny(CountyFile& file, const std::optional<BatchInfo>& batch, BatchKind kind) {
        return batch && batch->id > 1 ? takeBack(file, *batch, kind) : QString();
    }
};

TEST_F(PowerCutTest, LosesNothingThatWasSaved) {
    const int wanted = qEnvironmentVariableIntValue("JUNHENG_POWER_CUTS");
    const FolderContents start = fresh();
    for (int seed = 0; seed * kCutsInARow < (wanted > 0 ? wanted : 40); ++seed)
        EXPECT_EQ(live(start, static_cast<unsigned>(seed)), QString());
}

/// In how many of 40 cuts just after a commit the old value, and in how many neither of the two, was there.
struct Losses {
    int old = 0;
    int broken = 0;
};

Losses lossesOf(const QByteArray& synchronous) {
    Losses losses;
    std::mt19937 random(1);
    const QTemporaryDir folder;
    const QString path = folder.filePath(kName);
    columnOf(path,
             "CREATE TABLE t (x); WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
             " INSERT INTO t SELECT 'old' FROM n;");
    PowerCutVfs disk(folder.path());
    columnOf(path, "PRAGMA synchronous = " + synchronous + "; UPDATE t SET x = 'new'");
    for (int i = 0; i < 40; ++i) {
        const QTemporaryDir left;
        writeFolder(left.path(), disk.afterCut(disk.callCount(), random));
        const auto found = columnOf(left.filePath(kName), "SELECT DISTINCT x FROM t; PRAGMA integrity_check");
        losses.old += found == std::vector<QByteArray>{"old", "ok"} ? 1 : 0;
        losses.broken += found != std::vector<QByteArray>{"old", "ok"} && found != std::vector<QByteArray>{"new", "ok"};
    }
    return losses;
}

// What SQLite's manual says of each setting; otherwise the disk above would be kinder than a real one, or harsher.
TEST(PowerCutVfs, LosesWhatWasNotSynced) {
    EXPECT_GT(lossesOf("OFF").broken, 0);
    const Losses full = lossesOf("FULL");
    EXPECT_GT(full.old, 0);
    EXPECT_EQ(full.broken, 0);
    const Losses extra = lossesOf("EXTRA");
    EXPECT_EQ(extra.old, 0);
    EXPECT_EQ(extra.broken, 0);
}

} // namespace
} // namespace junheng::store
