#include "power_cut_vfs.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <new>
#include <utility>

namespace junheng::test {

namespace {

using Call = PowerCutVfs::Call;
using Kind = Call::Kind;

constexpr qint64 kSector = 512;
constexpr qint64 kPage = 4096;

std::size_t upTo(std::size_t most, std::mt19937& random) {
    return std::uniform_int_distribution<std::size_t>(0, most)(random);
}

void apply(const Call& call, QByteArray& bytes) {
    if (call.kind == Kind::Truncate) {
        bytes.resize(call.offset, '\0');
        return;
    }
    if (const qint64 end = call.offset + call.bytes.size(); bytes.size() < end)
        bytes.resize(end, '\0');
    std::ranges::copy(call.bytes, bytes.begin() + call.offset);
}

/// A file on the disk and in the cache before it.
class CachedFile {
public:
    CachedFile() = default;
    explicit CachedFile(QByteArray bytes) : m_safe(std::move(bytes)) {}

    void change(const Call& call) { m_unsynced.push_back(&call); }

    void sync() {
        for (const Call* call : m_unsynced)
            apply(*call, m_safe);
        m_unsynced.clear();
    }

    [[nodiscard]] QByteArray afterCut(std::mt19937& random) const {
        // Much is of one kind in a real cut: nothing got out, or all but the last.
        const auto habit = static_cast<Habit>(upTo(3, random));
        const qint64 unit = upTo(1, random) == 0 ? kSector : kPage;
        const bool rubbish = upTo(1, random) == 0;

        QByteArray bytes = m_safe;
        std::vector<qint64> lengths{m_safe.size()};
        for (const Call* call : m_unsynced) {
            lengths.push_back(call->kind == Kind::Truncate
                                  ? call->offset
                                  : std::max<qint64>(lengths.back(), call->offset + call->bytes.size()));
            bytes.resize(std::max<qint64>(bytes.size(), lengths.back()), '\0');
        }
        if (rubbish)
            std::generate(bytes.begin() + m_safe.size(), bytes.end(), [&] { return static_cast<char>(random()); });

        std::vector<std::size_t> reached; // of every unit, how many of the changes reached the disk
        for (qint64 at = 0; at < bytes.size(); at += unit)
            reached.push_back(survivors(habit, random));
        for (std::size_t i = 0; i < m_unsynced.size(); ++i) {
            const Call& call = *m_unsynced[i];
            const bool cutOff = call.kind == Kind::Truncate;
            const qint64 end = cutOff ? bytes.size() : call.offset + call.bytes.size();
            for (qint64 from = call.offset; from < end;) {
                const qint64 to = std::min(end, (from / unit + 1) * unit);
                if (i < reached[static_cast<std::size_t>(from / unit)]) {
                    if (cutOff)
                        std::fill(bytes.begin() + from, bytes.begin() + to, '\0');
                    else
                        std::copy_n(call.bytes.cbegin() + (from - call.offset), to - from, bytes.begin() + from);
                }
                from = to;
            }
        }
        bytes.truncate(lengths[survivors(habit, random)]);
        return bytes;
    }

private:
    enum class Habit { Nothing, Everything, AllOrNothing, Anything };

    [[nodiscard]] std::size_t survivors(Habit habit, std::mt19937& random) const {
        const std::size_t all = m_unsynced.size();
        switch (habit) {
        case Habit::Nothing:
            return 0;
        case Habit::Everything:
            return all;
        case Habit::AllOrNothing:
            return upTo(1, random) * all;
        case Habit::Anything:
            break;
        }
        return upTo(all, random);
    }

    QByteArray m_safe;
    std::vector<const Call*> m_unsynced;
};

constexpr int kNoFile = -1;

} // namespace

struct PowerCutVfs::OpenFile : sqlite3_file {
    PowerCutVfs* disk;
    int number;       ///< kNoFile: not noted
    bool syncsFolder; ///< when it is synced next
    sqlite3_file* real;

    static OpenFile& of(sqlite3_file* file) { return *static_cast<OpenFile*>(file); }

    template <auto kMethod, class... Arguments> static int passOn(sqlite3_file* file, Arguments... arguments) {
        sqlite3_file* real = of(file).real;
        return (real->pMethods->*kMethod)(real, arguments...);
    }

    /// A call that went well.
    void note(Call call) const {
        if (number == kNoFile)
            return;
        call.file = number;
        disk->m_calls.push_back(std::move(call));
    }

    static int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
        const int code = passOn<&sqlite3_io_methods::xWrite>(file, bytes, count, offset);
        if (code == SQLITE_OK)
            of(file).note(
                {.kind = Kind::Write, .offset = offset, .bytes = QByteArray(static_cast<const char*>(bytes), count)});
        return code;
    }

    static int truncate(sqlite3_file* file, sqlite3_int64 length) {
        const int code = passOn<&sqlite3_io_methods::xTruncate>(file, length);
        if (code == SQLITE_OK)
            of(file).note({.kind = Kind::Truncate, .offset = length});
        return code;
    }

    /// The real disk is spared: it is the noted one that loses its power.
    static int sync(sqlite3_file* file, int /*flags*/) {
        of(file).note({.kind = Kind::Sync});
        if (std::exchange(of(file).syncsFolder, false))
            of(file).note({.kind = Kind::SyncFolder});
        return SQLITE_OK;
    }
};

void writeFolder(const QString& folder, const FolderContents& contents) {
    for (const auto& [name, bytes] : contents) {
        QFile out(QDir(folder).filePath(name));
        if (!out.open(QIODevice::WriteOnly | QIODevice::NewOnly) || out.write(bytes) != bytes.size())
            qFatal("cannot write %s", qUtf8Printable(out.fileName()));
    }
}

PowerCutVfs::PowerCutVfs(const QString& folder)
    : m_folder(QFileInfo(folder).canonicalFilePath()), m_real(sqlite3_vfs_find(nullptr)), m_vfs(*m_real) {
    for (const QString& name : QDir(m_folder).entryList(QDir::Files | QDir::Hidden)) {
        QFile in(QDir(m_folder).filePath(name));
        if (!in.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qUtf8Printable(in.fileName()));
        m_before[name] = in.readAll();
    }
    for (const auto& [name, bytes] : m_before)
        m_fileOf[name] = m_fileCount++;
    // The rest of the unix VFS asks its own structure for nothing but what the copy holds too.
    m_vfs.szOsFile = static_cast<int>(sizeof(OpenFile)) + m_real->szOsFile;
    m_vfs.zName = "power-cut";
    m_vfs.pAppData = this;
    m_vfs.xOpen = open;
    m_vfs.xDelete = remove;
    sqlite3_vfs_register(&m_vfs, 1);
}

PowerCutVfs::~PowerCutVfs() {
    sqlite3_vfs_unregister(&m_vfs); // the one before is the default again
}

FolderContents PowerCutVfs::afterCut(std::size_t calls, std::mt19937& random) const {
    std::map<int, CachedFile> files;
    std::map<QString, std::vector<int>> names; // which file the name has meant since the folder was synced
    for (const auto& [name, bytes] : m_before) {
        const int number = static_cast<int>(files.size()); // as they were counted then
        files.emplace(number, bytes);
        names[name] = {number};
    }
    for (std::size_t i = 0; i < calls; ++i) {
        const Call& call = m_calls[i];
        switch (call.kind) {
        case Kind::Create:
        case Kind::Delete:
            names.try_emplace(call.name, 1, kNoFile).first->second.push_back(call.file);
            break;
        case Kind::SyncFolder:
            for (auto& [name, meanings] : names)
                meanings = {meanings.back()};
            break;
        case Kind::Write:
        case Kind::Truncate:
            files[call.file].change(call);
            break;
        case Kind::Sync:
            files[call.file].sync();
            break;
        }
    }
    FolderContents left;
    for (const auto& [name, meanings] : names) {
        if (const int number = meanings[upTo(meanings.size() - 1, random)]; number != kNoFile)
            left[name] = files[number].afterCut(random);
    }
    return left;
}

QString PowerCutVfs::nameOf(const char* path) const {
    const QFileInfo file(path == nullptr ? QString() : QFile::decodeName(path));
    return file.path() == m_folder ? file.fileName() : QString();
}

int PowerCutVfs::open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* flagsOut) {
    auto* disk = static_cast<PowerCutVfs*>(vfs->pAppData);
    auto* opened = new (file) OpenFile{};
    opened->disk = disk;
    opened->number = kNoFile;
    opened->real = reinterpret_cast<sqlite3_file*>(opened + 1);
    const int code = disk->m_real->xOpen(disk->m_real, path, opened->real, flags, flagsOut);
    if (code != SQLITE_OK)
        return code;
    opened->pMethods = &methods();
    const QString name = disk->nameOf(path);
    if (name.isEmpty())
        return code;
    const auto [known, created] = disk->m_fileOf.try_emplace(name, disk->m_fileCount);
    opened->number = known->second;
    if (created) {
        ++disk->m_fileCount;
        opened->note({.kind = Kind::Create, .name = name});
    }
    constexpr int kJournals = SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL;
    opened->syncsFolder = (flags & SQLITE_OPEN_CREATE) != 0 && (flags & kJournals) != 0;
    return code;
}

int PowerCutVfs::remove(sqlite3_vfs* vfs, const char* path, int syncFolder) {
    auto* disk = static_cast<PowerCutVfs*>(vfs->pAppData);
    const int code = disk->m_real->xDelete(disk->m_real, path, 0);
    if (const QString name = disk->nameOf(path); code == SQLITE_OK && !name.isEmpty()) {
        disk->m_fileOf.erase(name);
        disk->m_calls.push_back({.kind = Kind::Delete, .name = name});
        if (syncFolder != 0)
            disk->m_calls.push_back({.kind = Kind::SyncFolder});
    }
    return code;
}

const sqlite3_io_methods& PowerCutVfs::methods() {
    using Methods = sqlite3_io_methods;
    // Of the first version: neither memory maps nor shared memory pass by what is noted.
    static const Methods kMethods{.iVersion = 1,
                                  .xClose = OpenFile::passOn<&Methods::xClose>,
                                  .xRead = OpenFile::passOn<&Methods::xRead>,
                                  .xWrite = OpenFile::write,
                                  .xTruncate = OpenFile::truncate,
                                  .xSync = OpenFile::sync,
                                  .xFileSize = OpenFile::passOn<&Methods::xFileSize>,
                                  .xLock = OpenFile::passOn<&Methods::xLock>,
                                  .xUnlock = OpenFile::passOn<&Methods::xUnlock>,
                                  .xCheckReservedLock = OpenFile::passOn<&Methods::xCheckReservedLock>,
                                  .xFileControl = OpenFile::passOn<&Methods::xFileControl>,
                                  .xSectorSize = OpenFile::passOn<&Methods::xSectorSize>,
                                  .xDeviceCharacteristics = OpenFile::passOn<&Methods::xDeviceCharacteristics>,
                                  .xShmMap = nullptr,
                                  .xShmLock = nullptr,
                                  .xShmBarrier = nullptr,
                                  .xShmUnmap = nullptr,
                                  .xFetch = nullptr,
                                  .xUnfetch = nullptr};
    return kMethods;
}

} // namespace junheng::test
