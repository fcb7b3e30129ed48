// A table in a document.
#pragma once

#include "document/render/docx_xml.h"

namespace junheng::document {

/// Title, caption, table, notes and signature, `width` twips wide. Rows do not break across pages.
void writeDocxTable(DocxXml& xml, const Table& table, int width);

} // namespace junheng::document
