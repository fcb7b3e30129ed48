#include "report/lists/lists.h"

#include "model/items.h"
#include "model/school_year.h"
#include "plan/gap.h"
#include "report/cells.h"
#include "report/lists/registers.h"
#include "report/official/table_parts.h"
#include "report/tr.h"

#include <set>

namespace junheng::report {

using document::countCell;
using document::leftCell;
using document::merged;
using document::Report;
using document::Row;
using document::serialCell;
using document::setHead;
using document::Table;
using document::textCell;

namespace {

using assess::Status;
using assess::Verdict;
using plan::SectionPlace;

QString titleOf(SchoolList kind) {
    switch (kind) {
    case SchoolList::Failing:
        return tr("未达标学校名单");
    case SchoolList::BelowFloor:
        return tr("低于85%学校名单");
    case SchoolList::Rooms:
        return tr("专用教室台账");
    case SchoolList::Relaxations:
        return tr("放宽条件使用清单");
    case SchoolList::Missing:
        return tr("待填报清单");
    case SchoolList::Evidence:
        return tr("佐证材料目录");
    case SchoolList::Findings:
        return tr("核查说明");
    case SchoolList::Tasks:
        break;
    }
    return tr("任务清单");
}

// The indicators that the list is about.
std::vector<int> listed(const SectionPlace& place, SchoolList kind) {
    const auto section = static_cast<std::size_t>(place.section);
    std::vector<int> indicators;
    if (kind == SchoolList::Failing && place.stage->verdicts[section] != Verdict::Fail)
        return indicators;
    for (std::size_t i = 0; i < place.stage->indicators.size(); ++i) {
        const Status status = place.stage->indicators[i].statuses[section];
        if (status == Status::Below || (status == Status::Floor && kind == SchoolList::Failing))
            indicators.push_back(static_cast<int>(i));
    }
    return indicators;
}

class ListMaker {
public:
    ListMaker(const Sources& sources, SchoolList kind)
        : m_sources(sources), m_kind(kind), m_finder(sources.year, sources.standard) {}

    Table make() {
        Table table;
        setHead(table, {{tr("序号"), 6},
                        {tr("学段"), 6},
                        {tr("学校名称"), 26},
                        {tr("在校生数"), 9},
                        {tr("达标项数"), 9},
                        {tr("指标的数值 / 标准"), 32},
                        {tr("达标还差"), 32},
                        {tr("到%1%还差").arg(assess::floorPercent(m_sources.standard)), 32},
                        {tr("怎样过关"), 26}});
        for (const assess::StageAssessment& stage : m_sources.assessment.stages) {
            for (int section = 0; section < stage.sectionCount(); ++section) {
                const SectionPlace place{.stage = &stage, .section = section};
                if (const std::vector<int> indicators = listed(place, m_kind); !indicators.empty())
                    table.body.push_back(rowOf(place, indicators, static_cast<int>(table.body.size()) + 1));
            }
        }
        table.notes = notes();
        return table;
    }

private:
    Row rowOf(const SectionPlace& place, const std::vector<int>& indicators, int number) {
        const assess::StageAssessment& stage = *place.stage;
        const model::CountyYear& year = m_sources.year;
        const auto section = static_cast<std::size_t>(place.section);
        static const model::Item& pupils = model::itemOf(items::pupils);
        QStringList figures;
        QStringList toThreshold;
        QStringList toFloor;
        for (const int indicator : indicators) {
            figures << figureText(place, indicator);
            const auto gap = m_finder.gap(place, indicator);
            toThreshold << (gap ? plan::amountText(m_sources.standard, *gap, gap->toThreshold) : QString());
            toFloor << (gap && gap->toFloor ? plan::amountText(m_sources.standard, *gap, *gap->toFloor)
                                            : QStringLiteral("—"));
        }
        const auto remedy = plan::remedyOf(m_sources.standard, stage, place.section);
        const auto lines = [](const QStringList& texts) { return texts.join(QChar(u'\n')); };
        return {{serialCell(number), textCell(1, model::stageName(stage.stage)),
                 leftCell(2, year.schoolName(year.schools().key(stage.schoolRows[section]).school)),
                 observationCell(3, pupils, year.sections().at(stage.sectionRows[section], pupils)),
                 countCell(4, stage.met[section]), leftCell(5, lines(figures)), leftCell(6, lines(toThreshold)),
                 leftCell(7, lines(toFloor)), leftCell(8, plan::remedyText(m_sources.standard, remedy))}};
    }

    // "R3 体艺教师 0.86 / 0.9①", with the signs of the official tables.
    QString figureText(const SectionPlace& place, int indicator) {
        const auto i = static_cast<std::size_t>(indicator);
        const auto section = static_cast<std::size_t>(place.section);
        const standard::ResourceIndicator& rule = m_sources.standard.resource[i];
        const assess::IndicatorColumn& column = place.stage->indicators[i];
        QString signs = relaxationSign(column.relaxation[section]);
        if (column.relaxation[section] >= 0)
            m_relaxations.insert(column.relaxation[section]);
        if (column.borderline[section] != 0) {
            signs += borderlineSign();
            m_borderline = true;
        }
        return QStringLiteral("%1 %2 %3%4 / %5")
            .arg(rule.id, rule.shortName,
                 assess::printedValue(m_sources.year, m_sources.standard, *place.stage, place.section, indicator),
                 signs, rule.threshold[standard::stageIndex(place.stage->stage)].text.toShortString());
    }

    [[nodiscard]] QStringList notes() const {
        const standard::Standard& standard = m_sources.standard;
        QStringList texts{
            tr("每所学校至少%1项达到标准，余项不低于标准的%2%，方为达标。")
                .arg(standard.rowsMet)
                .arg(assess::floorPercent(standard)),
            tr("还差的数量按修约前的数值计算，是补足所需的最小数量；几个学段共用的校舍和设备须按比例拆分，"
               "注明“全校”的是全校合计须增加的数量，注明校区的是在该校区增加。")};
        for (const int relaxation : m_relaxations)
            texts << tr("标%1的数值按放宽条件计入：%2。")
                         .arg(relaxationSign(relaxation),
                              standard.relaxations[static_cast<std::size_t>(relaxation)].title);
        if (m_borderline)
            texts << borderlineNote();
        return numbered(texts);
    }

    const Sources& m_sources;
    SchoolList m_kind;
    plan::GapFinder m_finder;
    std::set<int> m_relaxations;
    bool m_borderline = false;
};

Table bodyOf(const Sources& sources, SchoolList kind) {
    switch (kind) {
    case SchoolList::Failing:
    case SchoolList::BelowFloor:
        return ListMaker(sources, kind).make();
    case SchoolList::Rooms:
        return roomRegister(sources);
    case SchoolList::Relaxations:
        return relaxationList(sources);
    case SchoolList::Missing:
        return missingList(sources);
    case SchoolList::Evidence:
        return evidenceIndex(sources);
    case SchoolList::Findings:
        return findingList(sources);
    case SchoolList::Tasks:
        break;
    }
    return taskList(sources);
}

// Where there is nothing to list.
QString nothing(SchoolList kind) {
    if (kind == SchoolList::Missing)
        return tr("没有待填报的项目。");
    return kind == SchoolList::Findings ? tr("没有发现疑问。") : tr("没有这样的学校。");
}

} // namespace

Table listTable(const Sources& sources, SchoolList kind, const ReportInfo& info) {
    const model::CountyYear& year = sources.year;
    Table table = bodyOf(sources, kind);
    table.name = table.title = titleOf(kind);
    if (table.body.empty())
        table.body.push_back({{merged(textCell(0, nothing(kind)), 1, static_cast<int>(table.columnWidths.size()))}});
    table.caption = {
        .left = tr("县（市、区）名称：%1").arg(year.county().name),
        .centre = model::schoolYearName(year.year()),
        .right = tr("制表日期：%1年%2月%3日").arg(info.date.year()).arg(info.date.month()).arg(info.date.day())};
    return table;
}

Report schoolList(const Sources& sources, SchoolList kind, const ReportInfo& info) {
    Table table = listTable(sources, kind, info);
    return {.title = sources.year.county().name + titleOf(kind),
            .author = tr("均衡 %1").arg(info.programVersion).trimmed(),
            .date = info.date,
            .blocks = {std::move(table)}};
}

} // namespace junheng::report
