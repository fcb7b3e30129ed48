#include "document/paper/fills.h"

namespace junheng::document {

namespace {

constexpr QRgb kFloorFill = 0xfff6e7b0;
constexpr QRgb kFailingFill = 0xfff4c3a0;
constexpr QRgb kMissingFill = 0xffe6e6e6;
constexpr QRgb kHeadFill = 0xfff0f0f0;

} // namespace

QColor fillOf(Mark mark) {
    switch (mark) {
    case Mark::Floor:
        return QColor::fromRgb(kFloorFill);
    case Mark::Failing:
        return QColor::fromRgb(kFailingFill);
    case Mark::Missing:
        return QColor::fromRgb(kMissingFill);
    case Mark::None:
        break;
    }
    return {};
}

QColor headFill() {
    return QColor::fromRgb(kHeadFill);
}

} // namespace junheng::document
