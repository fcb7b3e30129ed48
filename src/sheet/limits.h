// How large a workbook may be.
#pragma once

#include <QtGlobal>

namespace junheng::sheet {

/// What a workbook may have at most. Bytes are counted while they are unpacked, whatever the file declares.
struct Limits {
    qint64 fileBytes = qint64{64} << 20;
    qint64 unzippedBytes = qint64{512} << 20;
    int rows = 20000;
    int columns = 256;
    int sheets = 2000;
    /// Of all sheets together; each shared text counts too. A county of 5,000 schools has 1.3 million.
    int cells = 2'000'000;
    /// Of all texts together, in UTF-8; a shared text counts once.
    qint64 textBytes = qint64{64} << 20;
};

} // namespace junheng::sheet
