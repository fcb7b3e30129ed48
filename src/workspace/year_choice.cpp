#include "workspace/year_choice.h"

#include "model/school_year.h"
#include "workspace/tr.h"

#include <algorithm>
#include <iterator>

namespace junheng::workspace {

namespace {

bool holdsYear(const std::vector<int>& years, int year) {
    return std::ranges::find(years, year) != years.end();
}

} // namespace

std::optional<int> YearChoice::sourceOf(int year) const {
    const auto next = std::ranges::lower_bound(filled, year);
    return next == filled.begin() ? std::nullopt : std::optional(*std::prev(next));
}

base::Outcome YearChoice::check(int year, std::optional<int> from) const {
    if (year < first || year > last)
        return base::refused("year.out_of_range", tr("不能开始%1：可以开始的学年是%2至%3。")
                                                      .arg(model::schoolYearName(year), model::schoolYearName(first),
                                                           model::schoolYearName(last)));
    if (holdsYear(filled, year) || (holdsYear(blank, year) && !from))
        return base::refused("year.exists", tr("文件中已经有%1，不能再次开始。").arg(model::schoolYearName(year)));
    if (from && (*from >= year || !holdsYear(filled, *from)))
        return base::refused(
            "year.empty",
            tr("%1没有可以承接到%2的学校数据。").arg(model::schoolYearName(*from), model::schoolYearName(year)));
    return {};
}

bool YearChoice::mayBegin(int year, bool takesOver) const {
    return check(year, takesOver ? sourceOf(year) : std::nullopt) && (!takesOver || sourceOf(year));
}

} // namespace junheng::workspace
