// Errors are values: every fallible function of Junheng returns a Result.
#pragma once

#include <QString>

#include <expected>

namespace junheng::base {

/// Where something was found. Every part may be empty; a cell is written as in Excel ("C12").
struct Place {
    QString file = {};
    QString sheet = {};
    QString cell = {};

    /// "数据表.xlsx，工作表“校区”，单元格 C12"; only the parts that are known.
    [[nodiscard]] QString toString() const;
    [[nodiscard]] bool isEmpty() const { return file.isEmpty() && sheet.isEmpty() && cell.isEmpty(); }
    bool operator==(const Place&) const = default;
};

/// What went wrong. `code` is stable and for machines ("sheet.encrypted"); `message` is one Chinese sentence for the
/// user that says what was found, what was expected and what to do; `detail` is English, for a log.
struct Error {
    QString code;
    QString message;
    QString detail = {};
    Place place = {};

    /// The sentence, with the place in front when there is one.
    [[nodiscard]] QString toString() const;
};

template <class T> using Result = std::expected<T, Error>;
using Outcome = std::expected<void, Error>;

/// An Error without detail and place, to return.
inline std::unexpected<Error> refused(const char* code, const QString& message) {
    return std::unexpected(Error{.code = QLatin1StringView(code), .message = message});
}

} // namespace junheng::base
