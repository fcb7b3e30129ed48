#include "sheet/whole_xml.h"

#include <gtest/gtest.h>

#include <string>

namespace junheng::sheet {

namespace {

const std::string kDocument =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<worksheet xmlns=\"urn:a\"><cols><col min=\"1\"/></cols>"
    "<row r=\"1\"><c r=\"A1\"><f>IF(B1&gt;0,\"是\",\"否\")</f><v>1</v></c>\n<c r=\"B1\"/></row>"
    "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>12</v></c></row></worksheet>\n";

} // namespace

TEST(WholeXml, ADocumentIsWhole) {
    EXPECT_TRUE(isWholeXml(kDocument));
    EXPECT_TRUE(isWholeXml("<sst/>"));
}

TEST(WholeXml, NoBeginningOfItIs) {
    const std::size_t root = kDocument.rfind('>');
    for (std::size_t size = 0; size <= root; ++size)
        EXPECT_FALSE(isWholeXml(std::string_view(kDocument).substr(0, size))) << size;
}

// Each piece begins or ends within a tag, or takes the begin of an element without its end, or the other way round.
TEST(WholeXml, NorWhatAPieceIsMissingFrom) {
    for (const std::string piece : {"<cols>", "</c>", "\"/></cols>", "1\"><f>", "</v></c>\n<c r=\"B", "<row r=\"2\">",
                                    "</row></worksheet>\n", "<worksheet xmlns=\"urn:a\">", "row r=\"1\">"}) {
        std::string torn = kDocument;
        const std::size_t place = torn.find(piece);
        ASSERT_NE(place, std::string::npos) << piece;
        EXPECT_FALSE(isWholeXml(torn.erase(place, piece.size()))) << piece;
    }
}

TEST(WholeXml, NorWhatHoldsMoreThanOneElementOrZeroBytes) {
    EXPECT_FALSE(isWholeXml(kDocument + "<more/>"));
    EXPECT_FALSE(isWholeXml(kDocument + "more"));
    EXPECT_FALSE(isWholeXml("more" + kDocument));
    std::string holed = kDocument;
    holed[holed.find("IF")] = '\0';
    EXPECT_FALSE(isWholeXml(holed));
}

} // namespace junheng::sheet
