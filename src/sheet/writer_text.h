// Text on its way into a workbook.
#pragma once

#include <QString>
#include <QStringView>

#include <string>

namespace junheng::sheet {

/// UTF-8 without the characters that XML forbids, with \n for every line break.
std::string xmlText(const QString& text);

/// The same for the text of a cell, where "_x0041_" would be read as "A" and is therefore escaped.
std::string cellText(const QString& text);

/// What is wrong with the name of a sheet, as a Chinese clause; empty when it may be used.
QString sheetNameFault(const QString& name);

} // namespace junheng::sheet
