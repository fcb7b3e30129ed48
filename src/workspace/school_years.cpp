#include "workspace/school_years.h"

#include "exchange/next_year.h"
#include "model/school_year.h"
#include "workspace/open_county.h"
#include "workspace/tr.h"

#include <QDate>

#include <algorithm>

namespace junheng::workspace {

namespace {

using model::Change;
using model::ChangeSet;
using model::CountyYear;

constexpr int kFirstYear = 2000;
constexpr int kMonthsBeforeSeptember = 8; // in which a school year begins

// What `before` hands over and `year` has not got by itself.
std::vector<Change> takenOver(const CountyYear& before, const CountyYear& year) {
    std::vector<Change> changes = exchange::takenOverFrom(before);
    std::erase_if(changes, [&year](const Change& change) {
        return change.isExistence() ? year.exists(change.subject)
                                    : !year.value(change.subject, *change.item).isMissing();
    });
    return changes;
}

} // namespace

base::Result<YearChoice> SchoolYears::choice() const {
    if (!m_county.file)
        return std::unexpected(notOpen());
    YearChoice choice{.first = kFirstYear};
    for (const int year : m_county.years) {
        const auto loaded = m_county.file->load(year);
        if (!loaded)
            return std::unexpected(loaded.error());
        (loaded->schools().rowCount() > 0 ? choice.filled : choice.blank).push_back(year);
    }
    const int today = QDate::currentDate().addMonths(-kMonthsBeforeSeptember).year();
    const int current = m_county.data.year();
    choice.last = std::max(m_county.years.back(), today) + 1;
    const bool isBlank = std::ranges::find(choice.blank, current) != choice.blank.end() && choice.sourceOf(current);
    choice.proposed = isBlank ? current : m_county.years.back() + 1;
    return choice;
}

base::Outcome SchoolYears::begin(int year, std::optional<int> from) {
    const auto years = choice();
    if (!years)
        return std::unexpected(years.error());
    if (auto judged = m_county.judgedByItsOwn(); !judged)
        return judged;
    if (auto fits = years->check(year, from); !fits)
        return fits;
    ChangeSet changes;
    changes.label = from ? tr("开始 %1（承接 %2）").arg(model::schoolYearName(year), model::schoolYearName(*from))
                         : tr("开始 %1（空白）").arg(model::schoolYearName(year));
    if (from) {
        const auto before = m_county.file->load(*from);
        const auto present = m_county.file->load(year);
        if (!before || !present)
            return std::unexpected(before ? present.error() : before.error());
        changes.changes = takenOver(*before, *present);
    }
    if (const auto batch = m_county.file->commit(year, changes); !batch)
        return std::unexpected(batch.error());
    return m_county.announce(m_county.load(year));
}

base::Outcome SchoolYears::confirm(const std::vector<model::CellKey>& cells) {
    const CountyYear& data = m_county.data;
    ChangeSet changes;
    for (const model::CellKey& cell : cells) {
        const model::Observation value = data.value(cell.subject, *cell.item);
        if (value.unconfirmed)
            changes.changes.push_back(
                {.subject = cell.subject, .item = cell.item, .before = value, .after = value.confirmed()});
    }
    if (changes.changes.size() == 1) {
        const Change& only = changes.changes.front();
        changes.label = tr("确认 %1").arg(
            model::describeCell(data.schoolName(only.subject.school), {.subject = only.subject, .item = only.item}));
    } else {
        changes.label = tr("确认 %1 个承接的数据").arg(changes.changes.size());
    }
    return m_county.announce(m_county.commit(changes));
}

base::Result<std::vector<int>> SchoolYears::inJournal() const {
    if (!m_county.file)
        return std::unexpected(notOpen());
    return m_county.file->years(store::YearsOf::Journal);
}

base::Result<std::shared_ptr<const std::vector<report::EarlierYear>>> SchoolYears::earlier() const {
    return m_county.earlierYears();
}

} // namespace junheng::workspace
