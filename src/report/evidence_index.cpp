// 佐证材料目录.

#include "report/cells.h"
#include "report/registers.h"

#include <QLocale>

#include <algorithm>

namespace junheng::report {

namespace {

using model::Level;

constexpr qsizetype kDigestDigits = 16;

/// A file or a note, by the indicator that it proves.
struct Piece {
    QString indicator;
    QString name;
    QString size;
    QString digest;
    QString note;
};

std::vector<Piece> piecesOf(const model::CountyYear& year) {
    const model::ItemDictionary& items = model::ItemDictionary::instance();
    const model::Table& table = year.table(Level::Evidence);
    std::vector<Piece> pieces;
    for (int row = 0; row < table.rowCount(); ++row) {
        const auto at = [&](const char16_t* code) { return table.at(row, items.at(QStringView(code))); };
        const bool isFile = !at(u"evidence_name").text.isEmpty();
        pieces.push_back(
            {.indicator = table.key(row).part.section(QChar(u'/'), 0, 0),
             .name = isFile ? at(u"evidence_name").text : tr("（只有说明）"),
             .size = isFile ? QLocale(QLocale::Chinese).formattedDataSize(at(u"evidence_size").amount) : QString(),
             .digest = at(u"evidence_sha256").text.left(kDigestDigits),
             .note = at(u"evidence_note").text});
    }
    return pieces;
}

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
void addOthers(QStringList& ids, const std::vector<Piece>& pieces) {
    for (const Piece& piece : pieces) {
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
    const std::vector<Piece> pieces = piecesOf(sources.year);
    QStringList ids = indicatorsOf(sources.standard);
    addOthers(ids, pieces);
    std::vector<Row> attached;
    const auto add = [&](std::vector<Row>& rows, const QString& id, Cell name, const Piece& piece) {
        const QString indicator = QStringLiteral("%1 %2").arg(id, sources.standard.shortNameOf(id)).trimmed();
        rows.push_back({{leftCell(1, indicator), std::move(name), textCell(3, piece.size), textCell(4, piece.digest),
                         leftCell(5, piece.note)}});
    };
    for (const QString& id : ids) {
        const bool any = std::ranges::find(pieces, id, &Piece::indicator) != pieces.end();
        if (!any) {
            Cell none = leftCell(2, tr("尚无佐证材料"));
            none.mark = Mark::Missing;
            add(table.body, id, std::move(none), {});
        }
        for (const Piece& piece : pieces) {
            if (piece.indicator == id)
                add(attached, id, leftCell(2, piece.name), piece);
        }
    }
    table.notes = numbered(
        {tr("没有佐证材料的指标 %1 项，列在前面；其后为 %2 件材料。").arg(table.body.size()).arg(attached.size()),
         tr("SHA-256 是附件内容的校验值，材料改动一个字节即不相同；材料存放在县级文件中。")});
    table.body.insert(table.body.end(), attached.begin(), attached.end());
    for (std::size_t i = 0; i < table.body.size(); ++i)
        table.body[i].cells.insert(table.body[i].cells.begin(), countCell(0, static_cast<int>(i) + 1));
    return table;
}

} // namespace junheng::report
