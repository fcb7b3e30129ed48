// The words of the room, in its translation context.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace junheng::exchange {

inline QString tr(const char* text) {
    return QCoreApplication::translate("exchange", text);
}

} // namespace junheng::exchange
