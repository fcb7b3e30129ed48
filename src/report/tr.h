// The words of the room, in its translation context.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace junheng::report {

inline QString tr(const char* text) {
    return QCoreApplication::translate("report", text);
}

} // namespace junheng::report
