// The indicators of government in the 学校自评表.

#include "report/dossier/form_answers.h"

#include "assess/room_register.h"

#include <utility>

namespace junheng::report {

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

    std::optional<Answer> operator()(const standard::RoomsRule& rule) const {
        Answer answer;
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
        if (!any)
            return notConcerned(tr("没有小学、初中班"));
        if (relaxed)
            answer.lines << tr("按放宽条件的面积计入");
        answer.judge(assess::statusWord(status), markOf(status));
        return answer;
    }

    std::optional<Answer> operator()(const standard::SchoolSizeRule& /*rule*/) const {
        QStringList parts;
        for (const Stage stage : {Stage::Primary, Stage::Junior, Stage::Senior})
            parts << tr("%1 %2").arg(model::stageName(stage), headsOf(stage));
        Answer answer{.lines = {tr("在校学生数：%1").arg(parts.join(tr("，")))}, .verdicts = {}};
        return judged(std::move(answer));
    }

    std::optional<Answer> operator()(const standard::ClassSizeRule& rule) const {
        Answer answer;
        for (const Stage stage : standard::kJudgedStages) {
            const int section = m_school.rows().sectionOf(stage);
            if (m_school.lacksRow(stage))
                answer.lines << tr("%1：最大班额 %2").arg(m_school.stageTitle(stage), missingWord());
            if (section < 0)
                continue;
            const std::int64_t limit = rule.limit[standard::stageIndex(stage)];
            answer.lines << tr("%1：最大班额 %2，超过%3人的班 %4")
                                .arg(m_school.stageTitle(stage),
                                     enteredText(*rule.largest, m_school.year().sections().at(section, *rule.largest)))
                                .arg(limit)
                                .arg(classesOver(rule, section, limit));
        }
        return answer.lines.isEmpty() ? notConcerned(tr("没有小学、初中班")) : judged(std::move(answer));
    }

    std::optional<Answer> operator()(const standard::SmallSchoolFundsRule& rule) const {
        std::int64_t pupils = 0;
        for (const Stage stage : standard::kJudgedStages) {
            const int section = m_school.rows().sectionOf(stage);
            const model::Observation heads = section < 0 ? model::Observation::ofAmount(0)
                                                         : m_school.year().sections().at(section, itemOf(u"pupils"));
            if (!heads.isValue() || m_school.lacksRow(stage))
                return judged({.lines = {tr("在校学生数 %1").arg(missingWord())}, .verdicts = {}});
            pupils += heads.amount;
        }
        if (paysForPoints())
            return judged(
                {.lines = {tr("在校学生数 %1 人").arg(pupils), tr("公用经费含不单独核算的教学点"),
                           tr("%1 %2").arg(rule.budget->label, enteredText(*rule.budget, m_school.own(*rule.budget)))},
                 .verdicts = {}});
        if (!m_school.isCompulsory() || pupils >= rule.minimumPupils)
            return notConcerned(tr("不是不足%1人的义务教育学校").arg(rule.minimumPupils));
        Answer answer{.lines = {tr("在校学生数 %1 人").arg(pupils)}, .verdicts = {}};
        const model::Observation funds = m_school.own(*rule.funds);
        const model::Observation independent = m_school.own(itemOf(u"independent_accounts"));
        if (independent.isValue() && independent.amount == 0 && !funds.isValue()) {
            answer.lines << tr("公用经费由所属中心校（%1）核算").arg(parentName());
            if (!hasParent())
                return judged(std::move(answer));
            answer.judge(tr("见中心校"), Mark::None);
            return answer;
        }
        // The budget of a school with 高中 does not tell what the compulsory stages get.
        const bool senior = m_school.rows().sectionOf(Stage::Senior) >= 0 || m_school.lacksRow(Stage::Senior);
        const Item& shown = funds.isValue() || senior ? *rule.funds : *rule.budget;
        answer.lines << tr("%1 %2").arg(shown.label, enteredText(shown, m_school.own(shown)));
        return judged(std::move(answer));
    }

    std::optional<Answer> operator()(const standard::SpecialFundsRule& rule) const {
        const int section = m_school.rows().sectionOf(Stage::Special);
        if (m_school.year().schoolType(m_school.row) != model::SchoolType::Special || section < 0)
            return notConcerned(tr("不是特殊教育学校"));
        const Item& pupils = itemOf(u"pupils");
        const model::Observation heads = m_school.year().sections().at(section, pupils);
        if (heads.isValue() && heads.amount == 0)
            return notConcerned(tr("没有特殊教育学生"));
        return judged({.lines = {tr("%1 %2").arg(rule.schoolFunds->label,
                                                 enteredText(*rule.schoolFunds, m_school.own(*rule.schoolFunds))),
                                 tr("特殊教育学生数 %1").arg(enteredText(pupils, heads))},
                       .verdicts = {}},
                      true);
    }

    template <class Rule> std::optional<Answer> operator()(const Rule& /*rule*/) const { return std::nullopt; }

private:
    static QString missingWord() { return assess::statusWord(Status::Missing); }

    static Answer notConcerned(const QString& why) {
        Answer answer{.lines = {why}, .verdicts = {}};
        answer.judge(assess::statusWord(IndicatorStatus::NotApplicable), Mark::None);
        return answer;
    }

    // An item of the county that the school's own figure needs: the quota of a stage that has pupils.
    [[nodiscard]] bool needsOfCounty(const Item& item) const {
        const auto* funds = std::get_if<standard::SmallSchoolFundsRule>(&m_indicator.rule);
        return funds != nullptr && std::ranges::any_of(standard::kJudgedStages, [&](Stage stage) {
                   const int section = m_school.rows().sectionOf(stage);
                   return &item == funds->quota[standard::stageIndex(stage)] && section >= 0 &&
                          m_school.year().sections().at(section, itemOf(u"pupils")).amount > 0;
               });
    }

    // The worst of what the assessment says of the school; what it waits for leaves it open.
    [[nodiscard]] IndicatorStatus status() const {
        bool waits = std::ranges::any_of(m_school.allBlanks, [this](const Blank& blank) {
            const model::SubjectKey& subject = blank.cell.subject;
            const bool concerns = subject.level == model::Level::County ? needsOfCounty(*blank.cell.item)
                                                                        : subject.school == m_school.code;
            return concerns && blank.blocks.contains(m_indicator.id);
        });
        for (const assess::SchoolResult& school : m_result.schools) {
            if (school.schoolRow != m_school.row)
                continue;
            if (school.status == IndicatorStatus::Unmet)
                return school.status;
            waits = waits || school.status == IndicatorStatus::Missing;
        }
        return waits ? IndicatorStatus::Missing : IndicatorStatus::Met;
    }

    [[nodiscard]] Answer judged(Answer answer, bool isConcerned = false) const {
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
        const Item& pupils = itemOf(u"pupils");
        if (m_school.lacksRow(stage))
            return missingWord();
        return section < 0 ? tr("无此学段") : enteredText(pupils, m_school.year().sections().at(section, pupils));
    }

    // Of the bands above the limit.
    [[nodiscard]] QString classesOver(const standard::ClassSizeRule& rule, int section, std::int64_t limit) const {
        std::int64_t classes = 0;
        for (const auto& band : rule.bands) {
            if (band.from <= limit)
                continue;
            const model::Observation given = m_school.year().sections().at(section, *band.item);
            if (given.isMissing())
                return missingWord();
            classes += given.isValue() ? given.amount : 0;
        }
        return tr("%1 个").arg(classes);
    }

    // "：98、96.5 ㎡" of the rooms of a kind that are listed.
    [[nodiscard]] QString areasText(int kind) const {
        const Item& area = itemOf(u"room_area");
        QStringList areas;
        const model::Table& rooms = m_school.year().table(model::Level::Room);
        const auto [first, last] = rooms.rowsOfSchool(m_school.code);
        for (int row = first; row < last; ++row) {
            const model::Observation is = rooms.at(row, itemOf(u"room_kind"));
            const model::Observation size = rooms.at(row, area);
            if (is.isValue() && is.amount == kind)
                areas << (size.isValue() ? model::displayText(area, size) : missingWord());
        }
        return areas.isEmpty() ? QString() : tr("，各间使用面积 %1 %2").arg(areas.join(tr("、")), area.unit);
    }

    // Points without accounts whose money is here.
    [[nodiscard]] bool paysForPoints() const {
        const model::Table& schools = m_school.year().schools();
        for (int row = 0; row < schools.rowCount(); ++row) {
            const model::Observation independent = schools.at(row, itemOf(u"independent_accounts"));
            if (independent.isValue() && independent.amount == 0 &&
                schools.at(row, itemOf(u"parent_code")).text == m_school.code)
                return true;
        }
        return false;
    }

    [[nodiscard]] bool hasParent() const {
        const QString parent = m_school.own(itemOf(u"parent_code")).text;
        return m_school.year().schools().find(model::SubjectKey::ofSchool(parent)) >= 0;
    }

    [[nodiscard]] QString parentName() const {
        const QString parent = m_school.own(itemOf(u"parent_code")).text;
        return parent.isEmpty() ? missingWord() : m_school.year().schoolName(parent);
    }

    const SchoolView& m_school;
    const Indicator& m_indicator;
    const assess::IndicatorResult& m_result;
};

} // namespace

std::optional<Answer> governmentAnswer(const SchoolView& school, std::size_t indicator) {
    const Indicator& rule = school.standard().government[indicator];
    return std::visit(GovernmentAnswers(school, rule, school.sources.assessment.government[indicator]), rule.rule);
}

} // namespace junheng::report
