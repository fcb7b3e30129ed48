#include "report/dossier/school_view.h"

#include "model/asked.h"
#include "model/items.h"
#include "report/tr.h"

#include <algorithm>

namespace junheng::report {

using document::Cell;
using document::numberCell;
using document::Paragraph;
using document::ParagraphKind;
using document::Table;
using document::textCell;

using model::Stage;

QString SchoolView::stageTitle(Stage stage) const {
    const auto isRun = [this](Stage other) { return rows().sectionOf(other) >= 0; };
    const bool alone = std::ranges::count_if(kAllStages, isRun) == 1;
    return alone ? model::stageName(stage) : tr("%1部").arg(model::stageName(stage));
}

std::vector<plan::SectionPlace> SchoolView::places() const {
    std::vector<plan::SectionPlace> places;
    for (const Stage stage : standard::kJudgedStages) {
        if (const auto place = placeIn(year(), sources.assessment, code, stage))
            places.push_back(*place);
    }
    return places;
}

QString SchoolView::exclusionOf(int sectionRow) const {
    const auto& excluded = sources.assessment.excluded;
    const auto found = std::ranges::find(excluded, sectionRow, &assess::ExcludedSection::sectionRow);
    return found == excluded.end() ? QString() : standard().exclusions[at(found->exclusion)].reason;
}

bool SchoolView::lacksRow(Stage stage) const {
    const auto type = year().schoolType(row);
    if (!type || rows().sectionOf(stage) >= 0)
        return false;
    const auto stages = model::obligatoryStages(*type);
    return std::ranges::find(stages, stage) != stages.end();
}

bool SchoolView::isCompulsory() const {
    const auto mayHavePupils = [this](Stage stage) {
        if (lacksRow(stage))
            return true;
        const int section = rows().sectionOf(stage);
        const model::Observation pupils =
            section < 0 ? model::Observation::ofAmount(0) : year().sections().at(section, model::itemOf(items::pupils));
        return !pupils.isValue() || pupils.amount > 0;
    };
    return year().schoolType(row) != model::SchoolType::Special &&
           std::ranges::any_of(standard::kJudgedStages, mayHavePupils);
}

std::optional<plan::SectionPlace> placeIn(const model::CountyYear& year, const assess::Assessment& assessment,
                                          const QString& school, Stage stage) {
    const assess::StageAssessment* judged = assessment.stage(stage);
    const int row =
        year.sections().find({.level = model::Level::Section, .school = school, .part = model::stageId(stage)});
    if (judged == nullptr || row < 0)
        return std::nullopt;
    const auto found = std::ranges::find(judged->sectionRows, row);
    if (found == judged->sectionRows.end())
        return std::nullopt;
    return plan::SectionPlace{.stage = judged, .section = static_cast<int>(found - judged->sectionRows.begin())};
}

QString indicatorLabel(const QString& id, const QString& shortName) {
    return QStringLiteral("%1 %2").arg(id, shortName);
}

QString notEntered(bool wanted) {
    return wanted ? assess::statusWord(assess::Status::Missing) : tr("未填");
}

Cell enteredCell(int column, const model::Item& item, const model::Observation& entered, bool wanted) {
    if (entered.isMissing())
        return wanted ? missingCell(column) : textCell(column, notEntered(wanted));
    const QString shown = model::displayText(item, entered);
    const bool isNumber = entered.isValue() && item.isNumeric() && item.kind != model::ItemKind::Integer;
    return isNumber ? numberCell(column, base::toDouble(base::toRational(model::decimalOf(item, entered))), shown)
                    : textCell(column, shown);
}

QString enteredText(const model::Item& item, const model::Observation& entered, bool wanted) {
    if (entered.isMissing())
        return notEntered(wanted);
    const QString shown = model::displayText(item, entered);
    return entered.isValue() && item.hasUnit() ? QStringLiteral("%1 %2").arg(shown, item.unitText()) : shown;
}

model::Observation overCampuses(const SchoolView& school, const model::Item& item, bool wanted) {
    std::optional<std::int64_t> sum;
    for (int campus = school.rows().firstCampus; campus < school.rows().endCampus; ++campus) {
        const model::Observation given = school.year().campuses().at(campus, item);
        if (given.isMissing() && wanted)
            return model::Observation::missing();
        if (given.isValue())
            sum = sum.value_or(0) + given.amount;
    }
    if (sum)
        return model::Observation::ofAmount(*sum);
    const bool none = school.rows().firstCampus == school.rows().endCampus || !wanted;
    return none ? model::Observation::missing() : model::Observation::notApplicable();
}

bool isWaitedFor(const standard::Standard& standard, const model::Item& item) {
    const bool relaxes = std::ranges::any_of(standard.relaxations, [&](const standard::Relaxation& relaxation) {
        return std::ranges::find(relaxation.plus, &item) != relaxation.plus.end();
    });
    return !relaxes && &item != &model::itemOf(items::leased_sports_area);
}

Paragraph sentence(const QString& text) {
    return {.spans = {{.text = text}}, .kind = ParagraphKind::Plain};
}

Table inlineTable(const QString& title) {
    Table table;
    table.name = table.title = title;
    table.onOwnPages = false;
    return table;
}

Table headedTable(const QString& name) {
    Table table = inlineTable(name);
    table.title.clear();
    return table;
}

} // namespace junheng::report
