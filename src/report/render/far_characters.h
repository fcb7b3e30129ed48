// Characters beyond the first plane (𠮷, 𬱖) in PDF files: Qt 6.4 writes no text for their glyphs, so that they could
// be neither found nor copied.
#pragma once

#include "report/report.h"

#include <QFont>

#include <map>
#include <utility>
#include <vector>

class QPDF;
class QPainter;
class QPdfWriter;

namespace junheng::report {

/// A page that shows characters one by one in every font of the document, from which their codes in the fonts of the
/// file can be read. It is taken out again.
struct Specimen {
    int page = 0; ///< of the file as Qt makes it, from 0
    std::vector<char32_t> shown = {};
};

/// Those of a report, in ascending order.
std::vector<char32_t> farCharactersOf(const Report& report);

/// On a page of its own, behind what is on the device already.
Specimen paintSpecimen(int page, const std::vector<char32_t>& characters, const std::vector<QFont>& fonts,
                       QPdfWriter& device, QPainter& painter);

/// Of the font that is the object of a number: its codes, and the characters that they stand for.
using FarCodes = std::map<int, std::map<int, char32_t>>;

/// Reads the specimens and takes their pages out.
FarCodes takeSpecimens(QPDF& pdf, const std::vector<Specimen>& specimens);

} // namespace junheng::report
