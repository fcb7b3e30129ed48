// The words that the room itself prints, in its translation context.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace junheng::document {

inline QString tr(const char* text) {
    return QCoreApplication::translate("document", text);
}

} // namespace junheng::document
