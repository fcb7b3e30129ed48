#include "store/schema.h"

#include "base/atomic_file.h"
#include "store/errors.h"
#include "store/tr.h"

#include <QFile>
#include <QFileInfo>

#include <array>

namespace junheng::store {

namespace {

constexpr std::array<const char*, kNewestSchema> kSteps{":/junheng/store/0001_initial.sql",
                                                        ":/junheng/store/0002_packed_figures.sql",
                                                        ":/junheng/store/0003_evidence_and_standard.sql",
                                                        ":/junheng/store/0004_issued_reports.sql",
                                                        ":/junheng/store/0005_unconfirmed_values.sql",
                                                        ":/junheng/store/0006_records_of_no_year.sql"};

constexpr int kHeaderSize = 100;
constexpr int kApplicationIdOffset = 68;

QByteArray stepSql(int step) {
    QFile file{QLatin1StringView(kSteps[static_cast<std::size_t>(step)])};
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is not compiled in", kSteps[static_cast<std::size_t>(step)]);
    return file.readAll();
}

[[noreturn]] void failForeign(const QString& file, const QString& detail) {
    fail("store.foreign", tr("这不是均衡的县数据文件。请选择扩展名为 .junheng 的文件；Excel 表格请用“导入”。"), file,
         detail);
}

qint32 bigEndian(const QByteArray& bytes, int offset) {
    quint32 number = 0;
    for (int i = 0; i < 4; ++i)
        number = number << 8 | static_cast<quint8>(bytes[offset + i]);
    return static_cast<qint32>(number);
}

} // namespace

void checkHeader(const QString& file) {
    if (const auto regular = base::checkRegular(file); !regular)
        fail("store.not_found", regular.error().message, file);
    if (!QFileInfo::exists(file))
        fail("store.not_found", tr("找不到县数据文件。请检查路径，或新建一个。"), file);
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        fail("store.read", tr("无法读取县数据文件。请确认有读取权限。"), file, in.errorString());
    const QByteArray header = in.read(kHeaderSize);
    if (header.isEmpty())
        failDamaged(file, QStringLiteral("the file is empty"));
    if (!header.startsWith(QByteArrayView("SQLite format 3\0", 16)))
        failForeign(file, QStringLiteral("not an SQLite file"));
    if (header.size() < kHeaderSize)
        failDamaged(file, QStringLiteral("the header is cut off"));
    if (const qint32 id = bigEndian(header, kApplicationIdOffset); id != kApplicationId)
        failForeign(file, QStringLiteral("application_id is 0x%1").arg(static_cast<quint32>(id), 8, 16, QChar(u'0')));
}

void checkMarks(const Connection& connection) {
    const int id = connection.value(QStringLiteral("PRAGMA application_id")).toInt();
    if (id != kApplicationId)
        failForeign(connection.file(), QStringLiteral("application_id is %1").arg(id));
    const int version = schemaOf(connection);
    if (version > kNewestSchema)
        fail("store.newer",
             tr("县数据文件由更新版本的均衡保存（格式 %1，本版本最高支持 %2）。请升级均衡后再打开；文件没有被改动。")
                 .arg(version)
                 .arg(kNewestSchema),
             connection.file());
    if (version < 1)
        failDamaged(connection.file(), QStringLiteral("user_version is %1").arg(version));
}

int schemaOf(const Connection& connection) {
    return connection.value(QStringLiteral("PRAGMA user_version")).toInt();
}

void migrate(const Connection& connection) {
    int version = schemaOf(connection);
    while (version < kNewestSchema) {
        Transaction transaction(connection, Transaction::Kind::Write);
        connection.script(stepSql(version));
        ++version;
        connection.script(QByteArrayLiteral("PRAGMA application_id = ") + QByteArray::number(kApplicationId));
        connection.script(QByteArrayLiteral("PRAGMA user_version = ") + QByteArray::number(version));
        transaction.commit();
    }
}

} // namespace junheng::store
