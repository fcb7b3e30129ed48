// The words of the room, in its translation context.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace junheng::assess {

inline QString tr(const char* text) {
    return QCoreApplication::translate("assess", text);
}

} // namespace junheng::assess
