#include "cli/json_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace junheng::cli {

namespace {

std::string shortest(double number) {
    if (!std::isfinite(number))
        return "null";
    std::array<char, 32> buffer{}; // the longest double has 24 characters
    const auto end = std::to_chars(buffer.begin(), buffer.end(), number).ptr;
    return {buffer.begin(), end};
}

void append(const Json& value, int depth, std::string& text) {
    if (!value.is_structured() || value.empty()) {
        text += value.is_number_float() ? shortest(value.get<double>()) : value.dump();
        return;
    }
    const auto newLine = [&text](int level) { text += '\n' + std::string(static_cast<std::size_t>(level) * 2, ' '); };
    text += value.is_object() ? '{' : '[';
    bool first = true;
    for (const auto& [name, member] : value.items()) {
        if (!first)
            text += ',';
        first = false;
        newLine(depth + 1);
        if (value.is_object())
            text += Json(name).dump() + ": ";
        append(member, depth + 1, text);
    }
    newLine(depth);
    text += value.is_object() ? '}' : ']';
}

} // namespace

Json toJson(const QString& text) {
    return text.toStdString();
}

Json textOrNull(const QString& text) {
    return text.isEmpty() ? Json(nullptr) : toJson(text);
}

void writeJson(const Json& document, QTextStream& out) {
    std::string text;
    append(document, 0, text);
    out << QString::fromStdString(text) << '\n';
}

} // namespace junheng::cli
