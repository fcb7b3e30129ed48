#include "workspace/submission.h"

#include "base/atomic_file.h"
#include "report/fingerprint.h"
#include "report/render/zip_reader.h"
#include "standard/library.h"
#include "store/county_file.h"
#include "workspace/packing.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace junheng::workspace {

namespace {

constexpr int kNewestFormat = 1;
constexpr qint64 kMostBytes = qint64{2} << 30; // unpacked

QString tr(const char* text) {
    return QCoreApplication::translate("workspace", text);
}

class Checker {
public:
    Checker(const QString& path, const std::vector<report::ZipPart>& parts) : m_path(path) {
        for (const report::ZipPart& part : parts) {
            if (!part.name.endsWith(QChar(u'/'))) // a folder: who packs the files again adds it
                m_parts.insert(part.name, part.bytes);
        }
    }

    base::Result<PackageCheck> run() {
        const QJsonObject manifest = QJsonDocument::fromJson(m_parts.value(package::manifest())).object();
        if (const auto readable = readManifest(manifest); !readable)
            return std::unexpected(readable.error());
        checkFiles(manifest[QStringLiteral("files")].toArray());
        if (const auto checked = checkCountyFile(); !checked)
            return std::unexpected(checked.error());
        return std::move(m_check);
    }

private:
    base::Outcome readManifest(const QJsonObject& manifest) {
        const int format = manifest[QStringLiteral("format")].toInt();
        if (format < 1)
            return std::unexpected(
                base::Error{.code = QStringLiteral("package.foreign"),
                            .message = tr("这不是均衡生成的上报包：其中没有可读的“%1”。").arg(package::manifest()),
                            .place = {.file = m_path}});
        if (format > kNewestFormat)
            return std::unexpected(newer());
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
        QStringList expected{package::manifest(), package::checksums()};
        for (const auto& file : files) {
            const QString name = file[QStringLiteral("name")].toString();
            expected << name;
            if (!m_parts.contains(name))
                add("package.missing", tr("缺少“%1”。").arg(name));
            else if (base::sha256Of(m_parts.value(name)) != file[QStringLiteral("sha256")].toString())
                add("package.changed", tr("“%1”与上报时不同，已被改动。").arg(name));
        }
        checkSums();
        for (auto part = m_parts.cbegin(); part != m_parts.cend(); ++part) {
            if (!expected.contains(part.key()))
                add("package.unexpected", tr("“%1”不是上报时的文件，是后来加入的。").arg(part.key()));
        }
    }

    // The manifest has no checksum but there.
    void checkSums() {
        const QByteArray line =
            base::sha256Of(m_parts.value(package::manifest())).toUtf8() + "  " + package::manifest().toUtf8() + '\n';
        if (!m_parts.value(package::checksums()).contains(line))
            add("package.changed",
                tr("“%1”与“%2”中的校验值不符，已被改动。").arg(package::manifest(), package::checksums()));
    }

    base::Outcome checkCountyFile() {
        if (!m_parts.contains(package::countyFile()))
            return {}; // said already
        const QTemporaryDir folder;
        const QString path = folder.filePath(package::countyFile());
        if (const auto written = base::writeFileAtomically(path, m_parts.value(package::countyFile())); !written)
            return std::unexpected(written.error());
        const auto file = store::CountyFile::open(path, store::Access::ReadOnly);
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
        if (report::fingerprint(*year) != m_check.dataCode || (*file)->county() != m_check.county)
            add("package.data", tr("县级文件中的数据（数据校验码 %1）不是各文件所依据的数据（%2）。")
                                    .arg(report::fingerprint(*year), m_check.dataCode));
        checkVerdict(*year);
        return {};
    }

    // By the standard as it was then; programs may have changed since.
    void checkVerdict(const model::CountyYear& year) {
        const auto lookup = [this](const QString& id) { return m_parts.value(package::standardFile(id)); };
        const auto rules =
            standard::parseStandard(lookup(m_check.standard), package::standardFile(m_check.standard), lookup);
        if (!rules) {
            add("package.verdict", tr("本版本读不懂包内的评估标准，没有重新评估：%1").arg(rules.error().message),
                model::Severity::Notice);
            return;
        }
        const QString verdict = assess::verdictWord(assess::assess(year, *rules).verdicts.overall);
        if (verdict != m_check.verdict)
            add("package.verdict", tr("按包内标准重新评估，结论是“%1”，上报时是“%2”。").arg(verdict, m_check.verdict),
                model::Severity::Notice);
    }

    void add(const char* code, const QString& message, model::Severity severity = model::Severity::Error) {
        m_check.findings.push_back(
            {.severity = severity, .code = QLatin1StringView(code), .message = message, .place = {.file = m_path}});
    }

    const QString& m_path;
    QHash<QString, QByteArray> m_parts;
    PackageCheck m_check;
};

} // namespace

bool isPackage(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(4) == QByteArray("PK\x03\x04");
}

base::Result<PackageCheck> checkPackage(const QString& path) {
    const auto bytes = base::readFile(path, kMostBytes);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto parts = report::readZip(path, kMostBytes);
    if (!parts)
        return std::unexpected(parts.error());
    auto check = Checker(path, *parts).run();
    if (check)
        check->sha256 = base::sha256Of(*bytes);
    return check;
}

} // namespace junheng::workspace
