// From the stored form of a value to the text of a cell.
#pragma once

#include <QString>

#include <optional>
#include <string_view>

namespace junheng::sheet {

// What the format itself can hold.
inline constexpr int kMaxRows = 1'048'576;
inline constexpr int kMaxColumns = 16'384;

struct CellPosition {
    int row = 0;
    int column = 0;
};

/// Reads "C12", within the bounds of the format.
std::optional<CellPosition> parseCellName(std::string_view name);

/// A whole number of plain digits up to `maximum`.
std::optional<int> parseIndex(std::string_view digits, int maximum);

/// Without the blanks of XML at both ends.
std::string_view trimmed(std::string_view text);

inline bool isBlank(std::string_view text) {
    return trimmed(text).empty();
}

/// A truth value of a workbook's XML; one that is absent is false.
inline bool isTrue(std::optional<std::string_view> value) {
    return value == "1" || value == "true" || value == "on";
}

/// Text from UTF-8 with "_xHHHH_" replaced by the character it stands for.
QString decodeText(std::string_view utf8);

/// The text of a stored number as it is; with more than 15 significant digits, where spreadsheets write binary noise
/// ("0.10000000000000001"), the shortest text of the same double. Empty when `raw` is no decimal number.
std::optional<QString> numberText(std::string_view raw);

/// A serial number of days as date or time, as described at StoredCell; empty outside 1900-01-00 to 9999-12-31.
std::optional<QString> dateText(double serial, bool date1904);
/// The same for a date stored as ISO 8601 ("2024-09-01T00:00:00").
QString isoDateText(std::string_view iso);

} // namespace junheng::sheet
