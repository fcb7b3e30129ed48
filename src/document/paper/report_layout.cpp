#include "document/paper/report_layout.h"

#include "document/lengths.h"
#include "document/tr.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPaintDevice>

#include <algorithm>
#include <span>
#include <utility>

namespace junheng::document {

namespace {

constexpr double kCharactersPerMillimetre = 95.0 / 182; // of a table that is legible
constexpr double kPaddingPoints = 2.2;
constexpr int kOfficialCharacters = 28; // a line, by GB/T 9704

} // namespace

bool isAcross(const Table& table, double textMillimetres) {
    return table.width() > kCharactersPerMillimetre * textMillimetres;
}

/// Makes chunks of the blocks, one after the other.
class ReportLayout::Builder {
public:
    Builder(ReportLayout& layout, const Report& report, QPageLayout::Orientation orientation, QPaintDevice& device)
        : m_layout(layout), m_faces(layout.m_faces), m_report(report), m_base(orientation), m_device(device) {
        if (report.style == Style::Official)
            setGrid();
    }

    std::vector<Chunk> chunks() {
        for (std::size_t i = 0; i < m_report.blocks.size(); ++i) {
            beginPageFor(i);
            std::visit([this](const auto& block) { add(block); }, m_report.blocks[i]);
        }
        return std::move(m_chunks);
    }

private:
    [[nodiscard]] double width() const { return m_layout.geometry(m_orientation).text.width(); }

    // As many characters as GB/T 9704 wants, a little closer than the face would have them.
    void setGrid() {
        const double room = m_layout.geometry(m_base).text.width();
        const double advance = QFontMetricsF(m_faces.body.font, &m_device).horizontalAdvance(QChar(u'国'));
        const int characters = m_base == QPageLayout::Portrait ? kOfficialCharacters : static_cast<int>(room / advance);
        m_em = (room - 1) / characters;
        // In percent, as Qt scales absolute ones by the resolution of the screen.
        m_faces.body.font.setLetterSpacing(QFont::PercentageSpacing, 100 * m_em / advance);
    }

    // A table on pages of its own decides on the pages of the headings in front of it.
    void beginPageFor(std::size_t block) {
        std::size_t next = block;
        while (next + 1 < m_report.blocks.size() && std::holds_alternative<Heading>(m_report.blocks[next]))
            ++next;
        const auto* table = std::get_if<Table>(&m_report.blocks[next]);
        const bool isOwn = table != nullptr && table->onOwnPages;
        const bool isFirst = block == 0;
        const auto* heading = std::get_if<Heading>(&m_report.blocks[block]);
        const bool headed = !isFirst && std::holds_alternative<Heading>(m_report.blocks[block - 1]);
        const bool wanted = heading != nullptr && heading->onNewPage;
        m_turns = isFirst || wanted || (isOwn ? !headed : m_afterOwnPages && !headed);
        if (!m_turns)
            return;
        m_afterOwnPages = isOwn;
        m_orientation = m_base;
        const double millimetres = m_layout.m_upright.text.width() * kMillimetresPerInch / m_device.logicalDpiX();
        if (isOwn && isAcross(*table, millimetres))
            m_orientation = QPageLayout::Landscape;
    }

    Chunk& push(Piece piece, double above = 0) {
        Chunk& chunk = m_chunks.emplace_back(Chunk{.piece = std::move(piece), .above = above});
        if (std::exchange(m_turns, false))
            chunk.newPage = m_orientation;
        return chunk;
    }

    // The lines of a text, of which neither the first nor the last stands alone.
    std::span<Chunk> pushText(TextBox text, double above) {
        const TextBox& kept = m_layout.m_texts.emplace_back(std::move(text));
        const int count = kept.lineCount();
        for (int line = 0; line < count; ++line) {
            Chunk& chunk =
                push({.content = LinePiece{&kept, line}, .height = kept.lineHeight(line)}, line == 0 ? above : 0);
            chunk.keepsNext = line + 1 < count && (line == 0 || line == count - 2);
        }
        return std::span(m_chunks).last(static_cast<std::size_t>(count));
    }

    void add(const Heading& heading) {
        const Face& face = m_faces.heading(heading.level);
        const bool isTitle = heading.level == 0;
        const bool isOfficial = m_report.style == Style::Official;
        TextShape shape{.width = width(), .line = face.line, .align = isTitle ? Align::Centre : Align::Left};
        if (isOfficial && !isTitle)
            shape.indent = 2 * m_em;
        const double above = isOfficial ? 0 : (isTitle ? 6 : 8) * m_faces.point;
        const auto lines = pushText({heading.text, face.font, shape, m_device}, above);
        for (Chunk& chunk : lines)
            chunk.keepsNext = true;
        lines.front().outline = OutlineItem{.level = heading.level, .text = heading.text};
        m_level = heading.level;
        lines.back().piece.height += isTitle ? gapBelowTitle() : isOfficial ? 0 : 2 * m_faces.point;
    }

    [[nodiscard]] double gapBelowTitle() const {
        return m_report.style == Style::Official ? m_faces.body.line : 6 * m_faces.point;
    }

    void add(const Paragraph& paragraph) {
        const Face& face = paragraph.kind == ParagraphKind::Note ? m_faces.note : m_faces.body;
        TextShape shape{.width = width(), .line = face.line, .justified = true};
        switch (paragraph.kind) {
        case ParagraphKind::Body:
            shape.indent = 2 * m_em;
            break;
        case ParagraphKind::Plain:
        case ParagraphKind::Note:
            break;
        case ParagraphKind::Centred:
            shape.align = Align::Centre;
            break;
        case ParagraphKind::Closing:
            shape.align = Align::Right;
            break;
        }
        pushText({paragraph.spans, face.font, shape, m_device}, 0);
    }

    void add(const Plot& plot) {
        const auto& room = m_layout.geometry(m_orientation).text;
        const double wanted = plot.heightMillimetres * m_device.logicalDpiY() / kMillimetresPerInch;
        push({.content = PlotPiece{&plot}, .height = std::min(wanted, room.height())}, gap());
    }

    [[nodiscard]] double gap() const { return 6 * m_faces.point; }

    void add(const Table& table) {
        const bool isOwn = table.onOwnPages;
        if (table.isClosing && !m_chunks.empty() && !m_turns)
            m_chunks.back().keepsNext = true;
        const TableLayout& layout = m_layout.m_tables.emplace_back(
            table, isOwn ? m_faces.tableText : m_faces.inlineTableText,
            isOwn ? m_faces.tableHead : m_faces.inlineTableHead, kPaddingPoints * m_faces.point, m_device, width());
        pushTitle(table);
        const Piece head{.content = HeadPiece{&layout}, .height = layout.headHeight()};
        auto again = std::make_shared<std::vector<Piece>>();
        if (isOwn)
            again->push_back(captionOf(table, tr("%1（续）").arg(table.title)));
        const auto notesAgain = std::make_shared<const std::vector<Piece>>(*again);
        again->push_back(head);
        push(head, table.title.isEmpty() ? gap() : 0).keepsNext = !table.body.empty();
        pushRows(layout, again);
        // Notes do not stand alone on a page.
        m_chunks.back().keepsNext = !table.notes.empty() || !table.signature.isEmpty();
        pushNotes(table, notesAgain);
        m_chunks.back().piece.height += isOwn ? 0 : gap();
    }

    void pushTitle(const Table& table) {
        if (table.title.isEmpty())
            return pushCaption(table);
        const QFont& font = table.onOwnPages ? m_faces.tableTitle : m_faces.inlineTableTitle;
        const auto lines = pushText({table.title, font, {.width = width(), .align = Align::Centre}, m_device}, gap());
        for (Chunk& chunk : lines)
            chunk.keepsNext = true;
        lines.front().outline = OutlineItem{.level = m_level + 1, .text = table.title};
        lines.back().piece.height += 2 * m_faces.point;
        pushCaption(table);
    }

    void pushCaption(const Table& table) {
        const Caption& caption = table.caption;
        if (table.onOwnPages || !(caption.left + caption.centre + caption.right).isEmpty())
            push(captionOf(table, caption.centre)).keepsNext = true;
    }

    void pushRows(const TableLayout& layout, const std::shared_ptr<const std::vector<Piece>>& again) {
        const double room = m_layout.geometry(m_orientation).text.height();
        const auto rowCount = static_cast<int>(layout.table().body.size());
        double repeated = 0;
        for (const Piece& piece : *again)
            repeated += piece.height;
        // A small table in the running text is not torn apart.
        const bool isSmall = layout.headHeight() + layout.bodyHeight(0, rowCount) <= room / 3;
        const bool isWhole = layout.table().isClosing || (!layout.table().onOwnPages && isSmall);
        for (int row = 0; row < rowCount;) {
            int end = layout.endOfGroup(row);
            if (layout.bodyHeight(row, end) > room - repeated)
                end = row + 1;
            if (layout.bodyHeight(row, end) > room - repeated) {
                pushSlices(layout, row++, room - repeated, again);
                continue;
            }
            Chunk& rows = push({.content = RowsPiece{&layout, row, end}, .height = layout.bodyHeight(row, end)});
            rows.again = again;
            rows.keepsNext = isWhole && end < rowCount;
            row = end;
        }
    }

    void pushSlices(const TableLayout& layout, int row, double room,
                    const std::shared_ptr<const std::vector<Piece>>& again) {
        const std::vector<double> cuts = layout.cuts(row, room);
        for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
            const double height = cuts[i + 1] - cuts[i] + layout.padding();
            push({.content = SlicePiece{&layout, row, cuts[i], cuts[i + 1]}, .height = height}).again = again;
        }
    }

    void pushNotes(const Table& table, const std::shared_ptr<const std::vector<Piece>>& again) {
        QStringList notes = table.notes;
        if (!table.signature.isEmpty())
            notes += table.signature;
        const QFont& font = table.onOwnPages ? m_faces.tableText : m_faces.inlineTableText;
        for (const QString& note : notes) {
            for (Chunk& chunk : pushText({note, font, {.width = width()}, m_device}, 2 * m_faces.point)) {
                chunk.again = again;
                // Who signs sees what there is to sign: the last rows and all notes.
                chunk.keepsNext = chunk.keepsNext || !table.signature.isEmpty();
            }
        }
        m_chunks.back().keepsNext = false;
    }

    // Left, centre and right in one line; the centre above the others where it would touch them.
    [[nodiscard]] Piece captionOf(const Table& table, const QString& centreText) {
        const double room = width();
        const QFont& font = table.onOwnPages ? m_faces.tableText : m_faces.inlineTableText;
        const auto box = [&](const QString& text, double boxWidth, Align align) {
            return TextBox(text, font, {.width = boxWidth, .align = align}, m_device);
        };
        const TextBox centre = box(centreText, room, Align::Centre);
        const TextBox right = box(table.caption.right, room / 2, Align::Right);
        const double blank = font.pixelSize();
        const TextBox left = box(table.caption.left, room - right.naturalWidth() - blank, Align::Left);
        const double sides = std::max(left.naturalWidth(), right.naturalWidth()) + blank;
        const double below = centreText.isEmpty() || 2 * sides + centre.naturalWidth() < room ? 0 : centre.height();
        TextsPiece texts{.texts = {{left, {0, below}}, {centre, {0, 0}}, {right, {room / 2, below}}}};
        const double height = std::max({centre.height(), below + left.height(), below + right.height()});
        return {.content = std::move(texts), .height = height + 2 * m_faces.point};
    }

    ReportLayout& m_layout;
    Faces& m_faces;
    const Report& m_report;
    QPageLayout::Orientation m_base;
    QPaintDevice& m_device;
    QPageLayout::Orientation m_orientation = QPageLayout::Portrait;
    double m_em = m_faces.body.font.pixelSize();
    int m_level = 0;              ///< of the last heading
    bool m_turns = false;         ///< the next chunk begins a page
    bool m_afterOwnPages = false; ///< the pages are those of a table
    std::vector<Chunk> m_chunks;
};

ReportLayout::ReportLayout(const Report& report, const QPageSize& size, QPageLayout::Orientation orientation,
                           QPaintDevice& device)
    : m_faces(report.style, chooseFamilies(QFontDatabase::families()), device.logicalDpiX()), m_foot(report.foot),
      m_upright(geometryOf(report.style, size, QPageLayout::Portrait, device.logicalDpiX())),
      m_across(geometryOf(report.style, size, QPageLayout::Landscape, device.logicalDpiX())) {
    m_pages =
        flow(Builder(*this, report, orientation, device).chunks(), m_upright.text.height(), m_across.text.height());
}

} // namespace junheng::document
