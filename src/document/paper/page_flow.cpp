#include "document/paper/page_flow.h"

#include "document/lengths.h"

namespace junheng::document {

namespace {

// Sums of the same heights in another order.

class Flow {
public:
    Flow(const std::vector<Chunk>& chunks, double upright, double across)
        : m_chunks(chunks), m_upright(upright), m_across(across) {}

    std::vector<PaperPage> pages() {
        for (std::size_t first = 0; first < m_chunks.size();) {
            const std::size_t end = endOfRun(first);
            const Chunk& chunk = m_chunks[first];
            if (chunk.newPage)
                turn(*chunk.newPage);
            else if (!fits(heightOf(first, end)))
                turnBefore(chunk);
            for (; first < end; ++first)
                place(m_chunks[first]);
        }
        return std::move(m_pages);
    }

private:
    [[nodiscard]] std::size_t endOfRun(std::size_t first) const {
        while (first + 1 < m_chunks.size() && m_chunks[first].keepsNext && !m_chunks[first + 1].newPage)
            ++first;
        return first + 1;
    }

    [[nodiscard]] double heightOf(std::size_t first, std::size_t end) const {
        double height = 0;
        for (std::size_t i = first; i < end; ++i)
            height += m_chunks[i].above + m_chunks[i].piece.height;
        return height;
    }

    [[nodiscard]] bool fits(double height) const { return m_y + height <= m_room + kRounding; }

    void turn(QPageLayout::Orientation orientation) {
        m_pages.push_back({.orientation = orientation, .pieces = {}, .outline = {}});
        m_room = orientation == QPageLayout::Portrait ? m_upright : m_across;
        m_y = 0;
        m_isFresh = true;
    }

    // To no purpose on a page that holds nothing yet.
    void turnBefore(const Chunk& chunk) {
        if (m_isFresh)
            return;
        turn(m_pages.back().orientation);
        if (!chunk.again)
            return;
        for (const Piece& piece : *chunk.again)
            put(piece);
    }

    void place(const Chunk& chunk) {
        const double above = m_y > 0 ? chunk.above : 0;
        if (!fits(above + chunk.piece.height))
            turnBefore(chunk);
        if (m_y > 0)
            m_y += chunk.above;
        if (chunk.outline)
            m_pages.back().outline.push_back({.item = *chunk.outline, .top = m_y});
        put(chunk.piece);
        m_isFresh = false;
    }

    void put(const Piece& piece) {
        std::vector<PlacedPiece>& pieces = m_pages.back().pieces;
        if (pieces.empty() || !extends(pieces.back().piece, piece))
            pieces.push_back({.piece = piece, .top = m_y});
        m_y += piece.height;
    }

    // Rows of one table become one piece, so that a cell over several of them is painted once.
    static bool extends(Piece& above, const Piece& below) {
        auto* rows = std::get_if<RowsPiece>(&above.content);
        const auto* more = std::get_if<RowsPiece>(&below.content);
        if (rows == nullptr || more == nullptr || rows->table != more->table || rows->end != more->first)
            return false;
        rows->end = more->end;
        above.height += below.height;
        return true;
    }

    const std::vector<Chunk>& m_chunks;
    double m_upright;
    double m_across;
    std::vector<PaperPage> m_pages;
    double m_room = 0;
    double m_y = 0;
    bool m_isFresh = true; ///< the page holds nothing but what is repeated
};

} // namespace

std::vector<PaperPage> flow(const std::vector<Chunk>& chunks, double upright, double across) {
    return Flow(chunks, upright, across).pages();
}

} // namespace junheng::document
