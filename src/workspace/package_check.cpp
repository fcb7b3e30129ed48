#include "workspace/package_check.h"

#include "assess/assessment.h"
#include "base/atomic_file.h"
#include "model/data_code.h"
#include "standard/library.h"
#include "store/county_file.h"
#include "workspace/package_parts.h"
#include "workspace/tr.h"
#include "workspace/zip_reader.h"

#include <QCryptographicHash>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>

namespace junheng::workspace {

namespace {

constexpr int kNewestFormat = 1;
constexpr qint64 kMostBytes = qint64{2} << 30; // unpacked
constexpr qint64 kLargestText = 1 << 20;       // manifest, checksums
constexpr qint64 kLargestStandard = 4 << 20;   // as any other file of a standard
constexpr qsizetype kMostFiles = 1000;

class Checker {
public:
    Checker(const QString& path, const ZipReader& archive) : m_path(path), m_archive(archive) {}

    base::Result<PackageCheck> run() {
        const int manifestPart = m_archive.find(package::manifest());
        if (manifestPart >= 0) {
            auto bytes = m_archive.read(manifestPart, kLargestText);
            if (!bytes)
                return std::unexpected(bytes.error());
            m_manifest = *std::move(bytes);
        }
        const QJsonObject manifest = QJsonDocument::fromJson(m_manifest).object();
        if (const auto readable = readManifest(manifest); !readable)
            return std::unexpected(readable.error());
        if (const auto taken = takeParts(); !taken)
            return std::unexpected(taken.error());
        checkFiles(manifest[QStringLiteral("files")].toArray());
        if (const auto checked = checkCountyFile(); !checked)
            return std::unexpected(checked.error());
        return std::move(m_check);
    }

private:
    // Every part's checksum; of the parts themselves only what is looked into, the county file as a file.
    base::Outcome takeParts() {
        for (int part = 0; part < static_cast<int>(m_archive.parts().size()); ++part) {
            const QString& name = m_archive.parts()[static_cast<std::size_t>(part)].name;
            if (name.endsWith(QChar(u'/'))) // a folder: who packs the files again adds it
                continue;
            if (name == package::countyFile())
                m_countyFile.setFileName(m_folder.filePath(name));
            const bool opened = name != package::countyFile() || m_countyFile.open(QIODevice::WriteOnly);
            QCryptographicHash hash(QCryptographicHash::Sha256);
            bool written = opened;
            const auto streamed = m_archive.stream(part, [&](QByteArrayView piece) {
                hash.addData(piece);
                if (name == package::countyFile())
                    written = written && m_countyFile.write(piece.data(), piece.size()) == piece.size();
                return written;
            });
            if (!streamed)
                return streamed;
            if (name == package::countyFile()) {
                written = written && m_countyFile.flush();
                m_countyFile.close();
            }
            if (!written)
                return std::unexpected(
                    base::Error{.code = QStringLiteral("file.write"),
                                .message = tr("临时文件夹放不下“%1”，没有核验。请腾出磁盘空间后再试。").arg(name),
                                .detail = m_countyFile.errorString(),
                                .place = {.file = m_folder.path()}});
            m_check.parts.insert(name, QString::fromLatin1(hash.result().toHex()));
        }
        return {};
    }

    // Empty where there is none, or none that can be one.
    [[nodiscard]] QByteArray textOf(const QString& name, qint64 limit) const {
        const int part = m_archive.find(name);
        return part < 0 ? QByteArray() : m_archive.read(part, limit).value_or(QByteArray());
    }

    base::Outcome readManifest(const QJsonObject& manifest) {
        const int format = manifest[QStringLiteral("format")].toInt();
        if (format < 1)
            return std::unexpected(
                base::Error{.code = QStringLiteral("package.foreign"),
                            .message = tr("这不是均衡生成的上报包：其中没有可读的“%1”。").arg(package::manifest()),
                            .place = {.file = m_path}});
        if (format > kNewestFormat)
            return std::unexpected(newer());
        if (manifest[QStringLiteral("files")].toArray().size() > kMostFiles)
            return std::unexpected(
                base::Error{.code = QStringLiteral("package.foreign"),
                            .message = tr("这不是均衡生成的上报包：“%1”列出的文件过多。").arg(package::manifest()),
                            .place = {.file = m_path}});
        const QJsonObject county = manifest[QStringLiteral("county")].toObject();
        m_check.county = {.code = county[QStringLiteral("code")].toString(),
                          .name = county[QStringLiteral("name")].toString()};
        m_check.year = manifest[QStringLiteral("year")].toInt();
        m_check.date = QDate::fromString(manifest[QStringLiteral("date")].toString(), Qt::ISODate);
        m_check.standard = manifest[QStringLiteral("standard")].toString();
        m_check.verdict = manifest[QStringLiteral("verdict")].toString();
        m_check.dataCode = manifest[QStringLiteral("data_code")].toString();
        return {};
    }

    [[nodiscard]] base::Error newer() const {
        return {.code = QStringLiteral("package.newer"),
                .message = tr("上报包由更新版本的均衡生成。请升级均衡后再核验。"),
                .place = {.file = m_path}};
    }

    // Each file that is listed is there unchanged, and nothing else is there.
    void checkFiles(const QJsonArray& files) {
        QSet<QString> expected{package::manifest(), package::checksums()};
        for (const auto& file : files) {
            const QString name = file[QStringLiteral("name")].toString();
            expected.insert(name);
            if (!m_check.parts.contains(name))
                add("package.missing", tr("缺少“%1”。").arg(name));
            else if (m_check.parts.value(name) != file[QStringLiteral("sha256")].toString())
                add("package.changed", tr("“%1”与“%2”中的校验值不符，已被改动。").arg(name, package::manifest()));
        }
        checkSums();
        for (const ZipReader::Part& part : m_archive.parts()) {
            if (m_check.parts.contains(part.name) && !expected.contains(part.name))
                add("package.unexpected", tr("“%1”不在“%2”中，是后来加入的。").arg(part.name, package::manifest()));
        }
    }

    // The manifest has no checksum but there.
    void checkSums() {
        const QByteArray line =
            m_check.parts.value(package::manifest()).toUtf8() + "  " + package::manifest().toUtf8() + '\n';
        if (!textOf(package::checksums(), kLargestText).contains(line))
            add("package.changed",
                tr("“%1”与“%2”中的校验值不符，已被改动。").arg(package::manifest(), package::checksums()));
    }

    base::Outcome checkCountyFile() {
        if (!m_check.parts.contains(package::countyFile()))
            return {}; // said already
        const auto file = store::CountyFile::open(m_countyFile.fileName(), store::FileAccess::ReadOnly);
        if (!file && file.error().code == QStringLiteral("store.newer"))
            return std::unexpected(newer());
        if (!file) {
            add("package.changed", tr("“%1”打不开：%2").arg(package::countyFile(), file.error().message));
            return {};
        }
        auto findings = (*file)->verify();
        if (!findings)
            return std::unexpected(findings.error());
        for (model::Finding& finding : *findings) {
            finding.place = {.file = m_path};
            finding.message = QStringLiteral("%1：%2").arg(package::countyFile(), finding.message);
            m_check.findings.push_back(std::move(finding));
        }
        const auto year = (*file)->load(m_check.year);
        if (!year)
            return std::unexpected(year.error());
        if (model::dataCode(*year) != m_check.dataCode || (*file)->county() != m_check.county)
            add("package.data", tr("县级文件中的数据（数据校验码 %1）不是各文件所依据的数据（%2）。")
                                    .arg(model::dataCode(*year), m_check.dataCode));
        checkVerdict(*year);
        return {};
    }

    // By the standard as it was then; programs may have changed since.
    void checkVerdict(const model::CountyYear& year) {
        const auto lookup = [this](const QString& id) { return textOf(package::standardFile(id), kLargestStandard); };
        const auto rules = standard::parseStandard(lookup(m_check.standard), package::standardFile(m_check.standard),
                                                   lookup, year.items());
        if (!rules) {
            add("package.verdict", tr("本版本读不懂包内的评估标准，没有重新评估：%1").arg(rules.error().message),
                model::Severity::Notice);
            return;
        }
        const QString verdict = assess::overallWord(assess::assess(year, *rules));
        if (verdict != m_check.verdict)
            add("package.verdict", tr("按包内标准重新评估，结论是“%1”，清单中是“%2”。").arg(verdict, m_check.verdict),
                model::Severity::Notice);
    }

    void add(const char* code, const QString& message, model::Severity severity = model::Severity::Error) {
        m_check.findings.push_back(
            {.severity = severity, .code = QLatin1StringView(code), .message = message, .place = {.file = m_path}});
    }

    const QString& m_path;
    const ZipReader& m_archive;
    QByteArray m_manifest;
    const QTemporaryDir m_folder;
    QFile m_countyFile; ///< unpacked
    PackageCheck m_check;
};

} // namespace

bool isPackage(const QString& path) {
    QFile file(path);
    return base::checkRegular(path) && file.open(QIODevice::ReadOnly) && file.read(4) == QByteArray("PK\x03\x04");
}

base::Result<PackageCheck> checkPackage(const QString& path) {
    const auto bytes = base::readFile(path, kMostBytes);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto archive = ZipReader::open(path, *bytes, kMostBytes);
    if (!archive)
        return std::unexpected(archive.error());
    auto check = Checker(path, *archive).run();
    if (check)
        check->sha256 = base::sha256Of(*bytes);
    return check;
}

} // namespace junheng::workspace
