// The words of the room, in its translation context.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace junheng::plan {

inline QString tr(const char* text) {
    return QCoreApplication::translate("plan", text);
}

} // namespace junheng::plan
