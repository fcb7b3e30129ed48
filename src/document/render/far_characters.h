// Characters beyond the first plane (𠮷, 𬱖) in PDF files: Qt 6.4 writes no text for their glyphs, so that they could
// be neither found nor copied.
#pragma once

#include "document/render/pdf_finish.h"
#include "document/report.h"

#include <QFont>

#include <vector>

class QPainter;
class QPdfWriter;

namespace junheng::document {

/// Those of a report, in ascending order.
std::vector<char32_t> farCharactersOf(const Report& report);

/// On a page of its own, behind what is on the device already.
Specimen paintSpecimen(int page, const std::vector<char32_t>& characters, const std::vector<QFont>& fonts,
                       QPdfWriter& device, QPainter& painter);

} // namespace junheng::document
