// What the glyphs of a PDF font stand for.
#pragma once

#include <QByteArray>
#include <QHash>

#include <map>

namespace junheng::document {

/// A ToUnicode map of a PDF font, of two-byte codes as Qt writes it, with the characters that are meant, and with those
/// of the codes `far`, which Qt leaves out.
QByteArray withMeantCharacters(const QByteArray& toUnicode, const QHash<char16_t, char16_t>& characters,
                               const std::map<int, char32_t>& far = {});

} // namespace junheng::document
