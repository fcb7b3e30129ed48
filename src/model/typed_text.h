// Text as people type and copy it: full-width forms, blanks, look-alikes, characters that nobody sees.
#pragma once

#include <QString>
#include <QStringView>

namespace junheng::model {

/// Trimmed, full-width forms folded to ASCII, inner blanks removed: how headings and choices are compared.
QString foldText(QStringView text);

/// For what is read character by character (numbers, codes, dates): full-width forms as ASCII, decimal digits of any
/// script as 0 to 9, radicals as ideographs, without characters that nobody sees. Note marks, raised, lowered and
/// enclosed digits stay what they are, and so do blanks.
QString foldTyped(QStringView text);

/// foldTyped without any blank: for codes and identifiers.
QString foldCode(QStringView text);

/// A text that is kept: as it was written, without the blanks around it and the characters that nobody sees; radicals
/// as ideographs. Joiners and variants stay where they belong to the writing (Mongolian, Arabic, ideographic variants).
QString cleanText(QStringView text);

/// Whether an unseen character makes the text look other than it is (U+202E turns digits around) or stands for
/// something (U+2063 separates two numbers). Such characters are never taken away; the text is refused.
bool hasDeceivingMark(QStringView text);

/// Whether a character of the text has no meaning but on the computer it was made on (private use, 自造字).
bool hasPrivateCharacter(QStringView text);

/// What is wrong with the code of a county, which has six digits; empty where nothing is. The bureau of statistics
/// publishes twelve (or nine): the first six are named then.
QString countyCodeFault(QStringView text);

/// For a sentence: “1191①” in its quotation marks, at most 40 characters. Characters that nobody sees and those of
/// private use are named behind it: “1191”（含有看不见的字符 U+202E）.
QString quoted(QStringView text);

} // namespace junheng::model
