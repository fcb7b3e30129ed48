#include "store/packing.h"

#include "base/decimal.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringEncoder>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace junheng::store {

namespace {

using model::State;

// Written by hand, as an import has some ten thousand values and QJsonDocument would keep each of them twice.
class PackedWriter {
public:
    explicit PackedWriter(std::size_t values) { m_out.reserve(static_cast<qsizetype>(values) * kUsualBytes); }

    void add(char sign) { m_out += sign; }
    void add(const QString& text) {
        m_out += '"';
        if (std::ranges::none_of(text, isSpecial)) {
            addPlain(text);
        } else {
            for (const char byte : text.toUtf8())
                addEscaped(byte);
        }
        m_out += '"';
    }
    void add(const StoredValue& value) {
        if (value.unconfirmed)
            m_out += kUnconfirmed;
        addWord(value);
        if (value.unconfirmed)
            m_out += '}';
    }
    [[nodiscard]] QByteArray take() { return std::move(m_out); }

private:
    static constexpr qsizetype kUsualBytes = 48;
    static constexpr QByteArrayView kUnconfirmed = "{\"c\":";

    static bool isSpecial(QChar c) { return c < u' ' || c == u'"' || c == u'\\'; }

    void addWord(const StoredValue& value) {
        if (value.state == State::Missing) {
            m_out += "null";
        } else if (value.state == State::NotApplicable) {
            m_out += "false";
        } else if (value.text) {
            add(*value.text);
        } else if (!value.amount) {
            m_out += "true";
        } else if (value.scale == 0) {
            addNumber(*value.amount);
        } else {
            m_out += '[';
            addNumber(*value.amount);
            m_out += ',';
            addNumber(value.scale);
            m_out += ']';
        }
    }
    void addNumber(std::int64_t number) {
        std::array<char, std::numeric_limits<std::int64_t>::digits10 + 3> digits{};
        const auto [end, error] = std::to_chars(digits.begin(), digits.end(), number);
        m_out.append(digits.data(), end - digits.data());
    }
    void addPlain(const QString& text) {
        const qsizetype before = m_out.size();
        m_out.resize(before + m_encoder.requiredSpace(text.size()));
        const char* end = m_encoder.appendToBuffer(m_out.data() + before, text);
        m_out.truncate(end - m_out.constData());
    }
    void addEscaped(char byte) {
        if (static_cast<unsigned char>(byte) < ' ')
            m_out += "\\u" + QByteArray::number(byte, 16).rightJustified(4, '0');
        else if (byte == '"' || byte == '\\')
            (m_out += '\\') += byte;
        else
            m_out += byte;
    }

    QByteArray m_out;
    QStringEncoder m_encoder{QStringEncoder::Utf8, QStringEncoder::Flag::Stateless};
};

std::optional<std::int64_t> integerFrom(const QJsonValue& json) {
    const std::int64_t number = json.toInteger();
    const bool exact = json.isDouble() && (number != 0 || json.toDouble() == 0);
    return exact ? std::optional(number) : std::nullopt;
}

std::optional<StoredValue> numberFrom(const QJsonValue& amount, int scale) {
    const auto number = integerFrom(amount);
    return number ? std::optional(StoredValue{.state = State::Value, .amount = number, .scale = scale}) : std::nullopt;
}

std::optional<StoredValue> valueFrom(const QJsonValue& json);

// {"c": value}; what is missing and what a subject's being there is stored as cannot be unconfirmed.
std::optional<StoredValue> unconfirmedFrom(const QJsonObject& json) {
    const QJsonValue inner = json.value(QLatin1StringView("c"));
    if (json.size() != 1 || inner.isUndefined() || inner.isNull() || inner.isObject() || inner.toBool())
        return std::nullopt;
    auto value = valueFrom(inner);
    if (value)
        value->unconfirmed = true;
    return value;
}

std::optional<StoredValue> valueFrom(const QJsonValue& json) {
    switch (json.type()) {
    case QJsonValue::Null:
        return StoredValue{};
    case QJsonValue::Bool:
        return StoredValue{.state = json.toBool() ? State::Value : State::NotApplicable};
    case QJsonValue::String:
        return StoredValue{.state = State::Value, .text = json.toString()};
    case QJsonValue::Double:
        return numberFrom(json, 0);
    case QJsonValue::Array: {
        const QJsonArray pair = json.toArray();
        const auto scale = pair.size() == 2 ? integerFrom(pair.at(1)) : std::nullopt;
        return scale >= 1 && scale <= base::Decimal::kMaxDigits ? numberFrom(pair.at(0), static_cast<int>(*scale))
                                                                : std::nullopt;
    }
    case QJsonValue::Object:
        return unconfirmedFrom(json.toObject());
    case QJsonValue::Undefined:
        break;
    }
    return std::nullopt;
}

QString jsonText(const QJsonValue& json) {
    constexpr qsizetype kMost = 60;
    const QString text = QString::fromUtf8(QJsonDocument(QJsonArray{json}).toJson(QJsonDocument::Compact));
    const QString inner = text.mid(1, text.size() - 2);
    return inner.size() <= kMost ? inner : inner.left(kMost) + QChar(u'…');
}

std::optional<StoredChange> changeFrom(const QJsonArray& json) {
    if (json.size() != 4 || !json.at(3).isString() || !(json.at(0).isNull() || json.at(0).isString()))
        return std::nullopt;
    const auto before = valueFrom(json.at(1));
    const auto after = valueFrom(json.at(2));
    if (!before || !after)
        return std::nullopt;
    return StoredChange{
        .item = json.at(0).toString(), .before = *before, .after = *after, .ref = json.at(3).toString()};
}

} // namespace

QByteArray packFigures(std::span<const StoredFigure> figures) {
    PackedWriter out(figures.size());
    char separator = '{';
    for (const StoredFigure& figure : figures) {
        out.add(separator);
        out.add(figure.item);
        out.add(':');
        out.add(figure.value);
        separator = ',';
    }
    if (figures.empty())
        out.add('{');
    out.add('}');
    return out.take();
}

std::optional<std::vector<StoredFigure>> unpackFigures(const QByteArray& bytes) {
    auto read = readFigures(bytes);
    return read && read->malformed.empty() ? std::optional(std::move(read->figures)) : std::nullopt;
}

std::optional<FiguresRead> readFigures(const QByteArray& bytes) {
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject object = document.object();
    FiguresRead read;
    read.figures.reserve(static_cast<std::size_t>(object.size()));
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        auto value = valueFrom(entry.value());
        if (!value || value->isMissing() || entry.value().toBool())
            read.malformed.push_back({.item = entry.key(), .found = jsonText(entry.value())});
        else
            read.figures.push_back({.item = entry.key(), .value = *std::move(value)});
    }
    return read;
}

QByteArray packChanges(std::span<const StoredChange> changes) {
    PackedWriter out(changes.size());
    char separator = '[';
    for (const StoredChange& change : changes) {
        out.add(separator);
        out.add('[');
        if (change.item.isNull())
            out.add(StoredValue{});
        else
            out.add(change.item);
        for (const StoredValue& value : {change.before, change.after}) {
            out.add(',');
            out.add(value);
        }
        out.add(',');
        out.add(change.ref);
        out.add(']');
        separator = ',';
    }
    out.add(']');
    return out.take();
}

std::optional<std::vector<StoredChange>> unpackChanges(const QByteArray& bytes) {
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isArray())
        return std::nullopt;
    std::vector<StoredChange> changes;
    for (const auto& entry : document.array()) {
        auto change = changeFrom(entry.toArray());
        if (!change)
            return std::nullopt;
        changes.push_back(*std::move(change));
    }
    return changes;
}

} // namespace junheng::store
