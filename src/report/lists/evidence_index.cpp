// 佐证材料目录.

#include "report/cells.h"
#include "report/lists/evidence_pieces.h"
#include "report/lists/registers.h"
#include "report/tr.h"

#include <algorithm>

namespace junheng::report {

using document::Cell;
using document::leftCell;
using document::Mark;
using document::Row;
using document::serialCell;
using document::setHead;
using document::Table;
using document::textCell;

namespace {

// Those of the resources rest on statistics; what is attached to them is listed as well.
QStringList indicatorsOf(const standard::Standard& standard) {
    QStringList ids;
    for (const auto* indicators : {&standard.government, &standard.quality}) {
        for (const standard::Indicator& indicator : *indicators)
            ids << indicator.id;
    }
    if (standard.approval)
        ids << QStringLiteral("S1");
    for (const standard::Veto& veto : standard.vetoes)
        ids << veto.id;
    for (const standard::Indicator& indicator : standard.eligibility)
        ids << indicator.id;
    return ids;
}

// Whatever else something is attached to, last.
void addOthers(QStringList& ids, const std::vector<EvidencePiece>& pieces) {
    for (const EvidencePiece& piece : pieces) {
        if (!ids.contains(piece.indicator))
            ids << piece.indicator;
    }
}

} // namespace

Table evidenceIndex(const Sources& sources) {
    Table table;
    setHead(table, {{tr("序号"), 6},
                    {tr("指标"), 30},
                    {tr("材料名称"), 44},
                    {tr("大小"), 11},
                    {tr("SHA-256（前16位）"), 21},
                    {tr("说明"), 44}});
    const std::vector<EvidencePiece> pieces = evidencePieces(sources.year);
    QStringList ids = indicatorsOf(sources.standard);
    addOthers(ids, pieces);
    std::vector<Row> attached;
    const auto add = [&](std::vector<Row>& rows, const QString& id, Cell name, const EvidencePiece& piece) {
        const QString indicator = QStringLiteral("%1 %2").arg(id, sources.standard.shortNameOf(id)).trimmed();
        rows.push_back({{leftCell(1, indicator), std::move(name), textCell(3, piece.size), textCell(4, piece.digest),
                         leftCell(5, piece.note)}});
    };
    for (const QString& id : ids) {
        const bool any = std::ranges::find(pieces, id, &EvidencePiece::indicator) != pieces.end();
        if (!any) {
            Cell none = leftCell(2, tr("尚无佐证材料"));
            none.mark = Mark::Missing;
            add(table.body, id, std::move(none), {});
        }
        for (const EvidencePiece& piece : pieces) {
            if (piece.indicator == id)
                add(attached, id, leftCell(2, piece.name), piece);
        }
    }
    table.notes = numbered(
        {tr("没有佐证材料的指标 %1 项，列在前面；其后为 %2 件材料。").arg(table.body.size()).arg(attached.size()),
         tr("SHA-256 是附件内容的校验值，材料改动一个字节即不相同；材料存放在县级文件中。")});
    table.body.insert(table.body.end(), attached.begin(), attached.end());
    for (std::size_t i = 0; i < table.body.size(); ++i)
        table.body[i].cells.insert(table.body[i].cells.begin(), serialCell(static_cast<int>(i) + 1));
    return table;
}

} // namespace junheng::report
