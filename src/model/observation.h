// One entered figure: a value, missing, or not applicable. Missing is never 0, -1, "" or NaN.
#pragma once

#include "base/decimal.h"
#include "base/error.h"
#include "model/item.h"

#include <QString>

#include <cstdint>

namespace junheng::model {

enum class State : std::uint8_t { Missing, Value, NotApplicable };

/// `amount` is exact: numbers scaled by 10^item.decimals, 0/1 for a flag, the index into item.choices for a choice.
/// `text` is the value of text, the canonical wording of a choice, the ISO date of a date, else empty.
struct Observation {
    State state = State::Missing;
    std::int64_t amount = 0;
    QString text = {};
    /// Taken over from the year before, and nobody has confirmed it yet: a value like any other, but marked. Never of
    /// what is missing.
    bool unconfirmed = false;

    static Observation missing() { return {}; }
    static Observation notApplicable() { return {.state = State::NotApplicable}; }
    static Observation ofAmount(std::int64_t amount) { return {.state = State::Value, .amount = amount}; }
    static Observation ofText(const QString& text) { return {.state = State::Value, .text = text}; }
    static Observation ofChoice(const Item& item, int index) {
        return {.state = State::Value, .amount = index, .text = item.choices.at(index)};
    }

    [[nodiscard]] bool isMissing() const { return state == State::Missing; }
    [[nodiscard]] bool isValue() const { return state == State::Value; }
    /// The same as it stands for itself.
    [[nodiscard]] Observation confirmed() const;
    /// The same as taken over; what is missing stays as it is.
    [[nodiscard]] Observation takenOver() const;
    /// Whether both say the same, confirmed or not.
    [[nodiscard]] bool saysSameAs(const Observation& other) const;
    bool operator==(const Observation&) const = default;
};

/// 不适用: the word that enters and shows NotApplicable.
QString notApplicableWord();

struct ParsedObservation {
    Observation observation;
    bool rounded = false; ///< the text had more decimals than the item declares; rounded half up
};

/// The one parser, for workbook cells and for typing. Blank text is missing, 不适用 not applicable. Tolerates blanks
/// around a number, full-width forms, thousands separators ("１,２３４.5") and the item's own unit; a blank between
/// digits, note marks and raised digits make it no number. Binary noise beyond ten decimals is dropped silently.
/// Limits: counts <= 9,999,999, amounts <= 15 digits, nothing negative.
/// Errors (message says what was found and what is expected): "value.not_a_number", "value.negative",
/// "value.too_large", "value.unknown_choice", "value.not_a_flag", "value.not_a_code", "value.not_a_date",
/// "value.not_applicable" (where the item must have a figure), "value.too_long", "value.deceiving_mark".
base::Result<ParsedObservation> parseObservation(const Item& item, QStringView text);

/// Whether what a file holds can ever have been entered: whether parseObservation() could have made it. A file that
/// says anything else was changed past the program, or by a version that knows more.
bool isPossible(const Item& item, const Observation& observation);

/// Exactly ten digits (blanks and full-width digits tolerated). Errors: "value.not_a_code".
base::Result<QString> parseSchoolCode(QStringView text);

/// The number of a numeric observation, exact. Only for values.
base::Decimal decimalOf(const Item& item, const Observation& observation);

/// As a person would type it: "1234.5", "是", "小学"; empty when missing, 不适用 when not applicable.
QString displayText(const Item& item, const Observation& observation);

/// The same with （未确认） behind what is unconfirmed: where values are told of and not shown in their place.
QString markedText(const Item& item, const Observation& observation);

} // namespace junheng::model
