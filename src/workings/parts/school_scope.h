// 学校-范围: which stages a school runs and which indicators look at it, by the figures in the workbook.
#pragma once

#include "workings/parts/raw_figures.h"

namespace junheng::workings {

class SchoolScope {
public:
    explicit SchoolScope(const RawFigures& raw);

    /// Rows of year.schools(). Whether it has a section of the stage that is not exactly without pupils.
    [[nodiscard]] Live hasStage(int school, model::Stage stage) const;
    /// Whether a stage that the type of the school runs has no row.
    [[nodiscard]] Live lacksRow(int school, model::Stage stage) const;
    /// 小学 and 初中 together: a number, or 待填报.
    [[nodiscard]] Live compulsoryPupils(int school) const;
    /// 办学类型 of every school, in the order of year.schools().
    [[nodiscard]] LiveRange types() const;
    /// With 小学 or 初中 pupils, special schools left out.
    [[nodiscard]] Live isCompulsory(int school) const;
    [[nodiscard]] Live isSpecial(int school) const;
    /// One of these, or a special school.
    [[nodiscard]] Live isAny(int school) const;

    /// The sheet. Ends the work.
    document::Table finish();

private:
    void addSchool(int school);
    void addStage(int school, model::Stage stage, int row, const Live& type);

    const RawFigures& m_raw;
    LiveSheet m_sheet;
    int m_firstStage = 0; ///< columns
    int m_pupils = 0;
    int m_compulsory = 0;
    int m_any = 0;
};

/// 是, 否: of a flag.
const SheetWord& yesWord();
const SheetWord& noWord();

/// The school's conditions for a relaxation that is in force.
Live appliesTo(const standard::SchoolRelaxation& relaxation, int school, const RawFigures& raw,
               const SchoolScope& scope);

} // namespace junheng::workings
