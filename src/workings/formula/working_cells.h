// Cells of the working sheets: raw figures, live formulas, checks.
#pragma once

#include "document/report.h"
#include "model/observation.h"
#include "standard/standard.h"

#include <optional>

namespace junheng::workings {

/// What a cell holds: a number or a word.
struct CellValue {
    std::optional<double> number;
    QString word;

    static CellValue of(double number) { return {.number = number, .word = {}}; }
    static CellValue of(const QString& word) { return {.number = std::nullopt, .word = word}; }
};

/// A word of the sheets: as it reads, and in the quotation marks of a formula.
struct SheetWord {
    explicit SheetWord(const QString& text);
    QString text;
    QString quoted;
};

struct Words {
    SheetWord inScope;       ///< 参评
    SheetWord outOfScope;    ///< 不参评
    SheetWord missing;       ///< 待填报
    SheetWord notApplicable; ///< 不适用
    SheetWord dash;          ///< ——: there is nothing to compute
    SheetWord met;           ///< 达标, of a section as of an indicator
    SheetWord unmet;         ///< 未达标
    SheetWord complete;      ///< 齐全: all pupils that divide a school are known
    SheetWord mismatch;      ///< 人数不符: those of the campuses do not sum up to the section's
};

/// In the language of the program; the same object at every call.
const Words& words();

/// `column` from 0; `decimals` of the number.
document::Cell formulaCell(int column, const QString& formula, const CellValue& gives, int decimals);

/// The raw figure: a number as a number, blank where missing, 不适用, or the words of a choice or a flag.
document::Cell rawCell(int column, const model::Item& item, const model::Observation& observation);

/// ROUND((program-cell)/MAX(1,ABS(scale)),12) for a number, 0 or 1 for a word; 1 also where one is a number and the
/// other is not. Without a scale the program's figure is its own.
document::Cell checkCell(int column, const QString& cell, const CellValue& program, std::optional<double> scale = {});
/// 0 where `condition` holds, else 1.
document::Cell conditionCell(int column, const QString& condition);

/// "AND(a,b)", or the only one, or TRUE.
QString allOf(const QStringList& conditions);
/// "OR(a,b)", or the only one, or FALSE.
QString anyOf(const QStringList& conditions);

/// Whether a cell of one of the ranges is blank.
QString anyBlank(const QStringList& ranges);

/// Marks the cells of a block (rows of the body, columns) that satisfy a condition, in which %1 is the address of its
/// first cell. Does nothing for a block without rows.
struct CellBlock {
    int firstRow;
    int lastRow;
    int firstColumn;
    int lastColumn;
};
void markWhere(document::Table& table, const CellBlock& block, const QString& condition, document::Mark mark);
/// Marks words: 待填报, 85%以上, and 低于85% or 未达标, with the share of the standard.
void markWords(document::Table& table, const CellBlock& block, const standard::Standard& standard);
/// The same where no figure stands against its floor.
void markWords(document::Table& table, const CellBlock& block);
/// Makes every check that is not 0 stand out. Once, when the body is whole.
void markChecks(document::Table& table);

/// The school of a row: its number in the sheet and its name.
document::Row rowHead(int number, const QString& name);
/// A heading over all rows of the head.
document::Cell headCell(int column, const QString& text, int rows);
/// Heading of a check.
QString checkWord();

} // namespace junheng::workings
