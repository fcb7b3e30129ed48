// How the indicators of a school come about when every figure is given: the trees that the working sheets print.
#pragma once

#include "standard/formula.h"

#include <map>
#include <mutex>

namespace junheng::workings {

/// One indicator of one stage. The cells are those of a specimen school with one campus; whoever prints them puts in
/// the cells of his own school.
struct IndicatorShape {
    /// What the section has, before scale and pupils; of a split indicator, what one campus contributes: its figures
    /// times a quotient of weighted pupils (without it where the stage has the school to itself).
    standard::Expression amount;
    /// The same with what each relaxation in force adds; as in Standard::relaxationsOf.
    std::vector<standard::Expression> relaxed;

    /// amount x scale / pupils, where `sum` stands for the amount.
    standard::Expression perPupil;
    /// The node of perPupil that stands for the amount.
    static bool isAmount(const standard::Expression& node);
};

/// Which of 小学, 初中, 高中 a school runs.
using StagesRun = std::array<bool, 3>;

/// Derives each shape once, by the formula that also judges and explains. May be asked by several threads.
class SchoolShapes {
public:
    SchoolShapes(const standard::Standard& standard, const model::CountyYear& county)
        : m_standard(standard), m_county(county) {}

    /// Per indicator. `stage` must be among the stages run.
    const std::vector<IndicatorShape>& of(model::Stage stage, const StagesRun& run);

private:
    [[nodiscard]] std::vector<IndicatorShape> derive(model::Stage stage, const StagesRun& run) const;

    const standard::Standard& m_standard;
    const model::CountyYear& m_county;
    std::mutex m_mutex;
    std::map<std::pair<model::Stage, StagesRun>, std::vector<IndicatorShape>> m_shapes;
};

StagesRun stagesRun(const model::SchoolRows& rows);

} // namespace junheng::workings
