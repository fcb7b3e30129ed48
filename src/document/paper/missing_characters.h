// Characters that no installed font has: they leave no trace on paper, not even a gap.
#pragma once

#include "document/report.h"

#include <vector>

namespace junheng::document {

struct MissingCharacter {
    char32_t code = 0;
    QString where; ///< the words that it first stands in
};

/// Of a report, in the order in which they first stand in it. Needs a QGuiApplication.
std::vector<MissingCharacter> missingCharacters(const Report& report);

/// What is to be known before the pages are issued: "本机的字体中没有 U+31350（见“…小学”）…"; empty for none.
QString missingCharactersNotice(const std::vector<MissingCharacter>& missing);

} // namespace junheng::document
