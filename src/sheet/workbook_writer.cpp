#include "sheet/workbook_writer.h"

#include "sheet/writer_book.h"

namespace junheng::sheet {

WorkbookWriter::WorkbookWriter(const QString& path, const DocumentProperties& properties)
    : m_book(std::make_unique<WriterBook>(path, properties)) {}

WorkbookWriter::~WorkbookWriter() = default;

SheetWriter WorkbookWriter::addSheet(const QString& name) {
    return {m_book.get(), m_book->addSheet(name)};
}

base::Outcome WorkbookWriter::finish() {
    return m_book->finish();
}

} // namespace junheng::sheet
