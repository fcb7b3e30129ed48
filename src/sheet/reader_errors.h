// The sentences of the reader.
#pragma once

#include "base/error.h"

#include <QString>

namespace junheng::sheet {

/// "sheet.damaged". `reason` is a Chinese clause without a full stop.
base::Error damaged(const base::Place& place, const QString& reason, const QString& detail = {});
/// "sheet.damaged" for an XML part that does not parse.
base::Error malformedPart(const base::Place& place, const QString& part, const QString& detail);
base::Error notAWorkbook(const QString& file, const QString& detail);
base::Error encrypted(const QString& file);
base::Error oldFormat(const QString& file);
base::Error tooLarge(const QString& file, qint64 bytes);
base::Error tooLargeUnzipped(const base::Place& place, qint64 bytes);
base::Error tooManyRows(const base::Place& place, int rows);
base::Error tooManyColumns(const base::Place& place, int columns);
base::Error tooManyCells(const base::Place& place, int cells);
base::Error tooMuchText(const QString& file, qint64 bytes);
base::Error tooManySheets(const QString& file, int sheets);
base::Error cancelled();

} // namespace junheng::sheet
