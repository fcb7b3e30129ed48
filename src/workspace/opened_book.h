// A workbook file that was read to be imported. Internal to this room.
#pragma once

#include "base/error.h"
#include "base/job.h"
#include "exchange/template_reader.h"

namespace junheng::workspace {

/// With the fingerprint of the bytes that it was parsed from.
struct OpenedBook {
    sheet::Workbook book;
    exchange::SourceFile source;
};

base::Result<OpenedBook> openBook(const QString& path, const base::Job& job);

/// That the user stopped reading: nothing has changed.
base::Error importCancelled();

} // namespace junheng::workspace
