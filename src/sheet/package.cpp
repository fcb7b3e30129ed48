#include "sheet/package.h"

#include "base/atomic_file.h"
#include "sheet/reader_errors.h"
#include "sheet/tr.h"
#include "sheet/whole_xml.h"

#include <QByteArrayView>

#include <zip.h>

#include <algorithm>
#include <future>
#include <limits>

namespace junheng::sheet {

namespace {

constexpr int kPiece = 64 * 1024;

// Both old .xls and encrypted .xlsx are OLE containers; the latter has a stream of this name in its directory.
base::Error oleError(const QString& file, const QByteArray& bytes) {
    constexpr std::u16string_view kStream = u"EncryptedPackage";
    QByteArray name;
    for (char16_t c : kStream)
        name.append(static_cast<char>(c)).append('\0');
    return bytes.contains(name) ? encrypted(file) : oldFormat(file);
}

base::Outcome wholeOutcome(const QString& file, const std::string& part, const QByteArray& xml) {
    if (isWholeXml({xml.constData(), static_cast<std::size_t>(xml.size())}))
        return {};
    return std::unexpected(malformedPart({.file = file}, QString::fromStdString(part), QStringLiteral("not whole")));
}

} // namespace

void Package::FileCloser::operator()(zip_file* part) const {
    zip_fclose(part);
}

void Package::Deleter::operator()(zip* archive) const {
    zip_discard(archive);
}

base::Result<Package> Package::open(const QString& file, QByteArray bytes, const Limits& limits, const base::Job& job) {
    if (bytes.startsWith(QByteArrayView("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")))
        return std::unexpected(oleError(file, bytes));
    if (!bytes.startsWith(QByteArrayView("PK")))
        return std::unexpected(notAWorkbook(file, QStringLiteral("no zip signature")));

    Package package;
    package.m_file = file;
    package.m_bytes = std::move(bytes);
    package.m_limits = &limits;
    package.m_job = &job;
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(package.m_bytes.constData(),
                                                    static_cast<zip_uint64_t>(package.m_bytes.size()), 0, &error);
    if (source != nullptr) {
        package.m_archive.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
        if (!package.m_archive)
            zip_source_free(source);
    }
    const QString detail = QString::fromUtf8(zip_error_strerror(&error));
    zip_error_fini(&error);
    if (!package.m_archive)
        return std::unexpected(damaged({.file = file}, tr("文件不完整"), detail));
    return package;
}

base::Result<Package> Package::another() const {
    auto package = open(m_file, m_bytes, *m_limits, *m_job);
    if (package)
        package->m_unzipped = m_unzipped;
    return package;
}

qint64 Package::locate(const std::string& part) const {
    const zip_int64_t exact = zip_name_locate(m_archive.get(), part.c_str(), ZIP_FL_ENC_RAW);
    return exact >= 0 ? exact : zip_name_locate(m_archive.get(), part.c_str(), ZIP_FL_ENC_RAW | ZIP_FL_NOCASE);
}

std::vector<std::string> Package::parts() const {
    std::vector<std::string> names;
    const zip_int64_t count = zip_get_num_entries(m_archive.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        if (const char* name = zip_get_name(m_archive.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW))
            names.emplace_back(name);
    }
    return names;
}

base::Outcome Package::verify(const QString& path) {
    constexpr qint64 kUnlimited = std::numeric_limits<qint64>::max();
    const Limits limits{.unzippedBytes = kUnlimited};
    const base::Job job;
    auto bytes = base::readFile(path, kUnlimited);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto package = open(path, std::move(*bytes), limits, job);
    if (!package)
        return std::unexpected(package.error());
    // One part is looked through while the next is inflated.
    std::future<base::Outcome> last;
    for (const std::string& part : package->parts()) {
        auto xml = package->bytesOf(part);
        if (!xml)
            return std::unexpected(xml.error());
        if (const base::Outcome before = last.valid() ? last.get() : base::Outcome(); !before)
            return before;
        last = std::async([&path, part, xml = *std::move(xml)] { return wholeOutcome(path, part, xml); });
    }
    return last.valid() ? last.get() : base::Outcome();
}

bool Package::contains(const std::string& part) const {
    return locate(part) >= 0;
}

base::Result<Package::PartFile> Package::openPart(const std::string& part, const base::Place& place) {
    const QString partName = QString::fromStdString(part);
    const qint64 index = locate(part);
    if (index < 0)
        return std::unexpected(damaged(place, tr("缺少部件 %1").arg(partName)));
    PartFile in(zip_fopen_index(m_archive.get(), static_cast<zip_uint64_t>(index), 0));
    if (!in) {
        zip_error_t* error = zip_get_error(m_archive.get());
        if (zip_error_code_zip(error) == ZIP_ER_NOPASSWD)
            return std::unexpected(encrypted(m_file));
        return std::unexpected(malformedPart(place, partName, QString::fromUtf8(zip_error_strerror(error))));
    }
    return in;
}

base::Result<QByteArray> Package::bytesOf(const std::string& part) {
    const auto in = openPart(part, {.file = m_file});
    if (!in)
        return std::unexpected(in.error());
    QByteArray bytes;
    for (;;) {
        const qsizetype before = bytes.size();
        bytes.resize(before + kPiece);
        const zip_int64_t got = zip_fread(in->get(), bytes.data() + before, kPiece);
        bytes.resize(before + std::max<zip_int64_t>(got, 0));
        if (got < 0)
            return std::unexpected(malformedPart({.file = m_file}, QString::fromStdString(part),
                                                 QString::fromUtf8(zip_error_strerror(zip_file_get_error(in->get())))));
        if (got == 0)
            return bytes;
    }
}

base::Outcome Package::parse(const std::string& part, XmlHandler& handler, const QString& sheet) {
    const base::Place place{.file = m_file, .sheet = sheet};
    const QString partName = QString::fromStdString(part);
    const auto opened = openPart(part, place);
    if (!opened)
        return std::unexpected(opened.error());
    zip_file* in = opened->get();

    XmlParser parser(handler);
    qint64 ours = 0;
    for (bool last = false; !last;) {
        if (m_job->cancelled())
            return std::unexpected(cancelled());
        const int size = std::max(kPiece, parser.pending());
        char* piece = parser.buffer(size);
        if (piece == nullptr)
            return std::unexpected(malformedPart(place, partName, parser.errorText()));
        const zip_int64_t got = zip_fread(in, piece, static_cast<zip_uint64_t>(size));
        if (got < 0)
            return std::unexpected(
                malformedPart(place, partName, QString::fromUtf8(zip_error_strerror(zip_file_get_error(in)))));
        ours += got;
        // Of the workbook; the sheet is named where it is the large one.
        if (const qint64 unzipped = *m_unzipped += got; unzipped > m_limits->unzippedBytes)
            return std::unexpected(
                tooLargeUnzipped(ours > unzipped / 2 ? place : base::Place{.file = m_file}, m_limits->unzippedBytes));
        last = got == 0;
        if (!parser.parse(static_cast<int>(got), last)) {
            if (handler.error())
                return std::unexpected(*handler.error());
            return std::unexpected(malformedPart(place, partName, parser.errorText()));
        }
    }
    return {};
}

} // namespace junheng::sheet
