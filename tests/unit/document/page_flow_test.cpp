#include "document/paper/page_flow.h"

#include <gtest/gtest.h>

namespace junheng::document {

namespace {

constexpr double kRoom = 100;

Chunk chunk(double height, bool keepsNext = false) {
    return {.piece = {.content = LinePiece{}, .height = height}, .keepsNext = keepsNext};
}

std::vector<std::size_t> counts(const std::vector<Chunk>& chunks) {
    std::vector<std::size_t> result;
    for (const PaperPage& page : flow(chunks, kRoom, kRoom))
        result.push_back(page.pieces.size());
    return result;
}

using Counts = std::vector<std::size_t>;

std::vector<Chunk> onNewPage(std::vector<Chunk> chunks) {
    chunks.front().newPage = QPageLayout::Portrait;
    return chunks;
}

TEST(PageFlow, APageIsFilledToItsLastPoint) {
    EXPECT_EQ(counts(onNewPage({chunk(50), chunk(50), chunk(1)})), (Counts{2, 1}));
}

TEST(PageFlow, WhatKeepsTogetherGoesToTheNextPageTogether) {
    EXPECT_EQ(counts(onNewPage({chunk(60), chunk(20, true), chunk(30)})), (Counts{1, 2}));
    EXPECT_EQ(counts(onNewPage({chunk(60), chunk(20, true), chunk(20)})), (Counts{3}));
}

TEST(PageFlow, WhatFitsOnNoPageIsDividedAllTheSame) {
    EXPECT_EQ(counts(onNewPage({chunk(60, true), chunk(60, true), chunk(60)})), (Counts{1, 1, 1}));
}

TEST(PageFlow, BlankInFrontOfAPieceEndsAtThePagesHead) {
    std::vector<Chunk> chunks = onNewPage({chunk(90), chunk(20)});
    chunks[1].above = 15;
    const auto pages = flow(chunks, kRoom, kRoom);
    ASSERT_EQ(pages.size(), 2U);
    EXPECT_EQ(pages[1].pieces[0].top, 0);
}

TEST(PageFlow, HeadsAreRepeatedOnPagesThatTheirRowsBegin) {
    const auto again =
        std::make_shared<const std::vector<Piece>>(std::vector<Piece>{{.content = LinePiece{}, .height = 10}});
    std::vector<Chunk> chunks = onNewPage({chunk(60), chunk(60), chunk(60)});
    chunks[1].again = chunks[2].again = again;
    const auto pages = flow(chunks, kRoom, kRoom);
    ASSERT_EQ(pages.size(), 3U);
    for (std::size_t i : {1U, 2U}) {
        ASSERT_EQ(pages[i].pieces.size(), 2U);
        EXPECT_EQ(pages[i].pieces[1].top, 10);
    }
}

TEST(PageFlow, PagesAcrossHaveTheirOwnHeight) {
    std::vector<Chunk> chunks = onNewPage({chunk(40), chunk(40)});
    chunks[0].newPage = QPageLayout::Landscape;
    const auto pages = flow(chunks, kRoom, 50);
    ASSERT_EQ(pages.size(), 2U);
    EXPECT_EQ(pages[1].orientation, QPageLayout::Landscape);
}

} // namespace

} // namespace junheng::document
