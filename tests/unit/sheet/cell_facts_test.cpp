// What the reader tells of cells beside their value: how they are displayed, whether their formula was calculated, what
// is struck out, hidden, merged, damaged.
#include "sheet/workbook_reader.h"

#include "print_cell.h"
#include "python_books.h"

#include <ostream>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace junheng::sheet {

namespace {

class CellFacts : public test::BookTest {
protected:
    Workbook read(const char* name) {
        auto book = readWorkbook(make(name));
        EXPECT_TRUE(book.has_value()) << (book ? "" : book.error().toString().toStdString());
        return book ? std::move(*book) : Workbook{};
    }
    // The calculation of the cells of make_workbooks.FORMULAS, by their names.
    QStringList cellsWith(const char* name, Calculation calculation) {
        const Workbook book = read(name);
        QStringList cells;
        for (int row = 0; row < book.sheets[0].rowCount(); ++row) {
            for (int column = 0; column < book.sheets[0].columnCount(); ++column) {
                if (book.sheets[0].at(row, column).calculation == calculation &&
                    !book.sheets[0].at(row, column).isBlank())
                    cells << cellName(row, column);
            }
        }
        return cells;
    }
};

TEST_F(CellFacts, HowNumbersAreDisplayed) {
    const Workbook book = read("displays");
    const Sheet& sheet = book.sheets.at(0);
    const auto number = [](const QString& text, Display display, const QString& shown) {
        return StoredCell{.kind = CellKind::Number, .text = text, .display = display, .shown = shown};
    };
    EXPECT_EQ(sheet.at(0, 0), number(u"0.965"_s, Display::Percent, u"96.5%"_s)); // the binary noise is none
    EXPECT_EQ(sheet.at(0, 1), number(u"0.5"_s, Display::Percent, u"50.00%"_s));  // built-in 10
    EXPECT_EQ(sheet.at(0, 2), number(u"12345"_s, Display::Scaled, u"1.2万"_s));
    EXPECT_EQ(sheet.at(0, 3), number(u"7"_s, Display::Nothing, {}));
    EXPECT_EQ(sheet.at(0, 4), number(u"4.5732"_s, Display::Rounded, u"4.6"_s));
    EXPECT_EQ(sheet.at(0, 5), number(u"12"_s, Display::Labelled, u"12人"_s));
    EXPECT_EQ(sheet.at(0, 6), number(u"5"_s, Display::Unknown, {})); // a style that is not there
    EXPECT_EQ(sheet.at(0, 7), (StoredCell{.kind = CellKind::Text, .text = u"字"_s, .display = Display::Nothing}));
}

TEST_F(CellFacts, WhatIsStruckOutOrRaised) {
    const Workbook book = read("runs");
    const Sheet& sheet = book.sheets.at(0);
    const auto text = [](const QString& kept, StruckOut struckOut, const QString& shown, bool raised = false) {
        return StoredCell{
            .kind = CellKind::Text, .text = kept, .struckOut = struckOut, .raised = raised, .shown = shown};
    };
    EXPECT_EQ(sheet.at(0, 0), text(u"1191"_s, StruckOut::Partly, u"1191191"_s));
    EXPECT_EQ(sheet.at(0, 1), text(u"旧名"_s, StruckOut::Wholly, {}));
    EXPECT_EQ(sheet.at(0, 2), text(u"11912"_s, StruckOut::No, {}, true));
    EXPECT_EQ(sheet.at(0, 3), text(u"不划"_s, StruckOut::No, {}));       // strike val="0", baseline
    EXPECT_EQ(sheet.at(0, 4), text(u"整格"_s, StruckOut::Wholly, {}));   // by the font of its style
    EXPECT_EQ(sheet.at(0, 5), text(u"自己的字体"_s, StruckOut::No, {})); // the run has a font of its own
    EXPECT_EQ(sheet.at(0, 6), (StoredCell{.kind = CellKind::Number, .text = u"7"_s, .struckOut = StruckOut::Wholly}));
    EXPECT_EQ(sheet.at(0, 7), (StoredCell{.kind = CellKind::Number, .text = u"8"_s})); // strike val="0" in the font
    EXPECT_EQ(sheet.at(0, 8), text(u"全部上标"_s, StruckOut::No, {}));                 // nothing to be told apart from
    EXPECT_EQ(sheet.at(1, 0), text(u"新"_s, StruckOut::Partly, u"旧新"_s));
}

TEST_F(CellFacts, FormulasThatAreStillToBeCalculated) {
    // A formula over several cells stands in the first; the constants are B1, C5 and in a table nobody asked for none.
    const QStringList all{u"A1"_s, u"C1"_s, u"A2"_s, u"A3"_s, u"A4"_s, u"B4"_s, u"A5"_s, u"B5"_s, u"A7"_s, u"A8"_s};
    // The text of A9 may be empty or not; nobody knows.
    EXPECT_EQ(cellsWith("calculated_on_load", Calculation::Pending), all + QStringList{u"A9"_s});
    EXPECT_EQ(cellsWith("calculation_not_completed", Calculation::Pending), all + QStringList{u"A9"_s});
    EXPECT_EQ(cellsWith("calculated_by_hand", Calculation::Manual), all);
    EXPECT_EQ(cellsWith("tables_by_hand", Calculation::Manual), (QStringList{u"A7"_s, u"A8"_s}));
    EXPECT_EQ(cellsWith("calculated_always", Calculation::Manual), QStringList());
    EXPECT_EQ(cellsWith("calculated_always", Calculation::Pending), QStringList());
}

TEST_F(CellFacts, AnArrayWithoutValuesIsNotBlank) {
    const Workbook book = read("calculated_always");
    EXPECT_EQ(book.sheets.at(0).at(5, 0).kind, CellKind::Uncalculated);
    EXPECT_EQ(book.sheets.at(0).at(5, 1).kind, CellKind::Uncalculated);
    EXPECT_TRUE(book.sheets.at(0).at(5, 2).isBlank());
}

TEST_F(CellFacts, Pictures) {
    const Workbook book = read("pictures");
    std::vector<CellKind> kinds;
    for (int column = 0; column < book.sheets.at(0).columnCount(); ++column)
        kinds.push_back(book.sheets[0].at(0, column).kind);
    EXPECT_EQ(kinds, (std::vector{CellKind::Picture, CellKind::Picture, CellKind::Picture, CellKind::Picture,
                                  CellKind::Picture, CellKind::Error, CellKind::Error, CellKind::Number}));
}

TEST_F(CellFacts, HiddenParts) {
    const Workbook book = read("hidden_parts");
    const Sheet& sheet = book.sheets.at(0);
    EXPECT_EQ(sheet.visibility(), Visibility::VeryHidden);
    EXPECT_TRUE(sheet.hidden());
    EXPECT_EQ(sheet.hiddenRows(), (std::vector{1, 2, 5})); // row 4 is empty
    ASSERT_GE(sheet.hiddenColumns().size(), 3U);
    EXPECT_EQ((std::vector<int>(sheet.hiddenColumns().begin(), sheet.hiddenColumns().begin() + 3)),
              (std::vector{1, 2, 3}));
}

TEST_F(CellFacts, MergesThatHideAFigure) {
    const Workbook book = read("merged_figures");
    const Sheet& sheet = book.sheets.at(0);
    const auto over = [&](int row, int column) {
        const auto merge = sheet.mergeOver(row, column);
        return merge ? rangeName(*merge) : QString();
    };
    EXPECT_EQ(over(1, 0), u"A1:A2"_s);
    EXPECT_EQ(over(1, 2), u"B2:D2"_s);
    EXPECT_EQ(over(0, 0), QString()); // the first cell itself
    EXPECT_EQ(over(2, 0), QString());
    EXPECT_EQ(over(4, 1), QString()); // A5:B6 has nothing to hide
    EXPECT_EQ(over(0, 1), QString());
}

TEST_F(CellFacts, WhatNobodyNeedsDamagesNoWorkbook) {
    const Workbook book = read("half_sound");
    ASSERT_EQ(book.sheets.size(), 3U);
    const Sheet& sheet = book.sheets[0];
    EXPECT_FALSE(sheet.fault().has_value());
    EXPECT_EQ(sheet.at(0, 0), (StoredCell{.kind = CellKind::Number, .text = u"1"_s})); // in a row without a number
    std::vector<CellKind> kinds;
    for (int column = 0; column < 7; ++column)
        kinds.push_back(sheet.at(1, column).kind);
    EXPECT_EQ(kinds, (std::vector{CellKind::Damaged, CellKind::Damaged, CellKind::Damaged, CellKind::Damaged,
                                  CellKind::Damaged, CellKind::Number, CellKind::Number}));
    EXPECT_EQ(sheet.at(1, 6).display, Display::Unknown);
    EXPECT_EQ(sheet.at(2, 0), (StoredCell{.kind = CellKind::Number, .text = u"1"_s})); // twice, and the same
    EXPECT_EQ(sheet.at(2, 1).kind, CellKind::Damaged);
    EXPECT_EQ(sheet.at(2, 2).kind, CellKind::Damaged);
    EXPECT_EQ(sheet.rowCount(), 3);
    EXPECT_TRUE(book.sheets[1].fault().has_value());
    EXPECT_TRUE(book.sheets[2].fault().has_value());
}

TEST_F(CellFacts, ASheetWithoutAPartIsToldOnlyOfItself) {
    const Workbook book = read("sheets_without_part");
    ASSERT_EQ(book.sheets.size(), 5U);
    for (std::size_t i = 0; i < book.sheets.size(); ++i)
        EXPECT_EQ(book.sheets[i].fault().has_value(), i != 1) << i; // the last shares the part of the second
    EXPECT_EQ(book.sheets[1].at(0, 0).text, u"1"_s);
}

TEST_F(CellFacts, DamagedTextsConcernTheSheetsThatHaveSome) {
    const Workbook book = read("strings_damaged");
    ASSERT_EQ(book.sheets.size(), 2U);
    ASSERT_TRUE(book.sheets[0].fault().has_value());
    EXPECT_TRUE(book.sheets[0].fault()->message.contains(u"xl/sharedStrings.xml"_s));
    EXPECT_FALSE(book.sheets[1].fault().has_value());
    EXPECT_EQ(book.sheets[1].at(0, 0).text, u"1"_s);
}

} // namespace
} // namespace junheng::sheet
