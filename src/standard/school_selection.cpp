#include "standard/school_selection.h"

#include "model/items.h"
#include "standard/judged_stages.h"
#include "standard/tr.h"

#include <QStringList>

#include <algorithm>

namespace junheng::standard {

namespace {

using model::CellKey;
using model::CountyYear;
using model::Item;
using model::Observation;

struct Membership {
    bool isOut = false;
    std::vector<CellKey> blanks;
};

bool isAmong(const std::vector<int>& choices, std::int64_t choice) {
    return std::ranges::find(choices, choice) != choices.end();
}

class Decision {
public:
    Decision(const CountyYear& year, int school) : m_year(year), m_school(school) {}

    Membership take(const SchoolSelection& selection) {
        static const Item& type = model::itemOf(items::school_type);
        static const Item& locality = model::itemOf(items::locality);
        static const Item& sponsor = model::itemOf(items::sponsor);
        const auto isOneOfTypes = [&](std::int64_t choice) {
            return std::ranges::find(selection.types, static_cast<model::SchoolType>(choice)) != selection.types.end();
        };
        if (!selection.types.empty())
            demand(type, isOneOfTypes);
        if (!selection.localities.empty())
            demand(locality, [&](std::int64_t choice) { return isAmong(selection.localities, choice); });
        if (!selection.sponsorsExcept.empty())
            demand(sponsor, [&](std::int64_t choice) { return !isAmong(selection.sponsorsExcept, choice); });
        if (selection.pointsFrom > 0 && m_year.schoolType(m_school) == model::SchoolType::TeachingPoint)
            demandPupils(selection.pointsFrom);
        return std::move(m_result);
    }

private:
    template <class Holds> void demand(const Item& item, Holds&& holds) {
        const Observation given = m_year.schools().at(m_school, item);
        if (given.isMissing())
            m_result.blanks.push_back({.subject = m_year.schools().key(m_school), .item = &item});
        else if (given.isValue() && !holds(given.amount))
            m_result.isOut = true;
    }

    void demandPupils(std::int64_t least) {
        static const Item& pupils = model::itemOf(items::pupils);
        std::int64_t total = 0;
        const auto blanksBefore = m_result.blanks.size();
        for (model::Stage stage : kJudgedStages) {
            const int row = m_year.schoolRows()[static_cast<std::size_t>(m_school)].sectionOf(stage);
            if (row < 0)
                continue;
            const Observation given = m_year.sections().at(row, pupils);
            if (given.isMissing())
                m_result.blanks.push_back({.subject = m_year.sections().key(row), .item = &pupils});
            else
                total += given.amount;
        }
        if (m_result.blanks.size() == blanksBefore && total < least)
            m_result.isOut = true;
    }

    const CountyYear& m_year;
    int m_school;
    Membership m_result;
};

} // namespace

std::optional<bool> isSelected(const CountyYear& year, int school, const SchoolSelection& selection) {
    if (selection.isEverySchool())
        return true;
    const Membership membership = Decision(year, school).take(selection);
    if (membership.isOut)
        return false;
    return membership.blanks.empty() ? std::optional(true) : std::nullopt;
}

QString selectionWords(const SchoolSelection& selection) {
    const auto wordsOf = [](const auto& choices, const Item& item) {
        QStringList words;
        for (const auto choice : choices)
            words << item.choices.at(static_cast<qsizetype>(choice)).section(QChar(u' '), -1); // without its code
        return words.join(QChar(u'、'));
    };
    if (selection.isEverySchool())
        return {};
    QStringList words{selection.types.empty() ? tr("学校")
                                              : wordsOf(selection.types, model::itemOf(items::school_type))};
    if (!selection.localities.empty())
        words.front().prepend(tr("%1的").arg(wordsOf(selection.localities, model::itemOf(items::locality))));
    if (!selection.sponsorsExcept.empty())
        words << tr("不含%1").arg(wordsOf(selection.sponsorsExcept, model::itemOf(items::sponsor)));
    if (selection.pointsFrom > 0)
        words << tr("不含不足%1人的教学点").arg(selection.pointsFrom);
    return words.join(QChar(u'，'));
}

std::vector<CellKey> undecided(const CountyYear& year, int school, const SchoolSelection& selection) {
    Membership membership = Decision(year, school).take(selection);
    return membership.isOut ? std::vector<CellKey>() : std::move(membership.blanks);
}

} // namespace junheng::standard
