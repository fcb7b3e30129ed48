// The indicators of government in the 学校自评表.

#include "model/items.h"
#include "model/school_year.h"
#include "report/dossier/form_answers.h"

#include "assess/funds_register.h"
#include "assess/room_register.h"
#include "report/tr.h"

#include <utility>

namespace junheng::report {

using document::Mark;

namespace {

using assess::IndicatorStatus;
using assess::Status;
using model::Item;
using model::Stage;
using standard::Indicator;

/// The indicators of government that look at a school, by the kind of their rule; of the others there is no answer.
class GovernmentAnswers {
public:
    GovernmentAnswers(const SchoolView& school, const Indicator& indicator, const assess::IndicatorResult& result)
        : m_school(school), m_indicator(indicator), m_result(result) {}

    std::optional<FormAnswer> operator()(const standard::RoomsRule& rule) const {
        FormAnswer answer;
        IndicatorStatus status = IndicatorStatus::Met;
        bool any = false;
        bool relaxed = false;
        for (const assess::RoomsOfSchool& rooms : assess::roomRegister(m_school.year(), rule, m_indicator)) {
            if (rooms.schoolRow != m_school.row)
                continue;
            const standard::RoomsRule::RoomKind& kind = rule.rooms[at(rooms.part)];
            if (!std::exchange(any, true))
                answer.lines << tr("教学班 %1").arg(rooms.classes ? tr("%1 个").arg(*rooms.classes) : missingWord());
            answer.lines << tr("%1专用教室 %2%3")
                                .arg(kind.label, enteredText(*kind.count, m_school.own(*kind.count)),
                                     areasText(kind.kind));
            if (status != IndicatorStatus::Unmet && rooms.status != IndicatorStatus::Met)
                status = rooms.status;
            relaxed = relaxed || rooms.relaxation >= 0;
        }
        if (!any && isOutside(rule.schools))
            return notConcerned(outsideText(rule.schools));
        if (!any)
            return notConcerned(tr("没有小学、初中班"));
        if (relaxed)
            answer.lines << tr("按放宽条件的面积计入");
        answer.judge(assess::statusWord(status), markOf(status));
        return answer;
    }

    std::optional<FormAnswer> operator()(const standard::SchoolSizeRule& /*rule*/) const {
        QStringList parts;
        for (const Stage stage : {Stage::Primary, Stage::Junior, Stage::Senior})
            parts << tr("%1 %2").arg(model::stageName(stage), headsOf(stage));
        FormAnswer answer{.lines = {tr("在校学生数：%1").arg(parts.join(tr("，")))}, .verdicts = {}};
        return judged(std::move(answer));
    }

    std::optional<FormAnswer> operator()(const standard::ClassSizeRule& rule) const {
        FormAnswer answer;
        for (const Stage stage : standard::kJudgedStages) {
            const int section = m_school.rows().sectionOf(stage);
            const QString title = m_school.stageTitle(stage);
            if (m_school.lacksRow(stage))
                answer.lines << tr("%1：最大班额 %2").arg(title, missingWord());
            if (section < 0)
                continue;
            const model::LevelTable& sections = m_school.year().sections();
            if (const auto pupils = sections.at(section, model::itemOf(items::pupils));
                pupils.isValue() && pupils.amount == 0) {
                answer.lines << tr("%1：没有在校学生").arg(title);
                continue;
            }
            const std::int64_t limit = rule.limit[standard::stageIndex(stage)];
            const model::Observation largest = sections.at(section, *rule.largest);
            const std::optional<std::int64_t> over = classesOver(rule, section, limit);
            // Either tells enough: the other need not be filled in.
            const QString count = over ? tr("%1 个").arg(*over) : notEntered(largest.isMissing());
            answer.lines << tr("%1：最大班额 %2，超过%3人的班 %4")
                                .arg(title, enteredText(*rule.largest, largest, !over))
                                .arg(limit)
                                .arg(count);
        }
        return answer.lines.isEmpty() ? notConcerned(tr("没有小学、初中班")) : judged(std::move(answer));
    }

    std::optional<FormAnswer> operator()(const standard::SmallSchoolFundsRule& rule) const {
        const auto all = assess::fundsRegister(m_school.year(), rule);
        const auto told = std::ranges::find(all, m_school.row, &assess::FundsOfSchool::schoolRow);
        if (told == all.end() && isOutside(rule.schools))
            return notConcerned(outsideText(rule.schools));
        if (told == all.end())
            return notConcerned(tr("不是不足%1人的义务教育学校").arg(rule.minimumPupils));
        const std::optional<std::int64_t> pupils = compulsoryPupils();
        FormAnswer answer{.lines = {tr("在校学生数 %1").arg(pupils ? tr("%1 人").arg(*pupils) : missingWord())},
                          .verdicts = {}};
        const model::Observation funds = m_school.own(*rule.funds);
        const model::Observation independent = m_school.own(model::itemOf(items::independent_accounts));
        if (independent.isValue() && independent.amount == 0 && !funds.isValue())
            answer.lines << tr("公用经费由所属中心校（%1）核算").arg(parentName());
        else if (told->paysForPoints)
            answer.lines << tr("公用经费含不单独核算的教学点") << entered(mayHaveSenior() ? *rule.funds : *rule.budget);
        else if (pupils) {
            const Item& paid = funds.isValue() || mayHaveSenior() ? *rule.funds : *rule.budget;
            answer.lines << entered(paid) << perPupil(paid, pupils);
        }
        if (told->isAtParent)
            answer.judge(tr("见中心校"), Mark::None);
        else
            answer.judge(assess::statusWord(told->status), markOf(told->status));
        return answer;
    }

    std::optional<FormAnswer> operator()(const standard::SpecialFundsRule& rule) const {
        const int section = m_school.rows().sectionOf(Stage::Special);
        if (m_school.year().schoolType(m_school.row) != model::SchoolType::Special)
            return notConcerned(tr("不是特殊教育学校"));
        const Item& pupils = model::itemOf(items::pupils);
        if (section < 0) {
            FormAnswer answer{.lines = {tr("特殊教育学生数 %1").arg(missingWord())}, .verdicts = {}};
            answer.judge(missingWord(), Mark::Missing);
            return answer;
        }
        const model::Observation heads = m_school.year().sections().at(section, pupils);
        if (heads.isValue() && heads.amount == 0)
            return notConcerned(tr("没有特殊教育学生"));
        FormAnswer answer{
            .lines = {entered(*rule.schoolFunds), tr("特殊教育学生数 %1").arg(enteredText(pupils, heads))},
            .verdicts = {}};
        answer.lines << perPupil(*rule.schoolFunds, heads.isValue() ? std::optional(heads.amount) : std::nullopt);
        return judged(std::move(answer), true);
    }

    template <class Rule> std::optional<FormAnswer> operator()(const Rule& /*rule*/) const { return std::nullopt; }

private:
    static QString missingWord() { return assess::statusWord(Status::Missing); }

    static FormAnswer notConcerned(const QString& why) {
        FormAnswer answer{.lines = {why}, .verdicts = {}};
        answer.judge(assess::statusWord(IndicatorStatus::NotApplicable), Mark::None);
        return answer;
    }

    [[nodiscard]] bool isOutside(const standard::SchoolSelection& schools) const {
        return standard::isSelected(m_school.year(), m_school.row, schools) == false;
    }
    static QString outsideText(const standard::SchoolSelection& schools) {
        return tr("只要求%1").arg(standard::selectionWords(schools));
    }

    // The worst of what the assessment says of the school; what it waits for leaves it open.
    [[nodiscard]] IndicatorStatus status() const {
        bool waits = std::ranges::any_of(
            m_school.blanks, [this](const plan::MissingCell& blank) { return blank.blocks.contains(m_indicator.id); });
        for (const assess::SchoolResult& school : m_result.schools) {
            if (school.schoolRow != m_school.row)
                continue;
            if (school.status == IndicatorStatus::Unmet)
                return school.status;
            waits = waits || school.status == IndicatorStatus::Missing;
        }
        return waits ? IndicatorStatus::Missing : IndicatorStatus::Met;
    }

    [[nodiscard]] FormAnswer judged(FormAnswer answer, bool isConcerned = false) const {
        if (!isConcerned && !m_school.isCompulsory()) {
            answer.judge(assess::statusWord(IndicatorStatus::NotApplicable), Mark::None);
            return answer;
        }
        for (const assess::SchoolResult& school : m_result.schools) {
            if (school.schoolRow == m_school.row && school.relaxation >= 0)
                answer.lines << tr("按放宽条件，限值 %1").arg(assess::printedSchoolFigure(m_indicator, school.limit));
        }
        answer.judge(assess::statusWord(status()), markOf(status()));
        return answer;
    }

    [[nodiscard]] QString headsOf(Stage stage) const {
        const int section = m_school.rows().sectionOf(stage);
        const Item& pupils = model::itemOf(items::pupils);
        if (m_school.lacksRow(stage))
            return missingWord();
        return section < 0 ? tr("无此学段") : enteredText(pupils, m_school.year().sections().at(section, pupils));
    }

    // Of the bands above the limit; empty where one of them is not given.
    [[nodiscard]] std::optional<std::int64_t> classesOver(const standard::ClassSizeRule& rule, int section,
                                                          std::int64_t limit) const {
        std::int64_t classes = 0;
        for (const auto& band : rule.bands) {
            if (band.from <= limit)
                continue;
            const model::Observation given = m_school.year().sections().at(section, *band.item);
            if (given.isMissing())
                return std::nullopt;
            classes += given.isValue() ? given.amount : 0;
        }
        return classes;
    }

    // 小学 and 初中 together; empty where one is not known.
    [[nodiscard]] std::optional<std::int64_t> compulsoryPupils() const {
        std::int64_t pupils = 0;
        for (const Stage stage : standard::kJudgedStages) {
            const int section = m_school.rows().sectionOf(stage);
            const model::Observation heads = section < 0
                                                 ? model::Observation::ofAmount(0)
                                                 : m_school.year().sections().at(section, model::itemOf(items::pupils));
            if (!heads.isValue() || m_school.lacksRow(stage))
                return std::nullopt;
            pupils += heads.amount;
        }
        return pupils;
    }

    // The budget of a school with 高中 does not tell what the compulsory stages get.
    [[nodiscard]] bool mayHaveSenior() const {
        return m_school.rows().sectionOf(Stage::Senior) >= 0 || m_school.lacksRow(Stage::Senior);
    }

    [[nodiscard]] QString entered(const Item& item) const {
        return tr("%1 %2").arg(item.label, enteredText(item, m_school.own(item)));
    }

    // "2025年生均公用经费 1200 元", which the form asks for beside the funds of what it calls 上年度: the calendar year
    // in which the school year begins. None of no pupils, or where there are no funds to be asked for.
    [[nodiscard]] QStringList perPupil(const Item& funds, const std::optional<std::int64_t>& pupils) const {
        const model::Observation paid = m_school.own(funds);
        if (pupils == 0 || paid.state == model::State::NotApplicable)
            return {};
        const QString figure =
            pupils && paid.isValue()
                ? tr("%1 元").arg(assess::printedFigure(standard::FigureFormat::Yuan,
                                                        assess::fundsPerPupil(funds, paid.amount, *pupils)))
                : missingWord();
        return {tr("%1年生均公用经费 %2").arg(model::fundYear(m_school.year())).arg(figure)};
    }

    // "：98、96.5 ㎡" of the rooms of a kind that are listed.
    [[nodiscard]] QString areasText(int kind) const {
        const Item& area = model::itemOf(items::room_area);
        QStringList areas;
        const model::LevelTable& rooms = m_school.year().table(model::Level::Room);
        const auto [first, last] = rooms.rowsOfSchool(m_school.code);
        for (int row = first; row < last; ++row) {
            const model::Observation is = rooms.at(row, model::itemOf(items::room_kind));
            const model::Observation size = rooms.at(row, area);
            if (is.isValue() && is.amount == kind)
                areas << (size.isValue() ? model::displayText(area, size) : missingWord());
        }
        return areas.isEmpty() ? QString() : tr("，各间使用面积 %1 %2").arg(areas.join(tr("、")), area.unitText());
    }

    [[nodiscard]] QString parentName() const {
        const QString parent = m_school.own(model::itemOf(items::parent_code)).text;
        return parent.isEmpty() ? missingWord() : m_school.year().schoolName(parent);
    }

    const SchoolView& m_school;
    const Indicator& m_indicator;
    const assess::IndicatorResult& m_result;
};

} // namespace

std::optional<FormAnswer> governmentAnswer(const SchoolView& school, std::size_t indicator) {
    const Indicator& rule = school.standard().government[indicator];
    return std::visit(GovernmentAnswers(school, rule, school.sources.assessment.government[indicator]), rule.rule);
}

} // namespace junheng::report
