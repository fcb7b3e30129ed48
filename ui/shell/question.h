// A question with two answers.
#pragma once

#include <QString>

class QWidget;

namespace junheng::ui {

/// Something to think about before it is done.
struct Question {
    QString title;
    QString text;      ///< plain
    QString goOn;      ///< the button that does it
    QString stay = {}; ///< the one that leaves all as it is, and the default; empty: 取消
};

/// True: go on.
bool askToGoOn(QWidget* parent, const Question& question);

} // namespace junheng::ui
