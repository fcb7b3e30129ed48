// The standards that come with the program, as they are written.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>

namespace junheng::standard {

/// Ids of the compiled-in standards, the default first.
QStringList standardIds();

/// national-2017.
QString defaultStandardId();

/// The JSON of a compiled-in standard as it was written; empty when there is none of that id.
QByteArray standardJson(const QString& id);

/// Finds the JSON of a standard that another one extends; empty when there is none of that id.
using StandardLookup = std::function<QByteArray(const QString& id)>;

} // namespace junheng::standard
