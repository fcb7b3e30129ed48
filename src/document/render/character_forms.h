// Which character a face's glyph stands for, where several share it.
#pragma once

#include "document/report.h"

#include <QFont>
#include <QHash>
#include <QSet>

#include <vector>

namespace junheng::document {

/// Qt 6.4 writes the first code point that a glyph has as its text: the radical ⺠ for 民, 㬵 for 胶. Gives, for such
/// code points of the first plane, the character that is meant: one that is `written` in the document, else a Chinese
/// character of the main block. Code points that are what is meant are missing.
QHash<char16_t, char16_t> meantCharacters(const std::vector<QFont>& fonts, const QSet<QChar>& written);

/// The characters that are written in a report.
QSet<QChar> charactersOf(const Report& report);

} // namespace junheng::document
