// The words of the room, in its translation context.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace junheng::cli {

inline QString tr(const char* text) {
    return QCoreApplication::translate("cli", text);
}

} // namespace junheng::cli
