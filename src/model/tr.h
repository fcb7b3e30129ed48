// The words of the room, in its translation context.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace junheng::model {

inline QString tr(const char* text) {
    return QCoreApplication::translate("model", text);
}

} // namespace junheng::model
