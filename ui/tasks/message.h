// What is told to the user.
#pragma once

#include <QString>

namespace junheng::ui {

/// A sentence and what more there is to say; the details may be empty.
struct Message {
    QString text;
    QString details = {};
};

} // namespace junheng::ui
