// 待填报清单.

#include "plan/missing_cells.h"
#include "report/cells.h"
#include "report/lists/registers.h"
#include "report/tr.h"

namespace junheng::report {

using document::leftCell;
using document::serialCell;
using document::setHead;
using document::Table;
using document::textCell;

Table missingList(const Sources& sources) {
    Table table;
    setHead(table, {{tr("序号"), 6},
                    {tr("学校名称（数据表）"), 26},
                    {tr("学校标识码"), 13},
                    {tr("学段、校区等"), 16},
                    {tr("待填报的项目"), 36},
                    {tr("影响的指标"), 22},
                    {tr("说明"), 40}});
    for (const plan::MissingCell& blank :
         plan::missingCells(sources.year, sources.standard, sources.assessment, sources.priorYears)) {
        const model::SubjectKey& subject = blank.cell.subject;
        const QString name =
            subject.school.isEmpty() ? blank.cell.item->topic : sources.year.schoolName(subject.school);
        table.body.push_back(
            {{serialCell(static_cast<int>(table.body.size()) + 1), leftCell(1, name), textCell(2, subject.school),
              textCell(3, model::partLabel(subject)), leftCell(4, blank.cell.item->heading()),
              leftCell(5, blank.blocks.join(tr("、"))), leftCell(6, blank.whys.join(tr("；")))}});
    }
    table.notes = numbered({tr("空白为待填报，不等于0：确实没有的填0，不适用的填“不适用”。"),
                            tr("“影响的指标”是缺了这个数便不能算出、或还没有算全的指标；填上后清单随之缩短。")});
    return table;
}

} // namespace junheng::report
