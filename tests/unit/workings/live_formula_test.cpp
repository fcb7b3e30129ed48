// Formulas that are printed and calculated at once. What they amount to is what Excel and LibreOffice make of the text.

#include "workings/formula/live_range.h"

#include <gtest/gtest.h>

namespace junheng::workings {

using namespace Qt::Literals::StringLiterals;

namespace {

Live cell(const QString& address, SheetValue value) {
    return {address, std::move(value)};
}

const Live kBlank = cell(u"A1"_s, {});
const Live kTwo = cell(u"B1"_s, 2.0);
const Live kThree = cell(u"C1"_s, 3.0);
const Live kWord = cell(u"D1"_s, u"不适用"_s);

void expectNumber(const Live& live, const QString& text, double value) {
    EXPECT_EQ(live.text().toStdString(), text.toStdString());
    ASSERT_TRUE(live.isNumber()) << live.text().toStdString();
    EXPECT_DOUBLE_EQ(live.toNumber(), value) << live.text().toStdString();
}

void expectTruth(const Live& live, const QString& text, bool truth) {
    EXPECT_EQ(live.text().toStdString(), text.toStdString());
    EXPECT_EQ(live.isTrue(), truth) << live.text().toStdString();
}

} // namespace

TEST(LiveFormula, BracketsStandOnlyWhereTheyAreNeeded) {
    expectNumber(live::times(live::plus(kTwo, kThree), kThree), u"(B1+C1)*C1"_s, 15);
    expectNumber(live::plus(kTwo, live::times(kTwo, kThree)), u"B1+B1*C1"_s, 8);
    expectNumber(live::minus(kThree, live::minus(kTwo, kThree)), u"C1-(B1-C1)"_s, 4);
    expectNumber(live::dividedBy(kThree, live::times(kTwo, kThree)), u"C1/(B1*C1)"_s, 0.5);
    expectNumber(live::sum(std::vector{kTwo, kThree, kTwo}), u"B1+C1+B1"_s, 7);
    expectNumber(live::sum(std::vector<Live>{}), u"0"_s, 0);
    expectTruth(live::equal(live::plus(kTwo, kThree), Live::number(5.0)), u"B1+C1=5"_s, true);
}

TEST(LiveFormula, ABlankIsEmptyTextAndNoZero) {
    expectTruth(live::isBlank(kBlank), u"A1=\"\""_s, true);
    expectTruth(live::isZero(kBlank), u"COUNTIF(A1,0)>0"_s, false);
    expectTruth(live::isZero(cell(u"A1"_s, 0.0)), u"COUNTIF(A1,0)>0"_s, true);
    expectTruth(live::isNumber(kBlank), u"ISNUMBER(A1)"_s, false);
    expectNumber(live::figureOf(kBlank), u"N(A1)"_s, 0);
    expectNumber(live::figureOf(kWord), u"N(D1)"_s, 0);
    expectTruth(live::equal(kWord, kTwo), u"D1=B1"_s, false);
}

TEST(LiveFormula, AnErrorOfTheBranchNotTakenDoesNoHarm) {
    const Live ratio = live::dividedBy(kTwo, kBlank);
    const Live guarded = live::choose(live::isNumber(kBlank), ratio, Live::text(u"待填报"_s));
    EXPECT_EQ(guarded.text(), u"IF(ISNUMBER(A1),B1/A1,\"待填报\")"_s);
    EXPECT_EQ(std::get<QString>(guarded.value()), u"待填报"_s);
}

TEST(LiveFormula, ALimitIsHeldWithinTheRoundingOfFractions) {
    // 0.1 + 0.2 is 0.30000000000000004.
    const Live sum = live::plus(Live::number(0.1), Live::number(0.2));
    const Live limit = Live::number(0.3);
    expectTruth(live::holds(sum, standard::Bound::AtMost, limit, 10), u"ROUND(0.1+0.2-0.3,10)<=0"_s, true);
    expectTruth(live::holds(sum, standard::Bound::AtLeast, limit, 10), u"ROUND(0.1+0.2-0.3,10)>=0"_s, true);
    expectTruth(live::holds(sum, standard::Bound::Above, limit, 10), u"ROUND(0.1+0.2-0.3,10)>0"_s, false);
    expectTruth(live::holds(sum, standard::Bound::Below, limit, 10), u"ROUND(0.1+0.2-0.3,10)<0"_s, false);
    expectTruth(live::holds(kTwo, standard::Bound::AtLeast, kThree, 10), u"ROUND(B1-C1,10)>=0"_s, false);
}

TEST(LiveFormula, RoundingUpForgivesTheFraction) {
    expectNumber(live::roundedUp(live::dividedBy(Live::number(25.0), Live::number(12.0))),
                 u"ROUNDUP(ROUND(25/12,9),0)"_s, 3);
    expectNumber(live::roundedUp(live::times(Live::number(0.7), Live::number(10.0))), u"ROUNDUP(ROUND(0.7*10,9),0)"_s,
                 7);
    expectNumber(live::roundedUp(live::times(Live::number(1.1), Live::number(30.0))), u"ROUNDUP(ROUND(1.1*30,9),0)"_s,
                 33);
}

TEST(LiveFormula, RangesCountWordsAndSumNumbers) {
    const LiveRange range{{u"A$4:A$8"_s}, {SheetValue(), 2.0, u"待填报"_s, 3.5, u"待填报"_s}};
    expectNumber(live::sum(range), u"SUM(A$4:A$8)"_s, 5.5);
    expectNumber(live::smallest(range), u"MIN(A$4:A$8)"_s, 2);
    expectNumber(live::largest(range), u"MAX(A$4:A$8)"_s, 3.5);
    expectNumber(live::countNumbers(range), u"COUNT(A$4:A$8)"_s, 2);
    expectNumber(live::countWord(range, Live::text(u"待填报"_s)), u"COUNTIF(A$4:A$8,\"待填报\")"_s, 2);
    expectTruth(live::anyBlank(range), u"COUNTBLANK(A$4:A$8)>0"_s, true);
    const LiveRange keys{{u"B$4:B$8"_s}, {u"归1"_s, u"归1"_s, u"归1"_s, u"归2"_s, u"归1"_s}};
    expectNumber(live::sumWhere(keys, live::joined(Live::text(u"归"_s), cell(u"C4"_s, u"1"_s)), range),
                 u"SUMIF(B$4:B$8,\"归\"&C4,A$4:A$8)"_s, 2);
}

TEST(LiveFormula, ComparesNumbersEitherWay) {
    expectTruth(live::below(kTwo, kThree), u"B1<C1"_s, true);
    expectTruth(live::below(kTwo, kTwo), u"B1<B1"_s, false);
    expectTruth(live::atLeast(kTwo, kTwo), u"B1>=B1"_s, true);
    expectTruth(live::atLeast(kTwo, kThree), u"B1>=C1"_s, false);
    expectTruth(live::unequal(kTwo, kThree), u"B1<>C1"_s, true);
    expectTruth(live::unequal(kBlank, Live::text({})), u"A1<>\"\""_s, false);
    expectTruth(live::equal(kTwo, CellValue::of(2.0)), u"B1=2"_s, true);
    expectTruth(live::equal(kWord, CellValue::of(u"达标"_s)), u"D1=\"达标\""_s, false);
}

TEST(LiveFormula, AnIntegerIsPrintedInFull) {
    expectNumber(Live::integer(1000000), u"1000000"_s, 1000000);
}

TEST(LiveFormula, ASumOfProductsLeavesWordsOut) {
    const LiveRange pupils{{u"A$4:A$6"_s}, {100.0, 50.0, u"——"_s}};
    const LiveRange values{{u"B$4:B$6"_s}, {2.0, u"——"_s, 3.0}};
    const Live products = live::sumOfProducts({pupils, values, values});
    // 100 x 2 x 2, and two rows with a word
    expectNumber(products, u"SUMPRODUCT(A$4:A$6,B$4:B$6,B$4:B$6)"_s, 400);
    expectNumber(live::squareRoot(products), u"SQRT(SUMPRODUCT(A$4:A$6,B$4:B$6,B$4:B$6))"_s, 20);
}

TEST(LiveFormula, CellsOneByOneAreARange) {
    expectNumber(live::largest(live::cellsOf({kTwo, kWord, kThree})), u"MAX(B1,D1,C1)"_s, 3);
    // A word is none, not 0.
    expectNumber(live::largest(live::cellsOf({cell(u"E1"_s, -1.0), kWord})), u"MAX(E1,D1)"_s, -1);
}

TEST(LiveFormula, TextsAreJoinedAndCut) {
    const Live list = live::joined(std::vector{Live::text(u"、R1"_s), Live::text({}), Live::text(u"、R3"_s)});
    EXPECT_EQ(list.text(), u"\"、R1\"&\"\"&\"、R3\""_s);
    const Live cut = live::withoutFirst(list, 4);
    EXPECT_EQ(cut.text(), u"MID(\"、R1\"&\"\"&\"、R3\",2,4)"_s);
    EXPECT_EQ(std::get<QString>(cut.value()), u"R1、R"_s);
    EXPECT_EQ(std::get<QString>(live::joined(std::vector{kTwo, kWord}).value()), u"2不适用"_s);
    EXPECT_EQ(live::joined(std::vector<Live>()).text(), u"\"\""_s);
}

// 0.1 + 0.2 and 0.3 differ in their last digit only; 0.3 and 0.31 do not.
TEST(LiveFormula, TheOrderOfASumDoesNotMatter) {
    const Live sum = live::plus(Live::number(0.1), Live::number(0.2));
    const Live same = live::settled(sum, 0.3, 1);
    EXPECT_EQ(same.text(), u"0.1+0.2"_s);
    EXPECT_EQ(same.toNumber(), 0.3);
    EXPECT_EQ(same.binding(), Live::Binding::Sum);
    EXPECT_EQ(live::settled(sum, 0.31, 1).toNumber(), 0.1 + 0.2);
}

TEST(LiveFormula, NumbersByTheirRank) {
    const LiveRange cells{{u"A$4:A$7"_s}, {3.0, u"——"_s, 1.0, 2.0}};
    expectNumber(live::nthSmallest(cells, 1), u"SMALL(A$4:A$7,1)"_s, 1);
    expectNumber(live::nthSmallest(cells, 3), u"SMALL(A$4:A$7,3)"_s, 3);
}

TEST(LiveFormula, AmountsWithoutTheirSigns) {
    const LiveRange cells{{u"A$4:A$5"_s, u"C$4:C$4"_s}, {-2.0, 1.0, 0.5}};
    const Live sum = live::sumOfAmounts(cells);
    expectNumber(sum, u"SUMPRODUCT(ABS(A$4:A$5))+SUMPRODUCT(ABS(C$4:C$4))"_s, 3.5);
    EXPECT_EQ(sum.binding(), Live::Binding::Sum);
}

TEST(LiveFormula, NoCellsAddUpToNothing) {
    expectNumber(live::sum(LiveRange()), u"0"_s, 0);
    expectNumber(live::countWord(LiveRange(), Live::text(u"达标"_s)), u"0"_s, 0);
    expectTruth(live::anyBlank(LiveRange()), u"FALSE"_s, false);
}

} // namespace junheng::workings
