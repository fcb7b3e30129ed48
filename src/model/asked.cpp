#include "model/asked.h"

#include "model/items.h"

#include <algorithm>
#include <array>

namespace junheng::model {

namespace {

constexpr std::array kPrimaryAlone{Stage::Primary};
constexpr std::array kJuniorAlone{Stage::Junior};
constexpr std::array kSeniorAlone{Stage::Senior};
constexpr std::array kSpecialAlone{Stage::Special};
constexpr std::array kNineYears{Stage::Primary, Stage::Junior};
constexpr std::array kTwelveYears{Stage::Primary, Stage::Junior, Stage::Senior};
constexpr std::array kBothSecondary{Stage::Junior, Stage::Senior};

// The county's figures of G7 are of special education too.
constexpr std::array kIndicatorsOfSpecial{u"G7", u"G9", u"G12"};

bool isForSpecial(const Item& item) {
    return std::ranges::any_of(kIndicatorsOfSpecial,
                               [&](const char16_t* id) { return item.indicators.contains(QStringView(id)); });
}

QStringList tasks(std::span<const FurtherIndicator> further) {
    QStringList ids = indicatorIds(u"RGQ");
    for (const FurtherIndicator& indicator : further)
        ids << indicator.id;
    std::ranges::stable_sort(ids, {}, indicatorRank);
    return ids;
}

} // namespace

std::span<const Stage> usualStages(SchoolType type) {
    switch (type) {
    case SchoolType::Primary:
    case SchoolType::TeachingPoint:
        return kPrimaryAlone;
    case SchoolType::Junior:
    case SchoolType::Vocational:
        return kJuniorAlone;
    case SchoolType::NineYear:
        return kNineYears;
    case SchoolType::TwelveYear:
        return kTwelveYears;
    case SchoolType::Complete:
        return kBothSecondary;
    case SchoolType::Senior:
        return kSeniorAlone;
    case SchoolType::Special:
        return kSpecialAlone;
    }
    return {};
}

std::span<const Stage> statedStages(SchoolType type) {
    return type == SchoolType::Vocational ? std::span<const Stage>() : usualStages(type);
}

std::span<const Stage> obligatoryStages(SchoolType type) {
    const std::span<const Stage> stages = statedStages(type);
    return stages.size() > 1 ? stages : std::span<const Stage>();
}

bool isAskedOf(Stage stage, const Item& item) {
    if (item.is(items::pupils))
        return true;
    if (item.requiredStage)
        return stage == *item.requiredStage;
    switch (stage) {
    case Stage::Primary:
    case Stage::Junior:
        return true;
    case Stage::Senior:
        return false;
    case Stage::Special:
        break;
    }
    return isForSpecial(item);
}

std::vector<Stage> stagesAsked(const Item& item) {
    std::vector<Stage> stages;
    for (const Stage stage : {Stage::Primary, Stage::Junior, Stage::Senior, Stage::Special}) {
        if (isAskedOf(stage, item))
            stages.push_back(stage);
    }
    return stages;
}

bool isAsked(const CountyYear& year, const SubjectKey& subject, const Item& item) {
    if (!item.required)
        return false;
    if (subject.level == Level::Section) {
        const auto stage = stageFromId(subject.part);
        return !stage || isAskedOf(*stage, item);
    }
    if (subject.level == Level::Campus) {
        const int school = year.schools().find(SubjectKey::ofSchool(subject.school));
        const auto type = school < 0 ? std::nullopt : year.schoolType(school);
        return type != SchoolType::Special && type != SchoolType::Senior;
    }
    return true;
}

QStringList askedParts(Level level, std::span<const FurtherIndicator> further) {
    switch (level) {
    case Level::Survey:
        return itemOf(items::survey_group).choices;
    case Level::Attested:
        return itemOf(items::conclusion).indicators;
    case Level::Veto:
        return itemOf(items::veto_present).indicators;
    case Level::Task:
        return tasks(further);
    default:
        return {};
    }
}

} // namespace junheng::model
