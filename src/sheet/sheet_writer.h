// Writing one sheet of a workbook.
#pragma once

#include "sheet/workbook_design.h"

namespace junheng::sheet {

class WriterBook;
struct SheetState;

/// One sheet being written; a handle that is good as long as its WorkbookWriter. Rows and columns count from 0; a later
/// value replaces an earlier one. Nothing is returned: the first failure is kept for WorkbookWriter::finish().
class SheetWriter {
public:
    /// Always text, also when it looks like a formula, a number or an address. Characters that XML forbids are dropped,
    /// line breaks become \n. Fails over 32,767 characters. Empty text writes the format alone.
    void writeText(int row, int column, const QString& text, const Format& format = {});
    /// Stored with 16 significant digits. Fails unless finite.
    void writeNumber(int row, int column, double number, const Format& format = {});
    /// `formula` in English with commas ("=SUM(A1:A3)"); `value` is what it gives, shown until it is calculated anew.
    void writeFormula(int row, int column, const QString& formula, double value, const Format& format = {});
    void writeFormula(int row, int column, const QString& formula, const QString& value, const Format& format = {});
    void writeBlank(int row, int column, const Format& format);
    /// Merges `range` and writes `text` into it; a number or formula may follow at its top left cell, in the same
    /// format. A range of one cell is just written. Fails when it overlaps another merge.
    void merge(const CellRange& range, const QString& text, const Format& format = {});

    /// In characters of the default font. `format` is for cells that are not written ("@": codes typed stay text).
    void setColumnWidth(int firstColumn, int lastColumn, double characters, const Format& format = {});
    void setRowHeight(int row, double points);
    /// Keeps the first rows and columns in sight.
    void freeze(int rows, int columns);
    void hideGridlines();
    void setPage(const PageSetup& page);

    /// A cell has one validation; ranges must not overlap. Fails over the lengths above.
    void validate(const CellRange& range, const Validation& validation);
    /// A note that shows while the mouse is over the cell, large enough for its text.
    void addNote(int row, int column, const QString& text);
    /// `format` (colours only) where `formula`, written for the first cell of the range, is TRUE.
    void formatWhere(const CellRange& range, const QString& formula, const Format& format);
    /// Only cells of an unlocked Format can be changed from now on; without a password. Rows, columns' widths, formats,
    /// sorting and filtering stay in the user's hands.
    void protect();
    /// Buttons to sort and filter in the first row of the range.
    void setFilter(const CellRange& range);
    /// With its upper left corner in a cell's.
    void addChart(int row, int column, int widthPixels, int heightPixels, const WorkbookChart& chart);
    /// No green corners for numbers kept as text and for formulas that can be changed.
    void hideWarnings(const CellRange& range);

private:
    friend class WorkbookWriter;
    SheetWriter(WriterBook* book, SheetState* sheet) : m_book(book), m_sheet(sheet) {}

    [[nodiscard]] bool usable(int row, int column) const;
    void check(int error, int row, int column) const; // an lxw_error
    void fail(int row, int column, const QString& reason) const;

    WriterBook* m_book;
    SheetState* m_sheet; // null when the sheet could not be made
};

} // namespace junheng::sheet
