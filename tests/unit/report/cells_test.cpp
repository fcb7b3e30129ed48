// What a spreadsheet shows of a number must be what the form prints.

#include "report/cells.h"

#include <gtest/gtest.h>

namespace junheng::report {

using document::Cell;
using document::Mark;
using document::numberCell;

using namespace Qt::Literals::StringLiterals;

TEST(NumberCell, KeepsTheUnroundedNumberWhereItShowsTheSame) {
    const double value = 44.0 / 9;
    const Cell cell = numberCell(3, value, u"4.89"_s);
    EXPECT_EQ(cell.column, 3);
    EXPECT_EQ(cell.number->value, value);
    EXPECT_EQ(cell.number->decimals, 2);
}

TEST(NumberCell, StoresTheRoundedNumberWhereBinaryFractionsLieBelowATie) {
    // 107/40 = 2.675 exactly, but the double is 2.67499999999999982.
    EXPECT_EQ(numberCell(0, 2.675, u"2.68"_s).number->value, 2.68);
    // The other way round: below the tie by less than 15 digits show, so Excel would round it up.
    EXPECT_EQ(numberCell(0, 1.0049999999999999, u"1.00"_s).number->value, 1.0);
}

TEST(NumberCell, KeepsATieThatBinaryFractionsHoldExactly) {
    EXPECT_EQ(numberCell(0, 6.375, u"6.38"_s).number->value, 6.375);
}

TEST(NumberCell, ReadsTheDecimalsFromThePrint) {
    EXPECT_EQ(numberCell(0, 7, u"7"_s).number->decimals, 0);
    EXPECT_EQ(numberCell(0, 0.0694607, u"0.069"_s).number->decimals, 3);
    EXPECT_EQ(numberCell(0, 1e-9, u"0.00"_s).number->decimals, 2);
}

TEST(ObservationCell, TellsZeroMissingAndNotApplicableApart) {
    const model::Item& item = model::ItemDictionary::builtIn().at(u"classes");
    const Cell zero = observationCell(0, item, model::Observation::ofAmount(0));
    EXPECT_EQ(zero.text, u"0"_s);
    EXPECT_EQ(zero.number->value, 0);
    const Cell missing = observationCell(0, item, model::Observation::missing());
    EXPECT_EQ(missing.text, u"待填报"_s);
    EXPECT_FALSE(missing.number);
    EXPECT_EQ(missing.mark, Mark::Missing);
    const Cell none = observationCell(0, item, model::Observation::notApplicable());
    EXPECT_EQ(none.text, u"不适用"_s);
    EXPECT_EQ(none.mark, Mark::None);
}

} // namespace junheng::report
