// The working sheets of 基本情况, 政府保障, 教育质量 and 社会认可度: raw figures, schools one by one, indicators,
// verdicts.
#pragma once

#include "workings/form_cells.h"
#include "workings/parts/raw_figures.h"

namespace junheng::workings {

struct RuleTables {
    /// Raw figures, 基本情况, 学校-范围, then of each part the sheets of single schools and its own.
    std::vector<document::Table> tables;
    /// What a part is called, and its verdict in its sheet.
    std::vector<std::pair<QString, Live>> verdicts;
    FormCells form;
};

/// A part that the standard does not have has no sheets. Formulas are written by the kind of an indicator's rule, so
/// that any standard's can be.
RuleTables ruleTables(const report::Sources& sources, const WorkingLayout& layout);

/// 社会认可度, with its verdict and the figures of table Ⅵ there.
struct ApprovalSheet {
    document::Table table;
    Live verdict;
    std::array<std::vector<Live>, 2> totals;
};
ApprovalSheet approvalSheet(const standard::Approval& approval, const report::Sources& sources, const RawFigures& raw);

/// 基本情况-逐校 (where there are schools) and 基本情况; `figures` becomes those of table Ⅰ.
std::vector<document::Table> basicsSheets(const report::Sources& sources, const RawFigures& raw,
                                          std::vector<Live>& figures);

} // namespace junheng::workings
