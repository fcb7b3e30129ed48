// What the 学校自评表 says of single indicators. Internal to this room.
#pragma once

#include "report/dossier/school_view.h"

#include <algorithm>

namespace junheng::report {

/// What is printed of one indicator.
struct FormAnswer {
    QStringList lines;
    QStringList verdicts;
    document::Mark mark = document::Mark::None;

    void judge(const QString& word, document::Mark judged) {
        verdicts << word;
        mark = std::max(mark, judged);
    }
};

/// Of a resource indicator, by its index.
FormAnswer resourceAnswer(const SchoolView& school, int indicator);
/// Of an indicator of government, by its index; empty where its rule does not look at single schools.
std::optional<FormAnswer> governmentAnswer(const SchoolView& school, std::size_t indicator);

} // namespace junheng::report
