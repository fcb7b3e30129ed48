// What the user writes into a report.
#pragma once

#include <QString>

#include <vector>

namespace junheng::report {

/// A figure that a text quotes and that reads otherwise by now.
struct StaleFigure {
    QString figure; ///< its name
    QString then;
    QString now;
};

struct FreeText {
    QString name;    ///< as in the template; also its SubjectKey::part
    QString heading; ///< the heading that it stands below
    QString hint;    ///< what to write
    QString text;    ///< empty: not written yet
    std::vector<StaleFigure> stale = {};
};

} // namespace junheng::report
