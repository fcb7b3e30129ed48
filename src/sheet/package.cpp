#include "sheet/package.h"

#include "base/atomic_file.h"
#include "sheet/reader_errors.h"
#include "sheet/tr.h"
#include "sheet/whole_xml.h"

#include <QByteArrayView>

#include <algorithm>
#include <expected>
#include <future>
#include <limits>
#include <utility>

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

base::Outcome wholeOutcome(const QString& file, const QString& part, const QByteArray& xml) {
    if (isWholeXml({xml.constData(), static_cast<std::size_t>(xml.size())}))
        return {};
    return std::unexpected(malformedPart({.file = file}, part, QStringLiteral("not whole")));
}

// Of a part, which must be those that its checksum is of.
std::expected<QByteArray, ArchiveFault> bytesOf(const Archive& archive, qint64 part) {
    auto in = archive.openPart(part);
    if (!in)
        return std::unexpected(in.error());
    QByteArray bytes;
    for (;;) {
        const qsizetype before = bytes.size();
        bytes.resize(before + kPiece);
        const auto got = in->read(bytes.data() + before, kPiece);
        if (!got)
            return std::unexpected(got.error());
        bytes.resize(before + *got);
        if (*got == 0)
            return bytes;
    }
}

} // namespace

base::Result<Package> Package::open(const QString& file, QByteArray bytes, const Limits& limits, const base::Job& job) {
    if (bytes.startsWith(QByteArrayView("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")))
        return std::unexpected(oleError(file, bytes));
    if (!bytes.startsWith(QByteArrayView("PK")))
        return std::unexpected(notAWorkbook(file, QStringLiteral("no zip signature")));

    auto archive = Archive::open(std::move(bytes), Archive::Check::Lenient);
    if (!archive)
        return std::unexpected(damaged({.file = file}, tr("文件不完整"), archive.error().detail));
    Package package(*std::move(archive));
    package.m_file = file;
    package.m_limits = &limits;
    package.m_job = &job;
    return package;
}

base::Result<Package> Package::another() const {
    auto package = open(m_file, m_archive.bytes(), *m_limits, *m_job);
    if (package)
        package->m_unzipped = m_unzipped;
    return package;
}

// What leads to a part may spell it in other letters than the archive does.
qint64 Package::locate(const std::string& part) const {
    const qint64 exact = m_archive.find(part, Qt::CaseSensitive);
    return exact >= 0 ? exact : m_archive.find(part, Qt::CaseInsensitive);
}

base::Outcome Package::verify(const QString& path) {
    auto bytes = base::readFile(path, std::numeric_limits<qint64>::max());
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto archive = Archive::open(*std::move(bytes), Archive::Check::Lenient);
    if (!archive)
        return std::unexpected(damaged({.file = path}, tr("文件不完整"), archive.error().detail));
    // One part is looked through while the next is inflated.
    std::future<base::Outcome> last;
    for (qint64 i = 0; i < archive->count(); ++i) {
        const QString part = archive->part(i).value_or(ArchivePart()).name;
        auto xml = bytesOf(*archive, i);
        if (!xml)
            return std::unexpected(malformedPart({.file = path}, part, xml.error().detail));
        if (const base::Outcome before = last.valid() ? last.get() : base::Outcome(); !before)
            return before;
        last = std::async([&path, part, xml = *std::move(xml)] { return wholeOutcome(path, part, xml); });
    }
    return last.valid() ? last.get() : base::Outcome();
}

bool Package::contains(const std::string& part) const {
    return locate(part) >= 0;
}

base::Result<ArchivePartReader> Package::openPart(const std::string& part, const base::Place& place) {
    const QString partName = QString::fromStdString(part);
    const qint64 index = locate(part);
    if (index < 0)
        return std::unexpected(damaged(place, tr("缺少部件 %1").arg(partName)));
    auto in = m_archive.openPart(index);
    if (!in && in.error().isPassword())
        return std::unexpected(encrypted(m_file));
    if (!in)
        return std::unexpected(malformedPart(place, partName, in.error().detail));
    return *std::move(in);
}

base::Outcome Package::parse(const std::string& part, XmlHandler& handler, const QString& sheet) {
    const base::Place place{.file = m_file, .sheet = sheet};
    const QString partName = QString::fromStdString(part);
    auto in = openPart(part, place);
    if (!in)
        return std::unexpected(in.error());

    XmlParser parser(handler);
    qint64 ours = 0;
    for (bool last = false; !last;) {
        if (m_job->cancelled())
            return std::unexpected(cancelled());
        const int size = std::max(kPiece, parser.pending());
        char* piece = parser.buffer(size);
        if (piece == nullptr)
            return std::unexpected(malformedPart(place, partName, parser.errorText()));
        const auto got = in->read(piece, size);
        if (!got)
            return std::unexpected(malformedPart(place, partName, got.error().detail));
        ours += *got;
        // Of the workbook; the sheet is named where it is the large one.
        if (const qint64 unzipped = *m_unzipped += *got; unzipped > m_limits->unzippedBytes)
            return std::unexpected(
                tooLargeUnzipped(ours > unzipped / 2 ? place : base::Place{.file = m_file}, m_limits->unzippedBytes));
        last = *got == 0;
        if (!parser.parse(static_cast<int>(*got), last)) {
            if (handler.error())
                return std::unexpected(*handler.error());
            return std::unexpected(malformedPart(place, partName, parser.errorText()));
        }
    }
    return {};
}

} // namespace junheng::sheet
