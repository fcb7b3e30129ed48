// The words that the room itself prints, in its translation context.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace junheng::workings {

inline QString tr(const char* text) {
    return QCoreApplication::translate("workings", text);
}

} // namespace junheng::workings
