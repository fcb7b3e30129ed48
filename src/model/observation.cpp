#include "model/observation.h"

#include "model/items.h"
#include "model/tr.h"
#include "model/typed_text.h"
#include "model/unit.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace junheng::model {

namespace {

constexpr std::int64_t kLargestCount = 9'999'999;
constexpr int kMostAmountDigits = 15;
constexpr int kLongestText = 500;
constexpr int kLongestWriting = 20'000; // what people write: reports, explanations
constexpr int kNoiseDecimals = 10;

base::Error error(const char* code, const QString& message) {
    return {.code = QLatin1StringView(code), .message = message};
}

QString kindWord(const Item& item) {
    return item.kind == ItemKind::Count || item.kind == ItemKind::Integer ? tr("整数") : tr("数字");
}

base::Error notANumber(const Item& item, QStringView text) {
    const QString expected = item.hasUnit() ? tr("%1（%2）").arg(kindWord(item), item.unitText()) : kindWord(item);
    const QString folded = foldTyped(text);
    if (std::ranges::any_of(folded, [](QChar c) { return c.isNumber(); }))
        return error("value.not_a_number",
                     tr("“%1”应填%2，填的是%3。一格只填一个数，注号、说明、其他单位请删去；没有数据请留空。")
                         .arg(item.label, expected, quoted(text)));
    return error(
        "value.not_a_number",
        tr("“%1”应填%2，填的是%3。没有数据请留空，确属不适用请填“不适用”。").arg(item.label, expected, quoted(text)));
}

base::Error tooLarge(const Item& item, QStringView text) {
    return error("value.too_large",
                 item.kind == ItemKind::Count
                     ? tr("“%1”最大为 9999999，填的是%2。请核对是否多输了数字。").arg(item.label, quoted(text))
                     : tr("“%1”最多 15 位数字，填的是%2。请核对单位和位数。").arg(item.label, quoted(text)));
}

// The number in a typed text, without separators and unit: "1,234人" -> "1234". Empty when it is no number. Groups are
// divided by commas or by the thin blanks of printed tables; a plain blank may as well divide two numbers. The comma of
// "0,125" is a point.
QString numberIn(const Item& item, QStringView text) {
    static const QRegularExpression kNumber(
        QStringLiteral("^([+-]?)([1-9]\\d{0,2}(?:,\\d{3})+|[1-9]\\d{0,2}(?:[\\x{2005}-\\x{200A}\\x{202F}]\\d{3})+|\\d*)"
                       "(\\.\\d*)?([eE][+-]?\\d+)?\\s*(\\D.*)?$"));
    const QString folded = foldTyped(text);
    const auto match = kNumber.match(folded.trimmed());
    if (!match.hasMatch())
        return {};
    QString whole = match.captured(2);
    whole.removeIf([](QChar c) { return c < u'0' || c > u'9'; });
    const QString fraction = match.captured(3);
    if (whole.isEmpty() && fraction.size() < 2)
        return {};
    const QString unit = match.captured(5);
    if (!unit.isEmpty() && (!item.hasUnit() || unitName(unit) != unitName(item.unitText())))
        return {};
    return match.captured(1) + whole + fraction + match.captured(4);
}

// Cuts digits behind the tenth decimal, which a workbook's binary numbers leave behind.
base::Decimal withoutNoise(const base::Decimal& number) {
    if (number.scale() <= kNoiseDecimals)
        return number;
    return number.rescaledHalfUp(kNoiseDecimals).value_or(number);
}

// A decimal of more digits than Decimal holds, cut to those that matter for rounding.
std::optional<base::Decimal> parseLongDecimal(const QString& text) {
    if (auto number = base::Decimal::parse(text))
        return number;
    if (std::abs(text.toDouble()) < 1e-10)
        return base::Decimal();
    const qsizetype point = text.indexOf(QChar(u'.'));
    if (point < 0 || text.contains(QChar(u'e'), Qt::CaseInsensitive))
        return std::nullopt;
    return base::Decimal::parse(QStringView(text).left(point + 1 + kNoiseDecimals + 1));
}

bool isTooLarge(const Item& item, std::int64_t amount) {
    return amount >= base::powerOfTen(kMostAmountDigits) || (item.kind == ItemKind::Count && amount > kLargestCount);
}

bool isNoYear(const Item& item, std::int64_t amount) {
    return item.isYear() && (amount < 1800 || amount > 2200);
}

bool isWriting(const Item& item) {
    return item.level == Level::Narrative || item.level == Level::Explanation;
}

base::Result<ParsedObservation> parseNumber(const Item& item, QStringView original) {
    auto number = base::Decimal::parse(original);
    if (!number) {
        const QString text = numberIn(item, original);
        if (text.isEmpty())
            return std::unexpected(notANumber(item, original));
        number = parseLongDecimal(text);
    }
    if (!number)
        return std::unexpected(tooLarge(item, original));
    if (number->unscaled() < 0)
        return std::unexpected(error(
            "value.negative", tr("“%1”不能为负数，填的是%2。请填写 0 或正数。").arg(item.label, quoted(original))));
    const base::Decimal clean = withoutNoise(*number);
    const auto scaled = clean.rescaledHalfUp(item.decimals);
    if (!scaled || isTooLarge(item, scaled->unscaled()))
        return std::unexpected(tooLarge(item, original));
    if (isNoYear(item, scaled->unscaled()))
        return std::unexpected(
            error("value.not_a_year", tr("“%1”应填四位年份，如 2012，填的是%2。").arg(item.label, quoted(original))));
    return ParsedObservation{.observation = Observation::ofAmount(scaled->unscaled()),
                             .rounded = !clean.fitsScale(item.decimals)};
}

base::Result<ParsedObservation> parseFlag(const Item& item, QStringView original) {
    static const std::array kYes{u"是", u"有", u"√", u"y", u"yes", u"true", u"1"};
    static const std::array kNo{u"否", u"无", u"×", u"n", u"no", u"false", u"0"};
    const auto isOneOf = [lower = foldCode(original).toLower()](const auto& words) {
        return std::ranges::any_of(words, [&](const char16_t* word) { return lower == QStringView(word); });
    };
    if (isOneOf(kYes))
        return ParsedObservation{.observation = Observation::ofAmount(1)};
    if (isOneOf(kNo))
        return ParsedObservation{.observation = Observation::ofAmount(0)};
    return std::unexpected(
        error("value.not_a_flag", tr("“%1”应填“是”或“否”，填的是%2。").arg(item.label, quoted(original))));
}

// A choice may be given whole, and a numbered one ("10 民办") by its number or its name alone. The number must be
// digits: folded as a label is, "1⁰" would be ten.
bool matchesChoice(const QString& choice, const QString& folded, const QString& typed) {
    if (foldText(choice) == folded)
        return true;
    const qsizetype blank = choice.indexOf(QChar(u' '));
    return blank > 0 && (choice.left(blank) == typed || foldText(choice.mid(blank + 1)) == folded);
}

base::Result<ParsedObservation> parseChoice(const Item& item, QStringView original) {
    QString folded = foldText(original);
    const QString typed = foldCode(original);
    if (const QString unit = item.unitText(); !unit.isEmpty() && folded.endsWith(unit))
        folded.chop(unit.size());
    for (int i = 0; i < item.choices.size(); ++i) {
        if (matchesChoice(item.choices[i], folded, typed))
            return ParsedObservation{.observation = Observation::ofChoice(item, i)};
    }
    return std::unexpected(
        error("value.unknown_choice",
              tr("“%1”没有%2这一项，应为：%3。").arg(item.label, quoted(original), item.choices.join(QChar(u'、')))));
}

base::Result<ParsedObservation> parseDate(const Item& item, QStringView original) {
    static const QRegularExpression kBlank(QStringLiteral("(?<!\\d)\\s+|\\s+(?!\\d)"));
    QString text = foldTyped(original).trimmed().remove(kBlank);
    text.replace(QChar(u'年'), QChar(u'-')).replace(QChar(u'月'), QChar(u'-')).remove(QChar(u'日'));
    text.replace(QChar(u'/'), QChar(u'-')).replace(QChar(u'.'), QChar(u'-'));
    const QDate date = QDate::fromString(text, QStringLiteral("yyyy-M-d"));
    if (!date.isValid())
        return std::unexpected(
            error("value.not_a_date", tr("“%1”应填日期，如 2025-12-31，填的是%2。").arg(item.label, quoted(original))));
    return ParsedObservation{.observation = Observation::ofText(date.toString(Qt::ISODate))};
}

base::Result<ParsedObservation> parseText(const Item& item, QStringView original) {
    if (hasDeceivingMark(original))
        return std::unexpected(
            error("value.deceiving_mark", tr("“%1”里有使文字显示与实际不同的字符，填的是%2。请重新输入，不要粘贴。")
                                              .arg(item.label, quoted(original))));
    const QString text = cleanText(original);
    if (item.is(items::parent_code)) {
        const auto code = parseSchoolCode(text);
        if (!code)
            return std::unexpected(code.error());
        return ParsedObservation{.observation = Observation::ofText(*code)};
    }
    const int longest = isWriting(item) ? kLongestWriting : kLongestText;
    if (text.size() > longest)
        return std::unexpected(
            error("value.too_long", tr("“%1”最多 %2 字，填了 %3 字。").arg(item.label).arg(longest).arg(text.size())));
    return ParsedObservation{.observation = Observation::ofText(text)};
}

} // namespace

Observation Observation::confirmed() const {
    Observation result = *this;
    result.unconfirmed = false;
    return result;
}

Observation Observation::takenOver() const {
    Observation result = *this;
    result.unconfirmed = !isMissing();
    return result;
}

bool Observation::saysSameAs(const Observation& other) const {
    return state == other.state && amount == other.amount && text == other.text;
}

QString notApplicableWord() {
    static const QString word = tr("不适用");
    return word;
}

base::Result<QString> parseSchoolCode(QStringView text) {
    QString code = foldCode(text);
    if (code.size() == 10 && std::ranges::all_of(code, [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return code;
    return std::unexpected(
        error("value.not_a_code",
              tr("学校标识码应为十位数字，填的是%1。请按学校代码证填写，并把单元格设为文本格式。").arg(quoted(text))));
}

base::Result<ParsedObservation> parseObservation(const Item& item, QStringView text) {
    const QString folded = foldText(text);
    if (folded.isEmpty())
        return ParsedObservation{};
    if (folded == notApplicableWord()) {
        if (item.is(items::pupils))
            return std::unexpected(
                error("value.not_applicable", tr("“%1”不能填“不适用”。没有学生请填 0。").arg(item.label)));
        return ParsedObservation{.observation = Observation::notApplicable()};
    }
    switch (item.kind) {
    case ItemKind::Text:
        return parseText(item, text);
    case ItemKind::Choice:
        return parseChoice(item, text);
    case ItemKind::Flag:
        return parseFlag(item, text);
    case ItemKind::Date:
        return parseDate(item, text);
    case ItemKind::Integer:
    case ItemKind::Count:
    case ItemKind::Money:
    case ItemKind::Area:
    case ItemKind::Decimal:
        break;
    }
    return parseNumber(item, text);
}

bool isPossible(const Item& item, const Observation& observation) {
    if (!observation.isValue())
        return observation.isMissing() || !item.is(items::pupils);
    switch (item.kind) {
    case ItemKind::Text:
        if (item.is(items::parent_code))
            return parseSchoolCode(observation.text) == observation.text;
        // The program itself keeps long writings, such as the figures that an explanation speaks of.
        return isWriting(item) || observation.text.size() <= kLongestText;
    case ItemKind::Date:
        return QDate::fromString(observation.text, Qt::ISODate).isValid();
    case ItemKind::Choice:
        return observation.amount >= 0 && observation.amount < item.choices.size();
    case ItemKind::Flag:
        return observation.amount == 0 || observation.amount == 1;
    case ItemKind::Integer:
    case ItemKind::Count:
    case ItemKind::Money:
    case ItemKind::Area:
    case ItemKind::Decimal:
        break;
    }
    return observation.amount >= 0 && !isTooLarge(item, observation.amount) && !isNoYear(item, observation.amount);
}

base::Decimal decimalOf(const Item& item, const Observation& observation) {
    return {observation.amount, item.decimals};
}

QString displayText(const Item& item, const Observation& observation) {
    switch (observation.state) {
    case State::Missing:
        return {};
    case State::NotApplicable:
        return notApplicableWord();
    case State::Value:
        break;
    }
    if (item.isNumeric())
        return decimalOf(item, observation).toShortString();
    if (item.kind == ItemKind::Flag)
        return observation.amount != 0 ? tr("是") : tr("否");
    return observation.text;
}

QString markedText(const Item& item, const Observation& observation) {
    const QString text = displayText(item, observation);
    return observation.unconfirmed ? text + tr("（未确认）") : text;
}

} // namespace junheng::model
