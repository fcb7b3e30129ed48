#include "report/lists/evidence_pieces.h"

#include "model/items.h"
#include "report/cells.h"
#include "report/tr.h"

#include <QLocale>

namespace junheng::report {

namespace {

constexpr qsizetype kDigestDigits = 16;

} // namespace

std::vector<EvidencePiece> evidencePieces(const model::CountyYear& year) {
    const model::LevelTable& table = year.table(model::Level::Evidence);
    std::vector<EvidencePiece> pieces;
    for (int row = 0; row < table.rowCount(); ++row) {
        const auto at = [&](const char16_t* code) { return table.at(row, model::itemOf(QStringView(code))); };
        const bool isFile = !at(items::evidence_name).text.isEmpty();
        pieces.push_back(
            {.indicator = table.key(row).part.section(QChar(u'/'), 0, 0),
             .name = isFile ? at(items::evidence_name).text : tr("（只有说明）"),
             .size = isFile ? QLocale(QLocale::Chinese).formattedDataSize(at(items::evidence_size).amount) : QString(),
             .digest = at(items::evidence_sha256).text.left(kDigestDigits),
             .note = at(items::evidence_note).text});
    }
    return pieces;
}

} // namespace junheng::report
