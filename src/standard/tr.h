// The words of the room, in its translation context.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace junheng::standard {

inline QString tr(const char* text) {
    return QCoreApplication::translate("standard", text);
}

} // namespace junheng::standard
