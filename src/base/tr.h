// The words of the room, in its translation context.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace junheng::base {

inline QString tr(const char* text) {
    return QCoreApplication::translate("base", text);
}

} // namespace junheng::base
