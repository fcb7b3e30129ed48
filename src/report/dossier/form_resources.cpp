// The resource indicators in the 学校自评表.

#include "model/items.h"
#include "report/dossier/form_answers.h"
#include "report/tr.h"

#include <functional>

namespace junheng::report {

using document::Mark;

namespace {

using assess::IndicatorStatus;
using assess::Status;
using model::Item;
using model::Stage;
using plan::SectionPlace;
using standard::ResourceIndicator;

// "甲 3 人、乙 待填报": figures of one row.
QString listed(const std::vector<const Item*>& items, const std::function<model::Observation(const Item&)>& figure,
               const standard::Standard& standard, const std::function<QString(const Item&)>& label) {
    QStringList parts;
    for (const Item* item : items)
        parts << tr("%1 %2").arg(label(*item), enteredText(*item, figure(*item), isWaitedFor(standard, *item)));
    return parts.join(tr("，"));
}

/// The resource indicators.
class ResourceAnswers {
public:
    explicit ResourceAnswers(const SchoolView& school) : m_school(school), m_places(school.places()) {}

    [[nodiscard]] FormAnswer answer(int indicator) const {
        const ResourceIndicator& rule = m_school.standard().resource[at(indicator)];
        FormAnswer answer;
        if (rule.split)
            answer.lines << tr("全校：%1").arg(premises(indicator));
        for (const Stage stage : standard::kJudgedStages) {
            const int section = m_school.rows().sectionOf(stage);
            const QString title = m_school.stageTitle(stage);
            if (m_school.lacksRow(stage)) {
                const QString missing = assess::statusWord(Status::Missing);
                answer.lines << tr("%1：%2").arg(title, missing);
                answer.judge(of(stage) + missing, Mark::Missing);
            }
            if (section < 0)
                continue;
            const auto place = std::ranges::find_if(
                m_places, [&](const SectionPlace& candidate) { return candidate.stage->stage == stage; });
            QString line = tr("%1：").arg(title);
            if (!rule.split)
                line += heads(rule, indicator, stage, section) + tr("，");
            if (place == m_places.end()) {
                answer.lines << line + tr("不参评");
                answer.judge(of(stage) + tr("不参评"), Mark::None);
                continue;
            }
            answer.lines << line + valueOf(*place, indicator);
            const Status status = statusOf(*place, indicator);
            answer.judge(of(stage) + assess::statusWord(m_school.standard(), status), markOf(status));
        }
        if (answer.verdicts.isEmpty()) {
            answer.lines << tr("没有小学、初中学段");
            answer.judge(assess::statusWord(IndicatorStatus::NotApplicable), Mark::None);
        }
        return answer;
    }

private:
    // Whose verdict it is, where there are several.
    [[nodiscard]] QString of(Stage stage) const {
        const auto runs = [this](Stage judged) {
            return m_school.rows().sectionOf(judged) >= 0 || m_school.lacksRow(judged);
        };
        return std::ranges::all_of(standard::kJudgedStages, runs) ? m_school.stageTitle(stage) : QString();
    }
    static Status statusOf(const SectionPlace& place, int indicator) {
        return place.stage->indicators[at(indicator)].statuses[at(place.section)];
    }

    [[nodiscard]] QString valueOf(const SectionPlace& place, int indicator) const {
        const ResourceIndicator& rule = m_school.standard().resource[at(indicator)];
        if (statusOf(place, indicator) == Status::Missing)
            return assess::statusWord(Status::Missing);
        const std::int8_t relaxation = place.stage->indicators[at(indicator)].relaxation[at(place.section)];
        const QString value = tr("%1 %2").arg(
            assess::printedValue(m_school.year(), m_school.standard(), *place.stage, place.section, indicator),
            rule.unit);
        return relaxation < 0 ? value : value + tr("（按放宽条件计入）");
    }

    // The addends of relaxations that could apply to the indicator.
    [[nodiscard]] std::vector<const Item*> relaxing(int indicator) const {
        std::vector<const Item*> items;
        for (const standard::Relaxation* relaxation : m_school.standard().relaxationsOf(indicator, m_school.year()))
            items.insert(items.end(), relaxation->plus.begin(), relaxation->plus.end());
        return items;
    }

    [[nodiscard]] QString heads(const ResourceIndicator& rule, int indicator, Stage stage, int section) const {
        std::vector<const Item*> items = rule.plus[standard::stageIndex(stage)];
        for (const Item* item : relaxing(indicator))
            items.push_back(item);
        items.push_back(&model::itemOf(items::pupils));
        return listed(
            items, [&](const Item& item) { return m_school.year().sections().at(section, item); }, m_school.standard(),
            [](const Item& item) { return item.label; });
    }

    // Areas of sports are broken down as the form has them.
    [[nodiscard]] QString premises(int indicator) const {
        const ResourceIndicator& rule = m_school.standard().resource[at(indicator)];
        std::vector<const Item*> items = rule.plus[0];
        items.insert(items.end(), rule.minus.begin(), rule.minus.end());
        const bool isSports = std::ranges::find(items, &model::itemOf(items::sports_ground_area)) != items.end();
        const auto label = [&](const Item& item) {
            if (isSports && &item == &model::itemOf(items::sports_ground_area))
                return tr("体育场");
            if (isSports && &item == &model::itemOf(items::indoor_sports_area))
                return tr("体育馆");
            const bool isLess = std::ranges::find(rule.minus, &item) != rule.minus.end();
            return isLess ? tr("其中不计的%1").arg(item.label) : item.label;
        };
        const auto whole = [&](const Item& item) {
            return overCampuses(m_school, item, isWaitedFor(m_school.standard(), item));
        };
        QStringList parts{listed(items, whole, m_school.standard(), label)};
        for (const Item* item : relaxing(indicator))
            parts << (item == &model::itemOf(items::extra_sports_area)
                          ? extraSports()
                          : listed({item}, whole, m_school.standard(), label));
        return parts.join(tr("，"));
    }

    // 专用运动空间及校外租赁场馆面积 in its two parts, as far as they are known.
    [[nodiscard]] QString extraSports() const {
        const Item& extra = model::itemOf(items::extra_sports_area);
        const Item& leased = model::itemOf(items::leased_sports_area);
        const model::Observation all = overCampuses(m_school, extra, false);
        const model::Observation outside = overCampuses(m_school, leased, false);
        const bool known = all.isValue() && outside.isValue();
        if (all.isValue() && !known)
            return tr("%1 %2（其中校外周边租借 %3）")
                .arg(extra.label, enteredText(extra, all), enteredText(leased, outside, false));
        const auto inside = known ? model::Observation::ofAmount(all.amount - outside.amount) : all;
        return tr("校园其他专用运动场地 %1，校外周边租借 %2")
            .arg(enteredText(extra, inside, false), enteredText(leased, outside, false));
    }

    const SchoolView& m_school;
    std::vector<SectionPlace> m_places;
};

} // namespace

FormAnswer resourceAnswer(const SchoolView& school, int indicator) {
    return ResourceAnswers(school).answer(indicator);
}

} // namespace junheng::report
