// A submission package: its bytes, its manifest, the standard in it or its county file; but in the first case all
// checksums are right, so that the input is read.

#include "base/atomic_file.h"
#include "fuzz_support.h"
#include "store/county_file.h"
#include "workspace/package_check.h"
#include "workspace/package_parts.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace junheng;

namespace {

QByteArray countyFile() {
    const QString path = fuzz::scratchFile(QStringLiteral("county.junheng"), {});
    QFile::remove(path);
    {
        const auto file = store::CountyFile::create(
            path, {.code = QStringLiteral("990101"), .name = QStringLiteral("示例县")}, {.id = QStringLiteral("own")});
        if (!file || !(*file)->commit(2025, fuzz::smallCounty()))
            qFatal("the county file could not be made");
    }
    return base::readFile(path, qint64{1} << 30).value();
}

QByteArray packageOf(QByteArray input) {
    static const QByteArray county = countyFile();
    const int kind = fuzz::takeChoice(input, 4);
    if (kind == 0)
        return input;
    std::vector<std::pair<QByteArray, QByteArray>> parts{
        {workspace::package::countyFile().toUtf8(), kind == 3 ? input : county},
        {workspace::package::standardFile(QStringLiteral("own")).toUtf8(),
         kind == 2 ? input : QByteArray(R"({"format":1,"id":"own","extends":"national-2017"})")}};
    QJsonArray files;
    for (const auto& [name, content] : parts)
        files.append(QJsonObject{{QStringLiteral("name"), QString::fromUtf8(name)},
                                 {QStringLiteral("size"), content.size()},
                                 {QStringLiteral("sha256"), base::sha256Of(content)}});
    const QJsonObject manifest{
        {QStringLiteral("format"), 1},
        {QStringLiteral("county"), QJsonObject{{QStringLiteral("code"), QStringLiteral("990101")}}},
        {QStringLiteral("year"), 2025},
        {QStringLiteral("standard"), QStringLiteral("own")},
        {QStringLiteral("files"), files}};
    parts.emplace_back(workspace::package::manifest().toUtf8(), kind == 1 ? input : QJsonDocument(manifest).toJson());
    QByteArray sums;
    for (const auto& [name, content] : parts)
        sums += base::sha256Of(content).toUtf8() + "  " + name + '\n';
    parts.emplace_back(workspace::package::checksums().toUtf8(), sums);
    return fuzz::archiveOf(parts);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::application();
    const QString path = fuzz::scratchFile(QStringLiteral("package.zip"), packageOf(fuzz::bytesOf(data, size)));
    if (workspace::isPackage(path))
        static_cast<void>(workspace::checkPackage(path));
    return 0;
}
