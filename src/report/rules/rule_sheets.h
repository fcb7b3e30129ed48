// The working sheets of 政府保障, 教育质量 and 社会认可度: raw figures, schools one by one, indicators, verdicts.
#pragma once

#include "report/rules/raw_figures.h"

namespace junheng::report {

struct RuleTables {
    /// Raw figures, 学校-范围, then of each part the sheets of single schools and its own.
    std::vector<Table> tables;
    /// What a part is called, and its verdict in its sheet.
    std::vector<std::pair<QString, Live>> verdicts;
};

/// A part that the standard does not have has no sheets. Formulas are written by the kind of an indicator's rule, so
/// that any standard's can be.
RuleTables ruleTables(const Sources& sources, const WorkingLayout& layout);

/// 社会认可度, and its verdict there.
std::pair<Table, Live> approvalTable(const standard::Approval& approval, const Sources& sources, const RawFigures& raw);

} // namespace junheng::report
