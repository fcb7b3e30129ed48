// What was taken over from the year before and nobody has confirmed.

#include "model/unconfirmed.h"

#include "quality/collector.h"

#include <algorithm>

namespace junheng::quality {

namespace {

using model::CellKey;
using model::Level;

// As the sheets of the template; nothing for the county's own, which go without saying.
QString levelName(Level level) {
    switch (level) {
    case Level::School:
        return tr("学校");
    case Level::Section:
        return tr("学段");
    case Level::Campus:
        return tr("校区");
    case Level::Room:
        return tr("专用教室");
    case Level::Task:
        return tr("任务清单");
    default:
        return {};
    }
}

} // namespace

// One for the rows of a level. Its figures are the first such cell of each item: they say what it concerns and where to
// begin, and stay few.
void findUnconfirmed(Collector& found) {
    const std::vector<CellKey> cells = model::unconfirmedCells(found.year());
    for (auto begin = cells.begin(); begin != cells.end();) {
        const Level level = begin->subject.level;
        const auto end = std::ranges::find_if(begin, cells.end(),
                                              [level](const CellKey& cell) { return cell.subject.level != level; });
        std::vector<CellKey> firsts;
        for (auto cell = begin; cell != end; ++cell) {
            if (std::ranges::find(firsts, cell->item, &CellKey::item) == firsts.end())
                firsts.push_back(*cell);
        }
        found.add(QStringLiteral("unconfirmed"), CheckSeverity::Doubt,
                  {.level = Level::County, .part = levelName(level)},
                  tr("%1 个数据承接自上年，尚未确认").arg(end - begin), firsts);
        begin = end;
    }
}

} // namespace junheng::quality
