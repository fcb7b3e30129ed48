// Beginning a school year, and confirming what it took over from the one before.

#include "model/school_year.h"
#include "model/unconfirmed.h"
#include "workspace/tr.h"
#include "workspace/workspace_private.h"

#include <QSet>

#include <utility>

namespace junheng::workspace {

namespace {

using model::Change;
using model::ChangeSet;
using model::CountyYear;

constexpr int kFirstYear = 2000;
constexpr int kMonthsBeforeSeptember = 8; // in which a school year begins

bool has(const std::vector<int>& years, int year) {
    return std::ranges::find(years, year) != years.end();
}

base::Outcome checkYear(const YearChoice& choice, int year, std::optional<int> from) {
    if (year < choice.first || year > choice.last)
        return base::refused("year.out_of_range",
                             tr("不能开始%1：可以开始的学年是%2至%3。")
                                 .arg(model::schoolYearName(year), model::schoolYearName(choice.first),
                                      model::schoolYearName(choice.last)));
    if (has(choice.filled, year) || (has(choice.blank, year) && !from))
        return base::refused("year.exists", tr("文件中已经有%1，不能再次开始。").arg(model::schoolYearName(year)));
    if (from && (*from >= year || !has(choice.filled, *from)))
        return base::refused(
            "year.empty",
            tr("%1没有可以承接到%2的学校数据。").arg(model::schoolYearName(*from), model::schoolYearName(year)));
    return {};
}

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

std::optional<int> YearChoice::sourceOf(int year) const {
    const auto next = std::ranges::lower_bound(filled, year);
    return next == filled.begin() ? std::nullopt : std::optional(*std::prev(next));
}

bool YearChoice::mayBegin(int year, bool takesOver) const {
    return checkYear(*this, year, takesOver ? sourceOf(year) : std::nullopt) && (!takesOver || sourceOf(year));
}

base::Result<YearChoice> Workspace::yearChoice() const {
    if (!d->file)
        return std::unexpected(notOpen());
    YearChoice choice{.first = kFirstYear};
    for (const int year : d->years) {
        const auto loaded = d->file->load(year);
        if (!loaded)
            return std::unexpected(loaded.error());
        (loaded->schools().rowCount() > 0 ? choice.filled : choice.blank).push_back(year);
    }
    const int today = QDate::currentDate().addMonths(-kMonthsBeforeSeptember).year();
    choice.last = std::max(d->years.back(), today) + 1;
    const bool isBlank = has(choice.blank, d->data.year()) && choice.sourceOf(d->data.year());
    choice.proposed = isBlank ? d->data.year() : d->years.back() + 1;
    return choice;
}

base::Outcome Workspace::beginYear(int year, std::optional<int> from) {
    const auto choice = yearChoice();
    if (!choice)
        return std::unexpected(choice.error());
    if (auto judged = d->judgedByItsOwn(); !judged)
        return judged;
    if (auto fits = checkYear(*choice, year, from); !fits)
        return fits;
    ChangeSet changes;
    changes.label = from ? tr("开始 %1（承接 %2）").arg(model::schoolYearName(year), model::schoolYearName(*from))
                         : tr("开始 %1（空白）").arg(model::schoolYearName(year));
    if (from) {
        const auto before = d->file->load(*from);
        const auto present = d->file->load(year);
        if (!before || !present)
            return std::unexpected(before ? present.error() : before.error());
        changes.changes = takenOver(*before, *present);
    }
    if (const auto batch = d->file->commit(year, changes); !batch)
        return std::unexpected(batch.error());
    return announce(d->load(year));
}

base::Outcome Workspace::confirm(const std::vector<model::CellKey>& cells) {
    ChangeSet changes;
    for (const model::CellKey& cell : cells) {
        const model::Observation value = d->data.value(cell.subject, *cell.item);
        if (value.unconfirmed)
            changes.changes.push_back(
                {.subject = cell.subject, .item = cell.item, .before = value, .after = value.confirmed()});
    }
    if (changes.changes.size() == 1) {
        const Change& only = changes.changes.front();
        changes.label = tr("确认 %1").arg(
            model::describeCell(d->data.schoolName(only.subject.school), {.subject = only.subject, .item = only.item}));
    } else {
        changes.label = tr("确认 %1 个承接的数据").arg(changes.changes.size());
    }
    return announce(d->commit(changes));
}

} // namespace junheng::workspace
