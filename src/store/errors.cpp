#include "store/errors.h"

#include <QCoreApplication>

#include <sqlite3.h>

namespace junheng::store {

QString tr(const char* text) {
    return QCoreApplication::translate("store", text);
}

void fail(const char* code, const QString& message, const QString& file, const QString& detail) {
    throw Failure({.code = QLatin1StringView(code), .message = message, .detail = detail, .place = {.file = file}});
}

void failDamaged(const QString& file, const QString& detail) {
    fail("store.damaged",
         tr("县数据文件已损坏或不完整，无法读取。请不要继续使用，改用最近的备份；文件本身没有被改动。"), file, detail);
}

void failWrite(const QString& file, const QString& detail) {
    fail("store.write", tr("无法写入县数据文件。请确认文件夹存在、有写入权限、磁盘未满；文件中的数据没有改变。"), file,
         detail);
}

void failInvalidChange(const QString& file, const QString& detail) {
    fail("store.invalid_change", tr("程序内部错误，这次修改没有保存，原有数据没有改变。请重新打开文件再试。"), file,
         detail);
}

void failNewerValue(const QString& file, const QString& detail) {
    fail("store.newer_value", tr("涉及的数据由更新版本的均衡填写，本版本不能识别，因此没有改动。请升级后再操作。"),
         file, detail);
}

void failFromSqlite(int resultCode, const QString& file, const QString& detail) {
    switch (resultCode & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        fail("store.busy", tr("另一个程序正在读写县数据文件。请稍候再试；原有数据没有改变。"), file, detail);
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
        failWrite(file, detail);
    default:
        failDamaged(file, detail);
    }
}

} // namespace junheng::store
