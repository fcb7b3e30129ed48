#include "workspace/gate.h"

namespace junheng::workspace {

namespace {

const QString kDeclined = QStringLiteral("workspace.declined");

} // namespace

base::Error declined(const QString& message) {
    return {.code = kDeclined, .message = message};
}

bool isDeclined(const base::Error& error) {
    return error.code == kDeclined;
}

} // namespace junheng::workspace
