// The words of the room, in its translation context.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace junheng::sheet {

inline QString tr(const char* text) {
    return QCoreApplication::translate("sheet", text);
}

} // namespace junheng::sheet
