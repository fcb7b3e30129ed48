// What systems do differently with files. Names are the program's own: UTF-16 as Qt has them; errors are those of the
// system, none where all went well.
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <expected>
#include <optional>
#include <system_error>

namespace junheng::base::system {

enum class FileKind : std::uint8_t { File, Folder, Link, Other };

struct FileStatus {
    FileKind kind = FileKind::File;
    bool mayBeWritten = false; ///< by its rights, also where the user is above rights; of a link: undefined
};

/// What stands under the name itself: a link is not followed.
std::expected<FileStatus, std::error_code> statusOf(const QString& path);
/// What stands behind all links; empty where nothing does.
std::optional<FileKind> kindOf(const QString& path);
/// Whether files in the folder are open already under other names, so that replacing them would not reach them.
bool isDeviceFolder(const QString& folder);

/// The same for all names of a file, and of no other file while it exists.
struct FileIdentity {
    std::uint64_t volume = 0;
    std::uint64_t number = 0;
    bool operator==(const FileIdentity&) const = default;
};

/// What a file is and how it was last written. Two files that are written apart differ in it.
struct FileStamp {
    FileIdentity identity;
    std::uint64_t size = 0;
    std::int64_t written = 0; ///< when, in nanoseconds since 1970; some network drives tell it late
    bool operator==(const FileStamp&) const = default;
};

/// Of the file behind all links; empty where there is none.
std::optional<FileStamp> stampOf(const QString& path);

/// Writes a file that is not there yet, with the rights that the user's mask leaves it.
std::error_code writeNewFile(const QString& path, const QByteArray& bytes);

/// Syncs `fresh` and puts it in the place of `target` (no link), which may be there and then keeps owner, rights,
/// access list and extended attributes. Where it cannot keep them, or has several names, it is written over in place,
/// once there is room, and `fresh` stays too. What is renamed is synced with its folder. After an error of that last
/// step the target is new but may be the old one after a power cut; after any other it is as it was.
std::error_code replaceFile(const QString& fresh, const QString& target);

/// Syncs `fresh` and gives it the name `target` if nothing has it, not even a link that leads nowhere; else the error
/// is std::errc::file_exists and both stay. Then as replaceFile().
std::error_code placeNewFile(const QString& fresh, const QString& target);

/// As left by the last call of the system that failed.
std::error_code lastError();

} // namespace junheng::base::system
