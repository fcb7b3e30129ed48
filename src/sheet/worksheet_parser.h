// The cells of one worksheet part.
#pragma once

#include "sheet/cell_ranges.h"
#include "sheet/cell_text.h"
#include "sheet/limits.h"
#include "sheet/rich_text.h"
#include "sheet/workbook.h"
#include "sheet/workbook_parts.h"
#include "sheet/xml_parser.h"

#include <QString>

#include <atomic>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace junheng::sheet {

/// What cells refer to outside their sheet.
struct CellContext {
    bool date1904 = false;
    Calculation calculation = Calculation::Done;      ///< of formulas
    Calculation tableCalculation = Calculation::Done; ///< of data tables
    std::vector<StoredText> sharedStrings = {};
    /// Why there are none; it matters to sheets that refer to them.
    std::optional<base::Error> stringsFault = {};
    CellStyles styles = {};
};

/// What all sheets together have, which are read at the same time.
struct BookTotals {
    std::atomic<int> cells = 0;
    std::atomic<qint64> textBytes = 0;
};

/// Errors: "sheet.damaged" and the limits on rows, columns, cells and text.
class WorksheetParser : public XmlHandler {
public:
    WorksheetParser(base::Place place, const CellContext& context, const Limits& limits, BookTotals& totals);

    void startElement(std::string_view name, const XmlAttributes& attributes) override;
    void endElement(std::string_view name) override;
    void characters(std::string_view text) override;

    /// The cells with content in order, those hidden by a merge dropped.
    SheetContent take();

private:
    enum class Type { Number, Shared, Formula, Inline, Boolean, Error, Date, Unknown };

    void startInCell(std::string_view name, const XmlAttributes& attributes);
    void startColumns(const XmlAttributes& attributes);
    void startRow(const XmlAttributes& attributes);
    void startCell(const XmlAttributes& attributes);
    void startFormula(const XmlAttributes& attributes);
    void startMerge(const XmlAttributes& attributes);
    void endValue();
    void finishCell();
    void finishNumber(std::string_view raw);
    void finishText(const StoredText& text);
    void finishShared(std::string_view raw);
    void finishBoolean(std::string_view raw);
    [[nodiscard]] bool isPicture() const;
    void store(CellKind kind, QString text);
    void store(StoredCell cell);
    void storeDamaged(const QString& reason);
    void mendDuplicates();
    [[nodiscard]] base::Place here() const;

    base::Place m_place;
    const CellContext& m_context;
    const Limits& m_limits;
    BookTotals& m_totals;

    enum class Part { Other, Columns, Data, Merges };
    int m_depth = 0;
    Part m_part = Part::Other;
    bool m_inFormula = false;

    // The cell at hand; row and column count on where the file gives no position.
    CellPosition m_at{-1, -1};
    QString m_badRow;      // the number of the row, where it is none
    QString m_badPosition; // of the cell, likewise
    bool m_rowHidden = false;
    Type m_type = Type::Number;
    QString m_typeName; // of an unknown one
    int m_style = 0;
    bool m_hasFormula = false;
    bool m_hasValue = false;
    bool m_hasValueMetadata = false;
    Calculation m_calculation = Calculation::Done;
    std::string m_formula; // its beginning
    RichText m_text;

    SheetContent m_content;
    std::vector<CellRange> m_merges;
    std::vector<FormulaRange> m_formulas;
    std::vector<bool> m_hiddenColumns;
};

} // namespace junheng::sheet
