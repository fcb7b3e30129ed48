// What the fuzz targets share: how an input is cut, archives, scratch files and a small county.
#pragma once

#include "model/change.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QList>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace junheng::fuzz {

/// An application object for plug-ins and translations; it lives as long as the program.
QCoreApplication& application();

/// The input as bytes, without a copy of its own.
QByteArray bytesOf(const std::uint8_t* data, std::size_t size);

/// Takes the first byte off as a choice of 0 to `choices` - 1; 0 where nothing is left.
int takeChoice(QByteArray& input, int choices);

/// A zip archive of these parts, not compressed.
QByteArray archiveOf(const std::vector<std::pair<QByteArray, QByteArray>>& parts);

/// A file of this content that is replaced by the next call with the same name; gone with the program.
QString scratchFile(const QString& name, const QByteArray& content);

/// Three schools, their sections (one without pupils) and campuses and a few figures of the county 990101 in 2025, as
/// an import writes them.
const model::ChangeSet& smallCounty();

} // namespace junheng::fuzz
