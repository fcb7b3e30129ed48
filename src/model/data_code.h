// 数据校验码: whether two documents, or a document and a county file, rest on the same data.
#pragma once

#include "model/county_year.h"

#include <QByteArray>

namespace junheng::model {

/// What the code is computed over, in UTF-8, every line ended by LF. First "junheng-data 1"; then, sorted by their
/// bytes, whatever the order in which things were entered:
///     county TAB code TAB name
///     year TAB 2025
///     row TAB level TAB school TAB part                            of every row of a kind with
///                                                                  RecordKind::inDataCode
///     cell TAB level TAB school TAB part TAB item TAB value        of every cell that is not missing
/// Levels and items by their codes in data/items.csv, the part of a section by its stage ("primary"). A value is "="
/// and the observation as a person would type it, numbers without trailing zeros; "-" where it is not applicable. In
/// names and values a backslash is \\, a tab \t, a line break \n.
QByteArray canonicalText(const CountyYear& year);

/// The first 16 hexadecimal digits of its SHA-256: "0F1E 2D3C 4B5A 6978".
QString dataCode(const CountyYear& year);

} // namespace junheng::model
