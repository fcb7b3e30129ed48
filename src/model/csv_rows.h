// The tables of data/. Internal to this room.
#pragma once

#include <QHash>
#include <QString>

#include <vector>

namespace junheng::model {

/// The rows of a table that is compiled in, by the names of its columns. One that is not there is a fault of the build
/// and ends the program.
std::vector<QHash<QString, QString>> csvRows(const QString& resource);

} // namespace junheng::model
