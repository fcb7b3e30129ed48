// The words of the room, in its translation context.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace junheng::workspace {

inline QString tr(const char* text) {
    return QCoreApplication::translate("workspace", text);
}

} // namespace junheng::workspace
