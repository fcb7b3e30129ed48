#include "workspace/opened_book.h"

#include "base/atomic_file.h"
#include "sheet/workbook_reader.h"
#include "workspace/tr.h"

#include <QFileInfo>

#include <future>
#include <utility>

namespace junheng::workspace {

base::Result<OpenedBook> openBook(const QString& path, const base::Job& job) {
    const sheet::Limits limits;
    const auto bytes = base::readFile(path, limits.fileBytes);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto sha256 = std::async([&bytes] { return base::sha256Of(*bytes); });
    auto book = sheet::parseWorkbook(*bytes, path, limits, job);
    if (!book)
        return std::unexpected(book.error());
    return OpenedBook{.book = std::move(*book), .source = {.name = QFileInfo(path).fileName(), .sha256 = sha256.get()}};
}

base::Error importCancelled() {
    return {.code = QStringLiteral("job.cancelled"), .message = tr("已取消，没有任何改动。")};
}

} // namespace junheng::workspace
