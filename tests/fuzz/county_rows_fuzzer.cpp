// One text or JSON in a county file: figures, changes of the journal, names, labels, the standard of the bureau's own.
// The file is opened for reading, verified, loaded, its history read, and its year checked and assessed.

#include "assess/assessment.h"
#include "base/atomic_file.h"
#include "fuzz_support.h"
#include "quality/check.h"
#include "standard/library.h"
#include "store/county_file.h"

#include <sqlite3.h>

#include <QFile>

#include <array>

using namespace junheng;

namespace {

// ?1 is the input, ?2 the number of the row it is put into.
constexpr std::array kPlaces{
    "UPDATE subject SET figures = ?1 WHERE id = ?2",  "UPDATE journal SET changes = ?1 WHERE id = ?2",
    "UPDATE subject SET part = ?1 WHERE id = ?2",     "UPDATE subject SET school = ?1 WHERE id = ?2",
    "UPDATE subject SET kind = ?1 WHERE id = ?2",     "UPDATE batch SET label = ?1, who = ?1, file = ?1 WHERE ?2 > 0",
    "UPDATE batch SET at = ?1 WHERE ?2 > 0",          "UPDATE county SET name = ?1 WHERE ?2 > 0",
    "UPDATE county SET code = ?1 WHERE ?2 > 0",       "UPDATE county SET standard = ?1 WHERE ?2 > 0",
    "UPDATE standard SET document = ?1 WHERE ?2 > 0",
};
constexpr int kRows = 20;

QByteArray soundFile() {
    const QString path = fuzz::scratchFile(QStringLiteral("sound.junheng"), {});
    QFile::remove(path);
    {
        const store::StandardChoice own{
            .id = QStringLiteral("own"),
            .document = R"({"format":1,"id":"own","title":"自定","extends":"national-2017","sources":{}})"};
        const auto file =
            store::CountyFile::create(path, {.code = QStringLiteral("990101"), .name = QStringLiteral("示例县")}, own);
        if (!file || !(*file)->commit(2025, fuzz::smallCounty()))
            qFatal("the county file could not be made");
    }
    return base::readFile(path, qint64{1} << 30).value();
}

// False where the file itself refuses the value.
bool put(const QString& path, const char* statement, int row, const QByteArray& value) {
    sqlite3* connection = nullptr;
    sqlite3_stmt* update = nullptr;
    bool done = false;
    if (sqlite3_open(QFile::encodeName(path).constData(), &connection) == SQLITE_OK &&
        sqlite3_prepare_v2(connection, statement, -1, &update, nullptr) == SQLITE_OK) {
        sqlite3_bind_text(update, 1, value.constData(), static_cast<int>(value.size()), SQLITE_STATIC);
        sqlite3_bind_int(update, 2, row);
        done = sqlite3_step(update) == SQLITE_DONE && sqlite3_changes(connection) > 0;
    }
    sqlite3_finalize(update);
    sqlite3_close(connection);
    return done;
}

void read(const QString& path) {
    const auto file = store::CountyFile::open(path, store::FileAccess::ReadOnly);
    if (!file)
        return;
    static_cast<void>((*file)->verify());
    static_cast<void>((*file)->ownStandards());
    const auto years = (*file)->years();
    const auto batches = (*file)->history({});
    const model::SubjectKey section{
        .level = model::Level::Section, .school = QStringLiteral("9900000001"), .part = QStringLiteral("primary")};
    static_cast<void>(
        (*file)->cellHistory(2025, {.subject = section, .item = &model::ItemDictionary::builtIn().at(u"pupils")}));
    const auto year = (*file)->load(2025);
    if (!years || !batches || !year)
        return;
    static_cast<void>(quality::check(*year, nullptr));
    const store::StandardChoice& choice = (*file)->standard();
    const auto rules = choice.document.isEmpty() ? standard::loadStandard(choice.id)
                                                 : standard::parseStandard(choice.document, choice.id);
    if (rules && !rules->resource.empty())
        static_cast<void>(assess::assess(*year, *rules));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::application();
    static const QByteArray sound = soundFile();
    QByteArray input = fuzz::bytesOf(data, size);
    const int place = fuzz::takeChoice(input, kPlaces.size());
    const int row = 1 + fuzz::takeChoice(input, kRows);
    const QString path = fuzz::scratchFile(QStringLiteral("county.junheng"), sound);
    if (put(path, kPlaces[static_cast<std::size_t>(place)], row, input))
        read(path);
    return 0;
}
