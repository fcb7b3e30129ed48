// The words of the room, in its translation context.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace junheng::store {

inline QString tr(const char* text) {
    return QCoreApplication::translate("store", text);
}

} // namespace junheng::store
