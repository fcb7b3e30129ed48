// The look of a status: a colour and always a mark, so that nothing is said by colour alone.
#pragma once

#include "assess/assessment.h"

#include <QColor>
#include <QPalette>
#include <QString>

namespace junheng::ui {

enum class Tone : std::uint8_t {
    None, ///< not judged
    Good, ///< 达标 ✓
    Near, ///< 85%以上 △
    Bad,  ///< 未达标 ✗
    Open, ///< 待填报 ○
};

Tone toneOf(assess::Status status);
Tone toneOf(assess::Verdict verdict);
Tone toneOf(assess::BalanceStatus status);

/// ✓, △, ✗, ○; empty for None.
QString markOf(Tone tone);
/// Behind a figure. Blue, yellow, vermilion, grey: told apart by colour-blind eyes. Invalid for None.
QColor fillOf(Tone tone, const QPalette& palette);
/// Of marks and words, legible on the window and on the fill.
QColor inkOf(Tone tone, const QPalette& palette);

/// "达标 ✓".
QString wordAndMark(assess::Verdict verdict);
/// The overall verdict: both while the county has not chosen whether relaxations count.
QString overallWordAndMark(const assess::Assessment& assessment);
/// Of what stands open as well, where both stand.
Tone overallTone(const assess::Assessment& assessment);

} // namespace junheng::ui
