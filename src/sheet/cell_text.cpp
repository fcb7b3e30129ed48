#include "sheet/cell_text.h"

#include <QDate>
#include <QTime>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace junheng::sheet {

namespace {

constexpr int kSafeDigits = 15; // decimal digits that every double keeps
constexpr int kSecondsADay = 86'400;

constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

// Length of the run of digits at the beginning.
std::size_t countDigits(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::find_if_not(text, isDigit) - text.begin());
}

// How many significant digits a decimal number has; empty when `text` is none.
std::optional<int> significantDigits(std::string_view text) {
    if (text.starts_with('-'))
        text.remove_prefix(1);
    int significant = 0;
    std::size_t digits = 0;
    bool point = false;
    std::size_t i = 0;
    for (; i < text.size(); ++i) {
        if (text[i] == '.' && !point) {
            point = true;
            continue;
        }
        if (!isDigit(text[i]))
            break;
        ++digits;
        if (significant > 0 || text[i] != '0')
            ++significant;
    }
    if (digits == 0)
        return std::nullopt;
    text.remove_prefix(i);
    if (text.empty())
        return significant;
    if (text[0] != 'e' && text[0] != 'E')
        return std::nullopt;
    text.remove_prefix(1);
    if (text.starts_with('+') || text.starts_with('-'))
        text.remove_prefix(1);
    if (text.empty() || countDigits(text) != text.size())
        return std::nullopt;
    return significant;
}

std::optional<char16_t> hexValue(QStringView digits) {
    unsigned value = 0;
    for (QChar c : digits) {
        const char16_t upper = c.toUpper().unicode();
        if (upper >= u'0' && upper <= u'9')
            value = value * 16 + (upper - u'0');
        else if (upper >= u'A' && upper <= u'F')
            value = value * 16 + (upper - u'A' + 10u);
        else
            return std::nullopt;
    }
    return static_cast<char16_t>(value);
}

} // namespace

std::optional<CellPosition> parseCellName(std::string_view name) {
    int column = 0;
    std::size_t i = 0;
    for (; i < name.size() && !isDigit(name[i]); ++i) {
        const char upper = static_cast<char>(name[i] & ~0x20);
        if (upper < 'A' || upper > 'Z')
            return std::nullopt;
        column = column * 26 + (upper - 'A' + 1);
        if (column > kMaxColumns)
            return std::nullopt;
    }
    const auto row = parseIndex(name.substr(i), kMaxRows);
    if (column == 0 || !row || *row == 0)
        return std::nullopt;
    return CellPosition{*row - 1, column - 1};
}

std::optional<int> parseIndex(std::string_view digits, int maximum) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size() || value < 0 || value > maximum)
        return std::nullopt;
    return value;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n";
    const auto first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

QString decodeText(std::string_view utf8) {
    QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    qsizetype at = text.indexOf(QLatin1StringView("_x"));
    if (at < 0)
        return text;
    QString decoded;
    qsizetype done = 0;
    while (at >= 0) {
        const bool closed = at + 6 < text.size() && text[at + 6] == u'_';
        const auto value = closed ? hexValue(QStringView(text).mid(at + 2, 4)) : std::nullopt;
        if (value) {
            decoded += QStringView(text).mid(done, at - done);
            decoded += QChar(*value);
            done = at + 7;
        }
        at = text.indexOf(QLatin1StringView("_x"), value ? done : at + 1);
    }
    decoded += QStringView(text).mid(done);
    return decoded;
}

std::optional<QString> numberText(std::string_view raw) {
    if (raw.starts_with('+'))
        raw.remove_prefix(1);
    const auto digits = significantDigits(raw);
    if (!digits)
        return std::nullopt;
    double value = 0;
    if (*digits > kSafeDigits && std::from_chars(raw.data(), raw.data() + raw.size(), value).ec == std::errc{}) {
        std::array<char, 32> shortest{};
        const char* end = std::to_chars(shortest.data(), shortest.data() + shortest.size(), value).ptr;
        return QString::fromLatin1(shortest.data(), end - shortest.data());
    }
    return QString::fromLatin1(raw.data(), static_cast<qsizetype>(raw.size()));
}

std::optional<QString> dateText(double serial, bool date1904) {
    constexpr double kLastSerial = 2'958'466; // the day after 9999-12-31
    if (!(serial >= 0) || serial >= kLastSerial)
        return std::nullopt;
    const auto seconds = static_cast<qint64>(std::llround(serial * kSecondsADay));
    const qint64 days = seconds / kSecondsADay;
    const QString time =
        QTime::fromMSecsSinceStartOfDay(static_cast<int>(seconds % kSecondsADay) * 1000).toString(Qt::ISODate);
    if (days == 0 && seconds > 0)
        return time;
    // The 1900 system counts a 29 February 1900 that never was: days before it are one further from the origin.
    const QDate origin = date1904 ? QDate(1904, 1, 1) : QDate(1899, 12, days < 60 ? 31 : 30);
    const QDate date = origin.addDays(days);
    if (date.year() > 9999)
        return std::nullopt;
    const QString day = date.toString(Qt::ISODate);
    return seconds % kSecondsADay == 0 ? day : day + QChar(u' ') + time;
}

QString isoDateText(std::string_view iso) {
    QString text = QString::fromUtf8(iso.data(), static_cast<qsizetype>(iso.size()));
    text.replace(QChar(u'T'), QChar(u' '));
    if (text.endsWith(QChar(u'Z')))
        text.chop(1);
    const qsizetype point = text.indexOf(QChar(u'.'));
    if (point >= 0)
        text.truncate(point);
    if (text.endsWith(QLatin1StringView(" 00:00:00")))
        text.truncate(text.size() - 9);
    return text;
}

} // namespace junheng::sheet
