// One school as the parts of its dossier see it. Internal to this room.
#pragma once

#include "base/index.h"
#include "plan/gap.h"
#include "plan/missing_cells.h"
#include "report/cells.h"
#include "report/dossier/earlier_year.h"
#include "report/lists/evidence_pieces.h"
#include "report/official/table_parts.h"

#include <array>
#include <optional>
#include <span>

namespace junheng::report {

using base::at;

/// All four stages, in their order.
inline constexpr std::array kAllStages{model::Stage::Primary, model::Stage::Junior, model::Stage::Senior,
                                       model::Stage::Special};

struct SchoolView {
    const Sources& sources;
    std::span<const EarlierYear> earlier;
    int row = 0; ///< of year.schools()
    QString code;
    plan::GapFinder& finder;
    std::span<const plan::MissingCell> blanks; ///< of the school
    std::span<const EvidencePiece> evidence;

    [[nodiscard]] const model::CountyYear& year() const { return sources.year; }
    [[nodiscard]] const standard::Standard& standard() const { return sources.standard; }
    [[nodiscard]] QString name() const { return year().schoolName(code); }
    [[nodiscard]] const model::SchoolRows& rows() const { return year().schoolRows()[static_cast<std::size_t>(row)]; }
    /// An item of the school itself.
    [[nodiscard]] model::Observation own(const model::Item& item) const { return year().schools().at(row, item); }
    /// 小学, or 小学部 where the school runs several stages.
    [[nodiscard]] QString stageTitle(model::Stage stage) const;
    /// The sections that are judged.
    [[nodiscard]] std::vector<plan::SectionPlace> places() const;
    /// Why a section is not judged; empty where it is.
    [[nodiscard]] QString exclusionOf(int sectionRow) const;
    /// The school runs the stage by its type, but its row is not entered.
    [[nodiscard]] bool lacksRow(model::Stage stage) const;
    /// With 小学 or 初中 pupils (given, or not yet), and no special school: what government and quality look at.
    [[nodiscard]] bool isCompulsory() const;
};

/// Where a section of a school stands in an assessment; empty where it is not judged or not there.
std::optional<plan::SectionPlace> placeIn(const model::CountyYear& year, const assess::Assessment& assessment,
                                          const QString& school, model::Stage stage);

/// "R3 体艺教师".
QString indicatorLabel(const QString& id, const QString& shortName);

/// A figure as entered; where there is none, 待填报 if it is `wanted`, else 未填.
document::Cell enteredCell(int column, const model::Item& item, const model::Observation& entered, bool wanted = true);
/// The same in a sentence, with its unit.
QString enteredText(const model::Item& item, const model::Observation& entered, bool wanted = true);
/// 待填报 if the figure is `wanted`, else 未填.
QString notEntered(bool wanted);
/// Over all campuses of the school: exact, missing as soon as one is; an item that is not wanted sums what is given.
model::Observation overCampuses(const SchoolView& school, const model::Item& item, bool wanted = true);
/// Whether a blank has the figure wait, rather than mean that it is not claimed (relaxations, leased areas).
bool isWaitedFor(const standard::Standard& standard, const model::Item& item);

document::Paragraph sentence(const QString& text);
/// A small table in the running text.
document::Table inlineTable(const QString& title);
/// The same below a heading that says what it is.
document::Table headedTable(const QString& name);

} // namespace junheng::report
