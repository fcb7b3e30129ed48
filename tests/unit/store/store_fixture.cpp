#include "store_fixture.h"

#include <QFile>

#include <sqlite3.h>

namespace junheng::store {

using model::Observation;

const model::Item& item(const char* code) {
    return model::ItemDictionary::builtIn().at(QString::fromUtf8(code));
}

model::SubjectKey section(const QString& stage) {
    return {.level = model::Level::Section, .school = kSchool, .part = stage};
}

model::Change existence(const model::SubjectKey& subject, bool comes) {
    const Observation there{.state = model::State::Value};
    return {.subject = subject, .before = comes ? Observation() : there, .after = comes ? there : Observation()};
}

model::Change change(const model::SubjectKey& subject, const char* code, const Observation& before,
                     const Observation& after) {
    return {.subject = subject, .item = &item(code), .before = before, .after = after};
}

model::ChangeSet edit(std::vector<model::Change> changes) {
    return {.kind = model::BatchKind::Edit, .label = QStringLiteral("修改"), .changes = std::move(changes)};
}

void runSql(const QString& file, const QByteArray& sql) {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(QFile::encodeName(file).constData(), &database), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(database, sql.constData(), nullptr, nullptr, nullptr), SQLITE_OK)
        << sqlite3_errmsg(database);
    sqlite3_close(database);
}

std::unique_ptr<CountyFile> StoreTest::created() {
    auto file = CountyFile::create(path(), {.code = QStringLiteral("990101"), .name = QStringLiteral("示例县")},
                                   {.id = QStringLiteral("national-2017")});
    EXPECT_TRUE(file) << (file ? "" : file.error().detail.toStdString());
    const auto first = (*file)->commit(kYear, edit({existence(model::SubjectKey::ofSchool(kSchool), true),
                                                    existence(section(QStringLiteral("primary")), true)}));
    EXPECT_EQ(codeOf(first), QString());
    return std::move(*file);
}

std::unique_ptr<CountyFile> StoreTest::opened(FileAccess access) const {
    auto file = CountyFile::open(path(), access);
    EXPECT_EQ(codeOf(file), QString()) << (file ? "" : file.error().detail.toStdString());
    return file ? std::move(*file) : nullptr;
}

Observation StoreTest::pupils(const CountyFile& file) {
    return file.load(kYear).value().value(section(QStringLiteral("primary")), item("pupils"));
}

qint64 StoreTest::setPupils(CountyFile& file, std::int64_t number) {
    const auto batch = file.commit(kYear, edit({change(section(QStringLiteral("primary")), "pupils", pupils(file),
                                                       Observation::ofAmount(number))}));
    EXPECT_EQ(codeOf(batch), QString());
    return batch.value_or(0);
}

QString StoreTest::takeBack(CountyFile& file, const BatchInfo& batch, model::BatchKind kind) {
    model::ChangeSet changes = file.changesOf(batch.id).value().inverse();
    changes.kind = kind;
    return codeOf(file.commit(kYear, changes, batch.id));
}

bool StoreTest::undo(CountyFile& file) {
    const auto batch = file.undoCandidate(kYear).value();
    return batch && takeBack(file, *batch, model::BatchKind::Undo).isEmpty();
}

bool StoreTest::redo(CountyFile& file) {
    const auto batch = file.redoCandidate(kYear).value();
    return batch && takeBack(file, *batch, model::BatchKind::Redo).isEmpty();
}

QByteArray StoreTest::bytesOf(const QString& file) {
    QFile in(file);
    EXPECT_TRUE(in.open(QIODevice::ReadOnly));
    return in.readAll();
}

} // namespace junheng::store
