#include "plan/gap.h"

#include "base/rounding.h"
#include "plan/growth.h"
#include "plan/tr.h"

#include <QStringList>

#include <algorithm>
#include <limits>

namespace junheng::plan {

using standard::ResourceIndicator;
using standard::Status;

namespace {

int sectionRowOf(const SectionPlace& place) {
    return place.stage->sectionRows[static_cast<std::size_t>(place.section)];
}

Status statusOf(const SectionPlace& place, int indicator) {
    return place.stage->indicators[static_cast<std::size_t>(indicator)]
        .statuses[static_cast<std::size_t>(place.section)];
}

const model::SchoolRows& schoolRowsOf(const model::CountyYear& year, const SectionPlace& place) {
    const int school = place.stage->schoolRows[static_cast<std::size_t>(place.section)];
    return year.schoolRows()[static_cast<std::size_t>(school)];
}

// The campuses that the section's pupils could come to; only where the school has several.
std::vector<int> campusesOf(const model::CountyYear& year, const SectionPlace& place) {
    const model::SchoolRows& rows = schoolRowsOf(year, place);
    std::vector<int> campuses;
    if (rows.endCampus - rows.firstCampus < 2)
        return campuses;
    const standard::FormulaInputs inputs(year);
    const model::Item& pupils = *inputs.campusPupils[static_cast<std::size_t>(place.stage->stage)];
    for (int row = rows.firstCampus; row < rows.endCampus; ++row) {
        const model::Observation given = year.campuses().at(row, pupils);
        if (given.isValue() && given.amount > 0)
            campuses.push_back(row);
    }
    return campuses;
}

// How many times `step` goes into `distance`, rounded up.
std::int64_t stepsTo(const base::Rational& distance, const base::Rational& step) {
    return base::roundUp(distance / step);
}

// The section can take at least so many pupils. What it has does not become less with them, so that a figure falls no
// faster than 1 / pupils; only a relaxation may cease.
double leastMargin(const standard::Standard& standard, const SectionPlace& place) {
    const auto row = static_cast<std::size_t>(place.section);
    const double pupils = place.stage->pupils[row];
    std::vector<double> untilUnmet;
    double untilBelow = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < standard.resource.size(); ++i) {
        const assess::IndicatorColumn& column = place.stage->indicators[i];
        if (column.relaxation[row] >= 0)
            return 0;
        const standard::Threshold& threshold = standard.resource[i].threshold[standard::stageIndex(place.stage->stage)];
        untilUnmet.push_back((column.values[row] / base::toDouble(threshold.value) - 1) * pupils);
        untilBelow = std::min(untilBelow, (column.values[row] / base::toDouble(threshold.floor) - 1) * pupils);
    }
    std::ranges::sort(untilUnmet);
    const std::size_t allowed = standard.resource.size() - static_cast<std::size_t>(standard.rowsMet);
    constexpr double kRounding = 1; // what the doubles may be wrong by, and more
    return std::min(untilUnmet[allowed], untilBelow) - kRounding;
}

// "3 名", "412 ㎡", "1.5 万元", "312 元".
QString measured(const model::Item& item, const base::Decimal& amount) {
    constexpr int kYuanDigits = 4; // of 万元
    if (item.isInTenThousandYuan() && item.decimals == kYuanDigits && amount.unscaled() < base::powerOfTen(kYuanDigits))
        return tr("%1 元").arg(amount.unscaled());
    // 人 counts heads in statistics; of persons one says 名.
    return QStringLiteral("%1 %2").arg(amount.toShortString(), item.isOfPersons() ? tr("名") : item.unitText());
}

QStringList idsOf(const standard::Standard& standard, const std::vector<int>& indicators) {
    QStringList ids;
    for (const int indicator : indicators)
        ids += standard.resource[static_cast<std::size_t>(indicator)].id;
    return ids;
}

} // namespace

Remedy remedyOf(const standard::Standard& standard, const assess::StageAssessment& stage, int section) {
    Remedy remedy;
    for (int i = 0; i < static_cast<int>(standard.resource.size()); ++i) {
        const Status status = statusOf({.stage = &stage, .section = section}, i);
        if (status == Status::Missing)
            remedy.missing.push_back(i);
        else if (status != Status::Met)
            remedy.unmet.push_back(i);
        if (status == Status::Below)
            remedy.belowFloor.push_back(i);
    }
    const auto allowed = static_cast<int>(standard.resource.size()) - standard.rowsMet;
    remedy.mustMeet = std::max(0, static_cast<int>(remedy.unmet.size()) - allowed);
    if (remedy.mustMeet == 0 && remedy.belowFloor.empty())
        remedy.unmet.clear();
    return remedy;
}

QString remedyText(const standard::Standard& standard, const Remedy& remedy) {
    const QString percent = assess::floorPercent(standard);
    const auto join = [&](const std::vector<int>& indicators) { return idsOf(standard, indicators).join(u'、'); };
    QStringList parts;
    if (remedy.mustMeet > 0)
        parts += tr("%1 中再达标 %2 项").arg(join(remedy.unmet)).arg(remedy.mustMeet);
    if (!remedy.belowFloor.empty())
        parts += tr("%1 须达到 %2%").arg(join(remedy.belowFloor), percent);
    if (!remedy.missing.empty())
        parts += tr("%1 待填报").arg(join(remedy.missing));
    return parts.join(u'；');
}

QString amountText(const standard::Standard& standard, const Gap& gap, const base::Decimal& amount) {
    QString text =
        measured(*gap.cell.item, amount) + standard.resource[static_cast<std::size_t>(gap.indicator)].shortName;
    if (gap.oneOfSeveralCampuses)
        text += tr("（%1）").arg(model::partLabel(gap.cell.subject));
    else if (gap.shared)
        text += tr("（全校）");
    return text;
}

std::vector<UnmetFigure> unmetFigures(const standard::Standard& standard, const assess::Assessment& assessment) {
    std::vector<UnmetFigure> figures;
    for (const assess::StageAssessment& stage : assessment.stages) {
        for (std::size_t i = 0; i < stage.indicators.size(); ++i) {
            const double threshold =
                base::toDouble(standard.resource[i].threshold[standard::stageIndex(stage.stage)].value);
            for (int section = 0; section < stage.sectionCount(); ++section) {
                const auto row = static_cast<std::size_t>(section);
                const Status status = stage.indicators[i].statuses[row];
                if (status == Status::Floor || status == Status::Below)
                    figures.push_back({.place = {.stage = &stage, .section = section},
                                       .indicator = static_cast<int>(i),
                                       .share = stage.indicators[i].values[row] / threshold,
                                       .decides = stage.verdicts[row] != assess::Verdict::Pass});
            }
        }
    }
    std::ranges::stable_sort(figures, [](const UnmetFigure& a, const UnmetFigure& b) {
        return a.decides != b.decides ? a.decides : a.share < b.share;
    });
    return figures;
}

GapFinder::GapFinder(const model::CountyYear& year, const standard::Standard& standard)
    : m_trial(year), m_standard(standard) {}

std::optional<Gap> GapFinder::gap(const SectionPlace& place, int indicator) {
    const Status status = statusOf(place, indicator);
    if (status == Status::Met || status == Status::Missing)
        return std::nullopt;
    const ResourceIndicator& rule = m_standard.resource[static_cast<std::size_t>(indicator)];
    const std::size_t stage = standard::stageIndex(place.stage->stage);
    const auto value = [&] {
        return standard::deriveIndicator(m_standard, m_trial, sectionRowOf(place), indicator).figure->value();
    };
    const model::SchoolRows& rows = schoolRowsOf(m_trial, place);
    const model::LevelTable& table = rule.split ? m_trial.campuses() : m_trial.sections();
    const int first = rule.split ? rows.firstCampus : sectionRowOf(place);
    const int end = rule.split ? rows.endCampus : first + 1;

    const base::Rational now = value();
    std::optional<Gap> found;
    base::Rational steepest = 0;
    for (int row = first; row < end; ++row) {
        const auto item = std::ranges::find_if(
            rule.plus[stage], [&](const model::Item* candidate) { return table.at(row, *candidate).isValue(); });
        if (item == rule.plus[stage].end())
            continue;
        TrialAmount trial(m_trial, table.key(row), **item);
        trial.add(1);
        // The figure rises by the same amount with every unit.
        const base::Rational step = value() - now;
        if (step <= steepest)
            continue;
        steepest = step;
        found = Gap{.indicator = indicator, .cell = {.subject = table.key(row), .item = *item}};
    }
    if (!found)
        return std::nullopt;
    const standard::Threshold& threshold = rule.threshold[stage];
    const int decimals = found->cell.item->decimals;
    found->toThreshold = base::Decimal(stepsTo(threshold.value - now, steepest), decimals);
    if (status == Status::Below)
        found->toFloor = base::Decimal(stepsTo(threshold.floor - now, steepest), decimals);
    // Alone, the section would have the whole of what is added.
    const base::Rational whole =
        rule.scale / base::toRational(base::powerOfTen(decimals)) /
        base::toRational(static_cast<std::int64_t>(place.stage->pupils[static_cast<std::size_t>(place.section)]));
    found->shared = rule.split && steepest < whole;
    found->oneOfSeveralCampuses = rule.split && end - first > 1;
    return found;
}

std::optional<Margin> GapFinder::indicatorMargin(const SectionPlace& place, int indicator) {
    if (statusOf(place, indicator) != Status::Met)
        return std::nullopt;
    return smallestMargin(place, [indicator](Growth& growth) { return growth.untilUnmet(indicator); });
}

std::optional<Margin> GapFinder::verdictMargin(const SectionPlace& place) {
    if (place.stage->verdicts[static_cast<std::size_t>(place.section)] != assess::Verdict::Pass)
        return std::nullopt;
    return smallestMargin(place, [](Growth& growth) { return growth.untilFailing(); });
}

Margin GapFinder::smallestMargin(const SectionPlace& place, const std::function<std::int64_t(Growth&)>& search) {
    std::vector<int> campuses = campusesOf(m_trial, place);
    if (campuses.empty())
        campuses.push_back(-1);
    std::optional<Margin> smallest;
    for (const int campus : campuses) {
        Growth growth(m_trial, m_standard, sectionRowOf(place), campus);
        const std::int64_t pupils = search(growth);
        if (!smallest || pupils < smallest->pupils)
            smallest =
                Margin{.pupils = pupils, .campus = campus < 0 ? model::SubjectKey{} : m_trial.campuses().key(campus)};
    }
    return *smallest;
}

std::vector<NearSection> GapFinder::nearestToFailing(const assess::Assessment& assessment, int count) {
    struct Candidate {
        SectionPlace place;
        double least;
    };
    std::vector<Candidate> candidates;
    for (const assess::StageAssessment& stage : assessment.stages) {
        for (int section = 0; section < stage.sectionCount(); ++section) {
            const SectionPlace place{.stage = &stage, .section = section};
            if (stage.verdicts[static_cast<std::size_t>(section)] == assess::Verdict::Pass)
                candidates.push_back({.place = place, .least = leastMargin(m_standard, place)});
        }
    }
    std::ranges::stable_sort(candidates, {}, &Candidate::least);

    const auto pupilsOf = [](const NearSection& section) { return section.margin.pupils; };
    std::vector<NearSection> nearest;
    for (const auto& [place, least] : candidates) {
        const bool full = static_cast<int>(nearest.size()) == count;
        if (full && (count == 0 || least > static_cast<double>(nearest.back().margin.pupils)))
            break;
        const NearSection section{.place = place, .margin = *verdictMargin(place)};
        nearest.insert(std::ranges::upper_bound(nearest, section.margin.pupils, {}, pupilsOf), section);
        if (static_cast<int>(nearest.size()) > count)
            nearest.pop_back();
    }
    return nearest;
}

} // namespace junheng::plan
