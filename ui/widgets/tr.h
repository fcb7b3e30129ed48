// The words of the room, in its translation context.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace junheng::ui {

inline QString tr(const char* text) {
    return QCoreApplication::translate("ui", text);
}

} // namespace junheng::ui
