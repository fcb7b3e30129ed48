// The words of the room, in its translation context.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace junheng::quality {

inline QString tr(const char* text) {
    return QCoreApplication::translate("quality", text);
}

} // namespace junheng::quality
