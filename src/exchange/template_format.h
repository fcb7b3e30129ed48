// How the cells of a template look.
#pragma once

#include "model/observation.h"
#include "sheet/workbook_writer.h"

#include <QString>

#include <cstdint>

namespace junheng::exchange {

/// The colours that the guide explains and the sheets use, 0xRRGGBB.
struct TemplateColours {
    static constexpr std::uint32_t kKey = 0xF8CBAD;
    static constexpr std::uint32_t kRequired = 0xFFE699;
    static constexpr std::uint32_t kOptional = 0xE2EFDA;
    static constexpr std::uint32_t kOwn = 0xEDEDED;
    static constexpr std::uint32_t kWanted = 0xFFF2CC; ///< a required cell that is still blank
    static constexpr std::uint32_t kMisfit = 0xFFC7CE;
    static constexpr std::uint32_t kCheckText = 0xC00000;
    static constexpr std::uint32_t kOwnText = 0x7F7F7F;
};

/// 宋体: on every Chinese Windows, and substituted elsewhere.
QString templateFont();

/// In characters of the default font, of which a Chinese one takes two.
int widthOf(const QString& text);

/// For the values of an item; open to typing.
sheet::Format cellFormat(const model::Item& item);
/// For what the template shows by itself; open, as sorting would be refused otherwise.
sheet::Format ownFormat(std::uint32_t textColour);
sheet::Format headingFormat(std::uint32_t fill);
/// By whether the item is a key, required or neither.
std::uint32_t headingFill(const model::Item& item);

void writeValue(sheet::SheetWriter& target, int row, int column, const model::Item& item,
                const model::Observation& observation);

/// "万元" behind a blank; empty without a unit.
QString shownUnit(const model::Item& item);

} // namespace junheng::exchange
