// How the files of this room tell each other, and in the end the caller, that something failed.
#pragma once

#include "base/error.h"
#include "store/records.h"

#include <QString>

#include <exception>
#include <functional>
#include <type_traits>
#include <utility>

namespace junheng::store {

/// Thrown inside this room, so that a failing transaction rolls back on its way out; guarded() catches it at the door.
class Failure : public std::exception {
public:
    explicit Failure(base::Error error) : m_error(std::move(error)) {}
    [[nodiscard]] const base::Error& error() const { return m_error; }
    [[nodiscard]] const char* what() const noexcept override { return "county file failure"; }

private:
    base::Error m_error;
};

[[noreturn]] void fail(const char* code, const QString& message, const QString& file, const QString& detail = {});

/// Sorts an SQLite result code into the errors of this room. A reader is never told of writing.
[[noreturn]] void failFromSqlite(int resultCode, const QString& file, const QString& detail, FileAccess access);
[[noreturn]] void failDamaged(const QString& file, const QString& detail);
/// Where the file, with what SQLite and the program put beside it, has a path that systems do not take; of the path
/// that leaves `spareBytes` free. Failures: "store.path_too_long".
void checkPath(const QString& file, int spareBytes);
[[noreturn]] void failWrite(const QString& file, const QString& detail);
/// A change set that breaks the rules of commit(): a fault of the program, not of the user.
[[noreturn]] void failInvalidChange(const QString& file, const QString& detail);
[[noreturn]] void failNewerValue(const QString& file, const QString& detail);

/// Runs `work` and turns a Failure into an error value.
template <class Work> base::Result<std::invoke_result_t<Work>> guarded(Work&& work) {
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
            std::invoke(std::forward<Work>(work));
            return {};
        } else {
            return std::invoke(std::forward<Work>(work));
        }
    } catch (const Failure& failure) {
        return std::unexpected(failure.error());
    }
}

} // namespace junheng::store
