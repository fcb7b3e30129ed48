#include "ui/widgets/tone.h"

#include <array>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Shade {
    QRgb fill;
    QRgb ink;
};

// Good, Near, Bad, Open.
constexpr std::array kLight{Shade{0xffe4eff9, 0xff1d5f96}, Shade{0xfffdf0c4, 0xff7a5900}, Shade{0xfffbd5c6, 0xffa62c06},
                            Shade{0xffececec, 0xff5c5c5c}};
constexpr std::array kDark{Shade{0xff1e3a52, 0xff9dcbf0}, Shade{0xff4d4212, 0xfff0d060}, Shade{0xff66301c, 0xffffb396},
                           Shade{0xff424242, 0xffc4c4c4}};

const Shade& shadeOf(Tone tone, const QPalette& palette) {
    const bool dark = palette.color(QPalette::Base).lightness() < palette.color(QPalette::Text).lightness();
    return (dark ? kDark : kLight)[static_cast<std::size_t>(tone) - 1];
}

} // namespace

Tone toneOf(assess::Status status) {
    switch (status) {
    case assess::Status::Met:
        return Tone::Good;
    case assess::Status::Floor:
        return Tone::Near;
    case assess::Status::Below:
        return Tone::Bad;
    case assess::Status::Missing:
        break;
    }
    return Tone::Open;
}

Tone toneOf(assess::Verdict verdict) {
    switch (verdict) {
    case assess::Verdict::Pass:
        return Tone::Good;
    case assess::Verdict::Fail:
        return Tone::Bad;
    case assess::Verdict::Missing:
        break;
    }
    return Tone::Open;
}

Tone toneOf(assess::BalanceStatus status) {
    switch (status) {
    case assess::BalanceStatus::Met:
        return Tone::Good;
    case assess::BalanceStatus::Unmet:
        return Tone::Bad;
    case assess::BalanceStatus::Missing:
        break;
    }
    return Tone::Open;
}

QString markOf(Tone tone) {
    switch (tone) {
    case Tone::Good:
        return u"✓"_s;
    case Tone::Near:
        return u"△"_s;
    case Tone::Bad:
        return u"✗"_s;
    case Tone::Open:
        return u"○"_s;
    case Tone::None:
        break;
    }
    return {};
}

QColor fillOf(Tone tone, const QPalette& palette) {
    return tone == Tone::None ? QColor() : QColor::fromRgb(shadeOf(tone, palette).fill);
}

QColor inkOf(Tone tone, const QPalette& palette) {
    return tone == Tone::None ? palette.color(QPalette::Text) : QColor::fromRgb(shadeOf(tone, palette).ink);
}

QString wordAndMark(assess::Verdict verdict) {
    return assess::verdictWord(verdict) + u' ' + markOf(toneOf(verdict));
}

QString overallWordAndMark(const assess::Assessment& assessment) {
    return assess::overallWord(assessment) + u' ' + markOf(overallTone(assessment));
}

Tone overallTone(const assess::Assessment& assessment) {
    return assessment.relaxationsOpen ? Tone::Open : toneOf(assessment.verdicts.overall);
}

} // namespace junheng::ui
