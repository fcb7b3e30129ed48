// Names of the parts of a 上报包. Internal to this room.
#pragma once

#include <QString>

namespace junheng::workspace::package {

QString manifest();
QString checksums();
QString countyFile();
QString standardFile(const QString& id);

} // namespace junheng::workspace::package
