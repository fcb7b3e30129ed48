// The headless program as a function.
#pragma once

#include "document/paper/figure_painter.h"

#include <QStringList>
#include <QTextStream>

#include <stop_token>

namespace junheng::cli {

/// Runs `junheng-cli` with the words behind its name. Results go to `out` (with --json exactly one JSON document),
/// everything else to `err`. A stop asked for during an import or an assessment ends it with nothing changed.
/// `figures` paints the figures of PDF files, for which a QGuiApplication is needed; without it --pdf must not be asked
/// for. Returns 0 done, 2 wrong usage, 3 bad input or a file is there already (nothing changed), 4 a file cannot be
/// opened or written, 5 stopped.
int runCli(const QStringList& arguments, QTextStream& out, QTextStream& err, std::stop_token stop = {},
           document::FigurePainter figures = {});

} // namespace junheng::cli
