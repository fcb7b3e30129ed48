// Where everything stands in the working sheets (计算底稿): names of sheets, rows and columns, the addresses that
// formulas use, and what the cells of raw figures hold.
#pragma once

#include "report/official/table_parts.h"
#include "standard/formula.h"
#include "workings/formula/live_range.h"

#include <QHash>

#include <span>
#include <vector>

namespace junheng::workings {

/// The working sheets of a stage, in the order of the calculation.
enum class Step : std::uint8_t { Raw, Split, Values, Verdicts, Balance };

/// Columns that the sheets of a kind begin with.
inline constexpr int kNumberColumn = 0;
inline constexpr int kNameColumn = 1;

/// 学校-原始数据, 小学-原始数据, 校区-原始数据: number, code, name, and then
inline constexpr int kCodeColumn = 1;
inline constexpr int kRawNameColumn = 2;
inline constexpr int kFirstRawColumn = 3; ///< the type of a school, the name of a campus, the first item of a section

/// 小学-分摊: number, school, campus, pupils of 小学, 初中, 高中 that divide it, and then
inline constexpr int kPartCampusColumn = 2;
inline constexpr int kPartPupilsColumn = 3;
inline constexpr int kPartConditionColumn = 6;
inline constexpr int kPartPupilsCheckColumn = 7;
inline constexpr int kPartShareColumn = 8;
inline constexpr int kFirstPartColumn = 10; ///< behind the check of the share

/// 小学-生均值: number, school, and then
inline constexpr int kScopeColumn = 2;
inline constexpr int kCompulsoryColumn = 3;
inline constexpr int kPupilsColumn = 4;
inline constexpr int kBasisCheckColumn = 5;
inline constexpr int kFirstValueColumn = 6;

/// 小学-判定: number, school, scope, a status an indicator, and then what verdictColumn() says.
inline constexpr int kFirstStatusColumn = 3;

/// 小学-均衡: number, school, pupils, then a deviation and its check an indicator.
inline constexpr int kBalancePupilsColumn = 2;
inline constexpr int kFirstDeviationColumn = 3;

/// A section of a stage, in scope or not: one row of the stage's sheets.
struct WorkingSection {
    const model::SchoolRows* rows;
    int section = 0;    ///< row of year.sections()
    int judged = -1;    ///< in the StageAssessment; -1 when out of scope
    int exclusion = -1; ///< index into Standard::exclusions; -1 when in scope
    int firstPart = 0;  ///< of its campuses in 小学-分摊

    [[nodiscard]] int campusCount() const { return rows->endCampus - rows->firstCampus; }
};

struct WorkingStage {
    model::Stage stage = model::Stage::Primary;
    const assess::StageAssessment* judged = nullptr; ///< null when every section is out of scope
    std::vector<WorkingSection> sections = {};
    std::vector<const model::Item*> items = {}; ///< columns of its raw sheet
    int partCount = 0;                          ///< rows of 小学-分摊
};

class WorkingLayout {
public:
    WorkingLayout(const model::CountyYear& year, const standard::Standard& standard,
                  const assess::Assessment& assessment);

    [[nodiscard]] const std::vector<WorkingStage>& stages() const { return m_stages; }
    /// Null when no school has the stage.
    [[nodiscard]] const WorkingStage* stage(model::Stage wanted) const;
    [[nodiscard]] std::span<const standard::Relaxation* const> relaxations(std::size_t indicator) const {
        return m_relaxations[indicator];
    }
    /// What relaxations and exclusions ask of a school besides its type, as columns of 学校-原始数据.
    [[nodiscard]] const std::vector<const model::Item*>& flags() const { return m_flags; }
    [[nodiscard]] const std::vector<const model::Item*>& campusItems() const { return m_campusItems; }

    static QString schoolSheet();
    static QString campusSheet();
    static QString sheetOf(model::Stage stage, Step step);

    [[nodiscard]] Live schoolType(int school) const;
    [[nodiscard]] Live flag(int school, const model::Item& item) const;
    [[nodiscard]] int seniorPupilsColumn() const { return kFirstRawColumn + 1 + static_cast<int>(m_flags.size()); }
    /// As entered for a section, 高中 included; empty when the school does not run the stage.
    [[nodiscard]] std::optional<Live> pupils(const model::SchoolRows& rows, model::Stage stage) const;
    /// Empty when the item is not in the sheet.
    [[nodiscard]] std::optional<Live> sectionItem(const WorkingStage& stage, int index, const model::Item& item) const;
    [[nodiscard]] Live campusItem(int campusRow, const model::Item& item) const;
    /// The cells of several items in one row; neighbours as one range.
    [[nodiscard]] LiveRange sectionItems(const WorkingStage& stage, int index,
                                         const std::vector<const model::Item*>& items) const;
    [[nodiscard]] LiveRange campusItems(int campusRow, const std::vector<const model::Item*>& items) const;
    /// The item's cells of all campuses of a school.
    [[nodiscard]] LiveRange campusRange(const model::SchoolRows& rows, const model::Item& item) const;

    /// Row, from 0, of the sheet's first line behind its head.
    static int firstRow(Step step);
    /// Row, from 0, of a section in any sheet of its stage but 分摊.
    static int sectionRow(Step step, int index);

    /// `variant` 0: as counted without relaxations; from 1: with one of relaxations().
    [[nodiscard]] int partColumn(std::size_t indicator, std::size_t variant) const;
    [[nodiscard]] int valueColumn(std::size_t indicator, std::size_t variant) const;
    /// The value that is judged; valueColumn(indicator, 0) where no relaxation is in force.
    [[nodiscard]] int judgedColumn(std::size_t indicator) const;
    [[nodiscard]] int valueColumnCount() const { return m_valueColumns; }
    [[nodiscard]] int metColumn() const { return kFirstStatusColumn + m_indicators; }
    [[nodiscard]] int verdictColumn() const { return metColumn() + 1; }
    [[nodiscard]] int remarkColumn() const { return metColumn() + 2; }
    static int deviationColumn(std::size_t indicator) {
        return kFirstDeviationColumn + 2 * static_cast<int>(indicator);
    }
    [[nodiscard]] int compositeColumn() const { return kFirstDeviationColumn + 2 * m_indicators; }

    [[nodiscard]] QString value(model::Stage stage, int index, std::size_t indicator) const;
    [[nodiscard]] QString verdictCell(model::Stage stage, int index, int column) const;
    /// The cells of all sections in one column.
    [[nodiscard]] QString sectionRange(const WorkingStage& stage, Step step, int column) const;

    /// Position of a judged section among the sections of its stage.
    [[nodiscard]] int indexOf(int sectionRow) const { return m_indexOfSection[static_cast<std::size_t>(sectionRow)]; }

private:
    void addStage(const report::Sources& sources, model::Stage stage);
    void placeIndicators(const standard::Standard& standard);

    const model::CountyYear& m_year;
    int m_indicators;
    std::vector<WorkingStage> m_stages;
    std::vector<std::vector<const standard::Relaxation*>> m_relaxations; ///< per indicator
    std::vector<const model::Item*> m_flags;
    std::vector<const model::Item*> m_campusItems;
    QHash<const model::Item*, int> m_sectionColumn[2]; ///< by stageIndex
    QHash<const model::Item*, int> m_campusColumn;
    std::vector<int> m_firstPart;  ///< column per indicator
    std::vector<int> m_firstValue; ///< column per indicator
    int m_valueColumns = 0;
    std::vector<int> m_indexOfSection; ///< by row of year.sections()
};

/// Rows of 判定 and 均衡 that come before the sections.
enum class VerdictRow : std::uint8_t { MetSchools, Schools };
inline constexpr int kVerdictSummaryRows = 2;
enum class BalanceRow : std::uint8_t { Mean, Deviation, Coefficient, Limit, Verdict };
inline constexpr int kBalanceSummaryRows = 5;

int summaryRow(VerdictRow row);
int summaryRow(BalanceRow row);

} // namespace junheng::workings
