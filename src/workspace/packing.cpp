#include "workspace/packing.h"

#include "base/atomic_file.h"
#include "base/system/files.h"
#include "document/render/docx_renderer.h"
#include "document/render/pdf_renderer.h"
#include "document/render/xlsx_renderer.h"
#include "model/data_code.h"
#include "sheet/zip_writer.h"
#include "standard/library.h"
#include "workings/working_sheets.h"
#include "workspace/choosing.h"
#include "workspace/package_parts.h"
#include "workspace/tr.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>
#include <functional>
#include <iterator>
#include <limits>

namespace junheng::workspace {

namespace {

using sheet::ZipPart;

base::Result<ZipPart> partOf(const QString& name, const QString& path) {
    auto bytes = base::readFile(path, std::numeric_limits<qint64>::max());
    if (!bytes)
        return std::unexpected(bytes.error());
    return ZipPart{.name = name, .bytes = *std::move(bytes)};
}

// The standard as it is written, then those that it extends.
std::vector<ZipPart> standardParts(const store::StandardChoice& choice) {
    std::vector<ZipPart> parts;
    QByteArray document = documentOf(choice);
    for (QString id = choice.id; !document.isEmpty();) {
        parts.push_back({.name = package::standardFile(id), .bytes = document});
        id = QJsonDocument::fromJson(document)[QStringLiteral("extends")].toString();
        document = standard::standardJson(id);
    }
    return parts;
}

ZipPart manifestOf(const PackageSources& from, const std::vector<ZipPart>& parts) {
    const model::CountyYear& year = from.sources.year;
    QJsonArray files;
    for (const ZipPart& part : parts)
        files.append(QJsonObject{{QStringLiteral("name"), part.name},
                                 {QStringLiteral("size"), part.bytes.size()},
                                 {QStringLiteral("sha256"), base::sha256Of(part.bytes)}});
    const QJsonObject manifest{{QStringLiteral("format"), 1},
                               {QStringLiteral("program"), from.info.programVersion},
                               {QStringLiteral("county"), QJsonObject{{QStringLiteral("code"), year.county().code},
                                                                      {QStringLiteral("name"), year.county().name}}},
                               {QStringLiteral("year"), year.year()},
                               {QStringLiteral("date"), from.info.date.toString(Qt::ISODate)},
                               {QStringLiteral("standard"), from.sources.standard.id},
                               {QStringLiteral("verdict"), assess::overallWord(from.sources.assessment)},
                               {QStringLiteral("data_code"), model::dataCode(year)},
                               {QStringLiteral("files"), files}};
    return {.name = package::manifest(), .bytes = QJsonDocument(manifest).toJson()};
}

// What sha256sum --check reads.
ZipPart checksumsOf(const std::vector<ZipPart>& parts) {
    QByteArray lines;
    for (const ZipPart& part : parts)
        lines += base::sha256Of(part.bytes).toUtf8() + "  " + part.name.toUtf8() + '\n';
    return {.name = package::checksums(), .bytes = lines};
}

} // namespace

base::Result<std::vector<store::FileToIssue>> writePackage(const PackageSources& from, const QString& path,
                                                           const base::Job& job) {
    // Beside the package, where there must be room for it anyhow.
    const QTemporaryDir folder(QFileInfo(path).dir().filePath(QStringLiteral(".junheng-XXXXXX")));
    if (!folder.isValid())
        return std::unexpected(base::writeError(path, base::system::lastError()));
    struct Step {
        QString name;
        std::function<base::Outcome(const QString& target)> write;
    };
    const report::Sources& sources = from.sources;
    const std::vector<Step> steps{
        {package::countyFile(), [&](const QString& target) { return from.file.writeSnapshot(target); }},
        {QStringLiteral("申报表及计算底稿.xlsx"),
         [&](const QString& target) {
             return document::renderXlsx(
                 workings::workbookReport(sources.year, sources.standard, sources.assessment, from.info), target);
         }},
        {QStringLiteral("自评报告.pdf"),
         [&](const QString& target) {
             return document::renderPdf(from.evaluation, from.figures, target, {.progress = {}, .stop = job.stop});
         }},
        {QStringLiteral("自评报告.docx"),
         [&](const QString& target) { return document::renderDocx(from.evaluation, from.figures, target); }}};
    std::vector<ZipPart> parts;
    const int count = static_cast<int>(steps.size()) + 1;
    for (const Step& step : steps) {
        job.report(static_cast<int>(parts.size()), count);
        if (job.cancelled())
            return std::unexpected(
                base::Error{.code = QStringLiteral("job.cancelled"), .message = tr("已取消，没有生成上报包。")});
        const QString target = folder.filePath(step.name);
        if (const auto written = step.write(target); !written)
            return std::unexpected(written.error());
        auto part = partOf(step.name, target);
        if (!part)
            return std::unexpected(part.error());
        parts.push_back(*std::move(part));
    }
    job.report(count - 1, count);
    std::vector<store::FileToIssue> issued;
    for (const ZipPart& part : parts) {
        if (part.name != package::countyFile())
            issued.push_back({.name = part.name, .bytes = part.bytes});
    }
    std::ranges::move(standardParts(from.file.standard()), std::back_inserter(parts));
    parts.push_back(manifestOf(from, parts));
    parts.push_back(checksumsOf(parts));
    if (const auto written = sheet::writeZip(path, parts); !written)
        return std::unexpected(written.error());
    auto whole = partOf(QFileInfo(path).fileName(), path);
    if (!whole)
        return std::unexpected(whole.error());
    issued.push_back({.name = whole->name, .bytes = whole->bytes, .keep = false});
    job.report(count, count);
    return issued;
}

} // namespace junheng::workspace
