#include "document/texts.h"

namespace junheng::document {

namespace {

void add(QStringList& texts, const Heading& heading) {
    texts << heading.text;
}

void add(QStringList& texts, const Paragraph& paragraph) {
    for (const Span& span : paragraph.spans)
        texts << span.text;
}

void add(QStringList& texts, const Table& table) {
    texts << table.title << table.caption.left << table.caption.centre << table.caption.right;
    for (const auto* rows : {&table.head, &table.body}) {
        for (const Row& row : *rows) {
            for (const Cell& cell : row.cells)
                texts << cell.text << cell.suffix;
        }
    }
    texts << table.notes << table.signature;
}

void add(QStringList& /*texts*/, const Plot& /*plot*/) {}

} // namespace

QStringList textsOf(const Report& report) {
    QStringList texts{report.foot};
    for (const Block& block : report.blocks)
        std::visit([&](const auto& content) { add(texts, content); }, block);
    return texts;
}

} // namespace junheng::document
