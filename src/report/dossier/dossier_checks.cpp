// What the checks of the data say of a school.

#include "report/dossier/dossier_parts.h"
#include "report/lists/finding_text.h"
#include "report/tr.h"

namespace junheng::report {

using document::Block;
using document::leftCell;
using document::setHead;
using document::Table;
using document::textCell;

Block checksBlock(const SchoolView& school) {
    Table table = headedTable(tr("数据核查中的疑问和说明"));
    setHead(table, {{tr("程度"), 7}, {tr("学段、校区等"), 13}, {tr("核查发现的问题"), 52}, {tr("说明"), 42}});
    for (const quality::CheckFinding& finding : school.sources.findings) {
        if (finding.subject.school == school.code)
            table.body.push_back(
                {{textCell(0, quality::severityName(finding.severity)), textCell(1, model::partLabel(finding.subject)),
                  leftCell(2, finding.message), leftCell(3, explanationText(finding))}});
    }
    if (table.body.empty())
        return sentence(tr("核查没有发现疑问。"));
    return table;
}

} // namespace junheng::report
