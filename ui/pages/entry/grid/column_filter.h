// What the filter field under a heading asks for.
#pragma once

#include "base/rational.h"
#include "model/observation.h"

#include <optional>

namespace junheng::ui {

/// Part of a text (blanks, case and full-width forms do not count), or a comparison: >100, >=3.5, <20, <=20, =0, <>是;
/// 空 finds blank cells, 非空 filled ones. Comparing by size fits numbers alone; <> fits blank cells too, as in Excel.
class ColumnFilter {
public:
    /// Errors: "filter.no_number" where a comparison by size names none.
    static base::Result<ColumnFilter> parse(const QString& text);

    /// Asks for nothing.
    [[nodiscard]] bool isEmpty() const { return m_kind == Kind::Contains && m_text.isEmpty(); }
    [[nodiscard]] bool matches(const model::Item& item, const model::Observation& observation) const;
    /// For a cell that only informs.
    [[nodiscard]] bool matchesText(const QString& text) const;

private:
    enum class Kind : std::uint8_t { Contains, Blank, Filled, Equal, Unequal, Less, LessEqual, Greater, GreaterEqual };

    [[nodiscard]] bool equals(const model::Item& item, const model::Observation& observation) const;
    [[nodiscard]] bool compares(const base::Rational& number) const;

    Kind m_kind = Kind::Contains;
    QString m_text; ///< folded
    std::optional<base::Rational> m_number;
};

} // namespace junheng::ui
