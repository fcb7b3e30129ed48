// How exactly figures are shown, and compared: a spreadsheet computes in binary, so that what is compared is rounded
// first, far behind the digits that count.
#pragma once

namespace junheng::workings {

inline constexpr int kHundred = 100; // per cent
inline constexpr int kPercentDecimals = 4;
inline constexpr int kYuanDecimals = 2;

inline constexpr int kRatioDigits = 10;
inline constexpr int kAmountDigits = 6;

} // namespace junheng::workings
