// The cells of one worksheet part.
#pragma once

#include "sheet/cell_text.h"
#include "sheet/merged_cells.h"
#include "sheet/workbook.h"
#include "sheet/workbook_reader.h"
#include "sheet/xml_parser.h"

#include <QString>

#include <atomic>
#include <string>
#include <string_view>
#include <vector>

namespace junheng::sheet {

/// What cells refer to outside their sheet.
struct CellContext {
    bool date1904 = false;
    std::vector<QString> sharedStrings;
    std::vector<bool> dateStyles;
};

/// Errors: "sheet.damaged" and the limits on rows, columns and cells.
class WorksheetParser : public XmlHandler {
public:
    WorksheetParser(base::Place place, const CellContext& context, const Limits& limits, std::atomic<int>& cellsOfBook);

    void startElement(std::string_view name, const XmlAttributes& attributes) override;
    void endElement(std::string_view name) override;
    void characters(std::string_view text) override;

    /// The cells with content in order, those hidden by a merge dropped.
    base::Result<std::vector<PlacedCell>> take();

private:
    enum class Type { Number, Shared, Formula, Inline, Boolean, Error, Date };

    void startRow(const XmlAttributes& attributes);
    void startCell(const XmlAttributes& attributes);
    void startMerge(const XmlAttributes& attributes);
    void finishCell();
    void finishNumber(std::string_view raw);
    void finishShared(std::string_view raw);
    void finishBoolean(std::string_view raw);
    void store(CellKind kind, QString text);
    void failHere(const QString& reason);
    [[nodiscard]] base::Place here() const;

    base::Place m_place;
    const CellContext& m_context;
    const Limits& m_limits;
    std::atomic<int>& m_cellsOfBook; ///< of all sheets, which are read at the same time

    int m_depth = 0;
    bool m_inSheetData = false;
    bool m_inMergeCells = false;
    bool m_phonetic = false;
    bool m_capture = false;

    // The cell at hand; row and column count on where the file gives no position.
    CellPosition m_at{-1, -1};
    Type m_type = Type::Number;
    int m_style = 0;
    bool m_hasFormula = false;
    bool m_hasValue = false;
    std::string m_text;

    std::vector<PlacedCell> m_cells;
    std::vector<CellRange> m_merges;
};

} // namespace junheng::sheet
