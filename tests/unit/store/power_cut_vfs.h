// A disk that loses its power: notes what SQLite writes, and says what a cut may have left of it.
//
// What is lost, as by a disk with a write cache under a journaling file system at its worst:
// - What was written to a file since its last sync is there, or not, or some of it: every sector (512 bytes) or page
//   (4096) is as it was after any of the writes since then, whatever became of the others. So writes are reordered and
//   torn. A sector is never half one state and half another, and never older than the last sync.
// - The length of a file is any that it had since its last sync. Where it is longer than what was kept there are zeros
//   or rubbish (old blocks of the disk).
// - A name that was created or deleted since the last sync of the folder is there, or not, each by itself; a file that
//   comes back is the one that was deleted. Syncing a file does not make its name safe (ext4 does that, POSIX does not
//   ask for it).
// A sync that returned is kept: of a disk that lies about that nothing can be saved.
//
// The folder is synced when SQLite's unix VFS does so: after the first sync of a journal that was just created, and
// after a deletion that asks for it.
//
// Not noted: locks and reads, files beside the folder, files that others than SQLite write there, writing through a
// memory map (SQLite does that only where it was asked for), and WAL, which has no shared memory here.
#pragma once

#include <QByteArray>
#include <QString>

#include <map>
#include <random>
#include <sqlite3.h>
#include <vector>

namespace junheng::test {

/// The bytes of the files of a folder, by name.
using FolderContents = std::map<QString, QByteArray>;

void writeFolder(const QString& folder, const FolderContents& contents);

/// SQLite's default VFS while it lives, also for connections of Qt; open it before them, and close them first. What
/// already stands in the folder is safe.
class PowerCutVfs {
public:
    /// One that changed the disk.
    struct Call {
        enum class Kind { Create, Delete, SyncFolder, Write, Truncate, Sync };
        Kind kind;
        QString name = {};     ///< of Create and Delete
        int file = -1;         ///< of the others and Create; a name that is created anew is another file
        qint64 offset = 0;     ///< of Write; the new length of Truncate
        QByteArray bytes = {}; ///< of Write
    };

    explicit PowerCutVfs(const QString& folder);
    ~PowerCutVfs();
    PowerCutVfs(const PowerCutVfs&) = delete;
    PowerCutVfs& operator=(const PowerCutVfs&) = delete;

    /// How many calls have changed the disk so far.
    [[nodiscard]] std::size_t callCount() const { return m_calls.size(); }
    /// What may be left where power was cut just after that many calls.
    [[nodiscard]] FolderContents afterCut(std::size_t calls, std::mt19937& random) const;

private:
    struct OpenFile;

    static int open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* flagsOut);
    static int remove(sqlite3_vfs* vfs, const char* path, int syncFolder);
    static const sqlite3_io_methods& methods();
    /// Empty where it is not of the folder.
    [[nodiscard]] QString nameOf(const char* path) const;

    QString m_folder;
    FolderContents m_before;
    std::map<QString, int> m_fileOf; ///< of the names that stand there
    int m_fileCount = 0;
    std::vector<Call> m_calls;
    sqlite3_vfs* m_real;
    sqlite3_vfs m_vfs;
};

} // namespace junheng::test
