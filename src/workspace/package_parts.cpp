#include "workspace/package_parts.h"

namespace junheng::workspace::package {

QString manifest() {
    return QStringLiteral("清单.json");
}

QString checksums() {
    return QStringLiteral("SHA256SUMS");
}

QString countyFile() {
    return QStringLiteral("县级数据.junheng");
}

QString standardFile(const QString& id) {
    return QStringLiteral("评估标准/%1.json").arg(id);
}

} // namespace junheng::workspace::package
