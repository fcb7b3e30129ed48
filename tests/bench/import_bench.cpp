#include "bench.h"

#include "standard/library.h"
#include "workspace/import_plan.h"
#include "workspace/import_preview.h"
#include "workspace/imports.h"
#include "workspace/reports.h"
#include "workspace/workspace.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace junheng::bench {

namespace {

// Seconds that openpyxl takes to read every cell, measured inside Python so that its start does not count.
double openpyxlSeconds(const QString& book) {
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"),
                 {QStringLiteral(JUNHENG_BENCH_FOLDER "/read_with_openpyxl.py"), book});
    python.waitForFinished(-1);
    return python.readAllStandardOutput().trimmed().toDouble();
}

const model::County kCounty{.code = QStringLiteral("990101"), .name = QStringLiteral("示例县")};
constexpr int kYear = 2025;

bool createFile(workspace::Workspace& target, const QString& path) {
    QFile::remove(path);
    return target.create(path, kCounty, standard::defaultStandardId(), kYear).has_value();
}

// The county as a template workbook, written by way of a county file.
bool writeBook(const QString& book, const QString& file) {
    workspace::Workspace source;
    if (!createFile(source, file))
        return false;
    workspace::ImportPreview all;
    all.changes = makeFullCounty(300);
    return source.imports().commit(all).has_value() && source.reports().writeTemplate(book, true).has_value();
}

// Writing the same workbook once more.
double templateSeconds(const QString& book, const QString& file) {
    workspace::Workspace source;
    if (!source.open(file, workspace::Access::ReadOnly, kYear))
        return 0;
    const auto start = std::chrono::steady_clock::now();
    if (!source.reports().writeTemplate(book, true))
        return 0;
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// Reading, planning and committing into a fresh county file.
double importSeconds(const QString& book, const QString& file) {
    workspace::Workspace target;
    if (!createFile(target, file))
        return 0;
    const auto start = std::chrono::steady_clock::now();
    const auto preview = workspace::planImport({book}, target.data(), target.standard(), false, {});
    if (!preview || preview->hasErrors() || !target.imports().commit(*preview))
        return 0;
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

void benchImport() {
    const QTemporaryDir folder;
    const QString book = folder.filePath(QStringLiteral("county.xlsx"));
    const QString file = folder.filePath(QStringLiteral("a.junheng"));
    const QString source = folder.filePath(QStringLiteral("b.junheng"));
    if (!writeBook(book, source)) {
        std::puts("import: the workbook could not be made");
        return;
    }
    // By turns, as a machine is not equally fast at all times.
    std::vector<double> ours;
    std::vector<double> written;
    std::vector<double> theirs;
    for (int round = 0; round < 4; ++round) {
        for (int i = 0; i < 4; ++i)
            ours.push_back(importSeconds(book, file));
        written.push_back(templateSeconds(folder.filePath(QStringLiteral("again.xlsx")), source));
        theirs.push_back(openpyxlSeconds(book));
    }
    if (std::min({std::ranges::min(ours), std::ranges::min(written), std::ranges::min(theirs)}) <= 0) {
        std::puts("import: could not be measured");
        return;
    }
    printRatio("import a 300-school workbook / openpyxl reading it", std::ranges::min(ours), std::ranges::min(theirs),
               0.3);
    printRatio("write that workbook filled in / openpyxl reading it", std::ranges::min(written),
               std::ranges::min(theirs), 1);
}

} // namespace junheng::bench
