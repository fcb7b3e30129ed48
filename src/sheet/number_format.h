// What the number format of a cell shows of the number in it.
#pragma once

#include "sheet/format_sections.h"
#include "sheet/workbook.h"

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace junheng::sheet {

/// One format code, as Excel and WPS understand it: sections, conditions, placeholders, text in quotes.
class NumberFormat {
public:
    NumberFormat() = default; ///< General

    static NumberFormat fromCode(QStringView code);
    /// The formats that have a number and no code, including those of Chinese editions.
    static NumberFormat builtIn(int id);

    /// Whether it shows a date or a time.
    [[nodiscard]] bool isDate() const { return m_isDate; }
    /// One that could not be read: everything looks Unknown in it.
    static NumberFormat unknown();

    struct Appearance {
        Display display = Display::AsStored;
        QString shown = {}; ///< empty where it looks as stored
    };
    /// Of a number as stored ("1234.5", "1E-4"). Fractions, powers of ten and Chinese numerals look as stored: they
    /// are other ways of writing the same figure; per cents, scales and words around them do not.
    [[nodiscard]] Appearance of(const QString& number) const;
    /// Of a text: Nothing (";;;") or Words (@"万", ;;;"无") where its section shows something else.
    [[nodiscard]] Appearance ofText(const QString& text) const;

private:
    [[nodiscard]] const FormatSection* sectionFor(double value, bool& hasOwnSign) const;
    void summarize();

    std::vector<FormatSection> m_sections;
    bool m_isDate = false;
    bool m_isUnknown = false;
    std::optional<FormatSection> m_text = {}; ///< for texts
    int m_plainDecimals = -1;                 ///< of a format whose sections are all plain, which most are
};

} // namespace junheng::sheet
