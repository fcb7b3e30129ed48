// What a county file may hold after other programs, versions or a broken disk had their hands on it.
#include "store_fixture.h"

#include "store/errors.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace junheng::store {
namespace {

using model::Observation;
using model::SubjectKey;
using ::testing::HasSubstr;
using ::testing::Not;

class HostileTest : public StoreTest {
protected:
    void SetUp() override {
        const auto file = created();
        const SubjectKey school = SubjectKey::ofSchool(kSchool);
        ASSERT_EQ(
            codeOf(file->commit(
                kYear, edit({change(school, "school_name", {}, Observation::ofText(QStringLiteral("柳溪小学"))),
                             change(section(QStringLiteral("primary")), "pupils", {}, Observation::ofAmount(45)),
                             change(section(QStringLiteral("primary")), "classes", {}, Observation::ofAmount(2))}))),
            QString());
    }

    void restore(const QByteArray& bytes) const {
        QFile out(path());
        ASSERT_TRUE(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }

    /// Opened to be written it is open to be read, the one thing is named, and nothing changes.
    void expectLookedAt(const QByteArray& sql, const QStringList& named) const {
        SCOPED_TRACE(sql.left(200).toStdString());
        runSql(path(), sql);
        const QByteArray before = bytesOf(path());
        const auto file = opened();
        ASSERT_NE(file, nullptr);
        EXPECT_EQ(file->access(), FileAccess::ReadOnly);
        ASSERT_EQ(file->unreadable().size(), 1U);
        for (const QString& words : named)
            EXPECT_THAT(file->unreadable().front().message.toStdString(), HasSubstr(words.toStdString()));
        EXPECT_EQ(codeOf(file->commit(kYear, edit({change(section(QStringLiteral("primary")), "classes",
                                                          Observation::ofAmount(2), Observation::ofAmount(3))}))),
                  QStringLiteral("store.read_only"));
        EXPECT_EQ(codeOf(file->setStandard({.id = QStringLiteral("ningxia-2017")})), QStringLiteral("store.read_only"));
        const auto year = file->load(kYear);
        ASSERT_TRUE(year);
        EXPECT_EQ(year->schools().rowCount(), 1);
        const auto findings = file->verify();
        ASSERT_TRUE(findings);
        EXPECT_TRUE(std::ranges::any_of(*findings, [&](const model::Finding& finding) {
            return finding.message == file->unreadable().front().message;
        }));
        EXPECT_EQ(bytesOf(path()), before);
        // Nobody has it open: the lock was given back.
        EXPECT_FALSE(QFileInfo::exists(path() + QStringLiteral(".lock")));
    }

    /// A leaf of a table's tree, in the middle, overwritten with zeros.
    void zeroLeafOf(const QByteArray& table) const {
        sqlite3* database = nullptr;
        ASSERT_EQ(sqlite3_open(QFile::encodeName(path()).constData(), &database), SQLITE_OK);
        const auto number = [&](const QByteArray& sql) {
            sqlite3_stmt* statement = nullptr;
            sqlite3_prepare_v2(database, sql.constData(), -1, &statement, nullptr);
            sqlite3_step(statement);
            const int found = sqlite3_column_int(statement, 0);
            sqlite3_finalize(statement);
            return found;
        };
        const int root = number("SELECT rootpage FROM sqlite_schema WHERE name = '" + table + "'");
        const int pageSize = number("PRAGMA page_size");
        sqlite3_close(database);
        QByteArray bytes = bytesOf(path());
        const auto big = [&](qsizetype offset, int length) {
            qsizetype value = 0;
            for (int i = 0; i < length; ++i)
                value = value << 8 | static_cast<quint8>(bytes[offset + i]);
            return value;
        };
        // The format of SQLite: an interior page (5) has its cell pointers from byte 12, each cell begins with a child.
        const qsizetype page = qsizetype{root - 1} * pageSize;
        ASSERT_EQ(bytes[page], '\x05') << "the table has one page only";
        const qsizetype cells = big(page + 3, 2);
        const qsizetype child = big(page + big(page + 12 + cells / 2 * 2, 2), 4);
        bytes.replace((child - 1) * pageSize, pageSize, QByteArray(pageSize, '\0'));
        restore(bytes);
    }
};

struct Impossible {
    const char* json;
    QString found;
};

TEST_F(HostileTest, ACountThatNobodyCanHaveEntered) {
    const QByteArray sound = bytesOf(path());
    // Counts go from 0 to 9,999,999 (docs/architecture.md, limits).
    for (const auto& [json, found] :
         {Impossible{"999999999999999999", QStringLiteral("999999999999999999")},
          Impossible{"10000000", QStringLiteral("10000000")}, Impossible{"-45", QStringLiteral("-45")},
          Impossible{"'四十五'", QStringLiteral("四十五")}, Impossible{"1e30", QStringLiteral("1e+30")},
          Impossible{"45.5", QStringLiteral("45.5")}, Impossible{"json('[455,1]')", QStringLiteral("45.5")},
          Impossible{"json('[45,-1]')", QStringLiteral("[45,-1]")}, Impossible{"json('true')", QStringLiteral("true")},
          Impossible{"json('{\"a\":[]}')", QStringLiteral("{\"a\":[]}")},
          Impossible{"json('false')", QStringLiteral("不适用")}}) {
        expectLookedAt(QByteArray("UPDATE subject SET figures = json_set(figures, '$.pupils', ") + json +
                           ") WHERE kind = 'section'",
                       {QStringLiteral("2025 学年 柳溪小学（9901000001） 小学 在校学生数"), found});
        const auto year = opened(FileAccess::ReadOnly)->load(kYear).value();
        EXPECT_TRUE(year.value(section(QStringLiteral("primary")), item("pupils")).isMissing()) << json;
        EXPECT_EQ(year.value(section(QStringLiteral("primary")), item("classes")), Observation::ofAmount(2)) << json;
        restore(sound);
    }
}

TEST_F(HostileTest, FiguresOfOtherKinds) {
    const QByteArray sound = bytesOf(path());
    const std::vector<std::pair<QByteArray, QString>> cases{
        {"'$.school_type', '云端学校'", QStringLiteral("云端学校")},
        {"'$.school_type', 3", QStringLiteral("办学类型")},
        {"'$.school_name', 12", QStringLiteral("学校名称")},
        {"'$.founded_year', 0", QStringLiteral("建校年份")},
        {"'$.founded_year', 99999", QStringLiteral("99999")},
        {"'$.parent_code', 'abc'", QStringLiteral("abc")},
        {"'$.boarding', 2", QStringLiteral("2")},
        {"'$.robots', 3", QStringLiteral("robots")},
        {"'$.pupils', 3", QStringLiteral("pupils")},
        {"'$.school_code', '9901000002'", QStringLiteral("9901000002")},
        {"'$.public_funds_budget', json('[1234567,5]')", QStringLiteral("12.34567")},
        {"'$.public_funds_budget', json('[1000000000000000,4]')", QStringLiteral("100000000000")},
    };
    for (const auto& [assignment, found] : cases) {
        expectLookedAt("UPDATE subject SET figures = json_set(figures, " + assignment + ") WHERE kind = 'school'",
                       {QStringLiteral("9901000001"), found});
        restore(sound);
    }
}

TEST_F(HostileTest, WholeRows) {
    const QByteArray sound = bytesOf(path());
    const QString school = QStringLiteral("柳溪小学（9901000001）");
    for (const char* figures : {"'no figures'", "''", "'[1,2]'", "'{\"pupils\":45'", "'null'"}) {
        expectLookedAt(QByteArray("UPDATE subject SET figures = ") + figures + " WHERE kind = 'section'",
                       {school, QStringLiteral("小学")});
        restore(sound);
    }
    for (const char* assignment : {"year = 0", "year = -2025", "year = 99999", "kind = 'planet'"}) {
        runSql(path(), QByteArray("UPDATE subject SET ") + assignment + " WHERE kind = 'section'");
        const auto file = opened();
        ASSERT_NE(file, nullptr) << assignment;
        EXPECT_EQ(file->access(), FileAccess::ReadOnly) << assignment;
        EXPECT_EQ(file->unreadable().size(), 1U) << assignment;
        EXPECT_EQ(file->load(kYear)->schools().rowCount(), 1) << assignment;
        restore(sound);
    }
}

// A key that no row of the level can have (src/model/subject.h): the row is named and left out.
TEST_F(HostileTest, RowsThatCannotBe) {
    const QByteArray sound = bytesOf(path());
    for (const auto& [assignment, named] :
         {std::pair{"part = 'zzz'", "柳溪小学（9901000001） zzz"}, std::pair{"part = ''", "柳溪小学（9901000001）"},
          std::pair{"part = '小学'", "小学"}, std::pair{"school = ''", "section"},
          std::pair{"school = '99010000011'", "99010000011"}, std::pair{"school = '本校'", "本校"},
          std::pair{"kind = 'county'", "county"}, std::pair{"kind = 'county', school = ''", "primary"},
          std::pair{"kind = 'school'", "primary"}, std::pair{"kind = 'room'", "primary"},
          std::pair{"kind = 'monitoring'", "monitoring"}, std::pair{"kind = 'survey', school = ''", "survey"},
          std::pair{"kind = 'evidence', school = ''", "evidence"}, std::pair{"kind = 'veto'", "veto"},
          std::pair{"kind = 'explanation'", "explanation"}, std::pair{"part = printf('%.100000c', 'z')", "zzz…"}}) {
        expectLookedAt(QByteArray("UPDATE subject SET ") + assignment + " WHERE kind = 'section'",
                       {QString::fromUtf8(named), QStringLiteral("没有读取")});
        const auto year = opened(FileAccess::ReadOnly)->load(kYear).value();
        EXPECT_EQ(year.sections().rowCount(), 0) << assignment;
        EXPECT_EQ(year.table(model::Level::County).rowCount(), 1) << assignment;
        EXPECT_LT(opened()->unreadable().front().message.size(), 500) << assignment;
        restore(sound);
    }
}

// What goes into titles and cells of any length is not taken from a file.
TEST_F(HostileTest, ACountyThatNobodyCanHaveEntered) {
    const QByteArray sound = bytesOf(path());
    for (const auto& [column, label] : {std::pair{"name", "县（市、区）名称"}, std::pair{"code", "行政区划代码"}}) {
        expectLookedAt(QByteArray("UPDATE county SET ") + column + " = printf('%.100000c', 'x')",
                       {QString::fromUtf8(label), QStringLiteral("xxx…"), QStringLiteral("填了 100000 字")});
        const auto file = opened();
        EXPECT_LE(file->county().name.size(), 61);
        EXPECT_LE(file->county().code.size(), 61);
        restore(sound);
    }
}

TEST_F(HostileTest, JsonOfAnyDepth) {
    const QByteArray sound = bytesOf(path());
    const QByteArray deep = QByteArray(1'500'000, '[');
    const QByteArray closed = deep + QByteArray(1'500'000, ']');
    for (const QByteArray& json : {deep, closed, "{\"pupils\":" + closed + '}', QByteArray(1'500'000, '{')}) {
        expectLookedAt("UPDATE subject SET figures = '" + json + "' WHERE kind = 'section'",
                       {QStringLiteral("柳溪小学")});
        restore(sound);
        runSql(path(), "UPDATE journal SET changes = '" + json + "'");
        const auto file = opened(FileAccess::ReadOnly);
        EXPECT_EQ(codeOf(file->changesOf(1)), QStringLiteral("store.damaged"));
        EXPECT_EQ(
            codeOf(file->cellHistory(kYear, {.subject = section(QStringLiteral("primary")), .item = &item("pupils")})),
            QStringLiteral("store.damaged"));
        EXPECT_FALSE(file->verify()->empty());
        restore(sound);
    }
}

TEST_F(HostileTest, AFileWithSomethingToNameIsNotMigrated) {
    ASSERT_TRUE(QFile::remove(path()));
    QFile script(QStringLiteral(JUNHENG_SOURCE "/tests/migration/v1.sql"));
    ASSERT_TRUE(script.open(QIODevice::ReadOnly));
    runSql(path(), script.readAll());
    runSql(path(), "UPDATE cell SET amount = 999999999999999999 WHERE item = 'pupils'");
    const QByteArray before = bytesOf(path());
    const auto file = opened();
    ASSERT_NE(file, nullptr);
    EXPECT_EQ(file->access(), FileAccess::ReadOnly);
    EXPECT_FALSE(file->unreadable().empty());
    EXPECT_EQ(bytesOf(path()), before);
}

// A query that fails is not the end of its rows.
TEST_F(HostileTest, APageOfTheJournalIsGone) {
    runSql(path(), "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000)"
                   " INSERT INTO batch SELECT NULL, 2025, '2025-09-01T00:00:00.000Z', 'root', 'edit', '修改', '', '',"
                   " NULL, 1 FROM n;"
                   " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000)"
                   " INSERT INTO journal SELECT NULL, 1, 2, '', '[[\"classes\",2,2,\"\"]]' FROM n;"
                   " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900)"
                   " INSERT INTO standard SELECT 'own-' || i, printf('%.500c', 'x') FROM n;");
    const QByteArray sound = bytesOf(path());
    const model::CellKey cell{.subject = section(QStringLiteral("primary")), .item = &item("classes")};
    {
        const auto file = opened(FileAccess::ReadOnly);
        EXPECT_EQ(file->history(kYear)->size(), 9002U);
        EXPECT_EQ(file->cellHistory(kYear, cell)->size(), 9001U);
        EXPECT_EQ(file->ownStandards()->size(), 900U);
    }
    const QString damaged = QStringLiteral("store.damaged");
    zeroLeafOf("batch");
    EXPECT_EQ(codeOf(opened(FileAccess::ReadOnly)->history(kYear)), damaged);
    EXPECT_EQ(codeOf(opened(FileAccess::ReadOnly)->history({})), damaged);
    EXPECT_FALSE(opened(FileAccess::ReadOnly)->verify()->empty());
    restore(sound);
    zeroLeafOf("journal");
    EXPECT_EQ(codeOf(opened(FileAccess::ReadOnly)->cellHistory(kYear, cell)), damaged);
    restore(sound);
    zeroLeafOf("standard");
    EXPECT_EQ(codeOf(opened(FileAccess::ReadOnly)->ownStandards()), damaged);
    restore(sound);
    runSql(path(), "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000)"
                   " INSERT INTO subject SELECT NULL, 2025, 'school', printf('%010d', i), '', 1, '{}' FROM n;");
    zeroLeafOf("subject");
    EXPECT_EQ(codeOf(CountyFile::open(path(), FileAccess::ReadOnly)), damaged);
}

TEST_F(HostileTest, TriggersOfStrangersDoNotRun) {
    runSql(path(), "CREATE TRIGGER one AFTER INSERT ON batch BEGIN UPDATE batch SET who = '张三', at ="
                   " '2020-01-01T00:00:00.000Z' WHERE id = new.id; END;"
                   "CREATE TRIGGER two AFTER UPDATE ON subject BEGIN UPDATE subject SET figures ="
                   " json_set(figures, '$.pupils', 911) WHERE id = new.id; END;"
                   "CREATE TRIGGER three BEFORE INSERT ON journal BEGIN SELECT raise(IGNORE); END;"
                   "CREATE TRIGGER four AFTER UPDATE ON county BEGIN UPDATE county SET name = 'x'; END;");
    const auto file = opened();
    setPupils(*file, 11);
    EXPECT_EQ(codeOf(file->setStandard({.id = QStringLiteral("ningxia-2017")})), QString());
    EXPECT_EQ(file->history(kYear)->front().who, file->user());
    EXPECT_EQ(opened(FileAccess::ReadOnly)->county().name, QStringLiteral("示例县"));
    EXPECT_EQ(pupils(*opened(FileAccess::ReadOnly)), Observation::ofAmount(11));
    const auto findings = *file->verify();
    EXPECT_EQ(findings.size(), 4U);
    for (const model::Finding& finding : findings)
        EXPECT_EQ(finding.code, QStringLiteral("verify.schema"));
}

TEST_F(HostileTest, AViewInPlaceOfATable) {
    runSql(path(), "PRAGMA legacy_alter_table = ON; ALTER TABLE county RENAME TO county2;"
                   "CREATE VIEW county AS SELECT only_row, code, 'x' AS name, standard FROM county2;");
    for (const FileAccess access : {FileAccess::ReadOnly, FileAccess::ReadWrite})
        EXPECT_EQ(codeOf(CountyFile::open(path(), access)), QStringLiteral("store.altered"));
}

// Codes of sqlite3.h, and what a person may not be told of them.
TEST(SqliteErrors, AReaderIsNotToldOfWritingNorOfDamageWhereThereIsNone) {
    const auto told = [](int code, FileAccess access) {
        const auto outcome = guarded([&] { failFromSqlite(code, QStringLiteral("/x/县.junheng"), {}, access); });
        return outcome.error();
    };
    for (const int code : {SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_READONLY_ROLLBACK, SQLITE_READONLY_CANTINIT,
                           SQLITE_IOERR, SQLITE_IOERR_READ, SQLITE_PERM}) {
        const base::Error error = told(code, FileAccess::ReadOnly);
        EXPECT_EQ(error.code, QStringLiteral("store.read")) << code;
        EXPECT_THAT(error.message.toStdString(), Not(HasSubstr("磁盘未满"))) << code;
        EXPECT_EQ(told(code, FileAccess::ReadWrite).code, QStringLiteral("store.write")) << code;
    }
    for (const auto& [code, expected] :
         {std::pair{SQLITE_NOMEM, "store.memory"}, std::pair{SQLITE_TOOBIG, "store.too_large"},
          std::pair{SQLITE_CONSTRAINT, "store.altered"}, std::pair{SQLITE_CONSTRAINT_CHECK, "store.altered"}}) {
        for (const FileAccess access : {FileAccess::ReadOnly, FileAccess::ReadWrite}) {
            EXPECT_EQ(told(code, access).code, QString::fromUtf8(expected));
            EXPECT_THAT(told(code, access).message.toStdString(), Not(HasSubstr("已损坏")));
        }
    }
    for (const int code : {SQLITE_CORRUPT, SQLITE_NOTADB})
        EXPECT_EQ(told(code, FileAccess::ReadOnly).code, QStringLiteral("store.damaged"));
    for (const int code : {SQLITE_BUSY, SQLITE_LOCKED})
        EXPECT_EQ(told(code, FileAccess::ReadOnly).code, QStringLiteral("store.busy"));
}

class PathTest : public StoreTest {
protected:
    /// A path of so many bytes, whose folder exists.
    [[nodiscard]] QString ofBytes(qsizetype bytes, const QString& name = QStringLiteral("县.junheng")) const {
        QString folder = QFileInfo(pathOf(QStringLiteral("x"))).path();
        const auto size = [&] { return QFile::encodeName(folder + u'/' + name).size(); };
        while (size() + 201 <= bytes)
            folder += u'/' + QString(200, u'a');
        if (size() < bytes)
            folder += u'/' + QString(bytes - size() - 1, u'b');
        EXPECT_TRUE(QDir().mkpath(folder));
        EXPECT_EQ(size(), bytes);
        return folder + u'/' + name;
    }
    static QString creating(const QString& path) {
        return codeOf(CountyFile::create(path, {.code = QStringLiteral("990101"), .name = QStringLiteral("示例县")},
                                         {.id = QStringLiteral("national-2017")}));
    }
};

TEST_F(PathTest, TooLongForSqlite) {
    // 512 bytes are SQLite's limit, less 29 for the name of the journal of a file that is being made.
    EXPECT_EQ(creating(ofBytes(483)), QString());
    EXPECT_EQ(creating(ofBytes(483, QStringLiteral("a"))), QString());
    const auto tooLong = CountyFile::create(ofBytes(484), {}, {});
    ASSERT_EQ(codeOf(tooLong), QStringLiteral("store.path_too_long"));
    EXPECT_THAT(tooLong.error().message.toStdString(), HasSubstr("路径太长"));
    EXPECT_THAT(tooLong.error().message.toStdString(), HasSubstr("484"));
    EXPECT_EQ(creating(ofBytes(900)), QStringLiteral("store.path_too_long"));
}

TEST_F(PathTest, OpenedUpToTheLimit) {
    created();
    for (const auto& [bytes, code] :
         {std::pair{qsizetype{504}, QString()}, std::pair{qsizetype{505}, QStringLiteral("store.path_too_long")},
          std::pair{qsizetype{700}, QStringLiteral("store.path_too_long")}}) {
        const QString copy = ofBytes(bytes);
        ASSERT_TRUE(QFile::copy(path(), copy));
        EXPECT_EQ(codeOf(CountyFile::open(copy, FileAccess::ReadOnly)), code) << bytes;
        const auto file = CountyFile::open(copy, FileAccess::ReadWrite);
        EXPECT_EQ(codeOf(file), code) << bytes;
        if (file)
            setPupils(**file, 45);
    }
}

TEST_F(PathTest, TooLongAName) {
    const auto named = [&](qsizetype bytes) { return pathOf(QString(bytes - 8, u'n') + QStringLiteral(".junheng")); };
    EXPECT_EQ(creating(named(247)), QString());
    const auto tooLong = CountyFile::create(named(248), {}, {});
    ASSERT_EQ(codeOf(tooLong), QStringLiteral("store.path_too_long"));
    EXPECT_THAT(tooLong.error().message.toStdString(), HasSubstr("文件名太长"));
    EXPECT_EQ(creating(pathOf(QString(90, u'县') + QStringLiteral(".junheng"))), QStringLiteral("store.path_too_long"));
}

/// What another user of the machine meets; the tests themselves may run as root, whom no permission stops.
class OtherUserTest : public StoreTest {
protected:
    void SetUp() override {
        setPupils(*created(), 45);
        m_folder = QFileInfo(path()).path();
    }
    void TearDown() override { ::chmod(QFile::encodeName(m_folder).constData(), 0700); }

    /// The code and message of opening and reading the year as somebody who may not write.
    [[nodiscard]] QString readingAsOther() const {
        std::array<int, 2> ends{};
        if (::pipe(ends.data()) != 0)
            return QStringLiteral("pipe");
        const pid_t child = ::fork();
        if (child == 0) {
            constexpr uid_t kNobody = 65534;
            if (::geteuid() == 0 && (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0))
                ::_exit(1);
            const auto file = CountyFile::open(path(), FileAccess::ReadOnly);
            QByteArray told = "read";
            if (!file)
                told = (file.error().code + u' ' + file.error().message).toUtf8();
            else if (pupils(**file) != Observation::ofAmount(45))
                told = "other figures";
            [[maybe_unused]] const auto written =
                ::write(ends[1], told.constData(), static_cast<std::size_t>(told.size()));
            ::_exit(0);
        }
        ::close(ends[1]);
        QByteArray told(4096, '\0');
        const auto size = ::read(ends[0], told.data(), static_cast<std::size_t>(told.size()));
        ::close(ends[0]);
        int status = 0;
        ::waitpid(child, &status, 0);
        EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
        return QString::fromUtf8(told.constData(), std::max<ssize_t>(size, 0));
    }
    void lockFolder() const { ASSERT_EQ(::chmod(QFile::encodeName(m_folder).constData(), 0555), 0); }
    static void allowReading(const QString& file) { ::chmod(QFile::encodeName(file).constData(), 0444); }

    QString m_folder;
};

TEST_F(OtherUserTest, AFileInAFolderThatCannotBeWritten) {
    allowReading(path());
    lockFolder();
    EXPECT_EQ(readingAsOther(), QStringLiteral("read"));
}

TEST_F(OtherUserTest, AFileInWalModeThere) {
    runSql(path(), "PRAGMA journal_mode = WAL");
    allowReading(path());
    lockFolder();
    const QString told = readingAsOther();
    EXPECT_THAT(told.toStdString(), HasSubstr("store.read "));
    EXPECT_THAT(told.toStdString(), HasSubstr("WAL"));
    EXPECT_THAT(told.toStdString(), Not(HasSubstr("磁盘未满")));
}

TEST_F(OtherUserTest, AnUnfinishedWriteThere) {
    // A hot journal: its header says that one page is to be taken back.
    const QByteArray before = bytesOf(path());
    const QString journal = path() + QStringLiteral("-journal");
    {
        sqlite3* database = nullptr;
        ASSERT_EQ(sqlite3_open(QFile::encodeName(path()).constData(), &database), SQLITE_OK);
        sqlite3_exec(database,
                     "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN; CREATE TABLE more (x);"
                     "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
                     " INSERT INTO more SELECT printf('%.100c', 'x') FROM n;",
                     nullptr, nullptr, nullptr);
        ASSERT_TRUE(QFile::copy(journal, path() + u'2'));
        ASSERT_TRUE(QFile::copy(path(), path() + u'1'));
        sqlite3_close(database);
    }
    QFile::remove(path());
    ASSERT_TRUE(QFile::rename(path() + u'1', path()));
    QFile::remove(journal);
    ASSERT_TRUE(QFile::rename(path() + u'2', journal));
    allowReading(path());
    allowReading(journal);
    lockFolder();
    const QString told = readingAsOther();
    EXPECT_THAT(told.toStdString(), HasSubstr("store.read "));
    EXPECT_THAT(told.toStdString(), HasSubstr("-journal"));
    EXPECT_THAT(told.toStdString(), Not(HasSubstr("磁盘未满")));
}

TEST_F(OtherUserTest, AFileWithoutRightsToRead) {
    ::chmod(QFile::encodeName(m_folder).constData(), 0755);
    ::chmod(QFile::encodeName(path()).constData(), 0600);
    EXPECT_THAT(readingAsOther().toStdString(), ::testing::AnyOf(HasSubstr("store.read "), HasSubstr("read")));
}

TEST_F(OtherUserTest, AFileInWalModeInAFolderThatCanBeWritten) {
    runSql(path(), "PRAGMA journal_mode = WAL");
    EXPECT_EQ(pupils(*opened(FileAccess::ReadOnly)), Observation::ofAmount(45));
    const auto file = opened();
    setPupils(*file, 46);
    EXPECT_EQ(pupils(*opened(FileAccess::ReadOnly)), Observation::ofAmount(46));
}

} // namespace
} // namespace junheng::store
