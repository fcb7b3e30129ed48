#include "workings/formula/live_range.h"

#include "workings/formula/excel_formula.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace junheng::workings {

namespace {

std::vector<double> numbersIn(const LiveRange& cells) {
    std::vector<double> numbers;
    for (const SheetValue& value : cells.values) {
        if (const double* number = std::get_if<double>(&value))
            numbers.push_back(*number);
    }
    return numbers;
}

Live counted(const QString& text, std::ptrdiff_t count) {
    return {text, static_cast<double>(count)};
}

} // namespace

namespace live {

LiveRange cellsOf(const std::vector<Live>& cells) {
    LiveRange range;
    for (const Live& cell : cells) {
        range.ranges << cell.text();
        range.values.push_back(cell.value());
    }
    return range;
}

Live sum(const LiveRange& cells) {
    if (cells.ranges.isEmpty())
        return Live::number(0.0);
    double total = 0;
    for (const double number : numbersIn(cells))
        total += number;
    return {excelCallOver("SUM", cells.ranges), total};
}

Live smallest(const LiveRange& cells) {
    if (cells.ranges.isEmpty())
        return Live::number(0.0);
    const auto numbers = numbersIn(cells);
    return {excelCallOver("MIN", cells.ranges), numbers.empty() ? 0 : std::ranges::min(numbers)};
}

Live largest(const LiveRange& cells) {
    if (cells.ranges.isEmpty())
        return Live::number(0.0);
    const auto numbers = numbersIn(cells);
    return {excelCallOver("MAX", cells.ranges), numbers.empty() ? 0 : std::ranges::max(numbers)};
}

Live countNumbers(const LiveRange& cells) {
    if (cells.ranges.isEmpty())
        return Live::number(0.0);
    return counted(excelCallOver("COUNT", cells.ranges), static_cast<std::ptrdiff_t>(numbersIn(cells).size()));
}

Live countWord(const LiveRange& cells, const Live& word) {
    if (cells.ranges.isEmpty())
        return Live::number(0.0);
    QStringList counts;
    for (const QString& range : cells.ranges)
        counts << excelCall("COUNTIF", {range, word.text()});
    return {counts.join(QChar(u'+')), static_cast<double>(std::ranges::count(cells.values, word.value())),
            counts.size() == 1 ? Live::Binding::Atom : Live::Binding::Sum};
}

Live countWord(const LiveRange& keys, const Live& key, const LiveRange& cells, const Live& word) {
    double count = 0;
    for (std::size_t i = 0; i < keys.values.size(); ++i)
        count += keys.values[i] == key.value() && cells.values[i] == word.value() ? 1 : 0;
    return {excelCall("COUNTIFS", {keys.ranges.front(), key.text(), cells.ranges.front(), word.text()}), count};
}

Live anyBlank(const LiveRange& cells) {
    if (cells.ranges.isEmpty())
        return {QStringLiteral("FALSE"), false};
    return {workings::anyBlank(cells.ranges), std::ranges::count(cells.values, SheetValue()) > 0,
            Live::Binding::Comparison};
}

Live sumWhere(const LiveRange& keys, const Live& key, const LiveRange& numbers) {
    double total = 0;
    for (std::size_t i = 0; i < keys.values.size(); ++i) {
        const double* number = std::get_if<double>(&numbers.values[i]);
        if (keys.values[i] == key.value() && number != nullptr)
            total += *number;
    }
    return {excelCall("SUMIF", {keys.ranges.front(), key.text(), numbers.ranges.front()}), total};
}

Live sumOfProducts(const std::vector<LiveRange>& columns) {
    QStringList ranges;
    for (const LiveRange& column : columns)
        ranges << column.ranges.front();
    double total = 0;
    for (std::size_t row = 0; row < columns.front().values.size(); ++row) {
        double product = 1;
        for (const LiveRange& column : columns) {
            const double* number = std::get_if<double>(&column.values[row]);
            product *= number != nullptr ? *number : 0;
        }
        total += product;
    }
    return {excelCallOver("SUMPRODUCT", ranges), total};
}

Live nthSmallest(const LiveRange& cells, int n) {
    std::vector<double> numbers = numbersIn(cells);
    double found = std::numeric_limits<double>::quiet_NaN(); // #NUM!
    if (n <= static_cast<int>(numbers.size())) {
        const auto nth = numbers.begin() + (n - 1);
        std::ranges::nth_element(numbers, nth);
        found = *nth;
    }
    return {excelCall("SMALL", {cells.ranges.front(), QString::number(n)}), found};
}

Live sumOfAmounts(const LiveRange& cells) {
    QStringList sums;
    for (const QString& range : cells.ranges)
        sums << excelCall("SUMPRODUCT", {excelCall("ABS", {range})});
    double total = 0;
    for (const double number : numbersIn(cells))
        total += std::abs(number);
    return {sums.join(QChar(u'+')), total, sums.size() == 1 ? Live::Binding::Atom : Live::Binding::Sum};
}

} // namespace live

} // namespace junheng::workings
